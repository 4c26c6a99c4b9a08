// Splits the module that Emscripten linked in two by what the first pages use: the program is run here with a counter in every function,
// home and the first two questions are visited, and what was used makes the first part. The second is all the rest.
// Nothing relies on the choice being right: a call that comes to a function of the second part waits for it (web/trial.mjs).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundle } from './bundle.mjs';
import { openProgram, pretendBrowser } from './program.mjs';

const folder = 'build/cmake-web';
const whole = `${folder}/needlewise.wasm`;
const [counting, profile, stamp] = ['counting.wasm', 'profile.data', 'split.stamp'].map((name) => `${folder}/${name}`);

/** What the first part is made for: every language, a phone and a desk, each with a theme. Nothing is painted before all is there. */
const VISITS = /** @type {const} */ ([
  { language: 'en', width: 390, height: 844, dark: false, contrast: false },
  { language: 'de', width: 1280, height: 800, dark: true, contrast: false },
  { language: 'es', width: 390, height: 844, dark: false, contrast: true, calm: true },
  { language: 'fr', width: 768, height: 1024, dark: false, contrast: true },
  { language: 'pl', width: 390, height: 844, dark: true, contrast: true },
  { language: 'ar', width: 390, height: 844, dark: false, contrast: false },
]);

/** @param {string} program @param {string[]} options */
const binaryen = (program, ...options) => execFileSync(`build/deps/emscripten/binaryen/usr/bin/${program}`, ['--all-features', ...options], { stdio: 'inherit' });

const files = filesOf();
const made = createHash('sha256').update(readFileSync(whole)).update(readFileSync('tools/split.mjs')).update(readFileSync('tools/program.mjs'))
  .update(Buffer.concat([...files.shared.map(([, bytes]) => bytes), ...VISITS.map(({ language }) => files.words(language))])).digest('hex');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) process.exit(0);
rmSync(stamp, { force: true });

standStill();
binaryen('wasm-split', '--instrument', whole, '-o', counting);
const { default: create } = await import(new URL(`../${folder}/needlewise.mjs`, import.meta.url).href);
const wasm = readFileSync(counting);
const profiles = [];
for (const [i, visit] of VISITS.entries()) {
  const program = await visited(visit);
  profiles.push(`${profile}.${i}`);
  writeFileSync(profiles[i], counted(program));
}
binaryen('wasm-split', '--merge-profiles', ...profiles, '-o', profile);
binaryen('wasm-split', '--split', whole, '--profile', profile, '--import-namespace', 'first', '--no-placeholders',
  '-o1', `${folder}/first.wasm`, '-o2', `${folder}/second.wasm`);
writeFileSync(stamp, made);

/** The same day and the same chance in every build, so that two builds are the same. */
function standStill() {
  const Real = Date;
  globalThis.Date = /** @type {DateConstructor} */ (class extends Real {
    constructor() { super('2026-01-05T12:00:00'); }
  });
  Math.random = () => 0.5;
}

/** What web/app.mjs hands to the program, by the names that it knows. */
function filesOf() {
  const packed = bundle();
  const fonts = ['regular.ttf', 'semibold.ttf'].map((name) => /** @type {const} */ ([name, readFileSync(`build/fonts/${name}`)]));
  const said = { address: 'https://example.org/', languages: VISITS.map(({ language }) => language).join(' '), 'country/asked': '', 'country/chosen': '', 'country/region': 'GB', 'can-draft': '1' };
  return {
    shared: [...fonts, ...['content.json', 'figures.json'].map((name) => /** @type {const} */ ([name, Buffer.from(packed.get(name))])),
      ...Object.entries(said).map(([name, text]) => /** @type {const} */ ([name, Buffer.from(text)]))],
    words: (language) => Buffer.from(packed.get(`text/${language}.json`)),
  };
}

/** Home; the first question, answered by a tap; the second, left out and then answered; the first again, answered otherwise; home. @param {(typeof VISITS)[number]} visit */
async function visited({ language, width, height, dark, contrast, calm = false }) {
  const document = pretendBrowser();
  const own = new Map([...files.shared, ['text.json', files.words(language)], ['english.json', files.words('en')]]);
  const program = await openProgram({ create, wasm, document, files: own, language, path: '', width, height });
  const { engine, mirror, frame } = program;
  const found = (kind, fits) => [...mirror.entries.values()].map(({ node }) => node).filter((node) => node.kind === kind && fits(node));
  const press = (node, value = '') => {
    engine.interact(node.key, node.key, node.key, true);
    frame();
    engine.event(node.key, value);
    frame();
    engine.interact(0, 0, 0, false);
    frame();
  };
  const goOn = () => press(found('button', ({ look }) => look === 'primary')[0]);
  engine.module.stackRestore(engine.module.stackSave());  // as web/trial.mjs does
  engine.module._sbrk(0);
  engine.prefer(dark, contrast, calm);
  engine.picture(false);
  engine.resize(width, height - 60, 2, 1, true);
  engine.tellDay();
  for (const top of [200, 0]) {
    engine.scroll(top);
    frame();
  }
  press(found('link', ({ target }) => target.startsWith('#/questions/'))[0]);
  const first = program.published.path;
  press(found('option', () => true)[0], 'tap');
  engine.tell('go-on', program.asked.get('go-on'));
  frame();
  goOn();
  press(found('option', () => true)[0], '1');
  goOn();
  engine.navigate(first);
  frame();
  press(found('option', () => true)[1], '1');
  goOn();
  engine.navigate('');
  frame();
  return program;
}

/** @returns {Uint8Array} what the counters say */
function counted({ engine, instance }) {
  const size = instance.exports.__write_profile(0, 0);
  const at = engine.module._malloc(size);
  instance.exports.__write_profile(at, size);
  return engine.host.bytes().slice(at, at + size);
}
