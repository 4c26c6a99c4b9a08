// Every modelled number on screen, refitted from assets/evidence/trials.json. Two questions: does the arithmetic give the
// expected values of the fit, and does assets/model/numbers.json say the same? Run: node --test tests/checks/refit.test.mjs
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import * as fit from './fit.mjs';

const read = path => JSON.parse(readFileSync(new URL(`../../assets/${path}`, import.meta.url), 'utf8'));
const trials = read('evidence/trials.json'), numbers = read('model/numbers.json');
const trial = id => trials.find(each => each.id === id);
const pool = name => fit.pools[name](trials);

const close = (value, expected, tolerance, what) =>
  assert.ok(Math.abs(value - expected) <= tolerance, `${what}: ${value} is not within ${tolerance} of ${expected}`);

const tolerance = 0.002, tauTolerance = 0.02, looTolerance = 0.003;

// A shipped figure equals `value`, but for rounding to `step`.
function shipped(name, part, value, step = 0.01) {
  assert.ok(numbers[name], `no number ${name}`);
  close(numbers[name][part], value, step / 2 + tolerance * Math.max(1, step), `${name}.${part}`);
}
function shippedRange(name, {low, high}, step) {
  shipped(name, 'low', low, step);
  shipped(name, 'high', high, step);
}
const times = (factor, {low, high}) => ({low: factor * low, high: factor * high});

// The number names the trials that feed it, and no others.
function feeds(name, rows) {
  const named = numbers[name].sources.filter(id => trial(id));
  assert.deepEqual([...named].sort(), rows.map(row => row.id).sort(), `trials behind ${name}`);
}

// ---- The fits --------------------------------------------------------------------------------------------------------

const curves = [
  // pool, prior, rows, people, emax, tau, spread, rmse, leave-one-out of curve and constant, profile of tau
  ['acne', false, 5, 151, 0.5437, 1.233, 0.0641, 0.0834, 0.1081, 0.1048, 0.15, 3.369],
  ['acne', true, 5, 151, 0.5615, 1.556, 0.0647, 0.0850, 0.1038, 0.1048, 0.15, 3.369],
  ['acneRecalled', true, 6, 181, 0.5242, 1.566, 0.1016, 0.1168, 0.1381, 0.1329, 0.15, 4.629],
  ['acneCombined', true, 10, 286, 0.5596, 1.450, 0.1075, 0.1203, 0.1348, 0.1310, 0.15, 3.162],
  ['acneShort', true, 4, 120, 0.5744, 1.646, 0.0782, 0.0949, 0.1282, 0.1250, 0.15, 7.693],
  ['stretch', true, 4, 88, 0.6443, 1.088, 0.1004, 0.1130, 0.1554, 0.1015, 0.15, 1.476],
  ['melasma', true, 6, 202, 0.4655, 1.121, 0.1024, 0.1471, 0.1774, 0.1427, 0.15, 1.676],
];

for (const [name, prior, count, people, emax, tau, spread, rmse, loo, looConstant, tauLow, tauHigh] of curves) {
  test(`curve: ${name}, ${prior ? 'with' : 'without'} the prior on tau`, () => {
    const rows = pool(name), curve = fit.fitCurve(rows, {prior});
    assert.equal(rows.length, count);
    assert.equal(fit.people(rows), people);
    close(curve.emax, emax, tolerance, 'emax');
    close(curve.tau, tau, tauTolerance, 'tau');
    close(curve.spread, spread, tolerance, 'spread between studies');
    close(fit.rmse(rows, curve), rmse, tolerance, 'rmse');
    close(fit.looCurve(rows, {prior}), loo, looTolerance, 'leave-one-out of the curve');
    close(fit.looConstant(rows), looConstant, looTolerance, 'leave-one-out of the constant');
    const profile = fit.profileTau(rows);
    close(profile.low, tauLow, tauTolerance, 'lowest tau');
    close(profile.high, tauHigh, tauTolerance, 'highest tau');
  });
}

