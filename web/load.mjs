// Fetches all there is to fetch, at once, and starts the program. After this no request is made.
// @ts-check
import createNeedlewise from './needlewise.mjs';

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

/** The words of a language; nothing when they cannot be had. @param {string} language @returns {Promise<Uint8Array>} */
export const wordsOf = (language) => bytes(languages()[language]).catch(() => new Uint8Array());

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
 * @param {HTMLCanvasElement} canvas @param {object} host @param {string | Promise<string>} language it may depend on the clinic's pack
 * @returns {Promise<{module: any, files: Map<string, Uint8Array>}>}
 */
export async function loadAll(canvas, host, language) {
  const words = Promise.resolve(language).then((code) => bytes(languages()[code]));
  /** @type {[string, string | undefined][]} */
  const wanted = [['content.json', files.content], ['regular.ttf', files.fontRegular], ['semibold.ttf', files.fontSemibold]];
  const pictures = bytes(files.figures).catch(() => null);  // a page can do without
  const [module, drawn, text, ...all] = await Promise.all([startModule(canvas, host), pictures, words, ...wanted.map(([, address]) => bytes(address))]);
  const loaded = new Map(wanted.map(([name], i) => [name, all[i]]));
  loaded.set('text.json', text);
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
