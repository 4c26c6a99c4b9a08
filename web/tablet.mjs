// What clinic staff need of the browser: turning pages and drawing while they present, and the watch over a shared tablet.
// @ts-check
import { Annotations } from './annotate.mjs';
import { IdleWatch } from './idle.mjs';
import { fitSlide, listenForTurns } from './present.mjs';
import { PAGE_FLAGS } from './records.mjs';

export class Tablet {
  /** @param {HTMLElement} page @param {import('./kiosk.mjs').KioskMemory} memory @param {(what: string, value: string) => void} tell */
  constructor(page, memory, tell) {
    this.page = page;
    this.tell = tell;
    this.memory = memory;
    this.kiosk = false;
    this.pinTimer = 0;
    this.presenting = false;
    this.drawing = false;
    /** @type {Annotations | null} */
    this.annotations = null;
    this.idle = new IdleWatch(tell);
    new ResizeObserver(() => this.fit()).observe(page);  // pictures come later, and tablets are turned
    listenForTurns(page, () => this, tell);
  }

  /** @param {import('./records.mjs').Published} published */
  published({ flags, path, idleMinutes }) {
    this.presenting = (flags & PAGE_FLAGS.presenting) !== 0;
    this.drawing = (flags & PAGE_FLAGS.drawing) !== 0;
    document.documentElement.toggleAttribute('data-presenting', this.presenting);
    document.documentElement.toggleAttribute('data-brief', path === 'staff/brief');  // printed closer than other pages
    if (this.presenting) this.annotations ??= new Annotations();
    this.annotations?.set(this.presenting, this.drawing, path);
    this.idle.set(idleMinutes);
    this.fit();
  }

  fit() {
    if (this.presenting && document.documentElement.dataset.skin === 'plain') fitSlide();
  }

  /** What the program asks for. @param {string} what @param {string} name @param {string} text */
  request(what, name, text) {
    if (what === 'erase') this.annotations?.clear();
    else if (what === 'hold-pin') this.holdPin(Number(name), Number(text));
    else if (what === 'keep-nothing') this.kiosk = true;
  }

  /** @param {number} wrong in a row @param {number} seconds */
  holdPin(wrong, seconds) {
    this.memory.count(wrong, seconds);
    clearTimeout(this.pinTimer);
    if (seconds > 0) this.pinTimer = window.setTimeout(() => this.tell('pin-wait-ended', ''), seconds * 1000);
  }

  /** The program has started with a pack: from now on this device is a kiosk, or is none any more. */
  settle() {
    this.memory.settle(this.kiosk);
    if (!this.kiosk) return;
    this.tell('pins', this.memory.told());
    window.addEventListener('storage', (event) => {  // somebody tries in another tab
      if (event.key === this.memory.key && event.newValue !== null) this.tell('pins', this.memory.told());
    });
    oneTabOnly();
  }
}

/** A tablet is one page: its links open in no second one, neither by the middle button nor by a menu. */
function oneTabOnly() {
  for (const name of ['auxclick', 'contextmenu', 'dragstart']) {
    document.addEventListener(name, (event) => {
      if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
    }, { capture: true });
  }
}