const comparators = ['sharmaS_jpad_acne', 'idoj2024_acne', 'paklamisiur2021_acne_mn', 'asif2016_acne_mn', 'chawla2014_acne_vitc'];
const uncontrolled = ['dalwignolda2020_acne', 'vietnam2019_acne'];
const constants = [
  // name, rows, count, mean, interval, spread, I², prediction
  ['acne', () => pool('acne'), 5, 0.5230, [0.4123, 0.6338], 0.066, 0.67, [0.277, 0.769]],
  ['combinations', () => pool('combinations'), 4, 0.5737, [0.3737, 0.7738], 0.115, 0.84, [0.008, 1.139]],
  ['grade', () => pool('grade'), 7, 0.7633, [0.3093, 1.2174], 0.452, 0.96, [-0.492, 2.019]],
  ['grade without the null and the weekly trial', () => fit.without(pool('grade'), 'paklamisiur2021_acne_mn', 'vietnam2019_acne'), 5, 0.7725, [0.4378, 1.1073], 0.232, 0.86, [-0.059, 1.604]],
  ['grade, comparator trials', () => fit.only(pool('grade'), ...comparators), 5, 0.5831, [0.0648, 1.1014], 0.430, 0.95, [-0.910, 2.076]],
  ['grade, uncontrolled', () => fit.only(pool('grade'), ...uncontrolled), 2, 1.2094, [-2.665, 5.084], 0.422, 0.96, [-5.403, 7.822]],
  ['stretch marks', () => pool('stretch'), 4, 0.5810, [0.4395, 0.7225], 0.065, 0.67, [0.241, 0.921]],
  ['melasma', () => pool('melasma'), 6, 0.4485, [0.3291, 0.5679], 0.082, 0.84, [0.186, 0.711]],
  ['melasma without the pilot', () => fit.without(pool('melasma'), 'lima2017_melasma'), 5, 0.4242, [0.3248, 0.5236], 0.071, 0.83, [0.171, 0.677]],
  ['lines', () => pool('lines'), 2, 0.3823, [-1.231, 1.995], 0.173, 0.93, [-2.349, 3.113]],
];

for (const [name, rows, count, mean, interval, spread, i2, prediction] of constants) {
  test(`constant: ${name}`, () => {
    const found = fit.constant(rows());
    assert.equal(rows().length, count);
    close(found.mean, mean, tolerance, 'mean');
    close(found.interval.low, interval[0], tolerance, 'low');
    close(found.interval.high, interval[1], tolerance, 'high');
    close(found.spread, spread, tolerance, 'spread between studies');
    close(found.i2, i2, 0.005 + tolerance, 'I²');
    close(found.prediction.low, prediction[0], tolerance, 'prediction low');
    close(found.prediction.high, prediction[1], tolerance, 'prediction high');
  });
}

test('responders: share of people', () => {
  const found = fit.share(pool('responders'));
  assert.equal(pool('responders').length, 7);
  close(found.mean, 0.8618, tolerance, 'mean');
  close(found.interval.low, 0.7294, tolerance, 'low');
  close(found.interval.high, 0.9352, tolerance, 'high');
  close(found.prediction.low, 0.4368, tolerance, 'prediction low');
  close(found.prediction.high, 0.9804, tolerance, 'prediction high');
  close(found.i2, 0.70, 0.005 + tolerance, 'I²');
});

test('tau within the one study that measured twice agrees with the prior', () => {
  close(fit.tauWithinStudy(trial('naspolini2019_striae').fit), 1.400, tauTolerance, 'tau');
});

// ---- The numbers on screen ------------------------------------------------------------------------------------------

