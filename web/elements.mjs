// One native element for each kind of node that is not a field: sections, text, links, buttons, lists, tables, pictures.
// @ts-check
import { chart } from './charts.mjs';
import { attribute, draw, idOf, make, measure, show, write } from './dom.mjs';
import { figures } from './figures.mjs';
import { boxOf, has, languageOf } from './records.mjs';

/**
 * @typedef {import('./records.mjs').Node} Node
 *
 * @typedef {object} View   what stands for a node in the document
 * @property {HTMLElement} root
 * @property {HTMLElement} [control]  what the keyboard reaches
 * @property {HTMLElement} [heading]  what a new page moves the focus to
 * @property {(node: Node, parent: Node | undefined) => void} update
 */

/** Words of their own box inside a node. @param {HTMLElement} element @param {Node} node @param {'name' | 'hint' | 'error'} text */
export function words(element, node, text) {
  write(element, node[text]);
  element.hidden = node[text] === '';
  const box = boxOf(node, text);
  const painted = box.w > 0;  // words that are not painted are still there for those who listen
  measure(element, painted ? { x: box.x - node.x, y: box.y - node.y, w: box.w, size: box.size, line: box.line }
    : { x: 0, y: 0, w: node.w, size: 16, line: 20 });
  attribute(element, 'data-bold', box.weight >= 600 ? '' : null);
  attribute(element, 'lang', languageOf(node, text));
  show(element, box.shown);
}

/** Words that are all a node has: the node itself carries them, its padding puts them where they are painted. @param {HTMLElement} element @param {Node} node */
function carry(element, node) {
  write(element, node.name);
  const box = boxOf(node, 'name');
  measure(element, {
    left: box.x - node.x, top: box.y - node.y, right: Math.max(0, node.x + node.w - box.x - box.w), size: box.size, line: box.line,
  });
  attribute(element, 'data-bold', box.weight >= 600 ? '' : null);
  show(element, box.shown);
}

/** Words in another language than the page's have a direction of their own, too. @param {HTMLElement} element @param {string | null} language */
function speak(element, language) {
  attribute(element, 'lang', language || null);
  attribute(element, 'dir', language ? 'auto' : null);
}

/** @param {keyof HTMLElementTagNameMap} tag @param {string} className @returns {View} */
function text(tag, className) {
  const root = make(tag, className);
  return {
    root,
    update(node) {
      carry(root, node);
      speak(root, languageOf(node, 'name'));
      if (node.look) attribute(root, 'data-look', node.look);
    },
  };
}

const SECTIONS = /** @type {const} */ ({
  none: 'div', banner: 'header', main: 'main', navigation: 'nav', contentinfo: 'footer', form: 'form', region: 'section', alert: 'div', dialog: 'dialog',
  alertdialog: 'dialog',
});

/** @param {Node} node @returns {View} */
function section(node) {
  const root = make(SECTIONS[node.landmark], 'section');
  const label = make('p', 'words label');
  label.id = `${idOf(node.key)}-name`;
  root.append(label);
  if (node.landmark === 'alert' || root instanceof HTMLDialogElement) root.tabIndex = -1;
  if (root instanceof HTMLFormElement) root.noValidate = true;
  // A browser that finds words in what is folded wants to show them: so does the button before it.
  root.addEventListener('beforematch', () => {
    const before = root.previousElementSibling;
    (before instanceof HTMLButtonElement ? before : before?.querySelector('button'))?.click();
  });
  return {
    root,
    update(next) {
      attribute(root, 'data-look', next.look);
      attribute(root, 'hidden', has(next, 'folded') ? 'until-found' : null);
      const painted = next.nameW > 0;  // else the label is for those who listen
      words(label, next, 'name');
      label.hidden = !painted;
      if (next.landmark === 'alert') attribute(root, 'role', 'alert');
      else if (next.landmark === 'none' && next.name) attribute(root, 'role', 'group');
      const dialog = root instanceof HTMLDialogElement;
      attribute(root, 'aria-label', next.name && !painted && !dialog ? next.name : null);
      attribute(root, 'aria-labelledby', dialog ? NAMING.map((tag) => partOf(next, tag)).join(' ') : next.name && painted ? label.id : null);
      if (next.landmark === 'alertdialog') attribute(root, 'role', 'alertdialog');
    },
  };
}

