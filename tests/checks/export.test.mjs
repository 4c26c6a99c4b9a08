// `needlewise export`: what a person takes along, from the command line. The formats themselves: tests/unit/content_exports_test.cpp.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.NEEDLEWISE ?? join(root, 'build/native/needlewise');
const cases = join(root, 'tests/cases');
const people = readdirSync(cases).filter(name => name.endsWith('.json'));

const run = (...words) => spawnSync(program, [...words, '--on', '2026-11-22', '--assets', join(root, 'assets')], {encoding: 'utf8'});
const exported = (file, format) => run('export', join(cases, file), '--format', format);

test('everyone can take everything along', () => {
  for (const file of people) {
    for (const format of ['fhir', 'text', 'link']) {
      const {status, stdout, stderr} = exported(file, format);
      assert.equal(status, 0, stderr);
      assert.ok(stdout.endsWith('\n') && stdout.length > 100, `${file} ${format}`);
    }
    assert.match(exported(file, 'link').stdout, /^#\/open\/1\.[0-9A-Z.-]+\n$/, 'only signs that a code packs tightly');
  }
});

test('an exported bundle is read again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'needlewise-'));
  for (const file of people) {
    const bundle = join(folder, file);
    writeFileSync(bundle, exported(file, 'fhir').stdout);
    assert.equal(run('assess', bundle).stdout, run('assess', join(cases, file)).stdout, file);
  }
});

test('a calendar needs a day', () => {
  const calendars = people.map(file => exported(file, 'ics'));
  assert.ok(calendars.some(({status, stdout}) => status === 0 && stdout.startsWith('BEGIN:VCALENDAR\r\n') && stdout.endsWith('END:VCALENDAR\r\n')));
  for (const {status, stdout, stderr} of calendars.filter(each => each.status !== 0)) {
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /there are no days for a calendar \(without a start-date or an event-date/);
  }
});

test('the format is one of four, and needed', () => {
  for (const words of [['--format', 'pdf'], []]) {
    const {status, stdout, stderr} = run('export', join(cases, people[0]), ...words);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /fhir, ics, text or link/);
  }
});
