// Fields of the browser's own lie over the canvas, and so over the bar of actions and the messages painted on it. What of a
// field is behind those is cut off.
// @ts-check
import { measure } from './dom.mjs';

/** @param {HTMLElement} host */
export function coverFields(host) {
  const over = [...host.querySelectorAll('[data-pinned]')].filter((part) => !(part instanceof HTMLDialogElement));
  const edge = Math.min(window.innerHeight, ...over.map((part) => part.getBoundingClientRect().top));
  for (const field of host.querySelectorAll('.date input, .select select, .text input, .text textarea')) {
    if (field instanceof HTMLElement) measure(field, { covered: Math.max(0, field.getBoundingClientRect().bottom - edge) });
  }
}
