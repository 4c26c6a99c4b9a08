// The clinic's pack: fetched before the start with those it extends, as often as it takes, and handed to the program as it came. The program reads it,
// and tells this page what of it it found good; nothing here believes the file itself, but for the languages it offers.
// @ts-check
import { asked } from './asked.mjs';

const LARGEST = 262_145;  // bytes: one more than the program takes, so that it says what is wrong
const MOST_FILES = 8;
const LARGEST_FORM = 16_777_217;  // likewise
const PATIENCE = 10_000;  // milliseconds for one try

/**
 * @typedef {object} Clinic  what the program found good; see src/content/pack/page.cpp
 * @property {string} name @property {string[]} allowedOrigins @property {string} sendEndpoint @property {string} logo SVG
 *
 * @typedef {{name: string, url: string, files: Map<string, Uint8Array>, missing: string}} PackFiles  missing: what of it could not be had, and why
 */

/** @param {URL} url */
const fileName = (url) => url.pathname.split('/').pop() || 'pack.json';

/** From this site, or encrypted on its way. @param {string} address @param {string} [base] @returns {URL | null} */
function allowed(address, base = location.href) {
  try {
    const url = new URL(address, base);
    return url.origin === location.origin || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}

/**
 * A page in place of the file, such as the one where a hotel asks people to log in, is not the file.
 * @param {URL} url @param {AbortSignal} signal @param {number} [largest] bytes @returns {Promise<{bytes: Uint8Array} | {why: string}>}
 */
async function get(url, signal, largest = LARGEST) {
  const got = await tried(url, signal, largest, 'default');
  const spoiled = 'bytes' in got ? got.bytes.length < largest && json(got.bytes) === null : got.why === 'HTML';
  return spoiled && !signal.aborted ? tried(url, signal, largest, 'reload') : got;  // past a copy that the browser kept
}

/** @param {URL} url @param {AbortSignal} signal @param {number} largest @param {RequestCache} cache @returns {Promise<{bytes: Uint8Array} | {why: string}>} */
async function tried(url, signal, largest, cache) {
  try {
    const response = await fetch(url, { signal, cache, credentials: 'same-origin', referrerPolicy: 'no-referrer' });
    if (!response.ok) return { why: String(response.status) };
    let left = largest;  // what is longer is not waited for
    const bounded = response.body?.pipeThrough(new TransformStream({ transform(part, to) {
      to.enqueue(part);
      if ((left -= part.length) <= 0) to.terminate();
    } }));
    const bytes = new Uint8Array(await new Response(bounded).arrayBuffer()).slice(0, largest);
    return /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 200))) ? { why: 'HTML' } : { bytes };
  } catch (reason) {
    return { why: reason instanceof Error ? reason.name : String(reason) };
  }
}

/** @param {Uint8Array} bytes @returns {any} nothing when it is not JSON */
function json(bytes) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** The files of the same folder that a pack extends. @param {Uint8Array} bytes @returns {string[]} */
const extended = (bytes) => [json(bytes)?.extends].flat().filter((name) => typeof name === 'string' && /^[\w-][\w.-]*\.json$/.test(name));

/** The pack that the address of this page names, with all it extends. @returns {Promise<PackFiles | null>} nothing when no pack is asked for */
async function fetchPack() {
  if (!asked.pack) return null;
  const url = allowed(asked.pack);
  if (!url) return { name: 'pack.json', url: '', files: new Map(), missing: `${asked.pack}: https?` };
  /** @type {PackFiles} */
  const pack = { name: fileName(url), url: url.href, files: new Map(), missing: '' };
  const wanted = [url];
  const signal = AbortSignal.timeout(PATIENCE);
  for (let next = wanted.shift(); next && pack.files.size < MOST_FILES; next = wanted.shift()) {
    if (pack.files.has(fileName(next))) continue;
    const got = await get(next, signal);
    if ('why' in got) return { ...pack, missing: `${fileName(next)}: ${got.why}` };
    pack.files.set(fileName(next), got.bytes);
    const folder = new URL('.', next);
    for (const name of extended(got.bytes)) wanted.push(new URL(name, folder));
  }
  return pack;
}

