// Fetches all there is to fetch, at once, and starts the program. After this no request is made.
// @ts-check
import createNeedlewise from './needlewise.mjs';

/** The build writes the names of the files, with their hashes, into <html>. @param {string} name */
function address(name) {
  const value = document.documentElement.dataset[name];
  if (!value) throw new Error(`index.html names no data-${name}`);
  return value;
}

/** @param {string} name @returns {Promise<Response>} */
async function get(name) {
  const response = await fetch(address(name));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response;
}

/** @param {string} name */
const bytes = async (name) => new Uint8Array(await (await get(name)).arrayBuffer());

/** @param {WebAssembly.Imports} imports */
async function instantiate(imports) {
  const response = get('wasm');
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
 * @param {HTMLCanvasElement} canvas @param {object} host @param {string} language
 * @returns {Promise<{module: any, files: Map<string, Uint8Array>}>}
 */
export async function loadAll(canvas, host, language) {
  const text = `text${language[0].toUpperCase()}${language.slice(1)}`;
  const wanted = [['content.json', 'content'], ['text.json', text], ['regular.ttf', 'fontRegular'], ['semibold.ttf', 'fontSemibold']];
  const [module, ...all] = await Promise.all([startModule(canvas, host), ...wanted.map(([, name]) => bytes(name))]);
  return { module, files: new Map(wanted.map(([file], i) => [file, all[i]])) };
}

/** The document uses the very fonts the program paints with. @param {Map<string, Uint8Array>} files */
export function addFonts(files) {
  for (const [file, weight] of [['regular.ttf', '400'], ['semibold.ttf', '600']]) {
    const data = files.get(file);
    if (data) document.fonts.add(new FontFace('Needlewise', new Uint8Array(data).buffer, { weight }));
  }
}
