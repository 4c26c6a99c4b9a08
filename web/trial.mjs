// The program comes in two parts (tools/split.mjs), and a person may be faster than the second. Until that is there every call is a
// trial: one that comes to a function of the second part, or to a page whose words come later, leaves no trace, waits, and is made again before all later ones. So nothing
// relies on what is in which part.
// @ts-check

/** @typedef {import('./engine.mjs').Host} Host */

export class Trial {
  /** @param {Host} host what the program may ask of the page */
  constructor(host) {
    this.host = this.patient(host);
    /** @type {any} the started module */
    this.module = null;
    this.whole = false;
    /** @type {(() => void)[] | null} what the call that is on trial has asked of the page so far */
    this.asked = null;
    /** @type {(() => unknown)[]} calls that wait, in their order */
    this.waiting = [];
    this.whenWaiting = () => {};
    this.before = new Uint8Array();
  }

  /** The page is asked when the call has gone through; only how large texts are must be known at once. @param {Host} host @returns {Host} */
  patient(host) {
    /** @param {() => void} ask */
    const later = (ask) => { this.asked ? this.asked.push(ask) : ask(); };
    return {
      publish: (page) => {
        const copy = this.asked ? page.slice() : page;
        later(() => host.publish(copy));
      },
      showPath: (path, title, replace) => later(() => host.showPath(path, title, replace)),
      focus: (key) => later(() => host.focus(key)),
      announce: (text) => later(() => host.announce(text)),
      requestWords: (language) => later(() => host.requestWords(language)),
      request: (what, name, text) => later(() => host.request(what, name, text)),
      setText: (...text) => host.setText(...text),
      needRest: () => {
        if (!this.whole) throw new WebAssembly.RuntimeError('the rest is not there yet');
      },
    };
  }

  /** @template T @param {() => T} work @returns {T | undefined} nothing when the call has to wait */
  call(work) {
    if (this.whole || this.asked) return work();  // several calls may be one trial
    if (this.waiting.length > 0) return this.wait(work);
    const { module } = this;
    const [stack, used] = [module.stackSave(), module._sbrk(0)];
    if (this.before.length < used) this.before = new Uint8Array(2 * used);
    this.before.set(module.HEAPU8.subarray(0, used));
    const asked = this.asked = /** @type {(() => void)[]} */ ([]);
    let result;
    try {
      result = work();
    } catch (reason) {
      if (!(reason instanceof WebAssembly.RuntimeError)) throw reason;
      module.HEAPU8.set(this.before.subarray(0, used));
      module.stackRestore(stack);
      return this.wait(work);
    } finally {
      this.asked = null;
    }
    for (const ask of asked) ask();
    return result;
  }

  /** @param {() => unknown} work @returns {undefined} */
  wait(work) {
    this.waiting.push(work);
    if (this.waiting.length === 1) this.whenWaiting();
  }

  /** The same for who needs the answer, however late. @template T @param {() => T} work @returns {Promise<T>} */
  answer(work) {
    return new Promise((resolve) => { this.call(() => resolve(work())); });
  }

  /** The second part is there. @param {() => void} first what is done before the calls that wait */
  complete(first) {
    this.whole = true;
    this.before = new Uint8Array();
    first();
    for (const work of this.waiting.splice(0)) work();
  }
}
