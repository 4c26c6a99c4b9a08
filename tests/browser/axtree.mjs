// Chromium's accessibility tree: what assistive technology is given. Read over the DevTools protocol, printed as indented text.

/** Roles of the browser that only hold others, or letters. */
const SILENT = new Set(['none', 'generic', 'InlineTextBox', 'RootWebArea', 'LabelText', 'LegendLabel', 'ListMarker', 'Legend', 'MenuListPopup']);
const STATES = ['level', 'checked', 'pressed', 'expanded', 'required', 'invalid', 'modal', 'live', 'valuemin', 'valuemax', 'valuetext', 'hasPopup', 'focusable', 'focused', 'aria-current', 'lang'];
/** What is in these is the browser's own: the segments of a date. */
const OF_THE_BROWSER = new Set(['Date', 'progressbar', 'slider']);
const FROM_CONTENT = new Set(['heading', 'link', 'button', 'radio', 'checkbox', 'cell', 'gridcell', 'columnheader', 'rowheader', 'option', 'caption', 'Date', 'combobox']);

/**
 * @typedef {object} AxNode
 * @property {string} role @property {string} name @property {string} value @property {string} description
 * @property {Record<string, any>} states
 * @property {number} dom  its element
 * @property {AxNode[]} children
 */

/** @param {import('playwright-core').Page} page */
export async function openTree(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  await session.send('DOM.enable');
  return session;
}

/** The whole tree, and the elements it is of; nodes that are ignored make way for what is in them. */
export async function readTree(session) {
  const elements = await readElements(session);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @returns {AxNode[]} */
  const read = (node) => {
    const children = (node.childIds ?? []).flatMap((id) => (byId.has(id) ? read(byId.get(id)) : []));
    const role = node.role?.value ?? '';
    const element = elements.get(node.backendDOMNodeId);
    if (node.ignored || role === 'InlineTextBox') return children;
    if (element?.parent?.name === 'label') return [];  // the name of its control; Chromium leaves it out by itself, most times
    const states = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
    for (const name of ['aria-current', 'lang']) if (element?.attributes[name]) states[name] = element.attributes[name];
    const value = element?.attributes['aria-valuetext'] ?? node.value?.value ?? '';  // the protocol leaves out what a slider says in words
    return [{ role, name: node.name?.value ?? '', value: String(value), description: node.description?.value ?? '', states, dom: node.backendDOMNodeId, children }];
  };
  return { tree: read(nodes[0])[0], elements };
}

/** All nodes, in reading order. @param {AxNode} tree @returns {AxNode[]} */
export const flat = (tree) => [tree, ...tree.children.flatMap(flat)];

/** What stands at the top: banner, main, footer, or a dialog. @param {AxNode} node @returns {AxNode[]} */
export const landmarks = (node) => node.children.flatMap((child) => (SILENT.has(child.role) ? landmarks(child) : [child]));

/**
 * `role "name" = value (description) [states]`, one a line. Text is quoted after its role when that is all there is.
 * @param {AxNode} node @param {string} [indent] @returns {string}
 */
export function print(node, indent = '') {
  if (SILENT.has(node.role)) return node.children.map((child) => print(child, indent)).join('');
  if (node.role === 'StaticText') return node.name.trim() ? `${indent}"${clean(node.name)}"\n` : '';
  const own = said(node);
  const children = OF_THE_BROWSER.has(node.role) ? [] : FROM_CONTENT.has(node.role) ? node.children.filter((child) => !isWords(child)) : node.children;
  const texts = children.length > 0 && children.every(isWords) && !node.name ? clean(flat(node).filter((part) => part.role === 'StaticText').map((part) => part.name).join(' ')) : '';
  if (texts) return `${indent}${own}: ${texts}\n`;
  return `${indent}${own}\n${children.map((child) => print(child, `${indent}  `)).join('')}`;
}

const clean = (text) => text.replace(/\s+/g, ' ').trim();
const isWords = (node) => (node.role === 'StaticText' || SILENT.has(node.role)) && node.children.every(isWords);

/** @param {AxNode} node */
function said({ role, name, value, description, states }) {
  const shown = STATES.filter((state) => ![undefined, false, 'false', ''].includes(states[state]) || (['checked', 'pressed', 'expanded'].includes(state) && state in states))
    .filter((state) => state !== 'level' || role === 'heading')
    .map((state) => (states[state] === true ? state : `${state}=${states[state]}`));
  return [role, name && `"${clean(name)}"`, value && `= ${value}`, description && `(${clean(description)})`, shown.length > 0 && `[${shown.join(' ')}]`].filter(Boolean).join(' ');
}

/** The elements of the document by what the tree calls them, each with its attributes and its parent. */
async function readElements(session) {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const elements = new Map();
  const visit = (node, parent, shadow) => {
    const attributes = {};
    for (let i = 0; i < (node.attributes?.length ?? 0); i += 2) attributes[node.attributes[i]] = node.attributes[i + 1];
    const element = { id: node.backendNodeId, name: node.localName, attributes, parent, shadow };
    elements.set(node.backendNodeId, element);
    for (const child of node.children ?? []) visit(child, element, shadow);
    for (const child of node.shadowRoots ?? []) visit(child, element, true);
  };
  visit(root, null, false);
  return elements;
}

/** The key of the node of ours an element is in. */
export function keyOf(element) {
  for (let at = element; at; at = at.parent) if (at.attributes['data-key']) return Number(at.attributes['data-key']);
  return 0;
}
