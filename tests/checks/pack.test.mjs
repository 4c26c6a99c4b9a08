// Clinic packs from outside: the shipped ones, their schema, what `needlewise check` says, and --pack.
// Run: node --test tests/checks/pack.test.mjs (after the native build)
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { fault } from './schema.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.NEEDLEWISE ?? join(root, 'build/native/needlewise');
const packs = join(root, 'assets/packs');
const person = join(root, 'tests/cases/priya.json');
const scratch = mkdtempSync(join(tmpdir(), 'needlewise-'));
test.after(() => rmSync(scratch, { recursive: true }));

const json = (name) => JSON.parse(readFileSync(join(packs, name), 'utf8'));
const schema = json('pack.schema.json');
const demo = () => json('demo.json');

function run(args) {
  const { status, stdout, stderr, signal } = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(signal, null, stderr);
  return { status, stdout, stderr, lines: stderr.split('\n').filter(Boolean) };
}

function file(pack, name = 'pack.json') {
  const path = join(scratch, name);
  writeFileSync(path, typeof pack === 'string' ? pack : JSON.stringify(pack));
  return path;
}

/** What `check` says of the demo pack with one change. @param {(pack: any) => void} change */
function checked(change, on = '2026-11-22') {
  const pack = demo();
  change(pack);
  return run(['check', file(pack), '--on', on]);
}

test('the shipped packs are in order, by the program and by the schema', () => {
  for (const name of ['demo.json', 'demo-kiosk.json']) {
    assert.deepEqual(run(['check', join(packs, name), '--on', '2026-11-22']), { status: 0, stdout: '', stderr: '', lines: [] }, name);
    assert.equal(fault(schema, json(name)), '', name);
  }
});

test('the country of the pack says whom to call, whatever else says', () => {
  const help = (...more) => run(['pages', person, '--page', 'help', '--pack', join(packs, 'demo.json'), ...more]).stdout;
  assert.match(help(), /NHS 111/);
  assert.match(help('--country', 'de'), /NHS 111/);
  assert.notEqual(fault(schema, { ...demo(), country: 'Germany' }), '');
});

