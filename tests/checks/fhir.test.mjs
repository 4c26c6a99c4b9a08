// The two FHIR commands on public cases, and their exits. The cases lie beside the project (../shared/fhir-cases) and are not part of
// it; how many of each rule pass is kept in tests/cases/fhir.md. UPDATE_GOLDEN=1 writes that file.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test, { after } from 'node:test';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = join(root, 'build/native/needlewise');
const folder = process.env.FHIR_CASES ?? join(root, '../shared/fhir-cases');
const table = 'tests/cases/fhir.md';
const scratch = mkdtempSync(join(tmpdir(), 'needlewise-fhir-'));
after(() => rmSync(scratch, { recursive: true }));

/** @param {string[]} args */
const run = (args) => spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 << 20 });

const file = (name, text) => {
  const path = join(scratch, name);
  writeFileSync(path, typeof text === 'string' || text instanceof Uint8Array ? text : JSON.stringify(text));
  return path;
};

/** What is wrong with the outcome of a case; undefined when it passes. */
function wrongWith(one) {
  const { status, stdout, stderr } = run([one.command, join(folder, one.questionnaire), join(folder, one.response)]);
  if ('exit' in one.expect) return status === one.expect.exit ? undefined : `ends with ${status}: ${stderr}`;
  if (one.command === 'enabled') {
    if (status !== 0) return `ends with ${status}: ${stderr}`;
    const enabled = JSON.parse(stdout);
    const wrong = Object.entries(one.expect.enabled).filter(([linkId, state]) => enabled[linkId] !== state);
    return wrong.length > 0 ? `other states: ${wrong.map(([linkId]) => linkId).join(', ')}` : undefined;
  }
  if (status !== 0 && status !== 1) return `ends with ${status}: ${stderr}`;
  const outcome = JSON.parse(stdout);
  if (outcome.resourceType !== 'OperationOutcome' || outcome.issue.length === 0) return 'no OperationOutcome with an issue';
  const valid = !outcome.issue.some((issue) => issue.severity === 'error' || issue.severity === 'fatal');
  if (valid !== (status === 0)) return `ends with ${status}, but the outcome says otherwise`;
  return valid === one.expect.valid ? undefined : `${valid ? 'valid' : 'invalid'}: ${outcome.issue.map((issue) => issue.diagnostics).join('; ')}`;
}

const ruleOf = (one) => one.expect.rule ?? `enabled items of ${one.questionnaire}, ${Object.keys(one.expect.enabled).length} states`;

const missing = existsSync(join(folder, 'cases.json')) ? false : `skipped: there is no folder ${folder} with public cases`;

