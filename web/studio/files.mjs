// Opening and keeping: files of this device, the demo pack, the download, the two lines of HTML, and a draft in this browser for
// those who want one. Nothing is sent anywhere.
// @ts-check
import { save } from '../save.mjs';
import { emptyPack, fromText, textAt } from './model.mjs';
import { decoded, isQuestionnaire, MOST_FORM, MOST_PACK, readForm } from './looked.mjs';

/** @typedef {import('./model.mjs').Store} Store */

const NAME = 'at_47_name';     // the field a new pack begins with
const DRAFT = 'pack-studio';   // not "needlewise…": a preview of a shared tablet clears what is called so

/** @param {string} id */
const byId = (id) => /** @type {any} */ (document.getElementById(id));

/** What somebody has written is not thrown away unasked. @param {Store} store */
const mayLeave = (store) => !store.changed || window.confirm('Leave your changes? You can take this step back with “Undo”.');

/**
 * @typedef {object} Desk  what the page does with a file
 * @property {(text: string) => void} say
 * @property {() => void} appear  the forms, after the greeting
 * @property {(finished: boolean) => void} begin  another pack is open: one that somebody has made, or a new one
 * @property {(name: string, text: string) => void} addBase  a pack that others extend
 * @property {(label: string, act: () => void) => void} whole  does it with a pack that is whole
 * @property {import('./looked.mjs').Looked} looked
 * @property {() => void} preview  shows the questionnaire that is looked at
 */

/** @param {Store} store @param {Desk} desk */
export function watchFiles(store, { say, appear, begin, addBase, whole, looked, preview }) {
  const openText = (/** @type {string} */ text, /** @type {boolean} */ finished) => {
    if (text !== store.state.text) store.open(text);
    begin(finished);
  };
  const open = async (/** @type {File | undefined} */ file) => {
    if (!file) return;
    if (file.size > MOST_FORM) return say(`“${file.name}” is too large: a pack may have 256 kB, a questionnaire 16 MB.`);
    const got = decoded(new Uint8Array(await file.arrayBuffer()), file.name);
    if ('why' in got) return say(got.why);
    if (isQuestionnaire(got.text)) return lookAt(file);
    if (file.size > MOST_PACK) return say(`“${file.name}” is too large: a pack may have 256 kB.`);
    if (!mayLeave(store)) return;
    openText(got.text, true);
    say(`“${file.name}” is open.`);
  };
  const lookAt = async (/** @type {File} */ file) => {
    const why = await readForm(file, looked);
    if (why) return say(why);
    appear();
    preview();
    say(`“${file.name}” is a questionnaire. See it in the preview; you can put it into the pack under “A questionnaire of your own”.`);
  };
  const chooser = /** @type {HTMLInputElement} */ (byId('open-file'));
  chooser.addEventListener('change', () => {
    const file = chooser.files?.[0];
    chooser.value = '';
    void open(file);
  });
  byId('open').addEventListener('click', () => chooser.click());
  const base = /** @type {HTMLInputElement} */ (byId('base-file'));
  base.addEventListener('change', async () => {
    const file = base.files?.[0];
    base.value = '';
    if (!file) return;
    if (file.size > MOST_PACK) return say(`“${file.name}” is too large: a pack may have 256 kB.`);
    const got = decoded(new Uint8Array(await file.arrayBuffer()), file.name);
    if ('why' in got) return say(got.why);
    if (!fromText(got.text)) return say(`“${file.name}” is no pack: it is not JSON.`);
    addBase(file.name, got.text);
  });
  for (const name of /** @type {const} */ (['dragover', 'drop'])) {
    document.addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();  // the browser would leave this page and show the file
      if (name === 'drop') void open(event.dataTransfer.files[0]);
    });
  }
  byId('new').addEventListener('click', () => {
    if (!mayLeave(store)) return;
    openText(emptyPack(), false);
    byId(NAME).focus();
  });
  byId('demo').addEventListener('click', async () => {
    if (!mayLeave(store)) return;
    const answer = await fetch('packs/demo.json').catch(() => null);
    if (!answer?.ok) return say('The example could not be loaded.');
    openText(`${JSON.stringify(await answer.json(), null, 2)}\n`, true);
    say('The example is open. Change it into your own.');
  });
  for (const button of document.querySelectorAll('.download')) {
    button.addEventListener('click', () => whole('Download it unfinished', () => {
      save(`${textAt(store.pack, '/id') || 'pack'}.json`, store.state.text, 'application/json');
      store.saved();
      say('Your pack is among your downloads.');
    }));
  }
  window.addEventListener('beforeunload', (event) => {
    if ((store.changed && !byId('keep-draft').checked) || looked.written) event.preventDefault();
  });
}

