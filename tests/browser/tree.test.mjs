// What assistive technology is given, on every kind of page and in both skins: the whole accessibility tree as text, compared
// with tests/golden/tree; where the tree says that controls and headings are; and that what reacts and what is reached are one.
// After a change that is meant: UPDATE_GOLDEN=1 node --test tests/browser/tree.test.mjs, then read the difference.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { flat, keyOf, landmarks, openTree, print, readTree } from './axtree.mjs';
import { openPage, openSite, root } from './helpers.mjs';
import { allStates, passThrough } from './states.mjs';

const folder = join(root, 'tests/golden/tree');
const update = process.env.UPDATE_GOLDEN === '1';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** Lines that are gone and new, each with the lines around it. @param {string} was @param {string} is */
function difference(was, is, most = 60) {
  const [a, b] = [was.split('\n'), is.split('\n')];
  const same = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) same[i][j] = a[i] === b[j] ? same[i + 1][j + 1] + 1 : Math.max(same[i + 1][j], same[i][j + 1]);
  const lines = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) [lines.push(`  ${a[i]}`), i++, j++];
    else if (j < b.length && (i === a.length || same[i][j + 1] > same[i + 1][j])) lines.push(`+ ${b[j++]}`);
    else lines.push(`- ${a[i++]}`);
  }
  const near = lines.filter((_, at) => lines.slice(Math.max(0, at - 2), at + 3).some((line) => !line.startsWith(' ')));
  return [...near.slice(0, most), ...(near.length > most ? [`… and ${near.length - most} lines more`] : [])].join('\n');
}

/** The tree of a page; banner and footer are printed once, on the first page. @param {Map<string, string>} known */
function printed(tree, known) {
  return landmarks(tree).map((part) => {
    const text = print(part).replace(/\b(\d{4}-\d\d-\d\d)-[0-9a-f]{8}\b/g, '$1-…');  // changes with every edit of the content
    const seen = known.get(part.role) === text;
    if (!known.has(part.role)) known.set(part.role, text);
    return seen && part.role !== 'main' ? `${part.role}, as at home\n` : text;
  }).join('');
}

/** @param {string} name @param {string} text @returns {string} what differs */
function compared(name, text, skin) {
  const path = join(folder, `${name}.txt`);
  if (update && skin === 'canvas') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  }
  if (!existsSync(path)) return 'there is no golden tree: UPDATE_GOLDEN=1 makes it';
  const was = readFileSync(path, 'utf8');
  return was === text ? '' : difference(was, text);
}

// ---- Where things are ----------------------------------------------------------------------------------------------------

const PLACED = new Set(['heading', 'link', 'button', 'radio', 'checkbox', 'slider', 'combobox', 'Date', 'image', 'table', 'figure', 'progressbar', 'alert', 'dialog', 'textbox', 'spinbutton']);

/** Where a node of the tree should be, in page coordinates. @param {any} node as published @param {any} element */
function paintedBox(node, element) {
  if (/^(input|select|textarea)$/.test(element.name)) return node.kind === 'option' ? [node.x, node.y, node.w, node.h] : [node.fieldX, node.fieldY, node.fieldW, node.fieldH];
  if (/\b(title|words)\b/.test(element.attributes.class ?? '')) return [node.nameX, node.nameY, node.nameW, node.nameH];
  return [node.x, node.y, node.w, node.h];
}

/** Which nodes of the tree are not where they are painted, by the tree's own boxes. */
async function misplaced(page, session, tree, elements) {
  const { nodes, top } = await page.evaluate(() => ({ nodes: /** @type {any} */ (document.getElementById('mirror')).published.nodes, top: window.scrollY }));
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const off = [];
  for (const part of flat(tree)) {
    const element = elements.get(part.dom);
    const node = byKey.get(keyOf(element));
    if (!PLACED.has(part.role) || !node || node.look === 'skip' || element.shadow) continue;  // that one is the document's alone
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: part.dom }).catch(() => ({ model: null }));
    if (!model) {
      off.push(`${part.role} "${part.name}" has no box`);
      continue;
    }
    const [x, y] = model.border;
    const box = [x, node.flags & 2048 ? y : y + top, model.width, model.height];
    const painted = paintedBox(node, element);
    if (painted.some((value, i) => Math.abs(value - box[i]) > 1)) off.push(`${part.role} "${part.name.slice(0, 60)}" is at ${box}, painted at ${painted}`);
  }
  return off;
}

