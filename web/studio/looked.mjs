// The questionnaire that somebody looks at in the studio: read with care, checked by the program, and put into the pack when it may
// be. Whatever is refused says why, and leaves what was there.
// @ts-check
import { changingNumber, lineAt } from './locate.mjs';
import { fromText, get, set, toText } from './model.mjs';

/** @typedef {import('./model.mjs').Store} Store */
/** @typedef {import('./lint.mjs').CheckedForm} CheckedForm */

const AT = '/questionnaire';
export const MOST_PACK = 256 << 10;     // bytes, as the program has it
export const MOST_FORM = 16 << 20;      // likewise

/** @param {number} bytes */
export const sized = (bytes) => (bytes < 1 << 20 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / (1 << 20)).toFixed(1)} MB`);

/** @param {string} text */
const bytesOf = (text) => new TextEncoder().encode(text).length;

/** The questionnaire that is looked at, in the pack or not. */
export class Looked {
  /** @param {(text: string) => CheckedForm} check */
  constructor(check) {
    this.check = check;
    this.name = '';
    this.text = '';
    this.written = false;  // by hand, and nowhere else yet
    /** @type {CheckedForm | null} */
    this.checked = null;
    /** @type {(() => void)[]} */
    this.listeners = [];
  }

  /** @param {() => void} listener */
  listen(listener) { this.listeners.push(listener); }

  /** @param {string} name of the file @param {string} text @param {boolean} [written] */
  take(name, text, written = false) {
    this.name = name;
    this.text = text;
    this.written = written && text.trim() !== '';
    this.checked = text.trim() === '' ? null : this.check(text);
    for (const listener of this.listeners) listener();
  }
}

/** Whether a text is a questionnaire by its own account. @param {string} text */
export const isQuestionnaire = (text) => fromText(text)?.resourceType === 'Questionnaire';

/** @param {Uint8Array} bytes @param {string} name @returns {{text: string} | {why: string}} */
export function decoded(bytes, name) {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const loose = new TextDecoder().decode(bytes);
    return { why: `“${name}” is not UTF-8 text, from line ${lineAt(loose, loose.indexOf('\uFFFD'))} on. Save it as UTF-8 and choose it again.` };
  }
}

/** The name of a file as a pack may have it. @param {string} name */
export const fileName = (name) => `${name.replace(/\.json$/i, '').replace(/[^\w.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'questionnaire'}.json`;

/** What somebody has written here is not thrown away unasked. @param {Looked} looked */
export const mayTake = (looked) => !looked.written || window.confirm('Leave the questionnaire you have written here?');

/** @param {File} file @param {Looked} looked @returns {Promise<string>} why it was not taken; nothing when it was */
export async function readForm(file, looked) {
  if (file.size > MOST_FORM) return `“${file.name}” has ${sized(file.size)}. A questionnaire may have ${sized(MOST_FORM)}. What you looked at before is still here.`;
  if (!mayTake(looked)) return 'What you have written is still here.';
  const got = decoded(new Uint8Array(await file.arrayBuffer()), file.name);
  if ('why' in got) return got.why;
  if (got.text.trim() === '') return `“${file.name}” is empty.`;
  looked.take(file.name, got.text);
  return '';
}

/** All of it, in the pack. Nothing of it may change on the way. @param {Store} store @param {Looked} looked @returns {string} what came of it */
export function putIn(store, looked) {
  const resource = fromText(looked.text);
  if (!resource) return 'It cannot be put into the pack: it is not JSON.';
  const number = changingNumber(looked.text);
  if (number) return `It cannot be put into the pack: the figure ${number} would be written in another way there. Name it as a file beside the pack instead.`;
  const place = get(store.pack, `${AT}/place`);
  const next = { resource, ...(place && { place }) };
  const size = bytesOf(toText(set(store.pack, AT, next)));
  if (size > MOST_PACK) return `It cannot be put into the pack: that would have ${sized(size)}, and a pack may have ${sized(MOST_PACK)}. Name it as a file beside the pack instead.`;
  store.set(AT, next);
  looked.written = false;
  return 'The questionnaire is in the pack.';
}
