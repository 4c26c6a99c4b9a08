// What clinic staff need of the browser: turning pages and drawing while they present, and the watch over a shared tablet.
// @ts-check
import { Annotations } from './annotate.mjs';
import { IdleWatch } from './idle.mjs';
import { listenForTurns } from './present.mjs';
import { PAGE_FLAGS } from './records.mjs';

const PIN_WAIT = 30_000;  // ms after several wrong ones

export class Tablet {
  /** @param {HTMLElement} page @param {(what: string, value: string) => void} tell */
  constructor(page, tell) {
    this.tell = tell;
    this.presenting = false;
    this.drawing = false;
    /** @type {Annotations | null} */
    this.annotations = null;
    this.idle = new IdleWatch(tell);
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
  }

  /** What the program asks for. @param {string} what */
  request(what) {
    if (what === 'erase') this.annotations?.clear();
    else if (what === 'hold-pin') setTimeout(() => this.tell('pin-wait-ended', ''), PIN_WAIT);
  }
}
