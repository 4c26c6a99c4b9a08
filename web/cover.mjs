// What the browser itself draws (fields, words that cannot be painted) lies over the canvas, and so over the bar of actions, the
// messages and the dialog painted on it. What of it is behind those is cut out.
// @ts-check

const SEEN = '.date input, .select select, .text input, .text textarea, [data-shown]:not([data-pinned])';

/** @type {Set<HTMLElement>} */
let cut = new Set();

/** @param {HTMLElement} page */
export function coverSeen(page) {
  const over = [...page.querySelectorAll('[data-pinned], dialog[open]')].filter((part) => !part.closest('#labels'));
  const holes = over.map((part) => part.getBoundingClientRect());
  /** @type {Set<HTMLElement>} */
  const now = new Set();
  if (holes.length > 0) {
    for (const seen of page.querySelectorAll(SEEN)) {
      if (!(seen instanceof HTMLElement) || over.some((part) => part.contains(seen))) continue;
      const shape = without(seen.getBoundingClientRect(), holes);
      if (shape === '') continue;
      if (seen.style.clipPath !== shape) seen.style.clipPath = shape;
      now.add(seen);
    }
  }
  for (const seen of cut) if (!now.has(seen)) seen.style.clipPath = '';
  cut = now;
}

/** A box without what is behind others. @param {DOMRect} box @param {DOMRect[]} holes @returns {string} empty: nothing is behind them */
function without(box, holes) {
  const rings = [ring(0, 0, box.width, box.height)];
  for (const hole of holes) {
    if (hole.left <= box.left && hole.right >= box.right && hole.top < box.bottom && hole.bottom >= box.bottom) {
      return `inset(0px 0px ${Math.min(box.bottom - hole.top, box.height)}px)`;  // the bar: the usual case
    }
    const [left, top] = [Math.max(hole.left, box.left), Math.max(hole.top, box.top)];
    const [right, bottom] = [Math.min(hole.right, box.right), Math.min(hole.bottom, box.bottom)];
    if (left < right && top < bottom) rings.push(ring(left - box.left, top - box.top, right - box.left, bottom - box.top));
  }
  return rings.length > 1 ? `polygon(evenodd, ${rings.join(', ')}, 0px 0px)` : '';
}

/** @param {number} left @param {number} top @param {number} right @param {number} bottom */
const ring = (left, top, right, bottom) => [[left, top], [right, top], [right, bottom], [left, bottom], [left, top]].map(([x, y]) => `${x}px ${y}px`).join(', ');
