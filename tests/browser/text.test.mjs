// Text is text: all of it is selected and copied in reading order, and what the browser finds lies over the painted words.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { openPage, openSite, settled } from './helpers.mjs';
import { go, passThrough } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** Runs in the page: names that a selection of everything does not hold, or not in reading order. */
function lost() {
  const selection = /** @type {Selection} */ (getSelection());
  const dialog = document.querySelector('dialog[open]');
  selection.selectAllChildren(dialog ?? /** @type {Element} */ (document.getElementById('mirror')));
  const clean = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();
  const all = clean(String(selection));
  selection.removeAllRanges();
  const off = [];
  let at = 0;
  for (const node of /** @type {any} */ (document.getElementById('mirror')).published.nodes) {
    const element = document.querySelector(`[data-key="${node.key}"]`);
    if (['figure', 'slider', 'select', 'date', 'code'].includes(node.kind) || node.nameW <= 0) continue;  // pictures and fields have names that are no text
    if (dialog && !dialog.contains(element)) continue;
    const found = all.indexOf(clean(node.name), at);
    if (found < 0) off.push(`${node.kind} "${node.name.slice(0, 80)}" ${all.includes(clean(node.name)) ? 'out of order' : 'is not selected'}`);
    else at = found + clean(node.name).length;
  }
  return off;
}

for (const skin of ['canvas', 'plain']) {
  test(`everything selected is everything on the page, in reading order, in the ${skin} skin`, async () => {
    const { page, errors } = await openPage(site, { query: skin === 'plain' ? 'view=plain' : '' });
    const found = {};
    await passThrough(page, async ({ name }) => {
      const off = await page.evaluate(lost);
      if (off.length) found[name] = off;
    });
    assert.deepEqual(found, {});
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

/** Runs in the page: finds words from the middle of each long paragraph, and says where they lie off the painted lines. */
function misfound() {
  const { published } = /** @type {any} */ (document.getElementById('mirror'));
  const off = [];
  let tried = 0;
  for (const node of published.nodes) {
    const lines = Math.round(node.nameH / node.nameLine);
    if (node.kind !== 'paragraph' || lines < 2) continue;
    const words = node.name.split(' ');
    const phrase = words.slice(Math.floor(words.length / 2), Math.floor(words.length / 2) + 3).join(' ');
    const element = document.querySelector(`[data-key="${node.key}"]`);
    getSelection()?.collapse(element, 0);
    if (!/** @type {any} */ (window).find(phrase, true)) {
      off.push(`"${phrase}" is not found`);
      continue;
    }
    const range = /** @type {Selection} */ (getSelection()).getRangeAt(0);
    if (!element?.contains(range.startContainer)) continue;  // the same words stand elsewhere too
    tried++;
    for (const box of range.getClientRects()) {
      const middle = box.top + box.height / 2 + window.scrollY;
      const line = Math.floor((middle - node.nameY) / node.nameLine);
      const painted = node.nameY + (line + 0.5) * node.nameLine;
      if (line < 0 || line >= lines || Math.abs(middle - painted) > 2) off.push(`"${phrase}" is found at ${middle}, its line is painted round ${painted}`);
      if (box.left < node.nameX - 2 || box.right > node.nameX + node.nameW + 2) off.push(`"${phrase}" lies beside its paragraph`);
    }
  }
  return { off, tried };
}

test('what is found lies over the painted line, and the selection can be seen', async () => {
  const { page } = await openPage(site);
  let tried = 0;
  for (const path of ['learn/pain', 'about', 'sources', 'learn/procedure']) {
    await go(page, path);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForFunction((wide) => /** @type {any} */ (document.getElementById('mirror')).published.nodes[0].w === wide, width);
      await settled(page);
      const found = await page.evaluate(misfound);
      assert.deepEqual(found.off, [], `${path} at ${width}`);
      tried += found.tried;
    }
  }
  assert.ok(tried > 40, `${tried} phrases were looked for`);
  const colour = await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('main p')), '::selection').backgroundColor);
  assert.notEqual(colour, 'rgba(0, 0, 0, 0)');
  await page.context().close();
});
