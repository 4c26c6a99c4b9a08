// The second part of the program: fetched when the first page is there, or as soon as somebody is faster. Who waits for it sees that, and
// what to do when it does not come. What they pressed is done once it is there.
// @ts-check
import { attribute } from './dom.mjs';
import { translate } from './words.mjs';

export class Rest {
  /**
   * @param {import('./trial.mjs').Trial} trial @param {() => Promise<void>} join fetches the second part and joins it
   * @param {Uint8Array | undefined} words @param {() => void} changed
   */
  constructor(trial, join, words, changed) {
    this.trial = trial;
    this.join = join;
    this.words = words;
    this.changed = changed;
    this.sign = /** @type {HTMLElement} */ (document.getElementById('rest'));
    /** @type {Promise<void> | undefined} */
    this.coming = undefined;
    /** @type {(() => void) | undefined} there while it has failed to come */
    this.again = undefined;
    this.sign.querySelector('button')?.addEventListener('click', () => this.again?.());
    window.addEventListener('online', () => this.again?.());
    trial.whenWaiting = () => {
      this.again?.();
      this.show();
      void this.arrive();
    };
  }

  /** Once all of the program is there. @returns {Promise<void>} */
  arrive() {
    this.coming ??= this.fetch();
    return this.coming;
  }

  async fetch() {
    while (!await this.joined()) {
      await new Promise((resolve) => {
        this.again = () => resolve(undefined);
        this.show();
      });
      this.again = undefined;
      this.show();
    }
    this.trial.complete();
    this.show();
    this.changed();
  }

  async joined() {
    try {
      await this.join();
      return true;
    } catch (reason) {
      console.warn(reason);
      return false;
    }
  }

  show() {
    const waits = this.trial.waiting.length > 0;
    if (waits && this.sign.hidden) translate(this.sign, this.words, document.documentElement.lang);
    attribute(this.sign, 'data-failed', this.again ? '' : null);
    attribute(/** @type {HTMLElement} */ (document.getElementById('page')), 'aria-busy', waits ? 'true' : null);
    this.sign.hidden = !waits;
  }
}
