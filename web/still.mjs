// The first pages stand in index.html, written by the build (tools/first.mjs), so that somebody reads and answers them before the program
// has arrived. Which of them is shown, and in which language, is decided here; what is done on them is told to the program when it
// takes their place.
// @ts-check
import { attribute, onClick } from './dom.mjs';
import { fetched } from './fetched.mjs';
import { figures, MOST_ARE_THERE } from './figures.mjs';
import { listenForTaps } from './taps.mjs';
import { translate } from './words.mjs';

const root = document.documentElement;

export class Still {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.pages = /** @type {HTMLElement[]} */ ([...host.querySelectorAll('[data-still]')]);
    this.waiting = /** @type {HTMLElement} */ (document.getElementById('waiting'));
    /** @type {Map<number, {value: string, group: string}>} answers given, by key */
    this.given = new Map();
    this.pressed = 0;  // the key of the button that was pressed after them
    this.comes = false;  // the program has arrived, and is about to take the place of these pages
    this.ends = new AbortController();
    const { signal } = this.ends;
    const tapped = listenForTaps(host, signal);
    host.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement) this.give(target, target.value, target.id);
      if (target instanceof HTMLInputElement) this.give(target, tapped(target) ? 'tap' : '1', target.name);
    }, { signal });
    onClick(({ target }) => {
      const button = target instanceof Element && target.closest('button[data-key]');
      if (button instanceof HTMLElement) this.pressed = Number(button.dataset.key);
    }, { signal });
    host.querySelector('[data-look="skip"]')?.addEventListener('click', (event) => {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (host.querySelector('[data-still]:not([hidden]) h1'))?.focus();
    });
  }

  /** @param {Element} field @param {string} value @param {string} group one answer of which counts */
  give(field, value, group) {
    const key = Number(field.closest('[data-key]')?.getAttribute('data-key'));
    for (const [other, answer] of this.given) if (answer.group === group) this.given.delete(other);
    this.given.set(key, { value, group });
    this.pressed = 0;
  }

  /**
   * Shows the page at an address, as long as that is one of these, and nothing was said before that would make it another.
   * @param {() => string} pathNow @param {boolean} fits
   */
  show(pathNow, fits) {
    const look = () => {
      const path = pathNow();
      const asked = path !== '' && document.getElementById(`/${path}`) ? 'question' : path;
      for (const page of this.pages) page.hidden = !fits || page.dataset.still !== asked;
      this.waiting.hidden = this.pages.some(({ hidden }) => !hidden);
      root.dataset.still = '';
    };
    look();
    window.addEventListener('hashchange', () => {
      this.pressed = 0;  // it was for the page that has gone
      look();
    }, this.ends);
  }

  /** The texts of another language, in the order in which they stand here. @param {string} language @param {string | undefined} file */
  async translate(language, file) {
    if (!file) return;
    const bytes = await fetched(file);
    for (const name of ['late', 'trouble']) translate(/** @type {HTMLElement} */ (document.getElementById(name)), bytes, language);
    const { texts, 'format.direction': direction } = JSON.parse(new TextDecoder().decode(bytes));
    if (this.ends.signal.aborted) return;
    root.lang = language;
    root.dir = direction;
    for (const list of this.host.querySelectorAll('select')) if (!this.given.size) list.value = language;
    for (const [i, write] of placesOf(this.host.querySelectorAll('header, [data-still], footer')).entries()) write(texts[i]);
  }

  /**
   * Drawing the pictures takes a slow device as long as a good part of the start: they are for those who wait for the program.
   * @param {Uint8Array} file figures.json
   */
  async draw(file) {
    figures.add(file);
    await new Promise((resolve) => { setTimeout(resolve, MOST_ARE_THERE); });
    if (this.comes) return;
    for (const picture of /** @type {NodeListOf<HTMLImageElement>} */ (this.host.querySelectorAll('img[data-drawing]'))) {
      figures.wanted.set(picture, picture.dataset.drawing ?? '');
    }
    figures.wear(true);
    figures.show();
  }

  /** The program cannot come: what is left is what can be read. */
  fail() {
    for (const page of this.pages) page.hidden = page.dataset.still !== '';
    this.waiting.hidden = true;
  }

  /** The program takes the place of these pages. @returns {string} the id of what had the focus */
  end() {
    this.ends.abort();
    return this.host.contains(document.activeElement) ? document.activeElement?.id ?? '' : '';
  }

  /** What was done on these pages, in its order. @param {(key: number, value: string) => void} tell */
  replay(tell) {
    for (const [key, { value }] of this.given) tell(key, value);
    if (this.pressed) tell(this.pressed, '');
  }
}

/**
 * Everything that is said in a language, as tools/first.mjs has listed it. @param {Iterable<Element>} parts
 * @returns {((text: string) => void)[]} puts another text there
 */
function placesOf(parts) {
  /** @type {((text: string) => void)[]} */
  const found = [];
  const visit = (/** @type {Node} */ node) => {
    if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) found.push((text) => { node.textContent = text; });
    if (node instanceof Element) {
      for (const name of ['aria-label', 'alt']) if (node.getAttribute(name)?.trim()) found.push((text) => attribute(node, name, text));
    }
    for (const child of node.childNodes) visit(child);
  };
  for (const part of parts) visit(part);
  return found;
}