/** The questionnaire that the pack names, where it does: of the nearest file that says anything of it. @param {PackFiles | null} pack @returns {string} */
function questionnaireOf(pack) {
  for (const bytes of pack?.files.values() ?? []) {
    const said = json(bytes);
    if (said && Object.hasOwn(said, 'questionnaire')) return typeof said.questionnaire?.url === 'string' ? said.questionnaire.url : '';
  }
  return '';
}

/**
 * The FHIR questionnaire that the address of this page names, from this site; else the one that the pack names, from this site or the pack's.
 * @param {PackFiles | null} pack
 * @returns {Promise<[string, Uint8Array][]>} as the program takes it, see src/app/form.cpp
 */
export async function fetchQuestionnaire(pack) {
  const own = asked.questionnaire;
  const address = own || questionnaireOf(pack);
  if (!address) return [];
  const url = allowed(address, own ? location.href : pack?.url);
  const origins = own || !pack ? [location.origin] : [location.origin, new URL(pack.url).origin];
  const got = url && origins.includes(url.origin) ? await get(url, AbortSignal.timeout(PATIENCE), LARGEST_FORM) : null;
  const bytes = got && 'bytes' in got ? got.bytes : null;
  /** @type {[string, Uint8Array][]} */
  const files = [['questionnaire', new TextEncoder().encode(url ? fileName(url) : 'questionnaire.json')]];
  if (!own) files.push(['questionnaire/of-pack', new Uint8Array()]);
  if (bytes) files.push(['questionnaire/text', composed(bytes)]);
  return files;
}

/**
 * The pack, once it can be had whole. Until then nothing of the program is shown: see closed.mjs.
 * @param {import('./closed.mjs').Closed} closed
 */
export async function havePack(closed) {
  for (;;) {
    const pack = await fetchPack();
    if (!pack?.missing) {
      closed.open();
      return pack;
    }
    await closed.pause(pack.missing);
  }
}

/** Whether a pack, however broken, may be that of a shared tablet: it says so, or it cannot be told, because it is cut off or no pack at all. @param {PackFiles} pack */
export const mayBeKiosk = (pack) => [...pack.files.values()].some((bytes) => json(bytes)?.needlewise !== 'pack' || new TextDecoder().decode(bytes).includes('"kiosk"'));

/** Accents that stand by themselves joined with their letters. What is not text stays as it is: the program says what is wrong. @param {Uint8Array} bytes */
function composed(bytes) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const whole = text.normalize('NFC');
    return whole === text ? bytes : new TextEncoder().encode(whole);
  } catch {
    return bytes;
  }
}

/** Only these are offered; nothing when the pack does not say. @param {PackFiles | null} pack @returns {string[] | undefined} */
export function languagesOf(pack) {
  for (const bytes of pack?.files.values() ?? []) {
    const list = json(bytes)?.languages;
    if (Array.isArray(list)) return list.filter((code) => typeof code === 'string');
  }
  return undefined;
}

/** As the program takes it, see src/app/clinic.cpp. @param {PackFiles | null} pack @returns {[string, Uint8Array][]} */
export function filesOf(pack) {
  if (!pack) return [];
  return [['pack', new TextEncoder().encode(pack.name)], ...[...pack.files].map(/** @returns {[string, Uint8Array]} */ ([name, bytes]) => [`pack/${name}`, composed(bytes)])];
}

/** What the program says of the pack it took. @param {string} text @returns {Clinic} */
export function clinicIn(text) {
  const clinic = JSON.parse(text);
  // A path of this site is as good as its whole address.
  if (clinic.sendEndpoint.startsWith('/')) clinic.sendEndpoint = new URL(clinic.sendEndpoint, location.href).href;
  return clinic;
}
