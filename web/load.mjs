// Fetches what the first page needs, at once, and starts the program; then what the other pages need. After that no request is made.
// @ts-check
import { make } from './dom.mjs';
import { fetched, fetchedModule } from './fetched.mjs';
import createNeedlewise from './needlewise.mjs';

const files = document.documentElement.dataset;  // the build writes the names, with their hashes, into <html>

/** @returns {Record<string, string>} the file of words of each language there is */
export const languages = () => JSON.parse(files.text ?? '{}');

/** @returns {Record<string, string>} the same for the words that only later pages say */
export const moreWords = () => JSON.parse(files.moreText ?? '{}');

/** @returns {Record<string, string>} the texts of the first pages, as they stand in index.html, in each language but English */
export const firstWords = () => JSON.parse(files.firstText ?? '{}');

const PATIENCE = 20_000;  // ms for the words of a language

/** The words of a language for home and the questions; nothing when they cannot be had. @param {string} language @returns {Promise<Uint8Array<ArrayBuffer>>} */
export const wordsOf = (language) => fetched(languages()[language], PATIENCE).catch(() => new Uint8Array());

/** All words of a language. @param {string} language @param {Uint8Array} [early] those that are there @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function allWordsOf(language, early) {
  const [one, other] = await Promise.all([early ?? fetched(languages()[language], PATIENCE), fetched(moreWords()[language], PATIENCE)]);
  const read = (/** @type {Uint8Array} */ bytes) => JSON.parse(new TextDecoder().decode(bytes));
  return new TextEncoder().encode(JSON.stringify({ ...read(one), ...read(other) }));
}

/**
 * All words for a start with those of the first pages: of English first, which stands in for what the other lacks, and of the language that is shown.
 * @param {Map<string, Uint8Array<ArrayBuffer>>} loaded by loadAll @param {string} language @returns {Promise<{code: string, name: string, bytes: Uint8Array<ArrayBuffer>}[]>}
 */
export async function restOfWords(loaded, language) {
  const shown = loaded.get('text.json')?.length ? language : 'en';
  const all = [...new Set(['en', shown])].map(async (code) => {
    const name = code === language ? 'text.json' : 'english.json';
    return { code, name, bytes: await allWordsOf(code, loaded.get(name)).catch((reason) => (code === shown ? Promise.reject(reason) : new Uint8Array())) };
  });
  return (await Promise.all(all)).filter(({ bytes }) => bytes.length > 0);
}

/** @param {HTMLCanvasElement} canvas @param {object} host @returns {Promise<{module: any, exports: WebAssembly.Exports}>} */
const startModule = (canvas, host) => new Promise((resolve, reject) => {
  /** @type {WebAssembly.Exports} */
  let exports;
  createNeedlewise({
    canvas,
    host,
    onAbort: reject,
    instantiateWasm(/** @type {WebAssembly.Imports} */ imports, /** @type {Function} */ done) {
      fetchedModule(files.wasm).then(async (module) => {
        const instance = await WebAssembly.instantiate(module, imports);
        exports = instance.exports;
        done(instance, module);
      }).catch(reject);
      return {};
    },
  }).then((module) => resolve({ module, exports }), reject);
});

/** Puts the second part of the program, tools/split.mjs, in its places in the first. @param {WebAssembly.Exports} first what that gives */
export async function joinSecond(first) {
  const second = await fetchedModule(files.second);
  await WebAssembly.instantiate(second, { first });
}

/** Asks for what later pages need beside what the first one does, for who begins with another. @param {string} language */
export function hasten(language) {
  for (const name of [files.second, files.moreContent, moreWords()[language]]) {
    if (name) document.head.append(Object.assign(make('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: name }));
  }
}

/** Rules, numbers and evidence of later pages. */
export const moreContent = () => fetched(files.moreContent);

/** Pictures of other pages than the first; nothing when they cannot be had: those pages are plainer. */
export const moreFigures = () => fetched(files.moreFigures).catch(() => null);

/**
 * Without words in the language those in English will do; without any, or without the questions, nothing can be shown. Without a font
 * or the pictures the page is plainer.
 * @param {HTMLCanvasElement} canvas @param {object} host @param {string | Promise<string>} language it may depend on the clinic's pack
 * @param {(pictures: Uint8Array) => void} [drawn] told of the pictures as soon as they are there
 * @returns {Promise<{module: any, exports: WebAssembly.Exports, files: Map<string, Uint8Array<ArrayBuffer>>}>} the first part of the program
 */
export async function loadAll(canvas, host, language, drawn = () => {}) {
  const words = Promise.resolve(language).then((code) => Promise.all(code === 'en' ? [wordsOf('en')] : [wordsOf(code), wordsOf('en')]));
  const spared = [['regular.ttf', files.fontRegular], ['semibold.ttf', files.fontSemibold], ['figures.json', files.figures]]
    .map(async ([name, address]) => /** @type {const} */ ([name, await fetched(address).catch(() => null)]));
  void spared[2].then(([, pictures]) => { if (pictures) drawn(pictures); });
  const [{ module, exports }, content, [text, english], ...others] = await Promise.all([startModule(canvas, host), fetched(files.content), words, ...spared]);
  if (!text.length && !english?.length) throw new Error('there are no words to be had');
  const loaded = new Map([['content.json', content], ['text.json', text]]);
  if (english?.length) loaded.set('english.json', english);
  for (const [name, bytes] of others) if (name && bytes) loaded.set(name, bytes);
  return { module, exports, files: loaded };
}

/** The document uses the very fonts the program paints with, and measures with them. @param {Map<string, Uint8Array>} loaded @returns whether all are there */
export async function addFonts(loaded) {
  const faces = [];
  for (const [file, weight] of [['regular.ttf', '400'], ['semibold.ttf', '600']]) {
    const data = loaded.get(file);
    if (!data) continue;
    const face = new FontFace('Needlewise', new Uint8Array(data).buffer, { weight });
    document.fonts.add(face);
    faces.push(face.load());
  }
  const settled = await Promise.allSettled(faces);
  return settled.filter(({ status }) => status === 'fulfilled').length === 2;
}
