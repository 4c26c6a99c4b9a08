// What the program asks of the browser around it: print, save a file, copy, clear everything. Each is something the person
// has just asked for.
// @ts-check
import { save } from './save.mjs';
import { noteCopied, wipe } from './wipe.mjs';

const TYPES = /** @type {Record<string, string>} */ ({
  json: 'application/fhir+json', ics: 'text/calendar', txt: 'text/plain;charset=utf-8',
});

const later = () => new Promise((resolve) => { setTimeout(resolve, 50); });

/**
 * @param {string} what @param {string} name @param {string} text
 * @returns {Promise<boolean>} whether it was one of these, and was done
 */
export async function carryOut(what, name, text) {
  try {
    if (what === 'print') {
      await later();  // the program is still at work, and the page it shows is not laid out yet
      window.print();
    }
    else if (what === 'load-again') window.location.reload();
    else if (what === 'save') save(name, text, TYPES[name.split('.').pop() ?? ''] ?? 'text/plain');
    else if (what === 'copy') {
      await navigator.clipboard.writeText(text);
      noteCopied();
    } else if (what === 'wipe') await wipe();
    else return false;
    return true;
  } catch {
    return false;  // the browser or the person refused
  }
}
