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
    this.joining = false;  // the second part is being taken in
    /** @type {(() => void)[] | null} what the page is asked while it is not ready for that */
    this.held = null;
    this.whenWaiting = () => {};
    this.before = new Uint8Array();
  }

  /** The page is asked when the call has gone through; only how large texts are must be known at once. @param {Host} host @returns {Host} */
  patient(host) {
    /** @param {() => void} ask */
    const later = (ask) => { (this.asked ?? this.held)?.push(ask) ?? ask(); };
    return {
      publish: (page) => {
        const copy = this.asked ?? this.held ? page.slice() : page;
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
    if (this.busy) return this.wait(work);
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
    if (this.held) this.held.push(...asked);
    else for (const ask of asked) ask();
    return result;
  }

  /** What the page is asked from now on is kept for `release`: a first picture and a first page are too long for one task. */
  hold() { this.held = []; }

  release() {
    const asked = this.held ?? [];
    this.held = null;
    for (const ask of asked) ask();
  }

  /** @param {() => unknown} work @returns {undefined} */
  wait(work) {
    this.waiting.push(work);
    if (this.waiting.length === 1 && !this.joining) this.whenWaiting();
  }

  /** The same for who needs the answer, however late. @template T @param {() => T} work @returns {Promise<T>} */
  answer(work) {
    return new Promise((resolve) => { this.call(() => resolve(work())); });
  }

  /** Whether calls wait. */
  get busy() { return this.joining || this.waiting.length > 0; }

  /**
   * The second part is there: what it brings is taken in, one after the other, and calls wait for the last.
   * @param {(() => void)[]} steps @param {() => Promise<unknown>} breath
   */
  async complete(steps, breath) {
    this.joining = true;
    this.before = new Uint8Array();
    for (const step of steps) {
      this.whole = true;
      step();
      this.whole = false;
      await breath();
    }
    this.joining = false;
    this.whole = true;
    for (const work of this.waiting.splice(0)) work();
  }
}