test('what is wrong is said with its place and what to do', () => {
  const faults = [
    [(pack) => { pack.colurs = {}; }, /:\/colurs: error: unknown field "colurs" \(did you mean "colours"\?/],
    [(pack) => { pack.contact.phon = "1"; }, /:\/contact\/phon: error: unknown field "phon" \(did you mean "phone"/],
    [(pack) => { pack.colours.accent = '#e58fb1'; }, /:\/colours\/accent: error: .*contrast 2\.\d, not 4\.5.*nearest colour that can be read is #[0-9a-f]{6}/],
    [(pack) => { pack.colours.accent = 'pink'; }, /:\/colours\/accent: error: not a colour/],
    [(pack) => { delete pack.words.de; }, /:\/words\/de.*: error: not translated to "de": clinic\./],
    [(pack) => { delete pack.waits.toxin.unit; }, /:\/waits\/toxin: error: a number without a unit/],
    [(pack) => { delete pack.waits.toxin.note; }, /:\/waits\/toxin: error: a number without a source or a note/],
    [(pack) => { pack.waits.toxin.value = 1; }, /:\/waits\/toxin: error: shorter than the wait this program uses \(at least 2 weeks/],
    [(pack) => { pack.waits.toxn = pack.waits.toxin; }, /:\/waits\/toxn: error: there is nothing called "toxn" to set \(did you mean "toxin"\?/],
    [(pack) => { pack.interval.unit = 'day'; }, /:\/interval\/unit: error: the unit is "day" \(give it in "week"/],
    [(pack) => { pack.topics.risks = false; }, /:\/topics\/risks: error: the topic "risks" is always told/],
    [(pack) => { pack.booking.general = 'http://www.example.com'; }, /:\/booking\/general: error: not an https address/],
    [(pack) => { pack.contact.website = 'javascript:alert(1)'; }, /:\/contact\/website: error: not an https address/],
    [(pack) => { pack.logo = pack.logo.replace('<circle', '<script>alert(1)</script><circle'); }, /:\/logo: error: a logo cannot hold "<script"/],
    [(pack) => { pack.logo = pack.logo.replace('<circle', '<circle onload="x"'); }, /:\/logo: error: a logo cannot hold the attribute "onload"/],
    [(pack) => { pack.logo = pack.logo.replace('#7a3355', 'url(https://a.b/c)'); }, /:\/logo: error: a logo cannot hold the value of "fill"/],
    [(pack) => { pack.allowed_origins.push('https://www.example.com'); }, /:\/allowed_origins\/1: error: .* stands here twice/],
    [(pack) => { pack.questions.push(pack.questions[0]); }, /:\/questions\/3: error: the linkId "clinic-heard" stands here twice/],
    [(pack) => { pack.country = 'UK'; }, /:\/country: error: "UK" is no country \(did you mean "GB"\?/],
    [(pack) => { pack.country = 'Austria'; }, /:\/country: error: "Austria" is no country \(two letters of ISO 3166/],
    [(pack) => { pack.kiosk = { pin: '12' }; }, /:\/kiosk\/pin: error: a PIN has 4 to 8 figures/],
    [(pack) => { pack.questions[2].enableWhen.push({ question: 'callback', operator: '=', answerBoolean: false }); }, /:\/questions\/2\/enableWhen: error: nobody can ever be asked this question/],
    [(pack) => { pack.questions[2].enableWhen[0].question = 'gaol'; }, /:\/questions\/2\/enableWhen\/0\/question: error: there is no question "gaol"/],
    [(pack) => { pack.words.en['clinic.price-note'] = 'Remuneration for preliminary consultation appointments is waived, notwithstanding subsequent contractual obligations.'; }, /warning: the reading age of clinic\.price-note is/],
  ];
  for (const [change, line] of faults) {
    const result = checked(change);
    assert.ok(result.lines.some((each) => line.test(each)), `${line}\n${result.stderr}`);
    assert.equal(result.status, /: error:/.test(result.stderr) ? 1 : 0);
  }
});

test('a review that is due is a warning, and an error after a year', () => {
  assert.match(checked(() => {}, '2027-12-01').stderr, /:\/review_by: warning: the next review was due on 2027-11-22/);
  assert.equal(checked(() => {}, '2027-12-01').status, 0);
  assert.match(checked(() => {}, '2029-01-01').stderr, /:\/review_by: error: .* more than a year ago/);
});

test('a group and its sites', () => {
  file({ ...demo(), id: 'group' }, 'group.json');
  const site = (more) => run(['check', file({ needlewise: 'pack', extends: 'group.json', ...more }, 'site.json'), '--on', '2026-11-22']);
  assert.equal(site({ name: 'Site' }).stderr, '');
  assert.match(site({ colours: { accent: 'x' } }).stderr, /site\.json:\/colours\/accent: error/);
  file({ ...demo(), colours: { accent: 'x' } }, 'group.json');
  assert.match(site({}).stderr, /group\.json:\/colours\/accent: error/, 'names the file where it stands');
  assert.match(site({ extends: 'site.json' }).stderr, /the pack extends itself/);
  assert.match(site({ extends: '../group.json' }).stderr, /not the name of a file in the same folder/);
  assert.match(site({ extends: 'gone.json' }).stderr, /cannot be read/);
  assert.equal(site({ extends: [demo()], name: 'In place' }).stderr, '');
});

test('the reader and the schema know the same fields', () => {
  const full = { ...demo(), kiosk: { pin: '1234' }, send: { endpoint: '/send' } };
  const stranger = 'qqqqqqqqqqqq';
  const open = /^(id|extension|_.*)$/;  // any FHIR element may have them
  const places = [
    ['', schema], ['colours'], ['contact'], ['booking'], ['price'], ['send'], ['kiosk'], ['interval', schema.$defs.number],
    ['waits/toxin', schema.$defs.number], ['questions/0', schema.$defs.question, open],
    ['questions/0/words/de', schema.$defs.question.properties.words.additionalProperties],
    ['questions/0/answerOption/0', schema.$defs.option, open],
    ['questions/0/answerOption/0/valueCoding', schema.$defs.option.properties.valueCoding, open],
  ];
  for (const [place, given, passed] of places) {
    const pack = structuredClone(full);
    place.split('/').filter(Boolean).reduce((inside, name) => inside[name], pack)[stranger] = 1;
    const line = run(['check', file(pack)]).lines.find((each) => each.includes(stranger)) ?? '';
    const known = line.match(/known here: ([^)]*)\)/)?.[1].split(', ').sort();
    const listed = Object.keys((given ?? schema.properties[place]).properties).filter((name) => !passed?.test(name)).sort();
    assert.deepEqual(known, listed, place);
  }
  const namesOf = (change) => checked(change).stderr.match(/known here: ([^)]*)\)/)?.[1].split(', ').sort();
  const enumOf = (field) => schema.properties[field].propertyNames.enum.toSorted();
  const number = { value: 5, unit: 'minute', note: 'x' };
  assert.deepEqual(namesOf((pack) => { pack.visit_minutes[stranger] = number; }), enumOf('visit_minutes'));
  assert.deepEqual(namesOf((pack) => { pack.waits[stranger] = number; }), enumOf('waits'));
  assert.deepEqual(namesOf((pack) => { pack.topics[stranger] = true; }), enumOf('topics'));
  for (const word of Object.keys(schema.properties.words.additionalProperties.properties)) {
    assert.match(checked((pack) => { pack.words.en[stranger] = 'x'; }).stderr, new RegExp(word.replace('.', '\\.')));
  }
});

test('the schema refuses what the reader refuses', () => {
  const changes = [
    (pack) => { pack.colours.accent = 'red'; }, (pack) => { pack.waits.toxin.unit = undefined; }, (pack) => { pack.price.value = 3; },
    (pack) => { pack.kiosk = { pin: 'abcd' }; }, (pack) => { pack.send.endpoint = '//evil.example'; }, (pack) => { delete pack.name; },
    (pack) => { pack.booking.stop = 'http://a.example'; }, (pack) => { pack.questions[0].type = 'group'; }, (pack) => { pack.extends = '/etc/x.json'; },
  ];
  for (const change of changes) {
    const pack = demo();
    change(pack);
    const plain = JSON.parse(JSON.stringify(pack));
    assert.notEqual(fault(schema, plain), '', change.toString());
    assert.equal(run(['check', file(plain), '--on', '2026-11-22']).status, 1, change.toString());
  }
});

test('--pack puts it into the pages and the assessment', () => {
  const on = ['--on', '2026-11-22'];
  const pack = ['--pack', join(packs, 'demo.json')];
  const course = run(['pages', person, '--page', 'result/course', ...pack, ...on]).stdout;
  assert.match(course, /One session: £180 to £250\./);
  const visit = run(['pages', person, '--page', 'result/visit', ...pack, ...on]).stdout;
  assert.match(visit, /25 minutes \(set by your clinic\)/);
  const minutes = JSON.parse(run(['assess', person, ...pack, ...on]).stdout).visit.find(({ step }) => step === 'needle').minutes;
  assert.equal(minutes, 25);
  const german = run(['pages', person, '--page', 'home', '--lang', 'de', ...pack, ...on]).stdout;
  assert.match(german, /Willkommen\. Nehmen Sie sich Zeit/);
  const broken = run(['pages', person, '--pack', file('{"needlewise": "pack"}')]);
  assert.equal(broken.status, 1);
  assert.equal(broken.stdout, '');
  assert.match(broken.stderr, /"name" is missing/);
});
