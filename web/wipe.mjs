// Clears what the browser around the program holds of a person: fields, storage, what was copied, the address and its entry in
// the history, and the memory of the page itself, which is loaded anew. What a page cannot clear, docs/tablets.md says.
// @ts-check
import { KIOSK } from './kiosk.mjs';

const OURS = /^needlewise/;
const OFFLINE = /^needlewise \S+ /;  // the stored copy of the site itself (sw.mjs): it holds nothing of anybody
const PATIENCE = 500;                // ms for the clipboard, which may wait for a permission nobody gives

const first = location.search;       // as the clinic gave it: language, pack, view
let copied = false;

/** Something went to the clipboard. */
export const noteCopied = () => { copied = true; };

async function clearClipboard() {
  if (!copied) return;  // what others put there is not ours to clear
  copied = false;
  const written = navigator.clipboard?.writeText('').catch(() => {});  // refused without focus, and by some without a touch
  await Promise.race([written, new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]);
}

function clearFields() {
  for (const field of document.querySelectorAll('input, textarea')) {
    if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type)) field.checked = false;
    else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = '';
  }
}

function clearStorage() {
  for (const kind of /** @type {const} */ (['localStorage', 'sessionStorage'])) {
    try {
      for (const key of Object.keys(window[kind])) if (OURS.test(key) && !key.startsWith(KIOSK)) window[kind].removeItem(key);
    } catch { /* there is none, or the browser does not give it */ }
  }
}

async function clearCaches() {
  const names = await window.caches?.keys().catch(() => []) ?? [];
  await Promise.all(names.filter((name) => OURS.test(name) && !OFFLINE.test(name)).map((name) => caches.delete(name)));
}

/** @param {boolean} kiosk the next person begins at the first page */
function cleanAddress(kiosk) {
  const kept = new URLSearchParams(first);
  if (!kiosk || !kept.has('start')) return location.pathname + first;
  kept.delete('start');
  return `${location.pathname}?${kept}`;
}

export async function wipe() {
  const kiosk = document.documentElement.dataset.kiosk !== undefined;
  clearFields();
  clearStorage();
  await Promise.all([clearClipboard(), clearCaches().catch(() => {})]);
  if (window.parent !== window) return;  // a frame belongs to the page around it; the program is empty already
  window.name = '';
  location.replace(cleanAddress(kiosk));  // takes the place of this entry: going back finds nothing
}
