// Starts the page: loads, opens the program, and ties it to the document. The program decides what is on the page; the
// document shows it, takes all input, scrolls and keeps the history.
// @ts-check
import { ownAddress } from './address.mjs';
import { asked, chooseLanguage, pathNow, whereabouts } from './asked.mjs';
import { Closed } from './closed.mjs';
import { coverSeen } from './cover.mjs';
import { leaveToOthers, measure, onClick } from './dom.mjs';
import { Engine } from './engine.mjs';
import { figures } from './figures.mjs';
import { breath, Frames } from './frames.mjs';
import { History } from './history.mjs';
import { hostFor, packTaken } from './host.mjs';
import { listen } from './input.mjs';
import { addFonts, firstWords, hasten, joinSecond, languages, loadAll, moreContent, moreFigures, restOfWords } from './load.mjs';
import { keepOffline } from './offline.mjs';
import { fetchQuestionnaire, filesOf, havePack, languagesOf, mayBeKiosk } from './pack.mjs';
import { canvas, guest, keeper, memory, mirror, mirrorHost, outgoing, page, root, still, tablet } from './page.mjs';
import { embedded } from './port.mjs';
import { preview, previewFiles } from './preview.mjs';
import { Rest } from './rest.mjs';
import { watchDay, watchPreferences, watchScreen, watchScroll } from './screen.mjs';
import { neverThrowing, Skin, styles, watchContext } from './skin.mjs';
import { tell, tellTo } from './tell.mjs';
import { watchTranslation } from './translated.mjs';
import { Trial } from './trial.mjs';

/** @type {History} */
let history;
/** @type {Engine} */
let engine;
const trial = new Trial(hostFor(() => ({ history, engine, changed })));
const frames = new Frames(draw);
const changed = () => frames.ask();

/** @param {unknown} reason */
function trouble(reason) {
  console.error(reason);
  delete root.dataset.loading;
  root.dataset.trouble = '';
  still.fail();
  /** @type {HTMLElement} */ (document.getElementById('trouble')).hidden = false;
  guest.fail('trouble');
}

/** @param {number} seconds @returns {number} as Engine.frame */
function draw(seconds) {
  try {
    return engine.frame(seconds);
  } catch (reason) {
    trouble(reason);
    return -1;
  } finally {
    measure(canvas, { painted: engine.top });
    if (!trial.busy) history.settle();  // else the page to come is not shown yet
  }
}

/** @typedef {Awaited<ReturnType<typeof loadAll>>} Loaded */

/** The second part of the program, and what it brings. @param {Loaded} loaded @param {string} language */
const restOf = ({ exports, files }, language) => new Rest({ trial, words: files.get('text.json'), changed, trouble, async join() {
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

/** Hands the program all that it starts with. @param {Iterable<[string, Uint8Array]>} files @param {string} language @param {string} path */
function begin(files, language, path) {
  for (const [name, bytes] of files) engine.load(name, bytes);
  for (const [name, text] of [...whereabouts(), ...keeper.files()]) engine.load(name, new TextEncoder().encode(text));
  if (asked.gallery) engine.load('gallery', new Uint8Array());
  if (embedded() && !asked.settings && !asked.preview) engine.load('no-settings', new Uint8Array());
  engine.load('address', new TextEncoder().encode(ownAddress()));
  engine.load('languages', new TextEncoder().encode(Object.keys(languages()).join(' ')));
  engine.start(language, path);
}

/** Tells the program of what is around it, now and when it changes. @param {boolean} fonts whether they are all there */
function watch(fonts) {
  const skin = new Skin({ fonts, asked: asked.plain, changed(shown, waits) {
    engine.picture(shown);
    figures.wear(!shown, waits);
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
  return skin;
}

/** All of the program is there, so it paints from now on, where it can. @param {Skin} skin */
async function unveil(skin) {
  neverThrowing(canvas);
  const webgl = engine.open();
  await breath();  // the driver prepares its shaders
  skin.set('no-style', !await styles());
  skin.set('no-webgl', !webgl);
  skin.set('waits', false);
}

/** The first page of the program takes the place of the one that the person has been using. */
async function takeOver() {
  trial.hold();
  frames.step(performance.now());
  await breath();
  const focused = still.end();
  mirrorHost.replaceChildren();
  trial.release();
  listen(mirrorHost, mirror, engine, changed);
  onClick((event) => history.follow(event));
  tellTo(engine, changed);
  guest.listen(engine, changed);
  keeper.listen(embedded());
  still.replay((key, value) => engine.event(key, value));
  changed();
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  await engine.together(() => {});  // the first page may need all of the program
  delete root.dataset.loading;
  root.dataset.ready = '';
  guest.ready();
}

/** Shows what can be seen before the program is there. @param {string} language */
function showStill(language) {
  const changesAll = Boolean(asked.pack || asked.questionnaire || asked.preview);  // what these bring is checked against all of the content
  const firstPage = /^($|questions)/.test(pathNow());
  if (changesAll || !firstPage) hasten(language);
  still.show(pathNow, !embedded() && !keeper.files().some(([name]) => name !== 'can-draft') && !memory.known() && !changesAll);
  void still.translate(language, firstWords()[language]).catch(() => {});  // then they stay English
}

async function start() {
  root.dataset.loading = '';
  const all = Object.keys(languages());
  const closed = new Closed(chooseLanguage(all));
  const sharedTablet = (/** @type {boolean} */ may) => root.toggleAttribute('data-kiosk', may || memory.known());  // which has no other pages, whatever becomes of the program
  sharedTablet(Boolean(asked.pack));  // until the pack says that it is none
  showStill(closed.language);
  const fetched = havePack(closed).then((pack) => {
    sharedTablet(Boolean(pack && mayBeKiosk(pack)));
    return pack;
  });
  const chosen = fetched.then((pack) => chooseLanguage(all, languagesOf(pack)));
  const questionnaire = fetched.then(fetchQuestionnaire);
  if (!asked.pack && !asked.preview) outgoing.connect({});
  const [loaded, previewed] = await Promise.all([loadAll(canvas, trial.host, chosen, (drawn) => still.draw(drawn)), preview()]);
  still.comes = true;
  const [pack, language] = await Promise.all([fetched, chosen]);
  const fonts = await addFonts(loaded.files);
  window.addEventListener('beforeprint', () => figures.show());

  trial.module = loaded.module;
  engine = new Engine(loaded.module, trial.host, trial);
  const rest = restOf(loaded, language);
  figures.pixels = (image, width, height) => engine.pixels(image, width, height);
  const form = await questionnaire;
  await breath();
  history = new History((to) => {
    engine.navigate(to);
    changed();
  }, embedded());
  await engine.together(() => begin([...loaded.files, ...previewed ? previewFiles(previewed) : filesOf(pack), ...form], language, pathNow()));
  await breath();
  // A pack with an error is not used at all. That must not open a shared tablet.
  if (pack && !packTaken && (memory.known() || mayBeKiosk(pack))) return closed.stay(`${pack.name}: needlewise check`);
  if (packTaken) tablet.settle();
  outgoing.connect({});  // where there is no pack, or none that can be used
  const skin = watch(fonts);
  await takeOver();
  if (previewed) tell('theme', previewed.theme);
  if (previewed?.idle) tell('idle', '30');
  await breath();
  await rest.arrive();
  await unveil(skin);
  root.dataset.complete = '';
  keepOffline();
}

start().catch(trouble);
