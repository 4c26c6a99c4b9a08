// The second part of the program: fetched when the first page is there, or as soon as somebody is faster. Who waits for it sees that, and
// what to do when it does not come. What they pressed is done once it is there.
// @ts-check
import { attribute } from './dom.mjs';
import { breath } from './frames.mjs';
import { translate } from './words.mjs';

export class Rest {
  /**
   * @param {{trial: import('./trial.mjs').Trial, join: () => Promise<(() => void)[]>, words: Uint8Array | undefined, changed: () => void, trouble: (reason: unknown) => void}} parts
   *   join: fetches the second part and joins it; gives what is to be done first, in steps
   */
  constructor({ trial, join, words, changed, trouble }) {
    this.trial = trial;
    this.join = join;
    this.words = words;
    this.changed = changed;
    this.trouble = trouble;
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

  /** Once all of the program is there; never, when it breaks while it is taken in. @returns {Promise<void>} */
  arrive() {
    this.coming ??= this.fetch().catch((reason) => new Promise(() => this.trouble(reason)));
    return this.coming;
  }

  async fetch() {
    let steps;
    while (!(steps = await this.joined())) {
      await new Promise((resolve) => {
        this.again = () => resolve(undefined);
        this.show();
      });
      this.again = undefined;
      this.show();
    }
    await this.trial.complete(steps, breath);
    this.show();
    this.changed();
  }

  async joined() {
    try {
      return await this.join();
    } catch (reason) {
      console.warn(reason);
      return undefined;
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
