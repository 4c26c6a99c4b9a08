// Starts the page: loads, opens the program, and ties it to the document. The program decides what is on the page; the
// document shows it, takes all input, scrolls and keeps the history.
// @ts-check
import { Engine } from './engine.mjs';
import { figures } from './figures.mjs';
import { Frames } from './frames.mjs';
import { History, pathOf } from './history.mjs';
import { focusHeading, focusNode, listen } from './input.mjs';
import { addFonts, languages, loadAll } from './load.mjs';
import { Mirror } from './mirror.mjs';
import { decode, PAGE_FLAGS } from './records.mjs';
import { watchDay, watchPreferences, watchScreen, watchScroll } from './screen.mjs';
import { Skin, watchContext, wearTheme } from './skin.mjs';

const root = document.documentElement;
const page = /** @type {HTMLElement} */ (document.getElementById('page'));
const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
const mirrorHost = /** @type {HTMLElement} */ (document.getElementById('mirror'));
const announcer = /** @type {HTMLElement} */ (document.getElementById('announcer'));

/** What the address asks for: ?lang=en&start=home|assess|learn&view=plain and the page after the "#". */
function readAddress() {
  const asked = new URLSearchParams(location.search);
  const language = asked.get('lang') ?? '';
  const start = { assess: 'questions', learn: 'learn' }[asked.get('start') ?? ''] ?? '';
  let path = start;
  try {
    path = pathOf(location.hash) || start;
  } catch { /* an address that names nothing opens the start */ }
  return { language: language in languages() ? language : 'en', path, plain: asked.get('view') === 'plain' };
}

/** Says something to those who listen; the same words twice are said twice. @param {string} text */
function announce(text) {
  announcer.textContent = '';
  setTimeout(() => { announcer.textContent = text; }, 100);
}

/** @param {unknown} reason */
function trouble(reason) {
  console.error(reason);
  delete root.dataset.loading;
  root.dataset.trouble = '';
  /** @type {HTMLElement} */ (document.getElementById('trouble')).hidden = false;
}

/** What the program asks of the document. @param {Mirror} mirror @param {() => History} history */
function hostFor(mirror, history) {
  let theme = '';
  return {
    /** @param {Uint8Array} bytes */
    publish(bytes) {
      const published = decode(bytes);
      if (published.theme !== theme) wearTheme(published.theme);
      figures.paint(root.style.getPropertyValue('--picture-accent'));
      theme = published.theme;
      root.dataset.theme = published.flags & PAGE_FLAGS.dark ? 'dark' : 'light';
      root.lang = published.language;
      document.title = published.title;
      mirror.update(published);
      Object.assign(mirrorHost, { published });  // for tests: where everything is painted
    },
    /** @param {string} path @param {string} _title @param {boolean} replace */
    showPath(path, _title, replace) {
      const first = root.dataset.ready === undefined;
      history().show(path, replace || first);
      if (first) return;
      window.scrollTo({ top: history().takeTop(), behavior: 'instant' });
      focusHeading(mirror);
      mirrorHost.querySelector('[data-look="tabs"] [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest', behavior: 'instant' });
    },
    /** @param {number} key */
    focus: (key) => focusNode(mirror, key),
    announce,
  };
}

async function start() {
  root.dataset.loading = '';
  const { language, path, plain } = readAddress();
  const mirror = new Mirror(mirrorHost);
  /** @type {History} */
  let history;
  const host = hostFor(mirror, () => history);
  const { module, files } = await loadAll(canvas, host, language);
  addFonts(files);
  figures.start(files.get('figures.json'));

  const engine = new Engine(module, host);
  const webgl = engine.open();
  for (const [name, bytes] of files) engine.load(name, bytes);
  const frames = new Frames((seconds) => {
    try {
      return engine.frame(seconds);
    } catch (reason) {
      trouble(reason);
      return -1;
    } finally {
      history.settle();
    }
  });
  const changed = () => frames.ask();
  history = new History((to) => {
    engine.navigate(to);
    changed();
  });

  mirrorHost.replaceChildren();  // the first page, readable while loading, makes way for the living one
  engine.start(language, path);
  const skin = new Skin({ webgl, asked: plain, changed(shown) {
    engine.picture(shown);
    figures.wear(!shown);
    changed();
  } });
  watchContext(canvas, (there) => {
    engine.context(there);
    skin.set('context-lost', !there);
    changed();
  });
  watchScreen(engine, page, canvas, changed);
  watchScroll(engine, changed);
  watchPreferences(engine, changed);
  watchDay(engine, changed);
  listen(mirrorHost, mirror, engine, changed);
  mirrorHost.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) history.remember();
  });
  frames.step(performance.now());
  delete root.dataset.loading;
  root.dataset.ready = '';
}

start().catch(trouble);
