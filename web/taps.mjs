// Whether an answer was chosen by a pointer on it. Only then may a question go on by itself: whoever walks through the answers
// with arrow keys, or has them read out, has not decided yet.
// @ts-check
import { onClick } from './dom.mjs';

const MOMENT = 450;  // ms in which the answer is seen as chosen
const LATEST = 1000;  // ms from pressing to the choice: what comes later was something else

/**
 * Assistive technology presses without a pointer, or with one that has no size. The signs are those that React Aria looks for
 * (isVirtualClick, isVirtualPointerEvent), tried there with the screen readers of all systems.
 * @param {PointerEvent} event
 */
function isTouch({ isTrusted, pointerType, width, height, pressure, detail }) {
  const android = /android/i.test(navigator.userAgent);
  const noSize = !android && width === 0 && height === 0;
  const noPressure = width === 1 && height === 1 && pressure === 0 && detail === 0 && pointerType === 'mouse';
  return isTrusted && pointerType !== '' && !noSize && !noPressure;
}

/** @param {MouseEvent} event */
function isVirtualClick(event) {
  const onAndroid = /android/i.test(navigator.userAgent) && /** @type {PointerEvent} */ (event).pointerType;
  return onAndroid ? event.buttons === 1 : event.detail === 0;
}

/** The answer that a label, its box or a region of a map stands for. @param {EventTarget | null} target */
function answerAt(target) {
  if (!(target instanceof Element)) return null;
  const region = target instanceof HTMLElement && target.dataset.answer;
  if (region) return document.getElementById(region);
  const label = target.closest('label');
  return label?.control ?? target.closest('.option')?.querySelector('input') ?? null;
}

/**
 * @param {HTMLElement} host @param {AbortSignal} [signal] until when
 * @returns {(input: HTMLInputElement) => boolean} whether what has just been chosen was tapped
 */
export function listenForTaps(host, signal) {
  /** @type {{answer: Element | null, at: number}} */
  let last = { answer: null, at: 0 };
  host.addEventListener('pointerdown', (event) => {
    last = { answer: isTouch(event) ? answerAt(event.target) : null, at: event.timeStamp };
  }, { capture: true, signal });
  host.addEventListener('keydown', () => { last = { answer: null, at: 0 }; }, { capture: true, signal });
  onClick((event) => {
    // A label passes its click on to its answer; only the first of the two is the person's.
    if (event.target instanceof HTMLInputElement) return;
    if (isVirtualClick(event)) last = { answer: null, at: 0 };
  }, { capture: true, signal });
  return (input) => last.answer === input && performance.now() - last.at < LATEST;
}

/**
 * Tells the program when the moment after a tap is over.
 * @param {string} what @param {string} number of the tap @param {(what: string, value: string) => void} tell
 */
export function goOnSoon(what, number, tell) {
  if (what === 'go-on') setTimeout(() => tell('go-on', number), MOMENT);
}
