// Fetches all there is to fetch, at once, and starts the program. After this no request is made.
// @ts-check
import createNeedlewise from './needlewise.mjs';
import { bytesFit } from './stored.mjs';

const files = document.documentElement.dataset;  // the build writes the names, with their hashes, into <html>

/** @returns {Record<string, string>} the file of words of each language there is */
export const languages = () => JSON.parse(files.text ?? '{}');

/** @param {string | undefined} address @returns {Promise<Response>} */
async function get(address) {
  if (!address) throw new Error('index.html does not name all the files');
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response;
}

/** @param {string | undefined} address */
const bytes = async (address) => new Uint8Array(await (await get(address)).arrayBuffer());

const PATIENCE = 20_000;  // ms for the words of a language

/** Where the page is not served safely, browsers compute no hash: then it must at least be JSON. @param {string} name @param {Uint8Array<ArrayBuffer>} file */
async function isWhole(name, file) {
  if (globalThis.crypto?.subtle) return bytesFit(name, file.buffer);
  try {
    return typeof JSON.parse(new TextDecoder().decode(file)) === 'object';
  } catch {
    return false;
  }
}

/**
 * The words of a language; nothing when they cannot be had. What comes may be something else, such as the page where a hotel asks
 * people to log in, and the browser may have kept that: then the network is asked once more.
 * @param {string} language @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function wordsOf(language) {
  const name = languages()[language];
  for (const cache of /** @type {RequestCache[]} */ (['default', 'reload'])) {
    try {
      const response = await fetch(name, { cache, signal: AbortSignal.timeout(PATIENCE) });
      const file = new Uint8Array(await response.arrayBuffer());
      if (response.ok && await isWhole(name, file)) return file;
    } catch { /* tried once more, then the page does without */ }
  }
  return new Uint8Array();
}

/** @param {WebAssembly.Imports} imports */
async function instantiate(imports) {
  const response = get(files.wasm);
  // Streaming needs the type application/wasm, which not every host sends.
  if ((await response).headers.get('content-type') === 'application/wasm') return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await (await response).arrayBuffer(), imports);
}

/** @param {HTMLCanvasElement} canvas @param {object} host */
const startModule = (canvas, host) => new Promise((resolve, reject) => {
  createNeedlewise({
    canvas,
    host,
    onAbort: reject,
    instantiateWasm(/** @type {WebAssembly.Imports} */ imports, /** @type {Function} */ done) {
      instantiate(imports).then(({ instance, module }) => done(instance, module), reject);
      return {};
    },
  }).then(resolve, reject);
});

/**
 * Without words in the language those in English will do; without any, nothing can be shown.
 * @param {HTMLCanvasElement} canvas @param {object} host @param {string | Promise<string>} language it may depend on the clinic's pack
 * @returns {Promise<{module: any, files: Map<string, Uint8Array<ArrayBuffer>>}>}
 */
export async function loadAll(canvas, host, language) {
  const words = Promise.resolve(language).then((code) => Promise.all(code === 'en' ? [wordsOf('en')] : [wordsOf(code), wordsOf('en')]));
  /** @type {[string, string | undefined][]} */
  const wanted = [['content.json', files.content], ['regular.ttf', files.fontRegular], ['semibold.ttf', files.fontSemibold]];
  const pictures = bytes(files.figures).catch(() => null);  // a page can do without
  const [module, drawn, [text, english], ...all] = await Promise.all([startModule(canvas, host), pictures, words, ...wanted.map(([, address]) => bytes(address))]);
  if (!text.length && !english?.length) throw new Error('there are no words to be had');
  const loaded = new Map(wanted.map(([name], i) => [name, all[i]]));
  loaded.set('text.json', text);
  if (english?.length) loaded.set('english.json', english);
  if (drawn) loaded.set('figures.json', drawn);
  return { module, files: loaded };
}

/** The document uses the very fonts the program paints with, and measures with them. @param {Map<string, Uint8Array>} loaded */
export async function addFonts(loaded) {
  const faces = [];
  for (const [file, weight] of [['regular.ttf', '400'], ['semibold.ttf', '600']]) {
    const data = loaded.get(file);
    if (!data) continue;
    const face = new FontFace('Needlewise', new Uint8Array(data).buffer, { weight });
    document.fonts.add(face);
    faces.push(face.load());
  }
  await Promise.allSettled(faces);
}