test('acne scars: curve, mean, intervals and spread', () => {
  const rows = pool('acne'), curve = fit.fitCurve(rows), found = fit.constant(rows);
  shipped('improvement.acne.curve.emax', 'typical', curve.emax, 0);
  close(numbers['improvement.acne.curve.tau'].typical, curve.tau, tauTolerance, 'tau');
  for (const name of ['improvement.acne.curve.emax', 'improvement.acne.curve.tau', 'improvement.acne.mean']) feeds(name, rows);
  [0.266, 0.406, 0.480, 0.519, 0.539, 0.550, 0.555, 0.558].forEach((gain, i) => close(fit.gained(i + 1, curve), gain, tolerance, `gain after ${i + 1}`));
  shipped('improvement.acne.mean', 'typical', found.mean);
  shippedRange('improvement.acne.mean-interval', found.interval);
  shipped('improvement.acne.people', 'typical', fit.people(rows), 0);
  shipped('improvement.acne.studies', 'typical', rows.length, 0);
  // A new study's average: working spread between studies 0.10, uncertainty of the mean from its interval.
  const sd = Math.hypot(0.10, (found.interval.high - found.mean) / 1.96);
  const reach = factor => ({low: found.mean - factor * sd, high: found.mean + factor * sd});
  shippedRange('improvement.acne.interval', reach(1.96));
  shippedRange('improvement.acne.interval-strict', reach(fit.tQuantile(0.975, 3)));
  shipped('improvement.acne.sd', 'typical', Math.hypot(0.25, 0.10), 0.001);
});

test('acne scars: grade and the conservative line', () => {
  const rows = pool('grade'), found = fit.constant(rows);
  feeds('improvement.acne.grade', rows);
  shipped('improvement.acne.grade', 'typical', found.mean);
  shippedRange('improvement.acne.grade-interval', found.interval);
  shipped('improvement.acne.grade-gain', 'typical', found.prediction.high);
  shipped('improvement.acne.grade-loss', 'typical', -found.prediction.low);
  const compared = fit.constant(fit.only(rows, ...comparators)).mean, alone = fit.constant(fit.only(rows, ...uncontrolled)).mean;
  shipped('improvement.acne.grade-comparator', 'typical', compared);
  shipped('improvement.acne.grade-uncontrolled', 'typical', alone);
  shipped('improvement.acne.conservative', 'typical', compared / alone, 0.05);
});

test('acne scars: share of people who improve', () => {
  const rows = pool('responders'), found = fit.share(rows);
  feeds('improvement.acne.responders', rows);
  shipped('improvement.acne.responders', 'typical', 100 * found.mean, 1);
  shippedRange('improvement.acne.responders', times(100, found.interval), 1);
  shipped('improvement.acne.responders-mean', 'typical', 100 * found.mean, 1);
  shipped('improvement.acne.no-response', 'typical', 100 - 100 * found.mean, 1);
  shippedRange('improvement.acne.no-response-new-study', {low: 100 - 100 * found.prediction.high, high: 100 - 100 * found.prediction.low}, 1);
});

test('stretch marks', () => {
  const rows = pool('stretch'), found = fit.constant(rows);
  feeds('improvement.stretch.mean', rows);
  shipped('improvement.stretch.mean', 'typical', found.mean);
  shippedRange('improvement.stretch.mean-interval', found.interval);
  shippedRange('improvement.stretch.interval', found.prediction);
  shipped('improvement.stretch.conservative', 'typical', found.prediction.low);
  shipped('improvement.stretch.people', 'typical', fit.people(rows), 0);
  shipped('improvement.stretch.studies', 'typical', rows.length, 0);
  const [start, early, late] = trial('naspolini2019_striae').by_session.map(visit => visit.DLQI);
  shipped('improvement.stretch.dlqi.early', 'typical', 1 - early / start);
  shipped('improvement.stretch.dlqi.late', 'typical', 1 - late / start);
  shipped('improvement.stretch.null.park', 'typical', 100 * trial('park2012_striae').responder_distribution.minimal_to_moderate, 1);
});

