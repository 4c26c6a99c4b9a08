// <needlewise-consult>: the consultation inside a clinic's page. Two lines of HTML are all it takes; docs/embedding.md.
//
//   attributes  pack  lang  country  start  theme  settings  load      all but `load` may change while it is shown
//   events      needlewise-ready  -step {page}  -finish  -book {url}  -send {fhir, respondWith}  -error {why}
//   methods     setLang(code)  setTheme(theme)  reset()  print()
//
// The consultation runs in a frame of its own origin. Both sides check who the other is before they talk, then only over a
// port that nobody else holds. No answer comes out but by "send", after the person has seen exactly what goes.
// @ts-check
import { dress, languageFor, makePoster, words } from './embed/poster.mjs';
import { View } from './embed/view.mjs';
import { HELLO, PORT, read, TO_FRAME, TO_HOST } from './messages.mjs';

/** Where this file is, the rest of the site is. */
const SITE = new URL('.', import.meta.url);

const NEAR = '300px';          // of the view: the consultation is loaded then
const HELD = ['questions', 'review', 'result'];  // who has seen one of these pages has begun to answer
const SILENCE = 15_000;        // after the frame has loaded, before it is shown as it is

/** What the frame may do, and nothing else: no forms, no navigation of the clinic's page, no camera, no position. */
const SANDBOX = [
  'allow-scripts',                    // it is a program
  'allow-same-origin',                // its own origin: without one it could not load its own files, nor be told from a stranger
  'allow-popups',                     // sources and the clinic's booking page open in a tab of their own …
  'allow-popups-to-escape-sandbox',   // … and work there
  'allow-downloads',                  // the calendar file and the answers, when the person asks for them
  'allow-modals',                     // printing
].join(' ');
const ALLOW = 'clipboard-write';      // "copy the link": only while the person presses the button

/** @typedef {{id: number, fhir: string}} Offer */

/** A reason that can be shown: no control characters, and not cut within a letter. @param {unknown} why */
const sayable = (why) => [...String(why).replace(/\p{Cc}+/gu, ' ').trim()].slice(0, 100).join('');

class NeedlewiseConsult extends HTMLElement {
  static observedAttributes = ['lang', 'country', 'theme', 'pack', 'start', 'settings'];

  #root = this.attachShadow({ mode: 'open' });
  #poster = makePoster(() => this.#load(true));
  #marker = document.createElement('div');
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  /** @type {MessagePort | null} */
  #port = null;
  /** @type {View | null} */
  #view = null;
  /** @type {IntersectionObserver | null} */
  #near = null;
  /** @type {AbortController | null} listeners, while there is a frame */
  #listening = null;
  /** @type {Map<string, import('./messages.mjs').Message>} what was said before the frame listened: the last of each kind */
  #waiting = new Map();
  #timer = 0;
  #height = 0;
  #wanted = false;  // the person pressed the button: the focus goes where they are headed
  #begun = false;   // there may be answers in the frame
  #lost = false;    // there were, when this was taken out of its page

