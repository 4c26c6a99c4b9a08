// The pack studio: a clinic's web admin edits a clinic pack here, sees it in the consultation itself and reads what the linter
// says of it. No server: the pack stays in this page until it is downloaded.
// @ts-check
import { addFonts, allWordsOf, languages } from './load.mjs';
import { firstText, watchDraft, watchFiles, watchLines } from './studio/files.mjs';
import { knownOf } from './studio/known.mjs';
import { startLinter } from './studio/lint.mjs';
import { Panes } from './studio/panes.mjs';
import { Work } from './studio/work.mjs';

const root = document.documentElement;

/** @param {string} id */
const byId = (id) => /** @type {any} */ (document.getElementById(id));

/** Said to those who listen, and shown for a while. @param {string} text */
function say(text) {
  byId('told').textContent = '';
  setTimeout(() => { byId('told').textContent = text; }, 100);
}

/** @param {import('./studio/model.mjs').Store} store */
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

/** What the page does with a file. @param {Work} work @param {Panes} panes @returns {import('./studio/files.mjs').Desk} */
const deskOf = (work, panes) => ({
  say, appear,
  looked: work.looked,
  preview: () => panes.showForm(),
  begin(finished) {
    appear();
    panes.begin(finished);
  },
  addBase(name, text) {
    work.bases.set(name, text);
    panes.changed();
  },
  whole: (label, act) => panes.whole(label, act),
});

async function start() {
  const { files, ...linter } = await startLinter();
  addFonts(files);
  const { text, kept } = firstText();
  const work = new Work(linter, text);
  const { store, looked } = work;
  const panes = new Panes(work, knownOf(files, Object.keys(languages())));

  store.listen(() => panes.changed());
  looked.listen(() => panes.preview.changed());
  watchHistory(store);
  panes.listen();
  watchSteps();
  const desk = deskOf(work, panes);
  watchFiles(store, desk);
  watchDraft(store, say);
  watchLines(store, desk, linkWords);

  if (kept) appear();
  panes.update();
  panes.lint();
  root.dataset.ready = '';
  root.dataset.complete = '';  // the linter has all of the program
  byId('loading').hidden = true;
  byId('work').hidden = false;
}

start().catch((reason) => {
  console.error(reason);
  byId('loading').hidden = true;
  byId('failed').hidden = false;
});
