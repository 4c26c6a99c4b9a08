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
  const hit = holes.filter((hole) => hole.left < box.right && box.left < hole.right && hole.top < box.bottom && box.top < hole.bottom);
  if (hit.length === 0) return '';
  const [first] = hit;
  const across = first.left <= box.left && first.right >= box.right && first.bottom >= Math.min(box.bottom, window.innerHeight);
  if (hit.length === 1 && across) return `inset(0px 0px ${box.bottom - first.top}px)`;  // the bar: the usual case
  const rings = hit.map((hole) => ring(
    Math.max(hole.left - box.left, 0), Math.max(hole.top - box.top, 0), Math.min(hole.right - box.left, box.width), Math.min(hole.bottom - box.top, box.height),
  ));
  return `polygon(evenodd, ${[ring(0, 0, box.width, box.height), ...rings].join(', 0px 0px, ')}, 0px 0px)`;
}

/** @param {number} left @param {number} top @param {number} right @param {number} bottom */
const ring = (left, top, right, bottom) => [[left, top], [right, top], [right, bottom], [left, bottom], [left, top]].map(([x, y]) => `${x}px ${y}px`).join(', ');
