// Keeps the site on the device, so that it opens without a network. A page always comes from one version: it names all its
// files by the hash of their bytes, and it is handed out only by a store that holds them all. A new version is fetched beside
// the old one and is seen when the page is opened again. Nothing that a person said or sends ever comes here.
// @ts-check
import { bytesFit, HASHED } from './stored.mjs';

const version = SITE_VERSION;
const files = SITE_FILES;  // what the page needs in English
const words = SITE_WORDS;  // of each language

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const home = new URL(worker.registration.scope);
const prefix = `needlewise ${home.pathname} `;  // one origin may hold several sites
const own = prefix + version;
const packs = `${prefix}packs`;
const WEEK = 7 * 24 * 3600 * 1000;
const MOST_PACK_FILES = 16;  // a pack, what it extends, a questionnaire; and as many of another clinic
const PAGE = /^(index\.html)?(\?|$)/;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => event.waitUntil(told(event.data)));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const name = nameOf(request.url);
  if (request.method !== 'GET' || name === undefined) return;
  if (request.mode === 'navigate') {
    // Only the page itself, and never in a frame: that belongs to the page around it.
    if (request.destination === 'document' && PAGE.test(name)) event.respondWith(page(event));
  } else if (HASHED.test(name)) event.respondWith(unchanging(request, name));
  else if (/\.json$/.test(name) && request.destination === '') event.respondWith(packFile(event));
});

/** The address within the site; nothing when it lies elsewhere. @param {string} url */
const nameOf = (url) => (url.startsWith(home.href) ? url.slice(home.href.length).split('#')[0] : undefined);

/** The page goes in last: a store that has it is whole. */
async function install() {
  await caches.delete(own);  // what an earlier try left behind
  try {
    const languages = await languagesKept();
    const store = await caches.open(own);
    await Promise.all([...files, ...languages].map((name) => keep(store, name)));
    const index = await fetch(home, { cache: 'no-cache' });
    const text = await index.clone().text();
    if (!index.ok || !text.includes(version) || !text.trimEnd().endsWith('</html>')) throw new Error('the page is of another version, or cut off');
    await store.put(home, index);
  } catch (reason) {
    await caches.delete(own);
    throw reason;
  }
}

/** Those read so far, in the files of this version. */
async function languagesKept() {
  const language = (/** @type {string} */ name) => name.split('.')[0];
  const kept = (await Promise.all((await stores()).map((store) => store.keys()))).flat().map(({ url }) => language(nameOf(url) ?? ''));
  return words.filter((name) => kept.includes(language(name)) && !files.includes(name));
}

/** From a store, else from the browser, which has most files from the first visit. @param {Cache} store @param {string} name */
async function keep(store, name) {
  const address = new URL(name, home).href;
  for (const find of [() => caches.match(address, { ignoreVary: true }), () => fetch(address), () => fetch(address, { cache: 'reload' })]) {
    const response = await find().catch(() => undefined);
    if (response?.ok && await fits(name, response)) {
      await store.put(address, response);
      return;
    }
  }
  throw new Error(`${name} cannot be had`);
}

/** No page of an older version is open any more. */
async function activate() {
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== own && name !== packs) await caches.delete(name);
  await worker.clients.claim();
}

/** One for each version, newest first. */
async function stores() {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== packs);
  return Promise.all(names.reverse().map((name) => caches.open(name)));
}

/** The newest page that is whole. After a week the network is asked first, if it answers soon. @param {FetchEvent} event */
async function page(event) {
  const kept = (await Promise.all((await stores()).map((store) => store.match(home.href)))).find(Boolean);
  event.waitUntil(kept ? later(3000).then(mend) : install().catch(() => {}));
  if (kept && !(Date.now() - Date.parse(kept.headers.get('Date') ?? '') > WEEK)) return kept;
  try {
    const fresh = await fetch(event.request, kept ? { signal: AbortSignal.timeout(4000) } : {});
    if (fresh.ok || !kept) return fresh;
  } catch (reason) {
    if (!kept) throw reason;
  }
  return kept;
}

/** @param {number} milliseconds */
const later = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** Throws out what is broken: it is fetched again when it is next asked for. */
async function mend() {
  for (const store of await stores()) {
    for (const request of await store.keys()) {
      const bytes = await store.match(request).then((response) => response?.arrayBuffer()).catch(() => undefined);
      if (!bytes || !await bytesFit(nameOf(request.url) ?? '', bytes)) await store.delete(request);
    }
  }
}

/** @param {string} name @param {Response} response */
const fits = async (name, response) => bytesFit(name, await response.clone().arrayBuffer());

/**
 * A file that never changes: kept, else fetched and then kept. What comes may be a page where a hotel asks people to log in, and the
 * browser may have kept that: then the network is asked past it. @param {Request} request @param {string} name
 */
async function unchanging(request, name) {
  const kept = request.cache === 'reload' ? undefined : await caches.match(request, { ignoreVary: true }).catch(() => undefined);
  if (kept && await fits(name, kept)) return kept;
  let response = await fetch(request);
  if (response.ok && !await fits(name, response)) response = await fetch(request, { cache: 'reload' });
  const ours = response.ok && (files.includes(name) || words.includes(name));
  if (ours && await fits(name, response)) await put(own, request, response);
  return response;
}

/** Whether it is our own page that asks, opened with a pack or a questionnaire, and not in a frame. @param {string} id of the client */
async function asksForPack(id) {
  const client = await worker.clients.get(id);
  if (!client || client.frameType === 'nested' || !PAGE.test(nameOf(client.url) ?? '-')) return false;
  const { searchParams } = new URL(client.url);
  return searchParams.has('pack') || searchParams.has('questionnaire');
}

/** A clinic's pack and its questionnaire: as they are now, else as they were. Whatever else of the site ends like them is only passed on. @param {FetchEvent} event */
async function packFile(event) {
  const { request } = event;
  if (!await asksForPack(event.clientId)) return fetch(request);
  const last = () => caches.match(request, { cacheName: packs, ignoreVary: true });
  try {
    const response = await fetch(request);
    if (!response.ok) return response;
    if (!await isObject(response.clone())) return await last() ?? response;  // the page of a hotel, or half a file
    if (!/no-store|private/.test(response.headers.get('Cache-Control') ?? '')) {
      await put(packs, request, response);
      event.waitUntil(forgetOldest().catch(() => {}));
    }
    return response;
  } catch (reason) {
    const kept = await last();
    if (kept) return kept;
    throw reason;
  }
}

/** @param {Response} response */
const isObject = (response) => response.json().then((value) => typeof value === 'object' && value !== null, () => false);

/** The packs of other clinics do not add up. */
async function forgetOldest() {
  const store = await caches.open(packs);
  for (const old of (await store.keys()).slice(0, -MOST_PACK_FILES)) await store.delete(old);
}

/** Does without when the device is full. @param {string} name @param {Request} request @param {Response} response */
const put = async (name, request, response) => (await caches.open(name)).put(request, response.clone()).catch(() => {});

/** What a page says once it is ready. @param {{shows: string, words: string[]}} message */
async function told({ shows, words: read }) {
  for (const name of read) if (words.includes(name)) await keep(await caches.open(own), name).catch(() => {});
  const pages = (await worker.clients.matchAll({ includeUncontrolled: true, type: 'window' })).filter(({ url }) => nameOf(url) !== undefined);
  if (shows === version && pages.length === 1) await worker.skipWaiting();  // nobody looks at the old version any more
}
