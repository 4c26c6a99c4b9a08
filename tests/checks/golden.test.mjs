// Golden people: for everyone in tests/cases, all pages as text (`needlewise pages`) and the assessment as JSON, compared
// with tests/golden.
// After a change that is meant: UPDATE_GOLDEN=1 node --test tests/checks/golden.test.mjs, then read the difference.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.NEEDLEWISE ?? join(root, 'build/native/needlewise');
const cases = join(root, 'tests/cases'), golden = join(root, 'tests/golden');
const update = process.env.UPDATE_GOLDEN === '1';
const today = '2026-11-22';

const people = readdirSync(cases).filter(name => name.endsWith('.json')).map(name => name.slice(0, -5)).sort();

// The fingerprint changes with every edit of any content; what it leads to is compared anyway.
const withoutFingerprint = text => text.replace(/\b(\d{4}-\d\d-\d\d)-[0-9a-f]{8}\b/g, '$1-…');

function output(command, person, ...more) {
  const {status, stdout, stderr} = spawnSync(program, [command, join(cases, `${person}.json`), ...more, '--on', today, '--assets', join(root, 'assets')], {encoding: 'utf8', maxBuffer: 1 << 26});
  assert.equal(status, 0, stderr);
  return withoutFingerprint(stdout);
}

// The lines that differ, with their numbers and the page they are on; enough to see what changed.
function difference(before, after, most = 40) {
  const was = before.split('\n'), is = after.split('\n');
  const lengths = Array.from({length: was.length + 1}, () => new Uint32Array(is.length + 1));
  for (let i = was.length - 1; i >= 0; --i) {
    for (let j = is.length - 1; j >= 0; --j) {
      lengths[i][j] = was[i] === is[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const lines = [];
  let page = '', named = '';
  const show = line => {
    if (page !== named) lines.push(page);
    named = page;
    lines.push(line);
  };
  for (let i = 0, j = 0; i < was.length || j < is.length;) {
    if (is[j]?.startsWith('=== ')) page = is[j];
    if (i < was.length && j < is.length && was[i] === is[j]) ++i, ++j;
    else if (j < is.length && (i === was.length || lengths[i][j + 1] > lengths[i + 1][j])) show(`  ${j + 1} + ${is[j++]}`);
    else show(`  ${i + 1} - ${was[i++]}`);
  }
  const left = lines.length - most;
  return [...lines.slice(0, most), ...(left > 0 ? [`  and ${left} lines more`] : [])].join('\n');
}

function compare(name, after) {
  const path = join(golden, name);
  if (update) {
    mkdirSync(golden, {recursive: true});
    writeFileSync(path, after);
    return;
  }
  assert.ok(existsSync(path), `no ${name}: make it with UPDATE_GOLDEN=1`);
  const before = readFileSync(path, 'utf8');
  if (before !== after) assert.fail(`tests/golden/${name} differs (if that is meant: UPDATE_GOLDEN=1)\n${difference(before, after)}`);
}

// Pages that are the same for everyone stand once, in everyone.txt; healing is that of the person, and so is help for whom a sign is an
// emergency that is none for others.
const sooner = JSON.parse(readFileSync(join(root, 'assets/model/red-flags.json'), 'utf8')).flatMap(flag => flag.emergency_with ?? []);
const ownHelp = new Set(people.filter(person => JSON.parse(output('assess', person)).findings.some(finding => sooner.includes(finding.id))));
const forEveryone = (person, page) => /^=== (learn(?!\/healing)|sources|about)/.test(page) || (/^=== help/.test(page) && !ownHelp.has(person));
const pages = person => output('pages', person).split(/^(?==== )/m);
const shared = person => pages(person).filter(page => forEveryone(person, page));

for (const person of people) {
  test(`${person}: pages`, () => compare(`${person}.txt`, pages(person).filter(page => !forEveryone(person, page)).join('')));
  test(`${person}: assessment`, () => compare(`${person}.assess.json`, output('assess', person)));
}

// What staff read, of somebody whom much speaks against and somebody whom nothing does.
const briefs = ['yusuf', 'noor'];
for (const person of briefs) {
  test(`${person}: staff brief`, () => compare(`${person}.brief.txt`, output('pages', person, '--page', 'staff/brief')));
}

test('pages that do not depend on the person', () => {
  const all = shared(people.find(person => !ownHelp.has(person)));
  compare('everyone.txt', all.join(''));
  for (const person of people) {
    const same = all.filter(page => !(ownHelp.has(person) && page.startsWith('=== help')));
    assert.equal(difference(same.join(''), shared(person).join('')), '', person);
  }
  assert.ok(ownHelp.size > 0 && ownHelp.size < people.length);
});

// What a clinic's pack changes: its plan and prices for noor, its longer wait for helen, and no booking for liam, who must not have it now.
test('people at the clinic of the demo pack', () => {
  const shown = {noor: ['home', 'questions/clinic-heard', 'review', 'result', 'result/course', 'result/visit', 'about', 'help'], helen: ['result'], liam: ['result']};
  const at = ['--pack', join(root, 'assets/packs/demo.json')];
  compare('demo-pack.txt', Object.entries(shown).flatMap(([person, pages]) => pages.map(page => output('pages', person, ...at, '--page', page))).join(''));
});

test('every golden file is of somebody', () => {
  const known = new Set(['everyone.txt', 'demo-pack.txt', ...briefs.map(person => `${person}.brief.txt`), ...people.flatMap(person => [`${person}.txt`, `${person}.assess.json`])]);
  const strangers = readdirSync(golden).filter(name => !known.has(name) && /\.(txt|assess\.json)$/.test(name));
  if (update) strangers.forEach(name => rmSync(join(golden, name)));
  else assert.deepEqual(strangers, []);
});
