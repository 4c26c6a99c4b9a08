// The arithmetic of the estimator, as assets/model/README.md describes it: pools of trial rows, the curve, the constant,
// the responders. Nothing here knows a figure of the result; tests/checks/refit.test.mjs compares.

// ---- Rows ------------------------------------------------------------------------------------------------------------

const personSd = 0.25;  // assumed spread between people of a fractional improvement
const gradeSd = 0.60;   // assumed spread of a change in grade

// {id, y, k, se, n} of the trials that `take` turns into {y, k}; `sd` where no standard error is given.
function rows(trials, take, sd = personSd) {
  return trials.filter(trial => trial.fit).map(trial => ({trial, part: take(trial.fit, trial)})).filter(({part}) => part)
    .map(({trial, part}) => ({id: trial.id, k: part.k, y: part.y, n: trial.fit.n, se: trial.fit.se ?? sd / Math.sqrt(trial.fit.n)}));
}

const own = fit => ({y: fit.y, k: fit.k});
const ofModel = model => fit => fit.model === model && own(fit);

export const pools = {
  acne: trials => rows(trials, fit => fit.model === 'quant_pct' && !fit.only_sensitivity && own(fit)),
  acneRecalled: trials => rows(trials, ofModel('quant_pct')),
  acneCombined: trials => rows(trials, fit => ['quant_pct', 'quant_pct_combo'].includes(fit.model) && own(fit)),
  acneShort: trials => pools.acne(trials).filter(row => row.k <= 6),
  combinations: trials => rows(trials, ofModel('quant_pct_combo')),
  grade: trials => rows(trials, fit => (fit.model === 'grade_drop' ? own(fit) : fit.also_grade_drop !== undefined && {y: fit.also_grade_drop, k: fit.k}), gradeSd),
  responders: trials => rows(trials, fit => (fit.model === 'responder_ge1' ? own(fit) : fit.also_responder_ge1 !== undefined && {y: fit.also_responder_ge1})),
  stretch: trials => rows(trials, ofModel('striae_pct')),
  melasma: trials => rows(trials, ofModel('melasma_pct')),
  lines: trials => rows(trials, ofModel('wrinkle_pct')),
};

export const without = (pool, ...ids) => pool.filter(row => !ids.includes(row.id));
export const only = (pool, ...ids) => pool.filter(row => ids.includes(row.id));
export const people = pool => pool.reduce((sum, row) => sum + row.n, 0);

// ---- Minimiser -------------------------------------------------------------------------------------------------------

// Nelder-Mead: the point where f is smallest, from `start`.
export function minimise(f, start, {step = 0.3, tolerance = 1e-13, rounds = 20000} = {}) {
  const add = (a, b, factor) => a.map((value, i) => value + factor * (b[i] - value));
  const vertex = x => ({x, value: f(x)});
  let simplex = [vertex(start), ...start.map((_, i) => vertex(start.map((value, j) => value + (i === j ? step : 0))))];
  for (let round = 0; round < rounds; ++round) {
    simplex.sort((a, b) => a.value - b.value);
    const best = simplex[0], worst = simplex.at(-1), second = simplex.at(-2);
    if (Math.abs(worst.value - best.value) < tolerance && best.x.every((value, i) => Math.abs(value - worst.x[i]) < 1e-9)) break;
    const centre = start.map((_, i) => simplex.slice(0, -1).reduce((sum, each) => sum + each.x[i], 0) / start.length);
    const reflected = vertex(add(centre, worst.x, -1));
    if (reflected.value < best.value) {
      const expanded = vertex(add(centre, worst.x, -2));
      simplex[simplex.length - 1] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < second.value) {
      simplex[simplex.length - 1] = reflected;
    } else {
      const contracted = vertex(reflected.value < worst.value ? add(centre, reflected.x, 0.5) : add(centre, worst.x, 0.5));
      if (contracted.value < Math.min(reflected.value, worst.value)) simplex[simplex.length - 1] = contracted;
      else simplex = [best, ...simplex.slice(1).map(each => vertex(add(best.x, each.x, 0.5)))];
    }
  }
  return simplex.sort((a, b) => a.value - b.value)[0];
}

// ---- Curve: E(k) = emax (1 - exp(-k / tau)) --------------------------------------------------------------------------

export const gained = (sessions, {emax, tau}) => emax * (1 - Math.exp(-sessions / tau));

const half = square => square * square / 2;

// Minus the log posterior but for constants. Priors: emax 0.6 (0.5), ln spread ln 0.12 (1), ln tau ln 1.8 (0.5) if wanted.
function misfit(pool, {emax, tau, spread}, prior) {
  const data = pool.reduce((sum, row) => {
    const variance = row.se ** 2 + spread ** 2;
    return sum + (Math.log(variance) + (row.y - gained(row.k, {emax, tau})) ** 2 / variance) / 2;
  }, 0);
  return data + half((emax - 0.6) / 0.5) + half(Math.log(spread / 0.12)) + (prior ? half(Math.log(tau / 1.8) / 0.5) : 0);
}

const parameters = ([emax, lnTau, lnSpread]) => ({emax, tau: Math.exp(lnTau), spread: Math.exp(lnSpread)});

