// The embedded page's end of the line to the page that embeds it. It calls out "hello", which says nothing, and the other
// page may answer with a port. Only a port that comes from the parent itself, and from an origin that may embed, is taken.
// What counts is that there is a parent, not what the address says.
// @ts-check
import { HELLO, PORT, read, TO_FRAME, TO_HOST } from './messages.mjs';

export const embedded = () => window.parent !== window;

const MOST_WAITING = 50;

export class Port {
  /** @param {(message: import('./messages.mjs').Message) => void} heard */
  constructor(heard) {
    this.heard = heard;
    /** @type {MessagePort | null} */
    this.port = null;
    /** @type {import('./messages.mjs').Message[]} said before anyone listened */
    this.waiting = [];
    this.trusted = false;  // the clinic's pack names the origin of the parent
  }

  /**
   * @param {string[]} allowed origins of the pages that may embed, by the clinic's pack. None: any page may, but gets no answers
   * @param {() => void} answered there is a port now
   */
  open(allowed, answered) {
    // A page of the site's own origin can read this one anyway.
    const named = allowed.length > 0 ? [...allowed, window.location.origin] : [];
    const answer = (/** @type {MessageEvent} */ event) => {
      if (event.source !== window.parent || event.data?.type !== PORT || event.ports.length !== 1) return;
      if (named.length > 0 && !named.includes(event.origin)) return;
      window.removeEventListener('message', answer);
      this.trusted = named.includes(event.origin);
      this.take(event.ports[0]);
      answered();
    };
    window.addEventListener('message', answer);
    for (const origin of callees(named)) window.parent.postMessage({ type: HELLO }, origin);
  }

  /** @param {MessagePort} port */
  take(port) {
    this.port = port;
    port.onmessage = (event) => {
      const message = read(TO_FRAME, event.data);
      if (message) this.heard(message);
    };
    for (const message of this.waiting.splice(0)) port.postMessage(message);
  }

  /** @param {string} type @param {Record<string, unknown>} [fields] @returns {boolean} whether it is a message, and goes out */
  say(type, fields = {}) {
    const message = read(TO_HOST, { type, ...fields });
    if (!message) return false;
    if (this.port) this.port.postMessage(message);
    else if (this.waiting.length < MOST_WAITING) this.waiting.push(message);
    return true;
  }
}

/**
 * Whom to say hello to. Where the browser names the parent, it alone; calling at others would only fill the console. Firefox says "null"
 * where the frame gives no referrer, as ours do not.
 * @param {string[]} allowed
 */
function callees(allowed) {
  if (allowed.length === 0) return ['*'];
  const parent = window.location.ancestorOrigins?.[0];
  return parent === undefined || parent === 'null' ? allowed : allowed.filter((origin) => origin === parent);
}
