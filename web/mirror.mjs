// The document: native HTML for every node of the page, kept in step with what the application publishes. Elements stay as
// long as their node does, so focus, carets and screen readers are never thrown off; only what changed is touched.
// @ts-check
import { attribute, measure, viewHeight } from './dom.mjs';
import { elements } from './elements.mjs';
import { fields } from './fields.mjs';
import { FLAGS, has, NO_PARENT } from './records.mjs';

/**
 * @typedef {import('./records.mjs').Node} Node
 * @typedef {import('./records.mjs').Published} Published
 *
 * @typedef {object} Entry
 * @property {import('./elements.mjs').View} view
 * @property {Node} node
 * @property {Node | undefined} parent
 * @property {string} shape
 */

const makers = { ...elements, ...fields };

const SHAPING = FLAGS.header | FLAGS.ordered | FLAGS.multiple;

/** What cannot change without another element. @param {Node} node */
const shapeOf = (node) => `${node.kind} ${node.level} ${node.landmark} ${node.flags & SHAPING}`;

export class Mirror {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    /** @type {Map<number, Entry>} */
    this.entries = new Map();
    /** @type {Published | null} */
    this.published = null;
    this.bar = 0;
    this.whenUpdated = () => {};
  }

  /** @param {Published} published */
  update(published) {
    const focused = document.activeElement;
    const keep = this.reusable(published);
    for (const [key, entry] of this.entries) if (!keep.has(key)) this.drop(key, entry);
    /** @type {Map<HTMLElement, Element | null>} */
    const last = new Map();
    for (const node of published.nodes) {
      const parent = node.parent === NO_PARENT ? undefined : published.nodes[node.parent];
      const entry = this.entries.get(node.key) ?? this.add(node, parent);
      this.refresh(entry, node, parent);
      this.settle(entry, parent && this.entries.get(parent.key), last);
    }
    const over = published.nodes.filter((node) => ['actions', 'toast', 'warning'].includes(node.look) && has(node, 'pinned'));
    const bar = Math.max(0, ...over.map((node) => viewHeight() - node.y));
    const grown = bar > this.bar;
    if (this.bar !== bar) measure(document.documentElement, { bar: this.bar = bar });  // what takes the focus scrolls clear of it
    if (this.published?.height !== published.height) measure(this.host, { height: published.height });
    this.published = published;
    this.whenUpdated();
    if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
    if (grown && focused && this.host.contains(focused) && !focused.closest('[data-pinned]')) focused.scrollIntoView({ block: 'nearest' });
  }

  /** Entries that stand for the same node as before. A new page gets a new <main>: its being new is what is announced and focused, and
   * Orca says nothing of a page whose parts went one by one. The banner and the footer stay. @param {Published} published */
  reusable(published) {
    const keep = new Set();
    const fresh = this.published?.path !== published.path;
    const inMain = new Set();
    for (const [index, node] of published.nodes.entries()) {
      if (node.landmark === 'main' || inMain.has(node.parent)) inMain.add(index);
      const entry = this.entries.get(node.key);
      if (entry && entry.shape === shapeOf(node) && !(fresh && inMain.has(index))) keep.add(node.key);
    }
    return keep;
  }

  /** @param {number} key @param {Entry} entry */
  drop(key, entry) {
    if (entry.view.root instanceof HTMLDialogElement) entry.view.root.close();
    entry.view.root.remove();
    this.entries.delete(key);
  }

  /** @param {Node} node @param {Node | undefined} parent @returns {Entry} */
  add(node, parent) {
    const view = makers[node.kind](node, parent);
    const entry = { view, node: /** @type {Node} */ ({}), parent: undefined, shape: shapeOf(node) };
    view.root.dataset.key = String(node.key);
    this.entries.set(node.key, entry);
    return entry;
  }

  /** @param {Entry} entry @param {Node} node @param {Node | undefined} parent */
  refresh(entry, node, parent) {
    const around = !entry.parent !== !parent
      || (parent && (entry.parent?.x !== parent.x || entry.parent?.y !== parent.y || entry.parent?.flags !== parent.flags));
    if (around || differs(entry.node, node)) {
      entry.view.update(node, parent);
      const anchored = has(node, 'pinned') && !(parent && has(parent, 'pinned'));  // to the view, not to what it is in
      attribute(entry.view.root, 'data-pinned', anchored ? '' : null);
      const [left, top] = anchored ? [0, 0] : [parent?.x ?? 0, parent?.y ?? 0];
      measure(entry.view.root, { x: node.x - left, y: node.y - top, w: node.w, h: node.h });
      attribute(entry.view.root, 'data-empty', node.w <= 0 || node.h <= 0 ? '' : null);
    }
    entry.node = node;
    entry.parent = parent;
  }

  /**
   * Puts the element after its elder sibling; one that is there already is not touched.
   * @param {Entry} entry @param {Entry | undefined} parent @param {Map<HTMLElement, Element | null>} last
   */
  settle(entry, parent, last) {
    const body = parent?.view.root ?? this.host;
    const before = last.has(body) ? last.get(body) : ownPart(body);
    const place = before ? before.nextElementSibling : body.firstElementChild;
    if (place !== entry.view.root) body.insertBefore(entry.view.root, place);
    last.set(body, entry.view.root);
    if (entry.view.root instanceof HTMLDialogElement && !entry.view.root.open) entry.view.root.showModal();
  }

  /** @param {number} key */
  entry(key) { return this.entries.get(key); }

  /** The node an element of the document belongs to. @param {EventTarget | null} target @returns {Entry | undefined} */
  entryAt(target) {
    const root = target instanceof Element ? target.closest('[data-key]') : null;
    return root instanceof HTMLElement ? this.entries.get(Number(root.dataset.key)) : undefined;
  }
}

/** @param {Node} a @param {Node} b */
function differs(a, b) {
  for (const field of /** @type {(keyof Node)[]} */ (Object.keys(b))) if (field !== 'parent' && a[field] !== b[field]) return true;
  return false;
}

/** The last part of an element that is its own and not a child node's. @param {HTMLElement} body */
function ownPart(body) {
  let part = null;
  for (const child of body.children) {
    if (child instanceof HTMLElement && child.dataset.key) break;
    part = child;
  }
  return part;
}
