// Fetches all there is to fetch, at once, and starts the program. After this no request is made.
// @ts-check
import { fetched, fetchedModule } from './fetched.mjs';
import createNeedlewise from './needlewise.mjs';

const files = document.documentElement.dataset;  // the build writes the names, with their hashes, into <html>

/** @returns {Record<string, string>} the file of words of each language there is */
export const languages = () => JSON.parse(files.text ?? '{}');

const PATIENCE = 20_000;  // ms for the words of a language

/** The words of a language; nothing when they cannot be had. @param {string} language @returns {Promise<Uint8Array<ArrayBuffer>>} */
export const wordsOf = (language) => fetched(languages()[language], PATIENCE).catch(() => new Uint8Array());

/** @param {HTMLCanvasElement} canvas @param {object} host */
const startModule = (canvas, host) => new Promise((resolve, reject) => {
  createNeedlewise({
    canvas,
    host,
    onAbort: reject,
    instantiateWasm(/** @type {WebAssembly.Imports} */ imports, /** @type {Function} */ done) {
      fetchedModule(files.wasm).then(async (module) => done(await WebAssembly.instantiate(module, imports), module)).catch(reject);
      return {};
    },
  }).then(resolve, reject);
});

/**
 * Without words in the language those in English will do; without any, or without the questions, nothing can be shown. Without a font
 * or the pictures the page is plainer.
 * @param {HTMLCanvasElement} canvas @param {object} host @param {string | Promise<string>} language it may depend on the clinic's pack
 * @returns {Promise<{module: any, files: Map<string, Uint8Array<ArrayBuffer>>}>}
 */
export async function loadAll(canvas, host, language) {
  const words = Promise.resolve(language).then((code) => Promise.all(code === 'en' ? [wordsOf('en')] : [wordsOf(code), wordsOf('en')]));
  const spared = [['regular.ttf', files.fontRegular], ['semibold.ttf', files.fontSemibold], ['figures.json', files.figures]]
    .map(async ([name, address]) => /** @type {const} */ ([name, await fetched(address).catch(() => null)]));
  const [module, content, [text, english], ...others] = await Promise.all([startModule(canvas, host), fetched(files.content), words, ...spared]);
  if (!text.length && !english?.length) throw new Error('there are no words to be had');
  const loaded = new Map([['content.json', content], ['text.json', text]]);
  if (english?.length) loaded.set('english.json', english);
  for (const [name, bytes] of others) if (name && bytes) loaded.set(name, bytes);
  return { module, files: loaded };
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
