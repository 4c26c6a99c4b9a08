// The native elements people answer with: fieldset and radio buttons or check boxes, and the date input.
// @ts-check
import { attribute, described, draw, idOf, make, measure, show, write } from './dom.mjs';
import { words } from './elements.mjs';
import { figures } from './figures.mjs';
import { has } from './records.mjs';

/** @typedef {import('./records.mjs').Node} Node @typedef {import('./elements.mjs').View} View */

/** Puts the control where it is painted. @param {HTMLElement} control @param {Node} node */
const place = (control, node) => measure(control, { x: node.fieldX - node.x, y: node.fieldY - node.y, w: node.fieldW, h: node.fieldH });

/** Whether an answer is needed, and whether the one given will do. @param {HTMLElement} control @param {Node} node */
function tellNeed(control, node) {
  attribute(control, 'aria-required', has(node, 'required') ? 'true' : null);
  attribute(control, 'aria-invalid', has(node, 'invalid') ? 'true' : null);
}

/** The hint and the error of a field. @param {Node} node */
const asidesOf = (node) => ['hint', 'error'].map((name) => {
  const aside = make('p', `words ${name}`);
  aside.id = `${idOf(node.key)}-${name}`;
  return aside;
});

/** @param {HTMLElement} control what they are of @param {HTMLElement[]} asides @param {Node} node */
function tellAsides(control, asides, node) {
  words(asides[0], node, 'hint');
  words(asides[1], node, 'error');
  attribute(control, 'aria-describedby', described(...asides));
}

/** A question with options. On a page of its own the legend is the page's heading. @param {Node} node @returns {View} */
function choice(node) {
  const root = make('fieldset', 'choice');
  const legend = make('legend');
  const title = make(node.level === 1 ? 'h1' : 'span', 'words title');
  const asides = asidesOf(node);
  root.id = idOf(node.key);
  if (node.level === 1) title.tabIndex = -1;
  legend.append(title);
  root.append(legend, ...asides);
  return {
    root,
    heading: title,
    update(next) {
      words(title, next, 'name');
      tellAsides(root, asides, next);
      attribute(root, 'data-look', next.look);
      drawRegions(root, next);
      if (has(next, 'multiple')) return;  // the check boxes say themselves that they are invalid
      root.setAttribute('role', 'radiogroup');
      tellNeed(root, next);
    },
  };
}

/**
 * A picture whose regions are the answers: each region stands for its answer, for the pointer only.
 * @param {HTMLElement} root @param {Node} node value: lines of "key x y w h"
 */
function drawRegions(root, node) {
  const regions = node.value.split('\n').filter(Boolean).map((line) => line.split(' ').map(Number));
  const places = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(':scope > .region')]);
  while (places.length > regions.length) places.pop()?.remove();
  for (const [i, [key, x, y, w, h]] of regions.entries()) {
    const region = places[i] ?? root.appendChild(make('div', 'region'));
    region.setAttribute('aria-hidden', 'true');
    region.dataset.answer = idOf(key);
    region.dataset.key = String(key);
    measure(region, { x: x - node.x, y: y - node.y, w, h });
  }
}

/**
 * The same picture where nothing is painted, for the eye and the pointer only. Nobody says which drawing it is: the one with as many regions.
 * @param {HTMLElement} root
 */
function drawMap(root) {
  const answers = Array.from(root.querySelectorAll('.region'), (region) => /** @type {HTMLInputElement} */ (document.getElementById(/** @type {HTMLElement} */ (region).dataset.answer ?? '')));
  const drawing = figures.mapOf(answers.length);
  if (!drawing) return;
  const map = /** @type {HTMLElement} */ (root.querySelector('.map') ?? root.insertBefore(make('div', 'map'), root.querySelector('.option')));
  map.querySelector('svg')?.remove();
  map.append(draw('svg', { 'aria-hidden': 'true', viewBox: '0 0 480 480' }, ...answers.map((answer, i) => {
    const path = draw('path', { d: drawing.paths[i], class: answer.checked ? 'on' : '' });
    path.onclick = () => answer.click();
    return path;
  })));
  figures.place(map, drawing.name, 'figure');  // on paper, too
}

/** @param {Node} node @param {Node | undefined} parent @returns {View} */
function option(node, parent) {
  const root = make('div', 'option');
  const input = make('input');
  const label = make('label', 'words');
  const hint = make('span', 'words hint');
  input.type = has(node, 'multiple') ? 'checkbox' : 'radio';
  if (parent) input.name = idOf(parent.key);
  input.id = idOf(node.key);
  label.htmlFor = input.id;
  hint.id = `${input.id}-hint`;
  root.append(input, label, hint);
  return {
    root,
    control: input,
    update(next, within) {
      words(label, next, 'name');
      words(hint, next, 'hint');
      figures.place(root, next.image, 'aside');
      attribute(input, 'aria-describedby', described(hint));
      if (input.type === 'checkbox') attribute(input, 'aria-invalid', within && has(within, 'invalid') ? 'true' : null);
      if (input.checked !== has(next, 'selected')) input.checked = has(next, 'selected');
      attribute(root, 'data-selected', has(next, 'selected') ? '' : null);
      if (within?.value) queueMicrotask(() => drawMap(/** @type {HTMLElement} */ (root.parentElement)));  // when all answers are there
    },
  };
}