  constructor() {
    super();
    dress(this.#root);
    this.#marker.className = 'marker';
    this.#root.append(this.#poster.poster);
  }

  connectedCallback() {
    for (const name of /** @type {const} */ (['pack', 'country', 'start', 'theme', 'settings'])) this.#upgrade(name);
    this.#state('waiting');
    if (this.getAttribute('load') === 'click') return;
    this.#near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#load(false);
    }, { rootMargin: NEAR });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    this.#lost ||= this.#begun;
    this.#end();
  }

  /** Moved by `moveBefore`, which keeps the frame and all that is answered in it. */
  connectedMoveCallback() {}

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    this.#write();
    if (name === 'theme') this.#say('theme', { theme: this.#themeNow() });
    else if (name === 'lang') this.#say('language', { language: this.#language() });
    else if (name === 'country') this.#say('country', { country: this.country });
    else if (this.#frame) {  // another clinic, another door, other settings: from the beginning
      this.#end();
      this.#load(false);
    }
  }

  get pack() { return this.getAttribute('pack') ?? ''; }
  set pack(address) { this.setAttribute('pack', address); }
  get country() { return this.getAttribute('country') ?? ''; }
  set country(code) { this.setAttribute('country', code); }
  get start() { return this.getAttribute('start') ?? ''; }
  set start(door) { this.setAttribute('start', door); }
  get theme() { return this.getAttribute('theme') ?? ''; }
  set theme(name) { this.setAttribute('theme', name); }
  get settings() { return this.hasAttribute('settings'); }
  set settings(offered) { this.toggleAttribute('settings', offered); }

  /** @param {string} code "en", "es", … */
  setLang(code) { this.lang = code; }

  /** @param {'light' | 'dark' | 'system'} name */
  setTheme(name) { this.theme = name; }

  /** Forgets all answers. */
  reset() {
    this.#begun = false;
    this.#say('reset');
  }

  /** Opens the browser's print dialog with the page that is shown. */
  print() { this.#say('print'); }

  // ---- The frame ------------------------------------------------------------------------------------------------------

  /** @param {boolean} pressed */
  #load(pressed) {
    this.#wanted ||= pressed;
    if (this.#frame) return;
    this.#near?.disconnect();
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', SANDBOX);
    frame.setAttribute('allow', ALLOW);
    frame.setAttribute('part', 'frame');
    frame.referrerPolicy = 'no-referrer';
    frame.inert = true;  // until there is something to see
    frame.name = `needlewise-${this.#place()}`;  // what it keeps through a reload is its own
    frame.src = this.#address();
    this.#frame = frame;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    window.addEventListener('message', (event) => this.#greet(event), { signal });
    frame.addEventListener('load', () => {
      clearTimeout(this.#timer);
      if (!this.#port) this.#timer = window.setTimeout(() => this.#giveUp(), SILENCE);
    }, { signal });
    this.#state('loading');
    this.#root.append(frame, this.#marker);
  }

  /** A new page in the frame says hello: it gets a port, the one before it loses its own. @param {MessageEvent} event */
  #greet(event) {
    const other = this.#frame?.contentWindow;
    if (!other || event.source !== other || event.origin !== SITE.origin || event.data?.type !== HELLO) return;
    clearTimeout(this.#timer);
    this.#port?.close();
    this.#view?.end();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }) => {
      const message = read(TO_HOST, data);
      if (message && port1 === this.#port) this.#hear(message);
    };
    other.postMessage({ type: PORT }, SITE.origin, [port2]);
    if (this.theme) this.#say('theme', { theme: this.#themeNow() });
    for (const message of this.#waiting.values()) port1.postMessage(message);
    this.#waiting.clear();
    this.#view = new View(/** @type {HTMLIFrameElement} */ (this.#frame), (view) => this.#say('view', view));
  }

  /** @param {import('./messages.mjs').Message} message */
  #hear(message) {
    if (message.type === 'ready') this.#show();
    else if (message.type === 'size') this.#resize(message.height);
    else if (message.type === 'shown') this.#step(message.page);
    else if (message.type === 'reveal') this.#reveal(message.top, message.bottom);
    else if (message.type === 'finish') this.#emit('finish');
    else if (message.type === 'book') this.#emit('book', { url: message.url });
    else if (message.type === 'send') this.#offer(/** @type {any} */ (message));
    else if (message.type === 'error') {
      this.#emit('error', { why: message.why });
      this.#giveUp();
    }
  }

  #show() {
    this.#state('shown');
    this.#resize(this.#height);
    if (this.#wanted) {
      this.#frame?.focus();
      this.#say('focus');
    }
    this.#wanted = false;
    if (this.#lost) this.#say('lost');
    this.#lost = false;
    this.#emit('ready');
  }

  /** The frame does not talk to this page, perhaps because it may not: it is shown as it is, and scrolls by itself. */
  #giveUp() {
    if (this.dataset.state !== 'loading') return;
    this.#state('alone');
    if (!this.#port) this.#emit('error', { why: 'no-answer' });
  }

  /** @param {number} height */
  #resize(height) {
    this.#height = height;
    if (this.#frame && height > 0 && this.dataset.state === 'shown') this.#frame.style.height = `${height}px`;
  }

  /** @param {string} page */
  #step(page) {
    if (this.dataset.state === 'shown') this.#reveal(0, 1);  // the person reads on from the top
    if (HELD.includes(page)) this.#begun = true;
    this.#emit('step', { page });
  }

  /** Scrolls whatever scrolls, as little as possible. @param {number} top @param {number} bottom in px of the frame */
  #reveal(top, bottom) {
    this.#marker.style.top = `${top}px`;
    this.#marker.style.height = `${Math.max(1, bottom - top)}px`;
    this.#marker.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  }

  /** The person sends their answers: a listener takes them with `respondWith`, at once or as a promise. @param {Offer} offer */
  #offer({ id, fhir }) {
    /** @type {unknown} */
    let answer;
    let taken = false;
    let open = true;
    const say = (/** @type {boolean} */ accepted, why = '') => this.#say('answer', { id, accepted, why: sayable(why) });
    const answers = parsed(fhir);
    if (answers === null) return say(false);
    this.#emit('send', {
      fhir: answers,
      respondWith(/** @type {unknown} */ given) {
        if (!open || taken) throw new Error('respondWith: once, and while the event is being handled');
        answer = given;
        taken = true;
      },
    });
    open = false;
    if (!taken) say(false, 'nobody');
    else Promise.resolve(answer).then((value) => say(value !== false), (reason) => say(false, String(reason?.message ?? '')));
  }

  #end() {
    clearTimeout(this.#timer);
    this.#near?.disconnect();
    this.#listening?.abort();
    this.#view?.end();
    this.#port?.close();
    this.#frame?.remove();
    this.#near = this.#listening = this.#view = this.#port = this.#frame = null;
    this.#waiting.clear();
    this.#height = 0;
    this.#wanted = this.#begun = false;
  }

  // ---- Small things ---------------------------------------------------------------------------------------------------

  /** @param {'waiting' | 'loading' | 'shown' | 'alone'} state */
  #state(state) {
    this.dataset.state = state;
    if (this.#frame) this.#frame.inert = state === 'loading';
    this.#write();
  }

  #write() {
    const language = languageFor(this.#language());
    this.#poster.write(language, this.#address(), this.dataset.state === 'loading');
    if (this.#frame) this.#frame.title = words[language].title;
  }

  /** The clinic's, else that of the page around, else the person's. */
  #language() {
    const around = this.lang || this.parentElement?.closest('[lang]')?.getAttribute('lang');
    return around || navigator.language;
  }

  /** Which of those on the page this is. */
  #place() { return this.id || String([...document.querySelectorAll(this.localName)].indexOf(this)); }

  #themeNow() { return this.theme || 'system'; }

  #address() {
    const address = new URL('index.html', SITE);
    const asked = { pack: this.pack, lang: languageFor(this.#language()), country: this.country, start: this.start, settings: this.settings ? '1' : '' };
    for (const [name, value] of Object.entries(asked)) if (value) address.searchParams.set(name, value);
    return address.href;
  }

  /** @param {string} type @param {Record<string, unknown>} [fields] */
  #say(type, fields = {}) {
    const message = read(TO_FRAME, { type, ...fields });
    if (!message) return;
    if (this.#port) this.#port.postMessage(message);
    else if (this.#frame && type !== 'print') this.#waiting.set(type, message);  // a page that is not there yet is not printed later
  }

  /** @param {string} name @param {object | null} [detail] */
  #emit(name, detail = null) {
    this.dispatchEvent(new CustomEvent(`needlewise-${name}`, { bubbles: true, composed: true, detail }));
  }

  /** Set before this script had come. @param {'pack' | 'country' | 'start' | 'theme' | 'settings'} name */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = /** @type {any} */ (this[name]);
    delete (/** @type {Partial<NeedlewiseConsult>} */ (this))[name];
    /** @type {any} */ (this)[name] = value;
  }
}

/** @param {string} json @returns {object | null} */
function parsed(json) {
  try {
    const value = JSON.parse(json);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

if (!customElements.get('needlewise-consult')) customElements.define('needlewise-consult', NeedlewiseConsult);
