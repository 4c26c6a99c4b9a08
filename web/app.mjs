// Starts the page: loads, opens the program, and ties it to the document. The program decides what is on the page; the
// document shows it, takes all input, scrolls and keeps the history.
// @ts-check
import { ownAddress } from './address.mjs';
import { Closed } from './closed.mjs';
import { coverSeen } from './cover.mjs';
import { leaveToOthers, measure, onClick } from './dom.mjs';
import { Engine } from './engine.mjs';
import { figures } from './figures.mjs';
import { breath, Frames } from './frames.mjs';
import { Guest } from './guest.mjs';
import { History, pathOf } from './history.mjs';
import { focusHeading, focusNode, listen } from './input.mjs';
import { Keeper, scopeOf } from './keep.mjs';
import { KioskMemory } from './kiosk.mjs';
import { Labels } from './labels.mjs';
import { addFonts, allWordsOf, firstWords, hasten, joinSecond, languages, loadAll, moreContent, moreFigures, restOfWords } from './load.mjs';
import { Mirror } from './mirror.mjs';
import { keepOffline } from './offline.mjs';
import { clinicIn, fetchQuestionnaire, filesOf, havePack, languagesOf, wantsKiosk } from './pack.mjs';
import { embedded } from './port.mjs';
import { preview, previewFiles } from './preview.mjs';
import { decode, has, PAGE_FLAGS } from './records.mjs';
import { carryOut } from './requests.mjs';
import { watchDay, watchPreferences, watchScreen, watchScroll } from './screen.mjs';
import { setText } from './setting.mjs';
import { Rest } from './rest.mjs';
import { keepCalm, Skin, watchContext, wearTheme } from './skin.mjs';
import { Still } from './still.mjs';
import { Tablet } from './tablet.mjs';
import { goOnSoon } from './taps.mjs';
import { watchTranslation } from './translated.mjs';
import { Trial } from './trial.mjs';

const root = document.documentElement;
const page = /** @type {HTMLElement} */ (document.getElementById('page'));
const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
const mirrorHost = /** @type {HTMLElement} */ (document.getElementById('mirror'));
const announcer = /** @type {HTMLElement} */ (document.getElementById('announcer'));
const mirror = new Mirror(mirrorHost);
const labels = new Labels(page);
const still = new Still(mirrorHost);
const guest = new Guest(mirror, page, (code) => code in languages());
const scope = scopeOf(location, embedded() ? window.name || 'frame' : '');
const memory = new KioskMemory({ storage: () => window.localStorage, scope });
const tablet = new Tablet(page, memory, (what, value) => guest.tell(what, value));
const keeper = new Keeper({
  tab: () => window.sessionStorage, device: () => window.localStorage, scope,
  keeps: !/[?&](preview|start=staff)\b/.test(location.search),
  drafts: !embedded(),
  tell: (what, value) => guest.tell(what, value),
});

/** What the address asks for: ?lang=en&start=home|assess|learn|staff&view=plain and the page after the "#", which may change before the start. */
function readAddress() {
  const asked = new URLSearchParams(location.search);
  const language = asked.get('lang') ?? '';
  const start = { assess: 'questions', learn: 'learn', staff: 'staff' }[asked.get('start') ?? ''] ?? '';
  return { language, pathNow: () => pathOf(location.hash) || start, plain: asked.get('view') === 'plain' };
}

/**
 * Where the person may be: what they chose here before, what the address says, and what the browser is set to. Only the first of
 * its languages counts: those after it are often there from the beginning.
 * @returns {[string, string][]} as the program takes it, see src/app/app.cpp
 */
function whereabouts() {
  const asked = new URLSearchParams(location.search);
  const country = asked.get('country') ?? '';
  const [first = ''] = navigator.languages;
  const alike = navigator.languages.filter((tag) => tag.split('-')[0] === first.split('-')[0]);
  return [[`country/${asked.has('chosen') ? 'chosen' : 'asked'}`, country], ['country/region', alike.map(regionOf).find(Boolean) ?? '']];
}

/** @param {string} tag "de-AT" @returns {string | undefined} "AT" */
function regionOf(tag) {
  try {
    return new Intl.Locale(tag).region;
  } catch {
    return undefined;
  }
}

/**
 * The one asked for, else the first of the browser's that there is, else the clinic's first, else English.
 * @param {string} asked @param {string[]} [offered] by the clinic
 */
function chooseLanguage(asked, offered) {
  const all = Object.keys(languages());
  const both = offered?.filter((code) => all.includes(code)) ?? [];
  const there = both.length > 0 ? both : all;
  return [asked, ...navigator.languages].map((tag) => [tag, tag.split('-')[0]].find((code) => there.includes(code))).find(Boolean) ?? both[0] ?? 'en';
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
  still.fail();
  /** @type {HTMLElement} */ (document.getElementById('trouble')).hidden = false;
  guest.fail('trouble');
}