test('fine lines: the two rows, no mean', () => {
  const rows = pool('lines');
  feeds('improvement.lines.range', rows);
  shippedRange('improvement.lines.range', {low: Math.min(...rows.map(row => row.y)), high: Math.max(...rows.map(row => row.y))}, 0.05);
  assert.equal(numbers['improvement.lines.range'].typical, undefined);
  shipped('improvement.lines.people', 'typical', fit.people(rows), 0);
  shipped('improvement.lines.no-change', 'typical', 100 - 100 * trial('alqam2022_neck').responder_distribution.improved, 1);
});

test('melasma', () => {
  const rows = pool('melasma'), found = fit.constant(rows);
  feeds('improvement.melasma.mean', rows);
  shipped('improvement.melasma.mean', 'typical', found.mean);
  shippedRange('improvement.melasma.mean-interval', found.interval);
  shippedRange('improvement.melasma.interval', found.prediction);
  shipped('improvement.melasma.conservative', 'typical', found.prediction.low);
  shipped('improvement.melasma.without-pilot', 'typical', fit.constant(fit.without(rows, 'lima2017_melasma')).mean);
  shipped('improvement.melasma.people', 'typical', fit.people(rows), 0);
  shipped('improvement.melasma.studies', 'typical', rows.length, 0);
});

test('hair: only what one trial counted is worked out here', () => {
  const perSquareInch = trial('kumar2018_aga').result, cm2 = 2.54 ** 2;
  shipped('improvement.hair.kumar', 'typical', perSquareInch.mean_change / cm2, 0.1);
  shipped('improvement.hair.kumar-control', 'typical', perSquareInch.control_mean_change / cm2, 0.1);
  shipped('improvement.hair.alone', 'typical', trial('aggarwal2020_aga').result.mean_change, 0.1);
});

test('time since the last session, acne scars', () => {
  const {baseline, by_session: visits} = trial('vietnam2019_acne');
  const score = visits.map(visit => (baseline.mean - visit.lipper_perez[0]) / (baseline.mean - visits.at(-1).lipper_perez[0]));
  const grade = visits.map(visit => (baseline.goodman_baron[0] - visit.goodman_baron[0]) / (baseline.goodman_baron[0] - visits.at(-1).goodman_baron[0]));
  [[0.662, 0.697], [0.927, 0.895], [1, 1]].forEach(([s, g], i) => {
    close(score[i], s, tolerance, `score, visit ${i}`);
    close(grade[i], g, tolerance, `grade, visit ${i}`);
  });
  shipped('results.acne.share-at-end', 'typical', (score[0] + grade[0]) / 2);
  shipped('results.acne.share-later', 'typical', (score[1] + grade[1]) / 2, 0.05);
  assert.equal(numbers['results.acne.share-later-weeks'].typical, 4);
  assert.equal(numbers['results.acne.share-full-weeks'].typical, 8);
});

test('darkening: events and people of the groups that report it', () => {
  const groups = trials.filter(each => each.checked && each.n && each.adverse_events?.PIH_fraction !== undefined);
  const people = groups.reduce((sum, each) => sum + each.n, 0);
  const events = groups.reduce((sum, each) => sum + Math.round(each.n * each.adverse_events.PIH_fraction), 0);
  shipped('risk.darkening.people', 'typical', people, 0);
  shipped('risk.darkening.all', 'typical', 100 * events / people, 1);
  const shares = groups.map(each => 100 * each.adverse_events.PIH_fraction);
  shippedRange('risk.darkening.range', {low: Math.min(...shares), high: Math.max(...shares)}, 1);
  feeds('risk.darkening.all', groups);
  shipped('risk.darkening.none-upper', 'typical', 100 * 3 / trial('alqarqaz_acne').n, 1);
});

test('no unchecked trial feeds a number', () => {
  for (const [name, number] of Object.entries(numbers))
    for (const id of number.sources) assert.ok(!trial(id) || trial(id).checked, `${name} rests on ${id}, which is not checked`);
});
