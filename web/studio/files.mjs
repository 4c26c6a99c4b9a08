// Opening and keeping: files of this device, the demo pack, the download, the two lines of HTML, and a draft in this browser for
// those who want one. Nothing is sent anywhere.
// @ts-check
import { emptyPack, textAt } from './model.mjs';

/** @typedef {import('./model.mjs').Store} Store */

const MOST = 256 << 10;        // bytes, as the linter has it
const DRAFT = 'pack-studio';   // not "needlewise…": a preview of a shared tablet clears what is called so

/** @param {string} id */
const byId = (id) => /** @type {any} */ (document.getElementById(id));

/** @param {string} name @param {string} text @param {string} type */
function download(name, text, type) {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([text], { type }));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);  // some browsers read it only after the click is over
}

/** What somebody has written is not thrown away unasked. @param {Store} store */
const mayLeave = (store) => !store.changed || window.confirm('Leave your changes? You can take this step back with “Undo”.');

/** @param {Store} store @param {(text: string) => void} say @param {(name: string, text: string) => void} addBase */
export function watchFiles(store, say, addBase) {
  const open = async (/** @type {File | undefined} */ file) => {
    if (!file) return;
    if (file.size > MOST) return say(`“${file.name}” is too large: a pack may have 256 kB.`);
    if (!mayLeave(store)) return;
    store.open(await file.text());
    say(`“${file.name}” is open.`);
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
    if (file && file.size <= MOST) addBase(file.name, await file.text());
  });
  for (const name of /** @type {const} */ (['dragover', 'drop'])) {
    document.addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();  // the browser would leave this page and show the file
      void open(event.dataTransfer.files[0]);
    });
  }
  byId('new').addEventListener('click', () => {
    if (mayLeave(store)) store.open(emptyPack());
  });
  byId('demo').addEventListener('click', async () => {
    if (!mayLeave(store)) return;
    const answer = await fetch('packs/demo.json').catch(() => null);
    if (!answer?.ok) return say('The example could not be loaded.');
    store.open(`${JSON.stringify(await answer.json(), null, 2)}\n`);
    say('The example is open. Change it into your own.');
  });
  byId('download').addEventListener('click', () => {
    download(`${textAt(store.pack, '/id') || 'pack'}.json`, store.state.text, 'application/json');
    store.saved();
    say('Your pack is among your downloads.');
  });
  window.addEventListener('beforeunload', (event) => {
    if (store.changed && !byId('keep-draft').checked) event.preventDefault();
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

/** @returns {string} the draft, else a new pack */
export const firstText = () => readDraft() ?? emptyPack();

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

/** @param {Store} store @param {(text: string) => void} say @param {(language: string) => Promise<string>} linkWords */
export function watchLines(store, say, linkWords) {
  const [site, pack, lines] = [byId('site-address'), byId('pack-address'), byId('lines')];
  site.value = new URL('.', location.href).href;
  let own = false;  // the person has written where the pack will stand
  pack.addEventListener('input', () => { own = true; });
  const write = async () => {
    if (!own) pack.value = `packs/${textAt(store.pack, '/id') || 'clinic'}.json`;
    const language = textAt(store.pack, '/languages/0') || 'en';
    const words = await linkWords(language);
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
  byId('copy-lines').addEventListener('click', async () => {
    const copied = await navigator.clipboard.writeText(lines.value).then(() => true, () => false);
    if (!copied) lines.select();
    say(copied ? 'The two lines are copied.' : 'The browser does not copy. The lines are selected: press Ctrl and C.');
  });
  byId('download-lines').addEventListener('click', () => download('needlewise.html', lines.value, 'text/html'));
}
