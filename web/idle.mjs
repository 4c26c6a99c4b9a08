// A shared tablet that nobody touches: a warning half a minute before the end, then everything is cleared. One timer at a time.
// @ts-check
import { wipe } from './wipe.mjs';

const WARNING = 30;     // s
const LINGER = 300;     // ms: the touch that ends the warning reaches the warning, not what is behind it
const PRESENCE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'click', 'input'];

export class IdleWatch {
  /** @param {(what: string, value: string) => void} tell */
  constructor(tell) {
    this.tell = tell;
    this.minutes = 0;   // 0: no kiosk
    this.deadline = 0;  // 0: there is nothing to clear yet
    this.timer = 0;
    this.last = 0;
    this.warned = false;
  }

  /** @param {number} minutes */
  set(minutes) {
    if (minutes === this.minutes || this.minutes > 0) return;
    this.minutes = minutes;
    for (const name of PRESENCE) document.addEventListener(name, () => this.seen(), { capture: true, passive: true });
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && this.deadline > 0) this.step();  // timers stand still while a tablet sleeps
    });
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) location.reload();  // kept by the browser with all that was in it
    });
    if (location.hash.length > 2) this.seen();  // opened by a link
  }

  seen() {
    const now = Date.now();
    if (!this.warned && this.deadline > 0 && now - this.last < 1000) return;  // movement comes in hundreds
    this.last = now;
    this.deadline = now + this.minutes * 60_000;
    if (this.warned) setTimeout(() => this.tell('idle', '0'), LINGER);
    this.warned = false;
    this.sleep(this.minutes * 60_000 - WARNING * 1000);
  }

  step() {
    const left = this.deadline - Date.now();
    if (left > WARNING * 1000) return this.sleep(left - WARNING * 1000);
    const seconds = Math.ceil(left / 1000);
    if (seconds <= 0) return this.end();
    this.warned = true;
    this.tell('idle', String(seconds));
    this.sleep(left - (seconds - 1) * 1000);
  }

  /** The program empties itself and asks for the rest; should it not be able to, the rest is done all the same. */
  end() {
    this.deadline = 0;
    clearTimeout(this.timer);
    setTimeout(wipe, 2000);
    this.tell('wipe', '');
  }

  /** @param {number} milliseconds */
  sleep(milliseconds) {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.step(), milliseconds);
  }
}