export function fitCurve(pool, {prior = true} = {}) {
  const f = x => misfit(pool, parameters(x), prior);
  let best;
  for (const emax of [0.4, 0.6, 0.8])
    for (const tau of [0.5, 1.5, 3, 6]) {
      const found = minimise(f, [emax, Math.log(tau), Math.log(0.1)]);
      if (!best || found.value < best.value) best = found;
    }
  return parameters(best.x);
}

const rootMeanSquare = values => Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);

export const residuals = (pool, curve) => pool.map(row => row.y - gained(row.k, curve));
export const rmse = (pool, curve) => rootMeanSquare(residuals(pool, curve));

const leaveOneOut = (pool, predict) => rootMeanSquare(pool.map(row => row.y - predict(pool.filter(other => other !== row), row)));
export const looCurve = (pool, options) => leaveOneOut(pool, (rest, row) => gained(row.k, fitCurve(rest, options)));
export const looConstant = pool => leaveOneOut(pool, rest => constant(rest).mean);

// Limits of tau whose misfit is within 1.92 of the best, without the prior on tau, on a grid.
export function profileTau(pool) {
  const count = 70, low = 0.15, high = 12;
  const grid = Array.from({length: count}, (_, i) => low * (high / low) ** (i / (count - 1)));
  const values = grid.map(tau => minimise(([emax, lnSpread]) => misfit(pool, {emax, tau, spread: Math.exp(lnSpread)}, false), [0.6, Math.log(0.1)]).value);
  const limit = Math.min(...values) + 1.92;
  const kept = grid.filter((_, i) => values[i] < limit);
  return {low: kept[0], high: kept.at(-1)};
}

// tau from one study that measured after two session counts.
export function tauWithinStudy({k: [first, second], y: [early, late]}) {
  let best = {tau: 0, distance: Infinity};
  for (let i = 300; i <= 8000; ++i) {
    const tau = i / 1000;
    const distance = Math.abs((1 - Math.exp(-first / tau)) / (1 - Math.exp(-second / tau)) - early / late);
    if (distance < best.distance) best = {tau, distance};
  }
  return best.tau;
}

// ---- Constant: DerSimonian-Laird, Hartung-Knapp -----------------------------------------------------------------------

const total = values => values.reduce((sum, value) => sum + value, 0);

export function constant(pool) {
  const n = pool.length, w = pool.map(row => row.se ** -2), y = pool.map(row => row.y);
  const fixed = total(w.map((weight, i) => weight * y[i])) / total(w);
  const q = total(w.map((weight, i) => weight * (y[i] - fixed) ** 2));
  const c = total(w) - total(w.map(weight => weight ** 2)) / total(w);
  const tau2 = n > 1 ? Math.max(0, (q - (n - 1)) / c) : 0;
  const weights = pool.map(row => 1 / (row.se ** 2 + tau2));
  const mean = total(weights.map((weight, i) => weight * y[i])) / total(weights);
  const s2 = total(weights.map((weight, i) => weight * (y[i] - mean) ** 2)) / (n - 1) / total(weights);
  const around = reach => ({low: mean - reach, high: mean + reach});
  return {
    mean, spread: Math.sqrt(tau2), i2: Math.max(0, (q - (n - 1)) / q),
    interval: n > 1 ? around(tQuantile(0.975, n - 1) * Math.sqrt(s2)) : undefined,
    prediction: n > 1 ? around(tQuantile(0.975, Math.max(n - 2, 1)) * Math.sqrt(tau2 + s2)) : undefined,
  };
}

// Shares of people are pooled as log odds, with half a person added to each side.
export function share(pool) {
  const logit = pool.map(({y, n}) => ({y: Math.log((y * n + 0.5) / ((1 - y) * n + 0.5)), se: Math.sqrt(1 / (y * n + 0.5) + 1 / ((1 - y) * n + 0.5))}));
  const back = x => 1 / (1 + Math.exp(-x));
  const span = ({low, high}) => ({low: back(low), high: back(high)});
  const {mean, interval, prediction, i2} = constant(logit);
  return {mean: back(mean), interval: span(interval), prediction: span(prediction), i2};
}

// ---- Student's t -----------------------------------------------------------------------------------------------------

// Continued fraction of the incomplete beta function (Lentz).
function betaFraction(x, a, b) {
  const tiny = 1e-300;
  let c = 1, d = 1 / (1 - (a + b) * x / (a + 1)), value = d;
  for (let m = 1; m < 300; ++m) {
    for (const numerator of [m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))]) {
      d = 1 / (1 + numerator * d || tiny);
      c = 1 + numerator / c || tiny;
      value *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}

function logGamma(x) {
  const p = [76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 0.001208650973866179, -0.000005395239384953];
  const series = p.reduce((sum, factor, i) => sum + factor / (x + 1 + i), 1.000000000190015);
  return (x + 0.5) * Math.log(x + 5.5) - (x + 5.5) + Math.log(2.5066282746310005 * series / x);
}

function incompleteBeta(x, a, b) {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2) ? front * betaFraction(x, a, b) / a : 1 - front * betaFraction(1 - x, b, a) / b;
}

export function tQuantile(probability, freedom) {
  const below = t => 1 - incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
  let low = 0, high = 1000;
  for (let i = 0; i < 200; ++i) {
    const middle = (low + high) / 2;
    if (below(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
