// Runs every test that there is and adds them up: native (googletest), cover (thousands of people), checks and browser (node), types (tsc), format
// (clang-format) and lint (clang-tidy). ./dev test builds first. With a name, only the tests whose name contains it.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tidy } from './tidy.mjs';

const filter = process.argv[2] ?? '';
const total = { passed: 0, failed: 0, skipped: 0 };
mkdirSync('build/test', { recursive: true });

await Promise.all([group('native', native), group('cover', cover)]);  // the people are counted on one core
await group('checks', () => scripts('tests/checks'));
showTables();
await group('browser', () => scripts('tests/browser'));
if (!filter) {
  await group('types', () => existsSync('web/jsconfig.json') && one('node_modules/.bin/tsc', ['--noEmit', '--project', 'web/jsconfig.json']));
  await group('format', format);
  await group('lint', tidy);
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/** The tables that tests left for people to read. */
function showTables() {
  for (const name of readdirSync('build/test').filter((each) => each.endsWith('.table'))) {
    console.log(readFileSync(`build/test/${name}`, 'utf8'));
    rmSync(`build/test/${name}`);
  }
}

/** Runs one group; a group without tests answers nothing and is not mentioned. */
async function group(name, run) {
  const started = Date.now();
  const result = await run();
  if (!result) return;
  for (const kind of Object.keys(total)) total[kind] += result[kind];
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`[${name}: ${result.passed} of ${result.passed + result.failed} passed in ${seconds} s]`);
}

/** The tests of one program, in parts of which two run at once (a process for each test takes longer than most tests), and the corpora of the fuzzers. */
async function native() {
  const program = 'build/cmake-test/tests/needlewise-tests';
  if (!existsSync(program)) return undefined;
  const parts = 8, waiting = Array.from({ length: parts }, (_, number) => number), all = [];
  await Promise.all([1, 2].map(async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) all.push(await nativePart(program, part, parts));
  }));
  const report = 'build/test/corpora.xml';
  rmSync(report, { force: true });
  const { code } = await sh('ctest', ['--test-dir', 'build/cmake-test', '-j', '2', '--output-on-failure', '--output-junit', '../test/corpora.xml', '--no-tests=ignore', '-R', `^corpus\\..*${filter}`, '-Q']);
  all.push(existsSync(report) ? counted(readFileSync(report, 'utf8').match(/<testsuite\b[^>]*>/)?.[0] ?? '', code) : { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 });
  const sum = (kind) => all.reduce((so_far, one) => so_far + one[kind], 0);
  return sum('passed') + sum('failed') + sum('skipped') > 0 ? { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') } : undefined;
}

async function nativePart(program, part, parts) {
  const report = `build/test/native-${part}.xml`;
  rmSync(report, { force: true });
  const only = filter ? [`--gtest_filter=*${filter}*`] : [];
  const { code, output } = await captured(program, ['--gtest_brief=1', `--gtest_output=xml:${report}`, ...only], { GTEST_TOTAL_SHARDS: String(parts), GTEST_SHARD_INDEX: String(part) });
  if (code !== 0) console.log(output);
  return existsSync(report) ? counted(readFileSync(report, 'utf8').match(/<testsuites\b[^>]*>/)?.[0] ?? '', code) : { passed: 0, failed: 1, skipped: 0 };
}

/** @param {string} suite the element of a report that has the sums */
function counted(suite, code) {
  const count = (name) => Number(suite.match(new RegExp(`\\b${name}="(\\d+)"`))?.[1] ?? 0);
  const skipped = count('skipped') + count('disabled');
  const failed = count('failures') + count('errors') || (code === 0 ? 0 : 1);
  return { passed: count('tests') - failed - skipped, failed, skipped };
}

/** Thousands of people made up by rule, each invariant a test (tests/cover). */
async function cover() {
  if (filter && !'cover'.includes(filter)) return undefined;
  const { code, output } = await captured('build/cover/needlewise-cover');
  console.log(output);
  const [, passed, failed] = output.match(/^(\d+) passed, (\d+) failed$/m) ?? [];
  return { passed: Number(passed ?? 0), failed: Number(failed ?? 0) || (code === 0 ? 0 : 1), skipped: 0 };
}

// Three at once on two cores: much of a browser test is waiting, as a person would.
async function scripts(folder) {
  if (!existsSync(folder)) return undefined;
  const all = readdirSync(folder).filter((name) => name.endsWith('.test.mjs')).map((name) => `${folder}/${name}`);
  const named = all.filter((file) => filter && file.includes(filter));
  const files = named.length > 0 ? named : all;
  if (files.length === 0) return undefined;
  const pattern = filter && named.length === 0 ? ['--test-name-pattern', filter] : [];
  const report = `build/test/${folder.replaceAll('/', '-')}.tap`;
  const { code } = await sh('node', ['--test', '--test-concurrency=3', '--test-timeout=1200000', ...pattern, '--test-reporter=dot', '--test-reporter-destination=stdout',
    '--test-reporter=tap', `--test-reporter-destination=${report}`, ...files]);
  const tap = existsSync(report) ? readFileSync(report, 'utf8') : '';
  const count = (name) => Number(tap.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  if (code !== 0) console.log(failuresIn(tap));
  const filteredOut = (tap.match(/# SKIP test name does not match pattern/g) ?? []).length;
  const failed = count('fail') + count('cancelled') || (code === 0 ? 0 : 1);
  const result = { passed: count('pass'), failed, skipped: Math.max(0, count('skipped') + count('todo') - filteredOut) };
  return filter && result.passed + result.failed === 0 ? undefined : result;
}

/** The blocks of the tests that failed, as node wrote them. */
function failuresIn(tap) {
  return tap.split(/^(?=\s*(?:not )?ok \d)/m).filter((block) => /^\s*not ok/.test(block) && !/failureType: 'subtestsFailed'/.test(block)).join('') || tap;
}

async function format() {
  const files = sources(['src', 'tests'], /\.(cpp|h)$/);
  return files.length > 0 && one('clang-format-19', ['--dry-run', '-Werror', ...files]);
}

function sources(folders, pattern) {
  return folders.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && pattern.test(entry.name)).map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`);
}

/** A command that is one test: it passes when it exits with 0. */
async function one(command, args) {
  const { code } = await sh(command, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

function captured(command, args = [], env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => { output += bytes; });
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function sh(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve({ code: 1 });
    });
    child.on('close', (code) => resolve({ code: code ?? 1 }));
  });
}