// ---- What reacts and what is reached ----------------------------------------------------------------------------------------

/** Role and name that assistive technology must be told for a node that reacts. */
const EXPECTED = {
  option: (node) => [node.flags & 1 ? 'checkbox' : 'radio', node.name],
  date: (node) => ['Date', node.name],
  button: (node) => ['button', [node.name, node.hint].filter(Boolean).join(' ')],
  link: (node) => ['link', [node.name, node.hint].filter(Boolean).join(' ')],
  slider: (node) => ['slider', node.name],
  select: (node) => ['combobox', node.name],
  text: (node) => ['textbox', node.name],
};

/** What the keyboard can reach: no headings and messages that only take the focus when it is sent there, no parts of the browser's. */
const reached = (part, element) => part.states.focusable && element && !element.shadow && element.attributes.tabindex !== '-1' && !['RootWebArea', 'dialog', 'option'].includes(part.role);

/** @returns {string[]} nodes that react without exactly one control, and controls without a node */
function strangers(nodes, tree, elements, modal) {
  const controls = new Map();
  const off = [];
  for (const part of flat(tree)) {
    const element = elements.get(part.dom);
    if (!reached(part, element)) continue;
    const key = keyOf(element);
    controls.set(key, [...(controls.get(key) ?? []), part]);
  }
  for (const node of nodes) {
    if (folded(nodes, node)) continue;
    const expected = EXPECTED[node.kind]?.(node);
    const found = controls.get(node.key) ?? [];
    controls.delete(node.key);
    if (!expected && found.length > 0) off.push(`${node.kind} "${node.name}" does not react, but ${found.map((part) => part.role)} can be reached`);
    if (!expected || (modal && !inside(nodes, node, 'dialog'))) continue;  // behind a dialog nothing is reached
    const [role, name] = expected;
    const fits = found.length === 1 && (found[0].role === role || (role === 'textbox' && found[0].role === 'spinbutton')) && found[0].name.replace(/\s+/g, ' ').trim() === name.replace(/\s+/g, ' ').trim();
    if (!fits) off.push(`${role} "${name}" is given as ${found.map((part) => `${part.role} "${part.name}"`).join(', ') || 'nothing'}`);
  }
  for (const parts of controls.values()) off.push(...parts.map((part) => `${part.role} "${part.name}" belongs to no node`));
  return off;
}

const FOLDED = 4096;  // of the flags in web/records.mjs

function folded(nodes, node) {
  for (let at = node; at; at = nodes[at.parent]) if (at.flags & FOLDED) return true;
  return false;
}

function inside(nodes, node, landmark) {
  for (let at = node; at; at = nodes[at.parent]) if (at.landmark === landmark) return true;
  return false;
}

// ---- Every page ------------------------------------------------------------------------------------------------------------

for (const skin of ['canvas', 'plain']) {
  test(`every page is given whole, in the ${skin} skin`, async (t) => {
    const { page, errors } = await openPage(site, { locale: 'en-GB', query: skin === 'plain' ? 'view=plain' : '' });
    const session = await openTree(page);
    const found = { trees: {}, boxes: {}, controls: {} };
    const known = new Map();
    await passThrough(page, async ({ name }) => {
      const { tree, elements } = await readTree(session);
      const differs = compared(name, printed(tree, known), skin);
      if (differs) found.trees[name] = differs;
      const nodes = await page.evaluate(() => /** @type {any} */ (document.getElementById('mirror')).published.nodes);
      const odd = strangers(nodes, tree, elements, name === 'dialog');
      if (odd.length) found.controls[name] = odd;
      const off = skin === 'canvas' ? await misplaced(page, session, tree, elements) : [];
      if (off.length) found.boxes[name] = off;
    });
    await t.test('as before', () => { if (Object.keys(found.trees).length) assert.fail(Object.entries(found.trees).map(([name, lines]) => `${name} (if that is meant: UPDATE_GOLDEN=1)\n${lines}`).join('\n\n')); });
    await t.test('where it is painted', () => assert.deepEqual(found.boxes, {}));
    await t.test('what reacts can be reached, and nothing else', () => assert.deepEqual(found.controls, {}));
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test('every golden tree is of a page', () => {
  const strange = readdirSync(folder).filter((name) => !allStates.some((state) => `${state.name}.txt` === name));
  if (update) strange.forEach((name) => rmSync(join(folder, name)));
  else assert.deepEqual(strange, []);
});