/**
 * Label, hint, error and one input: what dates and typed words have in common. These fields are really seen over the canvas.
 * @param {Node} node @param {HTMLInputElement | HTMLTextAreaElement} input @param {(node: Node) => void} limits
 * @param {(value: string) => string} shown what the input has for a value of the program @returns {View}
 */
function labelled(node, input, limits, shown = (value) => value) {
  const root = make('div', node.kind);
  const title = make(node.level === 1 ? 'h1' : 'div', 'words title');
  const label = make('label');
  const asides = asidesOf(node);
  input.id = idOf(node.key);
  label.htmlFor = input.id;
  if (node.level === 1) title.tabIndex = -1;
  root.append(title, ...asides, input);
  title.append(label);
  return {
    root,
    control: input,
    heading: title,
    update(next) {
      tellAsides(input, asides, next);
      write(label, next.name);
      measure(title, { x: next.nameX - next.x, y: next.nameY - next.y, w: next.nameW, size: next.nameSize, line: next.nameLine });
      show(title, next.nameShown);
      place(input, next);
      limits(next);
      tellNeed(input, next);
      // While somebody types a year the value is a date already after its first figure: leave the field alone until they are done.
      // What was taken from it, a PIN that was looked at or words put on a list, is gone all the same.
      const typing = document.activeElement === input && input.type !== 'password';
      const value = shown(next.value);
      const taken = value === '' && input.value === input.dataset.handed;
      if ((!typing || taken) && input.value !== value) input.value = value;
    },
  };
}

/** @param {Node} node @returns {View} */
function date(node) {
  const input = make('input');
  input.type = 'date';
  return labelled(node, input, (next) => {
    attribute(input, 'min', next.min || null);
    attribute(input, 'max', next.max || null);
  });
}

/** The kind of input, by the look of a text field. @type {Record<string, string>} */
const TYPES = { secret: 'password', moment: 'datetime-local', time: 'time' };
/** What a phone's keyboard should offer. @type {Record<string, string>} */
const KEYBOARDS = { whole: 'numeric', decimal: 'decimal', secret: 'numeric' };

/** Words or a number. Numbers are typed as words too: a wheel must not change them, and a comma is a decimal point. @param {Node} node @returns {View} */
function text(node) {
  const input = node.look === 'lines' ? make('textarea') : make('input');
  if (input instanceof HTMLInputElement) input.type = TYPES[node.look] ?? 'text';
  input.autocomplete = node.look === 'secret' ? 'one-time-code' : 'off';
  input.maxLength = 100000;  // longest_typed of src/core/form/questionnaire.h
  attribute(input, 'inputmode', KEYBOARDS[node.look] ?? null);
  input.dir = 'auto';  // as it is written, whatever the language of the page
  const most = { moment: 16, time: 5 }[node.look];  // letters: to the minute, on the clock of the place it was written at
  return labelled(node, input, () => {}, (value) => value.slice(0, most));
}

/** The words along a slider, where nothing is painted. @param {HTMLElement} host @param {string[]} marks "share, words" with a tab */
function drawMarks(host, marks) {
  const all = marks.join('\n');
  if (host.dataset.marks === all) return;
  host.dataset.marks = all;
  host.replaceChildren(...marks.map((mark) => {
    const [share, words] = mark.split('\t');
    const one = make('span');
    one.textContent = words;
    one.style.setProperty('--at', share);
    return one;
  }));
}

/** @returns {View} */
function slider() {
  const root = make('div', 'slider');
  const label = make('label', 'words');
  const value = make('span', 'words value');
  const input = make('input');
  input.type = 'range';
  input.min = '0';
  input.step = '1';
  value.setAttribute('aria-hidden', 'true');  // the field says it as its value
  const marks = make('span', 'marks');
  marks.setAttribute('aria-hidden', 'true');
  root.append(label, value, input, marks);
  return {
    root,
    control: input,
    update(next) {
      const [at, ...marked] = next.value.split('\n').filter(Boolean);
      drawMarks(marks, marked);
      input.id = idOf(next.key);
      label.htmlFor = input.id;
      words(label, next, 'name');
      words(value, next, 'hint');
      root.toggleAttribute('data-unanswered', !has(next, 'selected'));
      input.max = next.max;
      if (input.value !== at) input.value = at;
      attribute(input, 'aria-label', next.name);  // in a dock the label itself is not seen
      attribute(input, 'aria-valuetext', next.hint);
      place(input, next);
    },
  };
}

/** A list of the browser's own, seen over the canvas too. @param {Node} node @returns {View} */
function select(node) {
  const root = make('div', 'select');
  const label = make('label', 'words');
  const asides = asidesOf(node);
  const list = make('select');
  list.id = idOf(node.key);
  label.htmlFor = list.id;
  root.append(label, ...asides, list);
  return {
    root,
    control: list,
    update(next) {
      words(label, next, 'name');
      tellAsides(list, asides, next);
      tellNeed(list, next);
      const [value, ...lines] = next.value.split('\n');  // no value: none of a question's answers yet
      const options = lines.filter(Boolean);
      if (list.dataset.options !== options.join()) {
        list.dataset.options = options.join();
        list.replaceChildren(...options.map((line) => {
          const option = make('option');
          const [code, label, language] = line.split('\t');
          option.value = code;
          option.textContent = label;
          attribute(option, 'lang', language || null);
          return option;
        }));
      }
      if (list.value !== value) list.value = value;
      place(list, next);
    },
  };
}

/** @type {Record<string, (node: Node, parent: Node | undefined) => View>} */
export const fields = { choice, option, date, slider, select, text };
