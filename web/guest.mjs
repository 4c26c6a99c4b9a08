// The page inside somebody else's page. The frame is as tall as the page, so that only the other page scrolls and there are
// no two scrollbars. That page tells which part of the frame is in view: the canvas, as large as a view can be, is put there,
// and so is what is pinned to the view.
// @ts-check
import { coverSeen } from './cover.mjs';
import { onClick } from './dom.mjs';
import { focusHeading } from './input.mjs';
import { PAGES } from './messages.mjs';
import { embedded, Port } from './port.mjs';
import { placeToSend, Sender } from './send.mjs';

/** @typedef {import('./engine.mjs').Engine} Engine @typedef {import('./mirror.mjs').Mirror} Mirror */

const LEAST_VIEW = 240;  // px: of a frame that only peeps into view; what is pinned to its foot shall not cover all of it
const MARGIN = 24;       // px around what is brought into view

const root = document.documentElement;

export class Guest {
  /** @param {Mirror} mirror @param {HTMLElement} page @param {(code: string) => boolean} speaks */
  constructor(mirror, page, speaks) {
    this.mirror = mirror;
    this.page = page;
    this.speaks = speaks;
    /** @type {{top: number, bottom: number, room: number} | null} */
    this.view = null;
    this.height = 0;
    this.dialog = false;
    this.connected = false;
    /** @type {string[]} addresses of the clinic's own pages for booking */
    this.booking = [];
    /** @type {Engine | null} */
    this.engine = null;
    this.changed = () => {};
    /** @type {[string, string][]} for the program, before it was there */
    this.untold = [];
    this.port = new Port((message) => this.hear(message));
    this.sender = new Sender((what, value) => this.tell(what, value), (id, fhir) => this.port.trusted && this.port.port !== null && this.port.say('send', { id, fhir }));
  }

  /**
   * The clinic's pack has been read, or there is none: now it is known who may embed, and where answers can go.
   * @param {{allowedOrigins?: string[], sendEndpoint?: string, booking?: string[]}} clinic
   */
  connect({ allowedOrigins = [], sendEndpoint = '', booking = [] }) {
    if (this.connected) return;
    this.connected = true;
    this.booking = booking;
    this.sender.address = placeToSend(sendEndpoint);
    if (this.sender.address) this.tell('connect', '1');
    if (embedded()) this.port.open(allowedOrigins, () => { if (this.port.trusted) this.tell('connect', '1'); });
  }

  /** The program is there and about to show its first page. @param {Engine} engine @param {() => void} changed */
  listen(engine, changed) {
    this.engine = engine;
    this.changed = changed;
    for (const [what, value] of this.untold.splice(0)) engine.tell(what, value);
    changed();
    if (!embedded()) return;
    new ResizeObserver(() => this.measure()).observe(this.page);
    this.page.addEventListener('focusin', (event) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) this.reveal(event.target);
    });
    onClick((event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link && this.booking.includes(link.getAttribute('href') ?? '')) this.book(link.href);
    });
  }

  /** The first page can be used. */
  ready() {
    if (!embedded()) return;
    this.measure();
    this.place();
    this.port.say('ready');
  }

  /** @param {string} what @param {string} value */
  tell(what, value) {
    if (!this.engine) return void this.untold.push([what, value]);
    this.engine.tell(what, value);
    this.changed();
  }

  /** @param {import('./messages.mjs').Message} message */
  hear(message) {
    if (message.type === 'view') {
      this.view = { top: message.top, bottom: message.bottom, room: message.room };
      this.place();
    } else if (message.type === 'theme') this.tell('theme', message.theme);
    else if (message.type === 'language' && this.speaks(message.language)) this.tell('language', message.language);
    else if (message.type === 'country') this.tell('country', message.country);
    else if (message.type === 'print') this.tell('print', '');
    else if (message.type === 'focus') focusHeading(this.mirror);
    else if (message.type === 'answer') this.sender.answer(message.id, message.accepted, message.why);
    else if (message.type === 'reset') {
      this.sender.forget();
      this.tell('reset', '');
    }
  }

  /** What the program asks of the page around this one. @param {string} what @param {string} name @param {string} text */
  request(what, name, text) {
    if (what === 'send') this.sender.send(text);
    else if (what === 'wipe') this.sender.forget();
    if (!embedded()) return;
    if (what === 'step') this.port.say('shown', { page: kindOf(name) });
    else if (what === 'finish') this.port.say('finish');
  }

  /** The link opens by itself. Its address differs by what was found: only the clinic's own pages learn it. @param {string} url */
  book(url) { this.port.say('book', { url: this.port.trusted ? url : '' }); }

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
