// Labels that no element of the document has (the rows and axes of charts, the headings of columns on a phone, the numbers of
// steps), where the program cannot paint them. For the eye alone: their charts and tables say the same in words.
// @ts-check
import { attribute, make, measure, show } from './dom.mjs';

/** @typedef {import('./records.mjs').Label} Label */

export class Labels {
  /** @param {HTMLElement} page */
  constructor(page) {
    this.host = page.appendChild(make('div'));
    this.host.id = 'labels';
    this.host.setAttribute('aria-hidden', 'true');
  }

  /** @param {Label[]} labels */
  update(labels) {
    while (this.host.children.length > labels.length) this.host.lastElementChild?.remove();
    for (const [i, label] of labels.entries()) {
      const span = /** @type {HTMLElement} */ (this.host.children[i] ?? this.host.appendChild(make('span')));
      if (span.textContent !== label.text) span.textContent = label.text;
      measure(span, { x: label.x, y: label.y, w: label.w, size: label.size, line: label.line });
      attribute(span, 'data-bold', label.weight >= 600 ? '' : null);
      attribute(span, 'data-pinned', label.pinned ? '' : null);
      show(span, label.shown);
    }
  }
}