// ---- A draft --------------------------------------------------------------------------------------------------------

/** @returns {string | null} */
function readDraft() {
  try {
    return localStorage.getItem(DRAFT);
  } catch {
    return null;  // the browser keeps nothing
  }
}

/** @param {string | null} text @returns {boolean} whether it is kept */
function writeDraft(text) {
  try {
    if (text === null) localStorage.removeItem(DRAFT);
    else localStorage.setItem(DRAFT, text);
    return true;
  } catch {
    return false;
  }
}

/** @returns {{text: string, kept: boolean}} the draft, else a new pack */
export function firstText() {
  const draft = readDraft();
  return { text: draft ?? emptyPack(), kept: draft !== null };
}

/** @param {Store} store @param {(text: string) => void} say */
export function watchDraft(store, say) {
  const keep = /** @type {HTMLInputElement} */ (byId('keep-draft'));
  keep.checked = readDraft() !== null;
  const write = () => {
    if (writeDraft(keep.checked ? store.state.text : null)) return;
    keep.checked = false;
    say('This browser keeps no drafts.');
  };
  keep.addEventListener('change', write);
  store.listen(() => { if (keep.checked) write(); });
}

// ---- The two lines ---------------------------------------------------------------------------------------------------

const MARKUP = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' });
const escape = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (sign) => MARKUP[sign]);

/** What a clinic pastes into its page; docs/embedding.md. @param {string} site @param {string} pack @param {string} language @param {string} words */
export function twoLines(site, pack, language, words) {
  const base = new URL(site.endsWith('/') ? site : `${site}/`);
  const script = new URL('embed.mjs', base).href;
  const alone = new URL(base);
  if (pack) alone.searchParams.set('pack', pack);
  alone.searchParams.set('lang', language);
  return `<script type="module" src="${escape(script)}"></script>\n<needlewise-consult lang="${escape(language)}"${pack ? ` pack="${escape(pack)}"` : ''}><a href="${escape(alone.href)}">${escape(words)}</a></needlewise-consult>\n`;
}

/** @param {Store} store @param {Pick<Desk, 'say' | 'whole'>} desk @param {(language: string) => Promise<string | undefined>} linkWords */
export function watchLines(store, { say, whole }, linkWords) {
  const [site, pack, lines] = [byId('site-address'), byId('pack-address'), byId('lines')];
  site.value = new URL('.', location.href).href;
  let own = false;  // the person has written where the pack will stand
  pack.addEventListener('input', () => { own = true; });
  /** @type {Map<string, Promise<string | undefined>>} of each language, asked for until they are there */
  const said = new Map();
  const wordsIn = (/** @type {string} */ language) => {
    const words = said.get(language) ?? linkWords(language).catch(() => void said.delete(language));
    said.set(language, words);
    return words;
  };
  let last = 0;  // of the calls of `write`: what an older one waited for comes too late
  const write = async () => {
    const turn = ++last;
    if (!own) pack.value = `packs/${textAt(store.pack, '/id') || 'clinic'}.json`;
    const language = textAt(store.pack, '/languages/0') || 'en';
    const words = await wordsIn(language) ?? 'Prepare for your consultation';
    if (turn !== last) return;
    try {
      lines.value = twoLines(site.value, pack.value, language, words);
      site.setAttribute('aria-invalid', 'false');
    } catch {
      lines.value = '';
      site.setAttribute('aria-invalid', 'true');
    }
  };
  site.addEventListener('input', write);
  pack.addEventListener('input', write);
  store.listen(write);
  void write();
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(lines.value).then(() => true, () => false);
    if (!copied) lines.select();
    say(copied ? 'The two lines are copied.' : 'The browser does not copy. The lines are selected: press Ctrl and C.');
  };
  byId('copy-lines').addEventListener('click', () => whole('Copy the lines all the same', copy));
  byId('download-lines').addEventListener('click', () => whole('Download the lines all the same', () => save('needlewise.html', lines.value, 'text/html')));
}