test('the public cases pass, as tests/cases/fhir.md says', { skip: missing }, () => {
  const { cases } = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8'));
  const rules = new Map();
  const wrong = [];
  for (const one of cases) {
    const rule = `${one.command} | ${ruleOf(one)}`;
    const count = rules.get(rule) ?? { cases: 0, passed: 0 };
    const why = wrongWith(one);
    count.cases++;
    if (why) wrong.push(`${one.id}: ${why}`);
    else count.passed++;
    rules.set(rule, count);
  }
  const passed = cases.length - wrong.length;
  const rows = [...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, count]) => `| ${rule} | ${count.cases} | ${count.passed} |`);
  const text = `# Public FHIR cases\n\nWhat \`tests/checks/fhir.test.mjs\` found on the ${cases.length} public cases that lie beside the project: ${passed} pass.\n\n` +
    `| command | rule | cases | pass |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  mkdirSync(join(root, 'build/test'), { recursive: true });
  writeFileSync(join(root, 'build/test/fhir.table'), text);
  if (process.env.UPDATE_GOLDEN) writeFileSync(join(root, table), text);
  assert.deepEqual(wrong, []);
  assert.equal(readFileSync(join(root, table), 'utf8'), text);
});

const questionnaire = { resourceType: 'Questionnaire', url: 'urn:q', status: 'active', item: [
  { linkId: 'age', type: 'integer', required: true },
  { linkId: 'drive', type: 'boolean', enableWhen: [{ question: 'age', operator: '>=', answerInteger: 18 }] }] };
const response = (...item) => ({ resourceType: 'QuestionnaireResponse', questionnaire: 'urn:q', status: 'completed', item });
const age = (value) => ({ linkId: 'age', answer: [{ valueInteger: value }] });

test('validate ends with 0 or 1 and says where', () => {
  const form = file('q.json', questionnaire);
  const good = run(['validate', form, file('good.json', response(age(30)))]);
  assert.equal(good.status, 0, good.stderr);
  assert.deepEqual(JSON.parse(good.stdout).issue.map((issue) => issue.severity), ['information']);
  const bad = run(['validate', form, file('bad.json', response(age(3), { linkId: 'drive', answer: [{ valueBoolean: true }] }))]);
  assert.equal(bad.status, 1);
  assert.deepEqual(JSON.parse(bad.stdout).issue.map((issue) => issue.expression), [['QuestionnaireResponse.item[1]']]);
});

test('enabled names every item', () => {
  const form = file('q.json', questionnaire);
  assert.deepEqual(JSON.parse(run(['enabled', form, file('r.json', response(age(30)))]).stdout), { age: true, drive: true });
  assert.deepEqual(JSON.parse(run(['enabled', form, file('r.json', response(age(3)))]).stdout), { age: true, drive: false });
});

test('today can be set', () => {
  const form = file('q.json', { ...questionnaire, effectivePeriod: { end: '2026-06-30' } });
  const answers = file('r.json', response(age(30)));
  const warnings = (on) => JSON.parse(run(['validate', form, answers, '--on', on]).stdout).issue.filter((issue) => issue.severity === 'warning').length;
  assert.equal(warnings('2026-06-30'), 0);
  assert.equal(warnings('2026-07-01'), 1);
});

test('what cannot be read ends with 2 and a remedy', () => {
  const form = file('q.json', questionnaire);
  const answers = file('r.json', response(age(30)));
  for (const command of ['validate', 'enabled']) {
    for (const [pair, words] of [
      [[join(scratch, 'nowhere.json'), answers], /nowhere\.json: error: the file cannot be read/],
      [[form, file('cut.json', JSON.stringify(response()).slice(0, -5))], /not JSON at line 1.*\(correct the text at this place; the file may be cut off\)/],
      [[form, file('patient.json', { resourceType: 'Patient' })], /expected a QuestionnaireResponse, found "Patient"/],
      [[answers, form], /expected a Questionnaire, found "QuestionnaireResponse"/],
      [[form, file('deep.json', '['.repeat(10000))], /nested deeper than 400 levels \(no form needs so many levels/],
      [[form, file('large.json', Buffer.alloc(50 << 20, ' '))], /larger than 16777216 bytes/],
      [[form, file('bytes.json', Buffer.from([0x22, 0xff, 0x22]))], /UTF-8/],
    ]) {
      const { status, stdout, stderr } = run([command, ...pair]);
      assert.equal(status, 2, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, words);
    }
    assert.equal(run([command, form]).status, 2);
  }
});

test('check lints a questionnaire that is not ours', () => {
  const good = run(['check', file('other.json', questionnaire)]);
  assert.deepEqual([good.status, good.stderr], [0, '']);
  const twice = { ...questionnaire, item: [...questionnaire.item, questionnaire.item[0]] };
  const bad = run(['check', file('other.json', twice)]);
  assert.equal(bad.status, 1);
  assert.match(bad.stderr, /other\.json:\/item\/2\/linkId: error: the linkId "age" stands here twice \(give each item its own \(que-2\)\)\n$/);
});

// How long it takes in all, ./dev bench says.
test('validating twice as many items takes no more than three times as long', () => {
  const time = (number) => {
    const many = Array.from({ length: number }, (_, i) => ({ linkId: `q${i}`, type: 'integer', required: true, text: `Question ${i}`,
      ...(i > 0 && { enableWhen: [{ question: `q${i - 1}`, operator: 'exists', answerBoolean: true }] }) }));
    const form = file('many.json', { ...questionnaire, item: many });
    const answers = file('many-r.json', response(...many.map(({ linkId }, i) => ({ linkId, answer: [{ valueInteger: i }] }))));
    const times = Array.from({ length: 7 }, () => {
      const from = performance.now();
      assert.equal(run(['validate', form, answers]).status, 0);
      return performance.now() - from;
    });
    return Math.min(...times);
  };
  const [few, many] = [time(3000), time(6000)];
  assert.ok(many < 3 * few, `${few.toFixed(1)} and ${many.toFixed(1)} ms`);
});
