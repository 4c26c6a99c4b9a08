// The page inside somebody else's page. The frame is as tall as the page, so that only the other page scrolls and there are
// no two scrollbars. That page tells which part of the frame is in view: the canvas, as large as a view can be, is put there,
// and so is what is pinned to the view.
// @ts-check
import { coverSeen } from './cover.mjs';
import { focusHeading } from './input.mjs';
import { PAGES } from './messages.mjs';
import { embedded } from './port.mjs';
import { tell } from './tell.mjs';

/** @typedef {import('./engine.mjs').Engine} Engine @typedef {import('./mirror.mjs').Mirror} Mirror */

const LEAST_VIEW = 240;  // px: of a frame that only peeps into view; what is pinned to its foot shall not cover all of it
const MARGIN = 24;       // px around what is brought into view

const root = document.documentElement;

export class Guest {
  /** @param {Mirror} mirror @param {HTMLElement} page @param {import('./port.mjs').Port} port @param {(code: string) => boolean} speaks */
  constructor(mirror, page, port, speaks) {
    this.mirror = mirror;
    this.page = page;
    this.port = port;
    this.speaks = speaks;
    /** @type {{top: number, bottom: number, room: number} | null} */
    this.view = null;
    this.height = 0;
    this.dialog = false;
    /** @type {Engine | null} */
    this.engine = null;
    this.changed = () => {};
  }

  /** The program is there and about to show its first page. @param {Engine} engine @param {() => void} changed */
  listen(engine, changed) {
    this.engine = engine;
    this.changed = changed;
    if (!embedded()) return;
    new ResizeObserver(() => this.measure()).observe(this.page);
    this.page.addEventListener('focusin', (event) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) this.reveal(event.target);
    });
  }

  /** The first page can be used. */
  ready() {
    if (!embedded()) return;
    this.measure();
    this.place();
    this.port.say('ready');
  }

  /** @param {import('./messages.mjs').Message} message */
  hear(message) {
    if (message.type === 'view') {
      this.view = { top: message.top, bottom: message.bottom, room: message.room };
      this.place();
    } else if (message.type === 'theme') tell('theme', message.theme);
    else if (message.type === 'language') this.speak(message.language);
    else if (message.type === 'country') tell('country', message.country);
    else if (message.type === 'print') tell('print', '');
    else if (message.type === 'focus') focusHeading(this.mirror);
    else if (message.type === 'reset') tell('reset', '');
    else if (message.type === 'lost') tell('refused', 'frame');
  }

  /** @param {string} tag "de-AT" */
  speak(tag) {
    const language = [tag, tag.split('-')[0]].find(this.speaks);
    if (language) tell('language', language);
  }

  /** What the program asks of the page around this one. @param {string} what @param {string} name */
  request(what, name) {
    if (!embedded()) return;
    if (what === 'step') this.port.say('shown', { page: kindOf(name) });
    else if (what === 'finish') this.port.say('finish');
  }

  /** Something went wrong that the person can do nothing about. @param {string} why */
  fail(why) { if (embedded()) this.port.say('error', { why }); }

  /** The document is another one now. */
  published() {
    if (!embedded()) return;
    this.measure();
    const dialog = this.page.querySelector('dialog[open]');
    const opened = dialog !== null && !this.dialog;
    this.dialog = dialog !== null;
    this.place();
    if (opened) this.reveal(dialog);
  }

  measure() {
    const height = Math.ceil(root.dataset.skin === 'plain' ? this.page.offsetHeight : this.mirror.published?.height ?? 0);
    if (height === this.height || height === 0) return;
    this.height = height;
    this.port.say('size', { height });
    this.place();
  }

  /** Puts the canvas, which is as high as a view can be, over the part of the frame that is in view. */
  place() {
    if (!this.view || this.height === 0) return;
    const { room } = this.view;
    const bottom = Math.min(this.height, Math.max(this.view.bottom, LEAST_VIEW));
    const top = Math.min(this.view.top, bottom);
    // Bars and messages stand at the foot of the view, a dialog in its middle.
    const from = Math.round(this.dialog ? (top + bottom - room) / 2 : bottom - room);
    root.dataset.embedded = '';
    root.style.setProperty('--view-top', `${from}px`);
    root.style.setProperty('--view-room', `${room}px`);
    this.engine?.scroll(from);
    coverSeen(this.page);
    this.changed();
  }

  /** Asks for a part of the page to be brought into view. @param {Element | null} part */
  reveal(part) {
    if (!part || part === document.body || !embedded()) return;
    const dialog = part.closest('dialog');
    if (!dialog && part.closest('[data-pinned]')) return;  // it is in view wherever that is
    const { top, bottom } = part.getBoundingClientRect();
    this.port.say('reveal', { top: top - MARGIN, bottom: bottom + MARGIN + (dialog ? 0 : this.mirror.bar) });
  }
}

/** @param {string} path */
function kindOf(path) {
  const [step, name] = path.split('/');
  const kind = step === 'form' && name ? (name === 'review' ? 'review' : 'questions') : step || 'home';
  return PAGES.includes(kind) ? kind : 'other';
}
