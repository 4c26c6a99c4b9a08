// One gesture does one thing: the second click of a double click or a double tap belongs to the page where the first one fell. When
// that page is gone, or a dialog has come or gone, it would answer, clear or go on with something nobody has seen yet.
// @ts-check
import { onClick } from './dom.mjs';

// Between the taps of one double tap; some browsers count every tap as the first.
const TAP = 350;  // ms
const FAR = 40;   // px

export class Gestures {
  /** @param {() => string} shown what is shown: the page, and whether a dialog is open. Empty while something is under way that may change it */
  constructor(shown) {
    this.shown = shown;
    this.before = '';
    this.last = { time: -Infinity, x: 0, y: 0 };
  }

  /** Looks at clicks before anybody else hears of them. @param {HTMLElement} host whose keys are looked at, too */
  listen(host) {
    onClick((event) => {
      if (!this.repeats(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }, { capture: true });
    host.addEventListener('keydown', (event) => {  // a key that is held down is one gesture, too
      if (event.repeat && event.key === 'Enter' && event.target instanceof Element && event.target.closest('button, a')) event.preventDefault();
    });
  }

  /** Keys count as no gesture (detail 0), and a click that follows from another one neither. @param {MouseEvent} event */
  repeats(event) {
    if (!event.isTrusted || event.detail === 0) return false;
    const touch = event instanceof PointerEvent && event.pointerType === 'touch';
    const { last } = this;
    const near = event.timeStamp - last.time < TAP && Math.hypot(event.clientX - last.x, event.clientY - last.y) < FAR;
    const second = event.detail > 1 || (touch && near);
    this.last = { time: event.timeStamp, x: event.clientX, y: event.clientY };
    const now = this.shown();
    if (second && (now === '' || now !== this.before)) return true;  // what is to come nobody has seen either
    this.before = now;
    return false;
  }
}