/**
 * Whether the canvas scrolls with the page. The browser scrolls what it shows itself before the program can paint again, and words
 * must not leave their boxes on the way. Where something stays over the page it cannot.
 * @param {import('./records.mjs').Published} published
 */
const rides = ({ nodes, labels: own }) => (own.length > 0 || nodes.some((node) => node.nameShown)) && !nodes.some((node) => has(node, 'pinned'));

/** The current tab in the middle of its row; the page itself stays where it is. @param {Element | null} tab */
function showTab(tab) {
  const row = tab?.closest('[data-look="tabs"]');
  if (row && tab instanceof HTMLElement) row.scrollLeft = tab.offsetLeft + (tab.offsetWidth - row.clientWidth) / 2;
}

/** In the plain skin the browser sees to it itself; in somebody else's page the other page scrolls. @param {number} distance @param {Engine} engine */
function scrollBy(distance, engine) {
  if (embedded()) return guest.reveal(document.activeElement);
  if (root.dataset.skin === 'plain') return;
  window.scrollBy({ top: distance, behavior: 'instant' });
  engine.top = window.scrollY;
}

/** What keeps a choice through a reload. @param {Record<string, string>} choices */
function keepInAddress(choices) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(choices)) address.searchParams.set(name, value);
  window.history.replaceState(window.history.state, '', address);
}

/**
 * What the program asks of the document.
 * @param {() => {history: History, skin: Skin, engine: Engine, changed: () => void}} tools there once the program has started
 */
function hostFor(tools) {
  let theme = '';
  return {
    /** @param {Uint8Array} bytes */
    publish(bytes) {
      const published = decode(bytes);
      if (published.theme !== theme) wearTheme(published.theme);
      figures.paint(root.style.getPropertyValue('--picture-accent'));
      theme = published.theme;
      root.dataset.theme = published.flags & PAGE_FLAGS.dark ? 'dark' : 'light';
      root.toggleAttribute('data-kiosk', (published.flags & PAGE_FLAGS.kiosk) !== 0);
      root.lang = published.language;
      root.dir = published.flags & PAGE_FLAGS.rightToLeft ? 'rtl' : 'ltr';
      document.title = published.title;
      mirror.update(published);
      figures.forget();
      labels.update(published.labels);
      root.toggleAttribute('data-riding', rides(published));
      guest.published();
      tablet.published(published);
      coverSeen(page);
      Object.assign(mirrorHost, { published });  // for tests: where everything is painted
    },
    /** @param {string} path @param {string} _title @param {boolean} replace */
    showPath(path, _title, replace) {
      const first = root.dataset.ready === undefined;
      tools().history.show(path, replace || first);
      if (first) return;
      root.dataset.moved = '';
      window.scrollTo({ top: tools().history.takeTop(), behavior: 'instant' });
      tools().engine.top = window.scrollY;
      guest.place();
      if (document.hasFocus() || !embedded()) focusHeading(mirror);  // never out of the page around this one
      showTab(mirrorHost.querySelector('[data-look="tabs"] [aria-current]'));
    },
    /** @param {number} key */
    focus(key) {
      focusNode(mirror, key);
      guest.reveal(document.activeElement);
    },
    announce,
    setText,
    /** @param {string} what @param {string} name @param {string} text */
    request(what, name, text) {
      if (what === 'clinic') return wear(clinicIn(text));
      if (what === 'scroll') return scrollBy(Number(name), tools().engine);
      if (what === 'photo') return void figures.photos.set(name, text);
      if (what === 'language') return this.keep({ lang: name });
      if (what === 'country') return this.keep({ country: name, chosen: '' });
      void carryOut(what, name, text).then((done) => {
        if (what === 'copy' || what === 'save') guest.tell(done ? 'done' : 'refused', what);
      });
      guest.request(what, name, text);
      tablet.request(what, name, text);
      goOnSoon(what, name, (told, value) => guest.tell(told, value));
      keeper.request(what, name, text);
    },
    /** @param {string} language */
    async requestWords(language) {
      tools().engine.words(language, await allWordsOf(language).catch(() => new Uint8Array()));
      tools().changed();
    },
    /** Only what the program has taken gets into the address. It is told afterwards: it is still at work. @param {Record<string, string>} choices */
    keep(choices) {
      keepInAddress(choices);
      queueMicrotask(() => {
        tools().engine.tell('address', ownAddress());
        tools().changed();
      });
    },
  };
}

let worn = false;

/** The program has taken the clinic's pack. @param {import('./pack.mjs').Clinic} clinic */
function wear(clinic) {
  worn = true;
  if (clinic.logo) figures.own.set('clinic-logo', clinic.logo);
  guest.connect(clinic);
}

