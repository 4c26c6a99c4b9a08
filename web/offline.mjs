// Keeps the page on the device after its first visit (sw.mjs does the work), so that it opens without a network. Never in a
// frame, which belongs to the page around it, and never on a clinic's shared tablet.
// @ts-check
import { languages, moreWords } from './load.mjs';

const WORKER = 'sw.mjs';
const { dataset } = document.documentElement;

/** Called once the page is ready. What was loaded comes from the browser's own cache: nothing is fetched twice. */
export function keepOffline() {
  if (!('serviceWorker' in navigator) || window.parent !== window) return;
  const idle = window.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, 1000));
  idle(() => (dataset.kiosk === undefined ? register() : leave()).catch(() => {}));  // the page works without
}

/** What an ordinary visit left on a device that is a kiosk now. */
async function leave() {
  const { href, pathname } = new URL('.', window.location.href);
  for (const registration of await navigator.serviceWorker.getRegistrations()) if (registration.scope === href) await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith(`needlewise ${pathname} `)) await caches.delete(name);
}

async function register() {
  const trusted = window.trustedTypes?.createPolicy('needlewise', { createScriptURL: () => WORKER }).createScriptURL(WORKER) ?? WORKER;
  await navigator.serviceWorker.register(trusted, { updateViaCache: 'none' });
  const registration = await navigator.serviceWorker.ready;
  const message = { shows: dataset.version, words: [languages(), moreWords()].map((files) => files[document.documentElement.lang]) };
  registration.active?.postMessage(message);
  registration.waiting?.postMessage(message);  // a new version that this page comes from already
  dataset.offline = '';
}
