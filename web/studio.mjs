// The pack studio: a clinic's web admin edits a clinic pack here, sees it in the consultation itself and reads what the linter
// says of it. No server: the pack stays in this page until it is downloaded.
// @ts-check
import { addFonts, allWordsOf, languages } from './load.mjs';
import { firstText, watchDraft, watchFiles, watchLines } from './studio/files.mjs';
import { makeForms } from './studio/forms.mjs';
import { knownOf } from './studio/known.mjs';
import { startLinter } from './studio/lint.mjs';
import { fileName, Looked } from './studio/looked.mjs';
import { Messages } from './studio/messages.mjs';
import { get, listAt, Store, textAt, toText } from './studio/model.mjs';
import { languagesOf, nameOf } from './studio/parts.mjs';
import { PreviewPane } from './studio/preview.mjs';
import { questionnairePart } from './studio/questionnaire.mjs';
import { TextEditor } from './studio/text.mjs';

const SOON = 250;  // ms: the linter waits until the person pauses

const root = document.documentElement;

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

/** On narrow windows the form and the preview stand behind one another. @param {'edit' | 'preview'} name */
function showPane(name) {
  root.dataset.pane = name;
  for (const other of ['edit', 'preview']) byId(`show-${other}`).setAttribute('aria-pressed', String(other === name));
}

function watchPanes() {
  for (const name of /** @type {const} */ (['edit', 'preview'])) byId(`show-${name}`).addEventListener('click', () => showPane(name));
  for (const button of document.querySelectorAll('.see-preview')) {
    button.addEventListener('click', () => {
      showPane('preview');
      byId('preview').focus();
    });
  }
}

/** The greeting makes way for the forms. */
const appear = () => { root.dataset.begun = ''; };

/** A step of the greeting leads to its part of the forms. */
function watchSteps() {
  byId('steps').addEventListener('click', (/** @type {MouseEvent} */ event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    appear();
    const part = byId(link.hash.slice(1));
    part.focus();
    part.scrollIntoView({ block: 'start' });
  });
}

/** The text of the link in the two lines, as the consultation says it. @param {string} language @returns {Promise<string | undefined>} */
const linkWords = async (language) => JSON.parse(new TextDecoder().decode(await allWordsOf(language)))['embed.title'];

/** The questionnaire of the preview: the one that is looked at, else that of the pack. @param {Store} store @param {Looked} looked */
function formShown(store, looked) {
  const resource = get(store.pack, '/questionnaire/resource');
  const ofPack = textAt(store.pack, '/questionnaire/url').split('/').pop() === fileName(looked.name);
  if (looked.checked) return { name: looked.name, text: looked.text, ofPack };
  return resource === undefined ? null : { name: 'questionnaire.json', text: JSON.stringify(resource), ofPack: false };
}

/** Beside the preview: why it is not the pack that is seen. @param {Messages} messages @param {boolean} used */
function tellRefused(messages, used) {
  const notice = byId('refused');
  notice.hidden = used || byId('preview-page').value === 'form';
  notice.classList.toggle('stop', messages.errors);
  const said = messages.errors ? 'This pack cannot be used yet. Patients would see what you see here: the consultation without it.'
    : 'This is the consultation without a pack. It becomes yours as soon as what is needed is filled in.';
  if (notice.textContent !== said) notice.textContent = said;
}

async function start() {
  const { check, checkForm, files } = await startLinter();
  addFonts(files);
  const known = knownOf(files, Object.keys(languages()));
  const { text: first, kept } = firstText();
  const store = new Store(first);
  const looked = new Looked(checkForm);
  /** @type {Map<string, string>} packs that others extend, by the name of their file */
  const bases = new Map();
  const place = byId('forms');
  const preview = (seen = false) => {
    pane.show('form');
    tellRefused(messages, used);
    if (seen) showPane('preview');
  };
  const forms = makeForms(place, store, known, questionnairePart(store, looked, preview));
  let used = false;
  const look = () => {
    const checked = check(whole(store.state, bases));
    used = checked.used;
    editor.checked(checked.problems);
    byId('base').hidden = get(store.pack, '/extends') === undefined;
    return checked.problems;
  };
  const messages = new Messages(byId('edit'), { summary: byId('problems'), list: byId('list'), count: byId('count'), anyway: byId('anyway') }, store, look, () => tellRefused(messages, used));
  const editor = new TextEditor(byId('json'), byId('json-says'), byId('faulty'), store);
  const pane = new PreviewPane(() => ({
    text: whole(store.state, bases),
    languages: languagesOf(store, known).map((code) => ({ code, name: nameOf(known, code) })),
    own: String(listAt(store.pack, '/questions')[0]?.linkId ?? '').replace(/^clinic-/, '').replace(/^(?=.)/, 'clinic-'),
    form: formShown(store, looked),
  }));

  const lint = () => messages.show(look());
  let timer = 0;
  const changed = () => {
    forms.update();
    editor.update();
    clearTimeout(timer);
    timer = window.setTimeout(lint, SOON);
    pane.changed();
  };
  store.listen(changed);
  looked.listen(() => pane.changed());
  watchHistory(store);
  byId('preview-page').addEventListener('input', () => tellRefused(messages, used));
  watchPanes();
  watchSteps();
  const desk = {
    say, looked, preview, appear,
    /** @param {boolean} finished */
    begin(finished) {
      appear();
      messages.begin();
      if (finished) messages.tell(look());
      else lint();
    },
    /** @param {string} name @param {string} text */
    addBase(name, text) {
      bases.set(name, text);
      changed();
    },
    /** @param {string} label @param {() => void} act */
    whole(label, act) {
      if (messages.whole(label, act)) return;
      showPane('edit');
      messages.face();
    },
  };
  watchFiles(store, desk);
  watchDraft(store, say);
  watchLines(store, desk, linkWords);
  byId('fold').addEventListener('click', () => {
    const all = [...place.querySelectorAll('details')];
    const open = all.some((each) => !each.open);
    for (const each of all) each.open = open;
  });
  if (kept) appear();
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
