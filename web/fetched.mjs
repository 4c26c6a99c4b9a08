// Files of the site, believed only when they are what their names say. What comes may be something else: the page where a hotel
// asks people to log in, half a file, a copy that went bad on the device. Then the network is asked once more, past all copies.
// @ts-check
import { progress } from './progress.mjs';
import { bytesFit } from './stored.mjs';

/** Where the page is not served safely browsers compute no hash: then it must at least be of its kind. @param {string} name @param {Uint8Array<ArrayBuffer>} bytes */
async function isWhole(name, bytes) {
  if (globalThis.crypto?.subtle) return bytesFit(name, bytes.buffer);
  if (name.endsWith('.ttf')) return bytes[0] === 0 && bytes[1] === 1;
  if (!name.endsWith('.json')) return true;  // the compiler refuses a broken module
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/** @param {string} name @param {Response} response */
async function read(name, response) {
  const arrived = progress.of(name);
  const parts = [];
  for (const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body).getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    arrived(value.length);
  }
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  if (!await isWhole(name, bytes)) throw new Error(`${name}: these are not its bytes`);
  return bytes;
}

/**
 * @template T
 * @param {string | undefined} name @param {(name: string, response: Response) => Promise<T>} take @param {number} [patience] ms
 * @returns {Promise<T>}
 */
async function get(name, take, patience) {
  if (!name) throw new Error('index.html does not name all the files');
  let reason;
  for (const cache of /** @type {RequestCache[]} */ (['default', 'reload'])) {
    try {
      const response = await fetch(name, { cache, signal: patience ? AbortSignal.timeout(patience) : null });
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return await take(name, response);
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}

/** @param {string | undefined} name @param {number} [patience] ms; without, as long as it takes */
export const fetched = (name, patience) => get(name, read, patience);

/** Compiled while it arrives, where the host sends the type that browsers want for that. @param {string | undefined} name */
export const fetchedModule = (name) => get(name, async (file, response) => {
  const streams = response.headers.get('content-type') === 'application/wasm';
  const copy = response.clone();
  const [bytes, module] = await Promise.all([read(file, copy), streams ? WebAssembly.compileStreaming(response) : undefined]);
  return module ?? WebAssembly.compile(bytes);
});
