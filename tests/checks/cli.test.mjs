// The command line from outside: exit codes, one line per problem on stderr, nothing half-written on stdout.
// Run: node --test tests/checks/cli.test.mjs (after the native build)
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.NEEDLEWISE ?? join(root, 'build/native/needlewise');
const person = join(root, 'tests/cases/priya.json');
const scratch = mkdtempSync(join(tmpdir(), 'needlewise-'));
test.after(() => rmSync(scratch, {recursive: true}));

function run(args, {env = {}, cwd = root} = {}) {
  const {status, stdout, stderr, signal} = spawnSync(program, args, {cwd, encoding: 'utf8', env: {...process.env, NEEDLEWISE_ASSETS: '', ...env}, maxBuffer: 1 << 26});
  assert.equal(signal, null, `ended by ${signal}: ${stderr}`);
  return {status, stdout, stderr, lines: stderr.split('\n').filter(Boolean)};
}

function file(name, text) {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

// A copy of assets with one file changed.
function assetsWith(path, change) {
  const folder = mkdtempSync(join(scratch, 'assets-'));
  cpSync(join(root, 'assets'), folder, {recursive: true});
  if (change) writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));
  else rmSync(join(folder, path));
  return folder;
}

function refused(args, status, ...patterns) {
  const result = run(args);
  assert.equal(result.stdout, '', 'nothing on stdout');
  assert.equal(result.lines.length, patterns.length, result.stderr);
  patterns.forEach((pattern, i) => assert.match(result.lines[i], pattern));
  assert.equal(result.status, status);
}

const response = items => JSON.stringify({resourceType: 'QuestionnaireResponse', status: 'completed', item: items});

test('help and version say what they are asked', () => {
  const help = run(['--help']);
  assert.equal(help.status, 0);
  for (const command of ['assess', 'pages', 'check', 'version', '--lang', '--on', '--assets']) assert.ok(help.stdout.includes(command), command);
  assert.equal(run(['assess', '--help']).stdout, help.stdout);
  const version = run(['version']);
  assert.match(version.stdout, /^needlewise \d+\.\d+\n$/);
  assert.equal(run(['--version']).stdout, version.stdout);
});

test('a wrong command line ends with 2 and one line', () => {
  refused([], 2, /no command/);
  refused(['diagnose', person], 2, /there is no command "diagnose"/);
  refused(['assess'], 2, /takes one response, not 0/);
  refused(['assess', person, person], 2, /takes one response, not 2/);
  refused(['assess', person, '--pick', 'x'], 2, /there is no option --pick/);
  refused(['assess', person, '--on'], 2, /--on needs a value/);
  refused(['assess', person, '--on', '2026-02-30'], 2, /"2026-02-30" is no date/);
  refused(['assess', person, '--lang', '../../etc'], 2, /is no language/);
  refused(['pages', person, '--country', 'UK'], 2, /"UK" is no country: write two letters of ISO 3166/);
  refused(['version', 'x'], 2, /takes no file/);
});

test('assess gives the JSON that others rely on', () => {
  const {status, stdout, stderr} = run(['assess', person, '--on', '2026-11-22']);
  assert.equal(status, 0, stderr);
  assert.equal(stderr, '');
  const found = JSON.parse(stdout);
  for (const field of ['findings', 'course', 'improvement', 'timeline', 'aftercare', 'visit', 'versions']) assert.ok(field in found, field);
  for (const finding of found.findings) {
    assert.match(finding.action, /^(stop|ask|wait|tell)$/);
    assert.ok(finding.reason.length > 10 && !finding.reason.includes('⟦'), finding.reason);
    assert.ok(finding.sources.length > 0, finding.id);
  }
  for (const range of [found.course.sessions, found.course.interval_weeks]) {
    assert.ok(range.low <= range.common && range.common <= range.high);
    assert.ok(range.low > 0);
  }
  assert.deepEqual(Object.keys(found.versions), ['app', 'content', 'questionnaire']);
});

test('while a question is open there is no result, whatever the command', () => {
  const whole = JSON.parse(readFileSync(person, 'utf8'));
  const empty = file('nobody.json', JSON.stringify({ resourceType: 'QuestionnaireResponse', questionnaire: whole.questionnaire, status: 'in-progress' }));
  const { status, stdout, stderr } = run(['assess', empty]);
  const found = JSON.parse(stdout);
  assert.equal(status, 1);
  assert.equal(found.complete, false);
  assert.ok(found.missing.includes('goal') && found.missing.includes('conditions'), found.missing.join());
  assert.ok(found.plan === null && found.course === null && found.improvement === null && !('event' in found));
  assert.match(stderr, /complete: false, not answered: goal/);
  for (const format of ['fhir', 'ics', 'text', 'link']) refused(['export', empty, '--format', format], 1, /complete: false/);
  const pages = run(['pages', empty]);
  assert.equal(pages.status, 1);
  assert.ok(!/checking first|Print my sheet|No flags/.test(pages.stdout));
});

