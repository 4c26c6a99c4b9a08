// Takes answers to the clinic, after the person has seen exactly what goes and pressed "send": to the address in the clinic's
// pack, else to the page that embeds this one. Nothing is stored: what cannot go is dropped, and the person is told why.
// @ts-check
import { LONGEST_ANSWERS } from './messages.mjs';

const PAUSES = [1000, 4000];         // between three tries
const TRY_FOR = 15_000;              // one try
const WAIT_FOR_NETWORK = 120_000;    // in memory only
const WAIT_FOR_ANSWER = 10_000;      // of the page that embeds

/** Trying again can help. @param {number} status */
const passing = (status) => status === 408 || status === 429 || status >= 500;

/**
 * Where to send, in full; empty when it is no such place. Encrypted on its way, to the site itself, or to a server on the same
 * machine for those who try it out.
 * @param {string} endpoint an address, or a path of the site
 */
export function placeToSend(endpoint) {
  try {
    const here = window.location.origin;
    const url = new URL(endpoint, /^\/(?!\/)/.test(endpoint) ? here : undefined);
    const fits = url.protocol === 'https:' || (url.protocol === 'http:' && (url.hostname === 'localhost' || url.origin === here));
    return fits ? url.href : '';
  } catch {
    return '';
  }
}

/**
 * Waits for something, until the time is over or everything is stopped: then there is nothing.
 * @template T
 * @param {number} milliseconds @param {AbortSignal} stop @param {(over: AbortSignal) => Promise<T>} work
 * @returns {Promise<T | undefined>}
 */
async function within(milliseconds, stop, work) {
  const over = new AbortController();
  const end = () => over.abort();
  const timer = setTimeout(end, milliseconds);
  stop.addEventListener('abort', end);
  const ended = new Promise((resolve) => { over.signal.addEventListener('abort', () => resolve(undefined)); });
  if (stop.aborted) end();
  try {
    return await Promise.race([work(over.signal), /** @type {Promise<undefined>} */ (ended)]);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
    end();
  }
}

/** @param {number} milliseconds @param {AbortSignal} stop */
const pause = (milliseconds, stop) => within(milliseconds, stop, () => new Promise(() => {}));

/** @param {AbortSignal} stop @returns {Promise<boolean>} whether there is a network */
async function network(stop) {
  if (!navigator.onLine) {
    await within(WAIT_FOR_NETWORK, stop, (signal) => new Promise((resolve) => { window.addEventListener('online', resolve, { signal }); }));
  }
  return navigator.onLine;
}

/**
 * One try.
 * @param {string} address @param {string} fhir @param {AbortSignal} stop
 * @returns {Promise<{why: string, again: boolean}>}
 */
async function attempt(address, fhir, stop) {
  try {
    const response = await within(TRY_FOR, stop, (signal) => fetch(address, {
      method: 'POST', body: fhir, headers: { 'Content-Type': 'application/fhir+json' }, signal,
      mode: 'cors', credentials: 'omit', cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer',
    }));
    if (response?.ok) return { why: '', again: false };
    const again = response === undefined || passing(response.status);
    return { why: again ? 'unreachable' : 'refused', again };
  } catch {
    return { why: navigator.onLine ? 'unreachable' : 'offline', again: true };
  }
}

/**
 * To an address, three times at most.
 * @param {string} address @param {string} fhir @param {AbortSignal} stop @param {number[]} [pauses] milliseconds
 * @returns {Promise<string>} empty, or why not: "send.why.<code>" in the words
 */
export async function post(address, fhir, stop, pauses = PAUSES) {
  for (let tried = 0; ; tried++) {
    if (!await network(stop)) return stop.aborted ? 'stopped' : 'offline';
    const { why, again } = await attempt(address, fhir, stop);
    if (stop.aborted) return 'stopped';
    if (!again || tried === pauses.length) return why;
    await pause(pauses[tried], stop);
    if (stop.aborted) return 'stopped';
  }
}

export class Sender {
  /**
   * @param {(what: string, value: string) => void} tell
   * @param {(id: number, fhir: string) => boolean} offer to the page that embeds; false when that cannot be
   */
  constructor(tell, offer) {
    this.tell = tell;
    this.offer = offer;
    this.address = '';
    /** @type {Promise<void>} what is on its way; the next waits for it */
    this.last = Promise.resolve();
    this.stop = new AbortController();
    this.id = 0;
    /** @type {((why: string) => void) | null} */
    this.answered = null;
  }

  /** @param {string} fhir */
  send(fhir) {
    const { signal } = this.stop;
    this.last = this.last.then(async () => {
      const why = signal.aborted ? 'stopped' : await this.deliver(fhir, signal);
      if (signal.aborted) return;  // nobody waits for it any more
      this.tell(why === '' ? 'sent' : 'send-failed', why);
    });
  }

  /** @param {string} fhir @param {AbortSignal} stop @returns {Promise<string>} */
  async deliver(fhir, stop) {
    if (fhir.length > LONGEST_ANSWERS) return 'long';
    if (this.address !== '') return post(this.address, fhir, stop);
    this.id++;
    const answer = new Promise((resolve) => { this.answered = resolve; });
    const why = this.offer(this.id, fhir) ? await within(WAIT_FOR_ANSWER, stop, () => answer) ?? 'late' : 'nobody';
    this.answered = null;
    return why;
  }

  /** What the page that embeds says to an offer. @param {number} id @param {boolean} accepted @param {string} why */
  answer(id, accepted, why) {
    if (id === this.id) this.answered?.(accepted ? '' : why || 'refused');
  }

  /** Drops what has not gone: the person has cleared everything. */
  forget() {
    this.stop.abort();
    this.stop = new AbortController();
    this.answered = null;
  }
}