async function start() {
  root.dataset.loading = '';
  const { language: asked, pathNow, plain } = readAddress();
  /** @type {History} */
  let history;
  /** @type {Skin} */
  let skin;
  /** @type {Engine} */
  let engine;
  const closed = new Closed(chooseLanguage(asked));
  const changesAll = /[?&](pack|preview|questionnaire)\b/.test(location.search);  // what these bring is checked against all of the content
  const firstPage = /^($|questions)/.test(pathNow());
  if (changesAll || !firstPage) hasten(closed.language);
  still.show(pathNow, !embedded() && !keeper.files().some(([name]) => name !== 'can-draft') && !memory.known() && !changesAll);
  void still.translate(closed.language, firstWords()[closed.language]).catch(() => {});  // then they stay English
  const fetched = havePack(closed);
  const chosen = fetched.then((pack) => chooseLanguage(asked, languagesOf(pack)));
  const trial = new Trial(hostFor(() => ({ history, skin, engine, changed })));
  const questionnaire = fetched.then(fetchQuestionnaire);
  if (!/[?&](pack|preview)\b/.test(location.search)) guest.connect({});
  const [{ module, exports, files }, previewed] = await Promise.all([loadAll(canvas, trial.host, chosen, (drawn) => still.draw(drawn)), preview()]);
  const [pack, language] = await Promise.all([fetched, chosen]);
  const fonts = await addFonts(files);
  window.addEventListener('beforeprint', () => figures.show());

  trial.module = module;
  engine = new Engine(module, trial.host, trial);
  const rest = new Rest({ trial, words: files.get('text.json'), changed: () => changed(), async join() {
    const [pictures, words, content] = await Promise.all([moreFigures(), restOfWords(files, language), moreContent(), joinSecond(exports)]);
    for (const { name, bytes } of words) files.set(name, bytes);  // the start itself may be what waits
    return [
      ...words.map(({ code, bytes }) => () => engine.allWords(code, bytes)),
      () => engine.moreContent(content),
      () => {
        if (!pictures) return;
        engine.pictures(pictures);
        figures.add(pictures);
      },
    ];
  } });
  figures.pixels = (image, width, height) => engine.pixels(image, width, height);
  keepCalm(canvas);
  const changed = () => frames.ask();
  const frames = new Frames((seconds) => {
    try {
      return engine.frame(seconds);
    } catch (reason) {
      trouble(reason);
      return -1;
    } finally {
      measure(canvas, { painted: engine.top });
      history.settle();
    }
  });
  const webgl = await engine.together(() => engine.open());
  const form = await questionnaire;
  await breath();
  history = new History((to) => {
    engine.navigate(to);
    changed();
  }, embedded());
  await engine.together(() => {
    for (const [name, bytes] of [...files, ...previewed ? previewFiles(previewed) : filesOf(pack), ...form]) engine.load(name, bytes);
    for (const [name, text] of [...whereabouts(), ...keeper.files()]) engine.load(name, new TextEncoder().encode(text));
    if (/[?&]gallery\b/.test(location.search)) engine.load('gallery', new Uint8Array());
    if (embedded() && !/[?&](settings|preview)\b/.test(location.search)) engine.load('no-settings', new Uint8Array());
    engine.load('address', new TextEncoder().encode(ownAddress()));
    engine.load('languages', new TextEncoder().encode(Object.keys(languages()).join(' ')));
    engine.start(language, pathNow());
  });
  await breath();
  // A pack with an error is not used at all. That must not open a shared tablet.
  if (pack && !worn && (memory.known() || wantsKiosk(pack))) return closed.stay(`${pack.name}: needlewise check`);
  if (worn) tablet.settle();
  guest.connect({});  // where there is no pack, or none that can be used
  skin = new Skin({ webgl, fonts, asked: plain, changed(shown) {
    engine.picture(shown);
    figures.wear(!shown);
    changed();
  } });
  watchContext(canvas, (there) => {
    engine.context(there);
    skin.set('context-lost', !there);
    changed();
  });
  watchTranslation(mirrorHost, (translated) => {
    leaveToOthers(translated);
    skin.set('translated', translated);
    changed();
  });
  watchScreen(engine, page, canvas, changed);
  watchScroll(engine, () => {
    coverSeen(page);
    changed();
  });
  watchPreferences(engine, changed);
  watchDay(engine, changed);
  trial.hold();
  frames.step(performance.now());
  await breath();
  const focused = still.end();
  mirrorHost.replaceChildren();  // the first page makes way for the living one
  trial.release();
  listen(mirrorHost, mirror, engine, changed);
  onClick((event) => history.follow(event));
  guest.listen(engine, changed);
  keeper.listen(embedded());
  still.replay((key, value) => engine.event(key, value));
  changed();
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  await engine.together(() => {});  // the first page may need all of the program
  delete root.dataset.loading;
  root.dataset.ready = '';
  guest.ready();
  if (previewed) guest.tell('theme', previewed.theme);
  if (previewed?.idle) guest.tell('idle', '30');
  await breath();
  await rest.arrive();
  root.dataset.complete = '';
  keepOffline();
}

start().catch(trouble);