test('a response that is not to be used, or has dates the page would refuse, is told', () => {
  const changed = (name, change) => {
    const copy = JSON.parse(readFileSync(person, 'utf8'));
    change(copy);
    return file(name, JSON.stringify(copy));
  };
  refused(['assess', changed('error.json', (one) => { one.status = 'entered-in-error'; })], 1, /\/status: error: the answers were entered in error/);
  refused(['assess', changed('modified.json', (one) => { one.modifierExtension = [{ url: 'urn:x', valueBoolean: true }]; })], 1, /\/modifierExtension: error/);
  const older = run(['assess', changed('older.json', (one) => { one.questionnaire = `${one.questionnaire.split('|')[0]}|2020.01`; })]);
  assert.equal(older.status, 0);
  assert.match(older.stderr, /\/questionnaire: warning: the answers were given to version 2020\.01/);
  const helen = readFileSync(join(root, 'tests/cases/helen.json'), 'utf8').replace(/("date-toxin"[^}]*"valueDate": )"[^"]*"/, '$1"2031-01-01"');
  const future = run(['assess', file('future.json', helen), '--on', '2026-11-22']);
  assert.equal(future.status, 1);
  assert.deepEqual(JSON.parse(future.stdout).missing, ['date-toxin']);
  assert.ok(JSON.parse(future.stdout).problems.some((line) => line.includes('"date-toxin" is answered with 2031-01-01')), future.stdout);
  const later = run(['assess', join(root, 'tests/cases/helen.json'), '--on', '2026-12-24']);
  assert.equal(later.status, 0, 'a start that has passed since it was said leaves nothing open');
  assert.match(later.stderr, /warning: "start-date" is answered with 2026-11-23/);
});

test('no number comes with the reason', () => {
  const found = JSON.parse(run(['assess', join(root, 'tests/cases/david.json'), '--on', '2026-11-22']).stdout);
  assert.equal(found.improvement, null);
  assert.ok(found.improvement_reason.length > 10);
});

