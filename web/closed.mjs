// The closed page: what is shown in place of everything else while the clinic's pack cannot be had. What a clinic sets may be just
// what closes pages to others (a shared tablet), so nothing opens without it; the page goes on trying.
// @ts-check
import { wordsOf } from './load.mjs';
import { translate } from './words.mjs';

const PAUSES = [2000, 5000, 10_000, 20_000, 30_000];  // ms between tries; the last for ever

const root = document.documentElement;

export class Closed {
  /** @param {string} language */
  constructor(language) {
    this.language = language;
    this.tries = 0;
    this.page = /** @type {HTMLElement} */ (document.getElementById('closed'));
    this.again = /** @type {HTMLButtonElement} */ (this.page.querySelector('button'));
  }

  /** Shows the page, and waits for as long as it is good to wait before the next try. @param {string} why for those who look after the site */
  async pause(why) {
    if (this.tries === 0) this.show();
    console.warn(why);
    /** @type {HTMLElement} */ (this.page.querySelector('.reason')).textContent = why;
    const pause = PAUSES[Math.min(this.tries, PAUSES.length - 1)];
    this.tries += 1;
    const over = new AbortController();
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
      this.again.addEventListener('click', resolve, over);
      window.addEventListener('online', resolve, over);
    });
    over.abort();
  }

  /** For ever: what came is no use, so it is fetched with everything else. @param {string} why */
  async stay(why) {
    this.tries = PAUSES.length - 1;
    this.show();
    await this.pause(why);
    location.reload();
  }

  show() {
    root.dataset.closed = '';
    delete root.dataset.loading;
    this.page.hidden = false;
    void this.translate();
  }

  open() {
    if (this.tries === 0) return;
    delete root.dataset.closed;
    root.dataset.loading = '';
    this.page.hidden = true;
  }

  /** In English until the words are here, which may come no better than the pack. */
  async translate() {
    translate(this.page, await wordsOf(this.language), this.language);
  }
}
