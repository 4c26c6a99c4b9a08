// How the browser would set words that the program cannot paint: letters its font lacks, scripts whose letters join. Asked for
// while a page is laid out, with the fonts and the rules of canvas.css; the same question is asked again and again, so answers
// are kept.
// @ts-check
import { make } from './dom.mjs';

const MOST_KEPT = 5000;

/** @type {Map<string, number[]>} */
const kept = new Map();

/** @type {HTMLElement | null} */
let place = null;

function placeToSet() {
  if (place?.isConnected) return place;
  const host = make('div', '');
  host.id = 'setting';
  host.setAttribute('aria-hidden', 'true');
  place = host.appendChild(make('p'));
  document.body.append(host);
  return place;
}

/**
 * @param {string} text @param {number} size @param {number} line its height @param {number} weight
 * @param {number} width 0: as wide as it is; negative: as narrow as its words allow
 * @param {string} language
 * @returns {number[]} width of the widest line, of the last, and how many lines there are
 */
export function setText(text, size, line, weight, width, language) {
  const key = `${language} ${size} ${line} ${weight} ${width} ${text}`;
  const known = kept.get(key);
  if (known) return known;
  const words = placeToSet();
  words.lang = language;
  words.textContent = text;
  words.dataset.narrow = String(width < 0);
  const { style } = words;
  style.fontSize = `${size}px`;
  style.lineHeight = `${line}px`;
  style.fontWeight = String(weight);
  style.width = width > 0 ? `${width}px` : width < 0 ? 'min-content' : 'max-content';
  const answer = read(words, line);
  if (kept.size > MOST_KEPT) kept.clear();
  kept.set(key, answer);
  return answer;
}

/** @param {HTMLElement} words @param {number} line */
function read(words, line) {
  const range = document.createRange();
  range.selectNodeContents(words);
  const parts = [...range.getClientRects()].filter((part) => part.width > 0);
  const whole = words.getBoundingClientRect();
  const across = (/** @type {DOMRect[]} */ of) => (of.length === 0 ? 0 : Math.max(...of.map((part) => part.right)) - Math.min(...of.map((part) => part.left)));
  const last = Math.max(...parts.map((part) => part.top + part.height / 2));
  return [
    Math.max(across(parts), words.style.width.endsWith('content') ? whole.width : 0),
    across(parts.filter((part) => part.top + part.height > last && part.top < last)),
    Math.max(1, Math.round(whole.height / line)),
  ];
}