test('the same input gives the same output, from any folder', () => {
  for (const args of [['assess', person], ['pages', person], ['export', person, '--format', 'ics'], ['export', person, '--format', 'fhir']]) {
    const on = [...args, '--on', '2026-11-22'];
    const first = run(on).stdout;
    assert.ok(first.length > 1000);
    assert.equal(run(on).stdout, first);
    assert.equal(run(on, {cwd: scratch}).stdout, first);
    for (const TZ of ['Asia/Tokyo', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Africa/Cairo'])
      assert.equal(run(on, {env: {LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', TZ}}).stdout, first, TZ);
  }
});

test('the country says whom to call; without one the words are general', () => {
  const help = (...more) => run(['pages', person, '--page', 'help', ...more]).stdout;
  assert.match(help(), /your local emergency number \(112 works in all of the EU and the UK; 911 in the US and Canada\)/);
  assert.match(help('--country', 'GB'), /Call 999 at once/);
  assert.match(help('--country', 'de', '--lang', 'de'), /Wählen Sie sofort die 112/);
  assert.match(help('--country', 'br'), /your local emergency number/);
  assert.match(run(['export', person, '--format', 'text', '--country', 'us', '--on', '2026-11-22']).stdout, /November 22, 2026/);
});

test('what a language lacks is said in English, and the linter says what that is', () => {
  const without = (text) => JSON.stringify({...JSON.parse(text), 'help.lead': undefined, 'redflag.eye.look': undefined});
  const assets = assetsWith('text/de.json', without);
  const {status, stdout} = run(['pages', person, '--page', 'help', '--lang', 'de', '--assets', assets]);
  assert.equal(status, 0);
  const english = JSON.parse(readFileSync(join(root, 'assets/text/en.json'), 'utf8'));
  for (const key of ['help.lead', 'redflag.eye.look']) assert.ok(stdout.includes(english[key]), key);
  assert.doesNotMatch(stdout, /⟦/);
  assert.match(run(['check', '--assets', assets]).stderr, /de\.json:\/redflag\.eye\.look: error: the sentence "redflag\.eye\.look" is missing/);
});

test('today matters to a wait', () => {
  const until = on => JSON.parse(run(['assess', join(root, 'tests/cases/helen.json'), '--on', on]).stdout).findings.filter(one => one.action === 'wait').length;
  assert.ok(until('2026-11-22') > until('2030-01-01'));
});

test('pages are one or all', () => {
  const all = run(['pages', person, '--on', '2026-11-22']).stdout;
  const names = [...all.matchAll(/^=== (.+) ===$/gm)].map(match => match[1]);
  assert.equal(new Set(names).size, names.length);
  for (const name of ['home', 'questions/goal', 'review', 'result', 'result/course', 'result/questions', 'learn', 'sources', 'about', 'help']) assert.ok(names.includes(name), name);
  const one = run(['pages', person, '--page', 'result/course', '--on', '2026-11-22']).stdout;
  assert.ok(all.includes(one));
  assert.equal(run(['pages', person, '--page', 'home', '--on', '2026-11-22']).status, 0);
  refused(['pages', person, '--page', 'result/verdict'], 2, /there is no page "result\/verdict"/);
});

test('what cannot be read ends with 2', () => {
  for (const command of ['assess', 'pages', 'check']) {
    refused([command, join(scratch, 'nowhere.json')], 2, /nowhere\.json: error: the file cannot be read/);
    refused([command, scratch], 2, /the file cannot be read/);
    refused([command, file('broken.json', '{"a": 1,')], 2, /broken\.json: error: not JSON at line 1, column 9/);
    refused([command, file('empty.json', '')], 2, /not JSON/);
  }
  refused(['assess', file('patient.json', '{"resourceType": "Patient"}')], 2, /:\/resourceType: error: expected a QuestionnaireResponse, found "Patient"/);
  refused(['assess', file('list.json', '[]')], 2, /expected a QuestionnaireResponse, found a list/);
  refused(['check', file('patient.json', '{"resourceType": "Patient"}')], 2, /not a kind of file this program knows/);
  refused(['assess', file('bomb.json', '['.repeat(500000))], 2, /nested deeper than 400 levels/);
});

test('faults in a response end with 1 and a line each', () => {
  const faulty = file('faulty.json', response([{linkId: 'nothing'}, {linkId: 'goals', item: [{linkId: 'goal', answer: [{valueCoding: {system: 'urn:x', code: 'y'}}]}]}]));
  for (const command of ['assess', 'pages', 'check']) {
    refused([command, faulty], 1, /faulty\.json:\/item\/0\/linkId: error: the questionnaire has no "nothing"/, /\/item\/1\/item\/0\/answer\/0\/valueCoding: error: "goal" has no option "y"/);
  }
});

test('check passes what is shipped', () => {
  assert.deepEqual(run(['check']), {status: 0, stdout: '', stderr: '', lines: []});
  for (const path of ['model/rules.json', 'model/numbers.json', 'evidence/facts.json', 'questionnaire/consultation.json', 'text/en.json']) {
    assert.deepEqual(run(['check', join(root, 'assets', path)]).lines, [], path);
  }
  assert.deepEqual(run(['check', person]), {status: 0, stdout: '', stderr: '', lines: []});
});

test('check names a fault in its file, alone or among all', () => {
  const folder = assetsWith('model/rules.json', text => text.replace('"action": "stop"', '"action": "halt"'));
  const line = /model\/rules\.json:\/\d+\/action: error: unknown word "halt" \(one of: stop, ask, wait, tell\)$/;
  refused(['check', '--assets', folder], 1, line);
  refused(['check', join(folder, 'model/rules.json')], 1, line);
});

test('check follows names across files', () => {
  const numbers = JSON.parse(readFileSync(join(root, 'assets/model/numbers.json'), 'utf8'));
  const name = Object.keys(numbers).find(each => each.startsWith('wait.'));
  const folder = assetsWith('model/numbers.json', text => text.replace(`"${name}"`, `"${name}.gone"`));
  const {status, lines} = run(['check', '--assets', folder]);
  assert.equal(status, 1);
  assert.ok(lines.some(line => line.includes(`there is no number "${name}"`)), lines.join('\n'));
});

test('missing content is named', () => {
  const folder = assetsWith('model/visit.json');
  refused(['check', '--assets', folder], 1, /model\/visit\.json: error: the file is missing/);
  refused(['assess', person, '--assets', folder], 2, /model\/visit\.json: error: the file is missing/);
  refused(['assess', person, '--lang', 'xx'], 2, /text\/xx\.json: error: the file is missing/);
  assert.equal(run(['check', '--assets', join(scratch, 'nowhere')]).status, 2);
});

test('the folder of the content can be set in three ways', () => {
  const folder = assetsWith('text/en.json', text => text);
  const plain = run(['assess', person, '--on', '2026-11-22']).stdout;
  assert.equal(run(['assess', person, '--on', '2026-11-22', '--assets', folder]).stdout, plain);
  assert.equal(run(['assess', person, '--on', '2026-11-22'], {env: {NEEDLEWISE_ASSETS: folder}, cwd: scratch}).stdout, plain);
});

test('nothing of a file or an argument is a command to the terminal', () => {
  const evil = '\u001b[31m\u009b2J\u0007';
  const one = run([`${evil}x`]);
  const two = run(['check', join(scratch, `${evil}.json`)]);
  const three = run(['check', file('evil.json', JSON.stringify({ needlewise: 'pack', format: 1, [`${evil}key`]: 1 }))]);
  for (const { stdout, stderr } of [one, two, three]) {
    assert.ok((stdout + stderr).length > 10);
    assert.doesNotMatch(stdout + stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  }
});

test('the version is that of the newest entry of the changelog', () => {
  const [, newest] = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').match(/^## (\S+)/m);
  assert.ok(run(['version']).stdout.includes(newest), run(['version']).stdout);
});
