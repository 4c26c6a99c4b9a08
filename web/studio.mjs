// The pack studio: a clinic's web admin edits a clinic pack here, sees it in the consultation itself and reads what the linter
// says of it. No server: the pack stays in this page until it is downloaded.
// @ts-check
import { addFonts, allWordsOf, languages } from './load.mjs';
import { firstText, watchDraft, watchFiles, watchLines } from './studio/files.mjs';
import { makeForms } from './studio/forms.mjs';
import { knownOf } from './studio/known.mjs';
import { startLinter } from './studio/lint.mjs';
import { Messages } from './studio/messages.mjs';
import { get, listAt, Store, toText } from './studio/model.mjs';
import { languagesOf, nameOf } from './studio/parts.mjs';
import { PreviewPane } from './studio/preview.mjs';
import { TextEditor } from './studio/text.mjs';

const SOON = 250;  // ms: the linter waits until the person pauses

/** @param {string} id */
const byId = (id) => /** @type {any} */ (document.getElementById(id));

/** Said to those who listen, and shown for a while. @param {string} text */
function say(text) {
  byId('told').textContent = '';
  setTimeout(() => { byId('told').textContent = text; }, 100);
}

/** The packs that this one extends, as far as they have been opened: their text stands in the place of their name. @param {import('./studio/model.mjs').State} state @param {Map<string, string>} bases */
function whole({ text, pack, faulty }, bases) {
  const there = [get(pack, '/extends') ?? []].flat();
  if (faulty || !there.some((name) => bases.has(name))) return text;
  const parts = there.map((name) => {
    try {
      return JSON.parse(bases.get(name) ?? '');
    } catch {
      return name;
    }
  });
  return toText({ ...pack, extends: parts });
}

/** @param {Store} store */
function watchHistory(store) {
  const update = () => {
    byId('undo').disabled = store.before.length === 0;
    byId('redo').disabled = store.after.length === 0;
  };
  byId('undo').addEventListener('click', () => store.undo());
  byId('redo').addEventListener('click', () => store.redo());
  store.listen(update);
  update();
  document.addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y') || event.target === byId('json')) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) store.redo();
    else store.undo();
  });
}

/** On narrow windows the form and the preview stand behind one another. */
function watchPanes() {
  for (const name of ['edit', 'preview']) {
    byId(`show-${name}`).addEventListener('click', () => {
      document.documentElement.dataset.pane = name;
      for (const other of ['edit', 'preview']) byId(`show-${other}`).setAttribute('aria-pressed', String(other === name));
    });
  }
}

/** The text of the link in the two lines, as the consultation says it. @param {string} language */
async function linkWords(language) {
  try {
    const words = JSON.parse(new TextDecoder().decode(await allWordsOf(language)));
    return words['embed.title'] ?? 'Prepare for your consultation';
  } catch {
    return 'Prepare for your consultation';
  }
}

async function start() {
  const { check, files } = await startLinter();
  addFonts(files);
  const known = knownOf(files, Object.keys(languages()));
  const store = new Store(firstText());
  /** @type {Map<string, string>} packs that others extend, by the name of their file */
  const bases = new Map();
  const place = byId('forms');
  const forms = makeForms(place, store, known);
  const messages = new Messages(byId('edit'), byId('list'), byId('count'), store);
  const editor = new TextEditor(byId('json'), byId('json-says'), byId('faulty'), store);
  const pane = new PreviewPane(() => ({
    text: whole(store.state, bases),
    languages: languagesOf(store, known).map((code) => ({ code, name: nameOf(known, code) })),
    own: String(listAt(store.pack, '/questions')[0]?.linkId ?? '').replace(/^clinic-/, '').replace(/^(?=.)/, 'clinic-'),
  }));

  const lint = () => {
    const { used, problems } = check(whole(store.state, bases));
    messages.show(problems);
    editor.checked(problems);
    byId('refused').hidden = used;
    byId('base').hidden = get(store.pack, '/extends') === undefined;
  };
  let timer = 0;
  const changed = () => {
    forms.update();
    editor.update();
    clearTimeout(timer);
    timer = window.setTimeout(lint, SOON);
    pane.changed();
  };
  store.listen(changed);
  watchHistory(store);
  watchPanes();
  watchFiles(store, say, (name, text) => {
    bases.set(name, text);
    changed();
  });
  watchDraft(store, say);
  watchLines(store, say, linkWords);
  byId('fold').addEventListener('click', () => {
    const all = [...place.querySelectorAll('details')];
    const open = all.some((each) => !each.open);
    for (const each of all) each.open = open;
  });
  forms.update();
  editor.update();
  lint();
  pane.changed();
  document.documentElement.dataset.ready = '';
  document.documentElement.dataset.complete = '';  // the linter has all of the program
  byId('loading').hidden = true;
  byId('work').hidden = false;
}

start().catch((reason) => {
  console.error(reason);
  byId('loading').hidden = true;
  byId('failed').hidden = false;
});