/** A dialog is named by its heading and its first sentence: of one that describes it Orca would hear twice. */
const NAMING = ['H2', 'P'];
/** @param {Node} dialog @param {string} tag */
const partOf = (dialog, tag) => `${idOf(dialog.key)}-${tag}`;
/** @param {HTMLElement} root @param {Node | undefined} parent */
function nameDialog(root, parent) {
  const id = parent?.landmark.endsWith('dialog') && partOf(parent, root.tagName);
  if (id && !document.getElementById(id)) root.id = id;
}

/** @returns {View} */
function paragraph() {
  const view = text('p', 'paragraph');
  return {
    root: view.root,
    update(node, parent) {
      view.update(node, parent);
      nameDialog(view.root, parent);
    },
  };
}

/** @param {Node} node @returns {View} */
function heading(node) {
  const view = text(/** @type {'h1'} */ (`h${node.level}`), 'heading');
  if (node.level === 1) view.root.tabIndex = -1;
  return {
    ...view, heading: view.root,
    update(next, parent) {
      view.update(next, parent);
      nameDialog(view.root, parent);
    },
  };
}

/** @param {Node} node @returns {View} */
function list(node) {
  const root = make(has(node, 'ordered') ? 'ol' : 'ul', 'list');
  root.setAttribute('role', 'list');  // Safari forgets it when the bullets are not its own
  return { root, update() {} };
}

/** @returns {View} */
function item() {
  const root = make('li', 'item');
  const label = make('span', 'words');
  root.append(label);
  return {
    root,
    update(node) {
      words(label, node, 'name');
      speak(label, languageOf(node, 'name'));
    },
  };
}

/** One that heads what it opens stands in a heading of that level. @param {Node} node @returns {View} */
function button(node) {
  const control = make('button', 'button');
  control.type = 'button';
  control.id = idOf(node.key);
  const label = make('span', 'words');
  const fold = node.look === 'fold';
  const more = make('span', fold ? 'words detail' : 'said');
  control.append(label, ' ', more);
  const root = node.level > 0 ? make(/** @type {'h2'} */ (`h${node.level}`), 'fold') : control;
  if (root !== control) root.append(control);
  return {
    root,
    control,
    update(next) {
      words(label, next, 'name');
      if (fold) words(more, next, 'hint');
      else write(more, next.hint);
      attribute(more, 'lang', languageOf(next, 'hint'));
      attribute(control, 'data-look', next.look);
      attribute(control, 'aria-expanded', has(next, 'hasExpanded') ? String(has(next, 'expanded')) : null);
      attribute(control, 'aria-pressed', has(next, 'hasPressed') ? String(has(next, 'pressed')) : null);
    },
  };
}

