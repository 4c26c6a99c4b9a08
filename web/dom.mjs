// Small tools for building the document: textContent and properties only, no markup from strings, so that a strict
// Content-Security-Policy with Trusted Types has nothing to refuse.
// @ts-check

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {string} [className]
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, className = '') {
  const element = document.createElement(tag);
  if (className) element.className = className;
  return element;
}

/** An element of a drawing. @param {'svg' | 'path'} tag @param {Record<string, string>} attributes @param {...SVGElement} parts */
export function draw(tag, attributes, ...parts) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...parts);
  return element;
}

/**
 * Sets, changes or removes an attribute, touching the document only when it differs.
 * @param {Element} element @param {string} name @param {string | null} value
 */
export function attribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** @type {WeakMap<Element, string>} */
const written = new WeakMap();
let foreign = false;  // somebody else changes the words: a browser that translates

/** @param {boolean} changed */
export function leaveToOthers(changed) { foreign = changed; }

/** What somebody else made of words stays, until they are others. @param {Element} element @param {string} text */
export function write(element, text) {
  const same = foreign ? written.get(element) === text : element.textContent === text;
  if (!same) element.textContent = text;
  written.set(element, text);
}

/**
 * Hears of clicks anywhere. On an element instead of the document, Firefox would have screen readers say "clickable" after everything in it.
 * @param {(event: MouseEvent) => void} heard @param {AddEventListenerOptions} [options]
 */
export const onClick = (heard, options) => document.addEventListener('click', heard, options);

/** Geometry for the canvas skin; canvas.css reads these. @param {HTMLElement} element @param {Record<string, number>} lengths */
export function measure(element, lengths) {
  for (const [name, px] of Object.entries(lengths)) {
    const value = `${Math.round(px * 100) / 100}px`;
    if (element.style.getPropertyValue(`--${name}`) !== value) element.style.setProperty(`--${name}`, value);
  }
}

/**
 * Whether the words of an element are seen over the canvas, and how: they cannot be painted. In what colour is the program's to say.
 * @param {HTMLElement} element @param {string} how "text-soft right underline"; empty: they are painted
 */
export function show(element, how) {
  const [ink, align, underline] = how.split(' ');
  attribute(element, 'data-shown', how ? [align, underline].filter(Boolean).join(' ') : null);
  if (how && element.style.getPropertyValue('--ink') !== `var(--${ink})`) element.style.setProperty('--ink', `var(--${ink})`);
}

/** What is pinned is placed in a view of this height; in a frame guest.mjs says how high that is. */
export const viewHeight = () => Number.parseFloat(document.documentElement.style.getPropertyValue('--view-room')) || window.innerHeight;

/** @param {number} key */
export const idOf = (key) => `n${key.toString(36)}`;

/** The ids of those that say something, for aria-describedby. @param {...(HTMLElement | null)} parts */
export function described(...parts) {
  const ids = parts.filter((part) => part?.textContent && !part.hidden).map((part) => part?.id);
  return ids.length ? ids.join(' ') : null;
}
