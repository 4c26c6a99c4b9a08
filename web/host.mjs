// What the program asks of the page (the Host of engine.mjs): to show a page, to name its address, to move the focus, to say something,
// to fetch words, to do what only a browser can.
// @ts-check
import { ownAddress } from './address.mjs';
import { coverSeen } from './cover.mjs';
import { figures } from './figures.mjs';
import { focusHeading, focusNode } from './input.mjs';
import { allWordsOf } from './load.mjs';
import { clinicIn } from './pack.mjs';
import { announcer, guest, keeper, labels, mirror, mirrorHost, outgoing, page, root, tablet } from './page.mjs';
import { embedded } from './port.mjs';
import { decode, has, PAGE_FLAGS } from './records.mjs';
import { carryOut } from './requests.mjs';
import { setText } from './setting.mjs';
import { wearTheme } from './skin.mjs';
import { goOnSoon } from './taps.mjs';
import { tell } from './tell.mjs';

/** @typedef {() => {history: import('./history.mjs').History, engine: import('./engine.mjs').Engine, changed: () => void}} Tools  there once the program has started */

/** Whether the program has taken the clinic's pack. */
export let packTaken = false;

let theme = '';

/** @param {Tools} tools */
export const hostFor = (tools) => ({
  publish,
  /** @param {string} path @param {string} _title @param {boolean} replace */
  showPath: (path, _title, replace) => showPath(tools(), path, replace),
  /** @param {number} key */
  focus(key) {
    focusNode(mirror, key);
    guest.reveal(document.activeElement);
  },
  announce,
  setText,
  /** @param {string} what @param {string} name @param {string} text */
  request: (what, name, text) => request(tools, what, name, text),
  /** @param {string} language */
  async requestWords(language) {
    tools().engine.words(language, await allWordsOf(language).catch(() => new Uint8Array()));
    tools().changed();
  },
});

/** @param {Uint8Array} bytes */
function publish(bytes) {
  const published = decode(bytes);
  if (published.theme !== theme) wearTheme(published.theme);
  figures.paint(root.style.getPropertyValue('--picture-accent'));
  theme = published.theme;
  root.dataset.theme = published.flags & PAGE_FLAGS.dark ? 'dark' : 'light';
  root.toggleAttribute('data-kiosk', (published.flags & PAGE_FLAGS.kiosk) !== 0);
  root.lang = published.language;
  root.dir = published.flags & PAGE_FLAGS.rightToLeft ? 'rtl' : 'ltr';
  document.title = published.title;
  mirror.update(published);
  figures.forget();
  labels.update(published.labels);
  root.toggleAttribute('data-riding', rides(published));
  guest.published();
  tablet.published(published);
  coverSeen(page);
  Object.assign(mirrorHost, { published });  // for tests: where everything is painted
}

/**
 * Whether the canvas scrolls with the page. The browser scrolls what it shows itself before the program can paint again, and words
 * must not leave their boxes on the way. Where something stays over the page it cannot.
 * @param {import('./records.mjs').Published} published
 */
const rides = ({ nodes, labels: own }) => (own.length > 0 || nodes.some((node) => node.nameShown)) && !nodes.some((node) => has(node, 'pinned'));

/** @param {ReturnType<Tools>} tools @param {string} path @param {boolean} replace */
function showPath({ history, engine }, path, replace) {
  const first = root.dataset.ready === undefined;
  history.show(path, replace || first);
  if (first) return;
  root.dataset.moved = '';
  window.scrollTo({ top: history.takeTop(), behavior: 'instant' });
  engine.top = window.scrollY;
  guest.place();
  if (document.hasFocus() || !embedded()) focusHeading(mirror);  // never out of the page around this one
}

/** Says something to those who listen; the same words twice are said twice. @param {string} text */
function announce(text) {
  announcer.textContent = '';
  setTimeout(() => { announcer.textContent = text; }, 100);
}

/** @param {Tools} tools @param {string} what @param {string} name @param {string} text */
function request(tools, what, name, text) {
  if (what === 'clinic') return takePack(clinicIn(text));
  if (what === 'scroll') return scrollBy(Number(name), tools().engine);
  if (what === 'photo') return void figures.photos.set(name, text);
  if (what === 'language') return keep(tools, { lang: name });
  if (what === 'country') return keep(tools, { country: name, chosen: '' });
  void carryOut(what, name, text).then((done) => {
    if (what === 'copy' || what === 'save') tell(done ? 'done' : 'refused', what);
  });
  outgoing.request(what, text);
  guest.request(what, name);
  tablet.request(what, name, text);
  goOnSoon(what, name, tell);
  keeper.request(what, name, text);
}

/** The program has taken the clinic's pack. @param {import('./pack.mjs').Clinic} clinic */
function takePack(clinic) {
  packTaken = true;
  if (clinic.logo) figures.own.set('clinic-logo', clinic.logo);
  outgoing.connect(clinic);
}

/** In the plain skin the browser sees to it itself; in somebody else's page the other page scrolls. @param {number} distance @param {import('./engine.mjs').Engine} engine */
function scrollBy(distance, engine) {
  if (embedded()) return guest.reveal(document.activeElement);
  if (root.dataset.skin === 'plain') return;
  window.scrollBy({ top: distance, behavior: 'instant' });
  engine.top = window.scrollY;
}

/**
 * What keeps a choice through a reload: only what the program has taken gets into the address. It is told afterwards: it is still at work.
 * @param {Tools} tools @param {Record<string, string>} choices
 */
function keep(tools, choices) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(choices)) address.searchParams.set(name, value);
  window.history.replaceState(window.history.state, '', address);
  queueMicrotask(() => {
    tools().engine.tell('address', ownAddress());
    tools().changed();
  });
}