/** Content may come from elsewhere: only addresses that open a page, a mail or a call. @param {string} url */
const harmless = (url) => /^(https?:|mailto:|tel:|#)/i.test(url);

/** @param {Node} node @returns {View} */
function link(node) {
  const root = make('a', 'link');
  root.id = idOf(node.key);
  const label = make('span', 'words');
  const detail = make('span', 'words detail');
  root.append(label, ' ', detail);
  return {
    root,
    control: root,
    update(next) {
      words(label, next, 'name');
      words(detail, next, 'hint');
      speak(label, languageOf(next, 'name'));
      speak(detail, languageOf(next, 'hint'));
      figures.place(root, next.image, 'aside');
      attribute(root, 'data-look', next.look);
      attribute(root, 'aria-current', has(next, 'current') ? 'page' : null);
      attribute(root, 'href', next.target && harmless(next.target) ? next.target : `#${root.id}`);
      const outside = next.target !== '' && !next.target.startsWith('#');
      attribute(root, 'target', outside ? '_blank' : null);  // the answers live in this page and must not be left behind
      attribute(root, 'rel', outside ? 'noopener noreferrer' : null);
      attribute(root, 'data-field', next.target ? null : '');
    },
  };
}

/** The number of a length in a picture, over its bar. @param {HTMLElement} root @param {string} scale "share of the width, words" with a tab */
function drawScale(root, scale) {
  if (root.dataset.scale === scale || (!scale && !root.dataset.scale)) return;
  root.dataset.scale = scale;
  const plate = root.querySelector('.scale') ?? root.appendChild(make('span', 'scale'));
  plate.setAttribute('aria-hidden', 'true');
  const [share, words] = scale.split('\t');
  plate.textContent = words ?? '';
  /** @type {HTMLElement} */ (plate).style.setProperty('--share', share);
}

/** @returns {View} */
function figure() {
  const root = make('div', 'figure');
  root.setAttribute('role', 'img');
  return {
    root,
    update(node) {
      attribute(root, 'aria-label', [node.name, node.hint].filter(Boolean).join('. '));
      attribute(root, 'lang', languageOf(node, 'name'));
      attribute(root, 'data-image', node.image);
      figures.place(root, node.image, 'figure');
      drawScale(root, node.value);
    },
  };
}

/** @param {Node} node @returns {View} */
function progress(node) {
  const root = make('div', 'progress');
  const label = make('span', 'words');
  const bar = make('progress');
  bar.setAttribute('aria-hidden', 'true');  // the words say the same; a share of questions that may still change says less
  root.append(label, bar);
  return {
    root,
    update(next) {
      words(label, next, 'name');
      bar.max = Number(next.max) || 1;
      bar.value = Number(next.value) || 0;
    },
  };
}

/** Table parts carry their roles in words too: laid out as blocks over the canvas, browsers may forget them. @returns {View} */
function table() {
  const root = make('table', 'table');
  const caption = make('caption', 'words');
  root.append(caption);
  root.setAttribute('role', 'table');
  const update = (/** @type {Node} */ next) => {
    words(caption, next, 'name');
    attribute(root, 'data-look', next.look);
  };
  return { root, update };
}

/** @returns {View} */
function row() {
  const root = make('tr', 'row');
  root.setAttribute('role', 'row');
  return { root, update() {} };
}

/** @param {Node} node @param {Node | undefined} parent @returns {View} */
function cell(node, parent) {
  const heads = has(node, 'header');
  const view = text(heads ? 'th' : 'td', 'cell');
  const columns = heads && parent !== undefined && has(parent, 'header');
  if (heads) view.root.setAttribute('scope', columns ? 'col' : 'row');
  view.root.setAttribute('role', heads ? (columns ? 'columnheader' : 'rowheader') : 'cell');
  return view;
}

/** A code for cameras; for those who listen its words say what it holds. @param {Node} node @returns {View} */
function code(node) {
  const root = make('div', 'code');
  root.id = idOf(node.key);
  root.setAttribute('role', 'img');
  return {
    root,
    update(next) {
      attribute(root, 'aria-label', [next.name, next.hint].filter(Boolean).join('. '));
      if (root.dataset.rows === next.value) return;
      root.dataset.rows = next.value;
      root.replaceChildren(squares(next.value.split('\n').filter(Boolean)));
    },
  };
}

/** @param {string[]} rows '1' is dark @returns {SVGElement} with the light margin of four that cameras need */
function squares(rows) {
  const size = rows.length + 8;
  const dark = rows.map((row, y) => [...row.matchAll(/1+/g)].map((run) => `M${run.index + 4} ${y + 4}h${run[0].length}v1h-${run[0].length}z`).join('')).join('');
  // What it is in has the name.
  return draw('svg', { class: 'squares', 'aria-hidden': 'true', viewBox: `0 0 ${size} ${size}`, 'shape-rendering': 'crispEdges' }, draw('path', { d: dark }));
}

/** @returns {View} */
function status() {
  const view = text('p', 'status');
  view.root.setAttribute('role', 'status');
  return view;
}

/** @type {Record<string, (node: Node, parent: Node | undefined) => View>} */
export const elements = {
  section, heading, paragraph, list, item, button, link, figure, progress, chart, table, row, cell, code, status,
};
