// The clinic's pack: fetched before the start with those it extends, and handed to the program as it came. The program reads it,
// and tells this page what of it it found good; nothing here believes the file itself, but for the languages it offers.
// @ts-check

const LARGEST = 262_145;  // bytes: one more than the program takes, so that it says what is wrong
const MOST_FILES = 8;
const LARGEST_FORM = 16_777_217;  // likewise
const PATIENCE = 10_000;  // milliseconds; then the page starts without it

/**
 * @typedef {object} Clinic  what the program found good; see src/content/pack/page.cpp
 * @property {string} name @property {string[]} allowedOrigins @property {string} sendEndpoint @property {string} logo SVG
 *
 * @typedef {{name: string, files: Map<string, Uint8Array>}} PackFiles
 */

/** @param {URL} url */
const fileName = (url) => url.pathname.split('/').pop() || 'pack.json';

/** From this site, or encrypted on its way. @param {string} address @returns {URL | null} */
function allowed(address) {
  try {
    const url = new URL(address, location.href);
    return url.origin === location.origin || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}

/** @param {URL} url @param {AbortSignal} signal @returns {Promise<Uint8Array | null>} nothing when it cannot be had */
async function get(url, signal, largest = LARGEST) {
  try {
    const response = await fetch(url, { signal, credentials: 'same-origin', referrerPolicy: 'no-referrer' });
    return response.ok ? new Uint8Array(await response.arrayBuffer()).slice(0, largest) : null;
  } catch {
    return null;
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

/**
 * The pack that the address of this page names, with all it extends. One that could not be had has no file.
 * @returns {Promise<PackFiles | null>} nothing when no pack is asked for
 */
export async function fetchPack() {
  const address = new URLSearchParams(location.search).get('pack');
  if (!address) return null;
  const url = allowed(address);
  /** @type {PackFiles} */
  const pack = { name: url ? fileName(url) : 'pack.json', files: new Map() };
  const wanted = url ? [url] : [];
  const signal = AbortSignal.timeout(PATIENCE);
  for (let next = wanted.shift(); next && pack.files.size < MOST_FILES; next = wanted.shift()) {
    if (pack.files.has(fileName(next))) continue;
    const bytes = await get(next, signal);
    if (!bytes) continue;
    pack.files.set(fileName(next), bytes);
    const folder = new URL('.', next);
    for (const name of extended(bytes)) wanted.push(new URL(name, folder));
  }
  return pack;
}

/**
 * The FHIR questionnaire that the address of this page names, from this site.
 * @returns {Promise<[string, Uint8Array][]>} as the program takes it, see src/app/form.cpp
 */
export async function fetchQuestionnaire() {
  const address = new URLSearchParams(location.search).get('questionnaire');
  if (!address) return [];
  const url = allowed(address);
  const own = url?.origin === location.origin ? url : null;
  const bytes = own ? await get(own, AbortSignal.timeout(PATIENCE), LARGEST_FORM) : null;
  const name = new TextEncoder().encode(url ? fileName(url) : 'questionnaire.json');
  return bytes ? [['questionnaire', name], ['questionnaire/text', composed(bytes)]] : [['questionnaire', name]];
}

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
