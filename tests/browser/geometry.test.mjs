// The document lies where the program paints: every element's box is the painted one, words break at the same places, and
// both follow the width, the pixel ratio and the size of text.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { broken, misplaced, sideways } from './boxes.mjs';
import { atPath, openPage, openSite, people, settled, words } from './helpers.mjs';
import { hurryToResult } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const paths = ['result', 'result/course', 'result/studies', 'result/visit', 'result/healing', 'result/aftercare', 'result/over-time', 'result/compare',
  'result/questions', 'review', 'questions/phototype-last-sun', 'questions/conditions', 'questions/recent-dates', 'questions/event', 'learn', 'learn/pain', 'sources',
  'about', 'help', 'result/check', 'result/take', 'staff/brief', ''];

test('painted and real boxes agree on every page at every width', async () => {
  const { page, errors } = await openPage(site);
  await hurryToResult(page, people().yusuf);
  const off = {};
  for (const path of paths) {
    await page.evaluate((hash) => { location.hash = hash; }, `#/${path}`);
    await atPath(page, path);
    for (const width of [320, 390, 768, 1280]) {
      await widen(page, width);
      const wrong = [...await page.evaluate(misplaced), ...await page.evaluate(broken)];
      if (await page.evaluate(sideways) > 0) wrong.push('scrolls sideways');
      if (wrong.length) off[`${path || 'home'} at ${width}`] = wrong;
    }
  }
  assert.deepEqual(off, {});
  assert.deepEqual(errors, []);
  await page.context().close();
});

async function widen(page, width) {
  await page.setViewportSize({ width, height: 800 });
  await page.waitForFunction((wide) => /** @type {any} */ (document.getElementById('mirror')).published.nodes[0].w === wide, width);
}

test('words are found and selected where they are painted', async () => {
  const { page } = await openPage(site, { path: 'learn/pain' });
  const text = await page.evaluate(() => {
    getSelection()?.selectAllChildren(/** @type {Node} */ (document.querySelector('main')));
    return String(getSelection());
  });
  const published = await page.evaluate(() => /** @type {any} */ (document.getElementById('mirror')).published.nodes
    .filter((/** @type {any} */ node) => ['paragraph', 'heading'].includes(node.kind)).map((/** @type {any} */ node) => node.name));
  for (const words of published.slice(0, 8)) assert.ok(text.includes(words), words);
  assert.ok(await page.evaluate((words) => /** @type {any} */ (window).find(words, false, false, true), published[1].slice(0, 20)));
  await page.context().close();
});

test('the canvas has a pixel for each of the screen', async () => {
  for (const ratio of [1, 2, 3]) {
    const { page } = await openPage(site, { deviceScaleFactor: ratio });
    const [canvas, view] = await page.evaluate(() => {
      const element = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
      return [[element.width, element.height], [element.clientWidth, element.clientHeight]];
    });
    assert.deepEqual(canvas, view.map((px) => px * ratio));
    await page.context().close();
  }
});

test('a changed window is laid out anew', async () => {
  const { page } = await openPage(site, { path: 'questions/goal' });
  for (const width of [320, 700, 1280, 390]) {
    await widen(page, width);
    assert.deepEqual(await page.evaluate(misplaced), []);
    assert.ok(await page.evaluate(sideways) <= 0);
  }
  await page.context().close();
});

test('larger text in the browser is larger text on the page', async () => {
  const size = () => Math.max(.../** @type {any} */ (document.getElementById('mirror')).published.nodes.map((/** @type {any} */ node) => node.nameSize));
  const { page } = await openPage(site, { path: 'questions/goal' });
  const usual = await page.evaluate(size);
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  await page.waitForFunction((before_) => Math.max(.../** @type {any} */ (document.getElementById('mirror')).published.nodes.map((/** @type {any} */ node) => node.nameSize)) > before_ * 1.4, usual);
  assert.deepEqual(await page.evaluate(misplaced), []);
  assert.ok(await page.evaluate(sideways) <= 0);
  await page.context().close();
});

test('what is typed and chosen is as large as the text of the page', async () => {
  const { page } = await openPage(site, { path: 'settings' });
  const field = page.getByRole('combobox').first();
  const size = () => field.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const larger = page.getByRole('button', { name: words['text-size.larger'], exact: true });
  const usual = await size();
  for (let step = 0; step < 5; step++) {
    await larger.focus();
    await page.keyboard.press('Enter');
    await settled(page);
  }
  assert.ok(await size() > usual * 1.8, `${await size()} px, ${usual} before`);
  await page.context().close();
});

/** The colour of points of a screenshot, decoded by the browser itself. */
async function colours(page, points) {
  const shot = await page.screenshot();
  return page.evaluate(async ([bytes, at]) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(/** @type {number[]} */ (bytes))]));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(image, 0, 0);
    return /** @type {number[][]} */ (at).map(([x, y]) => `#${[...context.getImageData(x, y, 1, 1).data.slice(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`);
  }, [[...shot], points]);
}

test('what is painted is where the document says', async () => {
  const { page } = await openPage(site, { path: 'questions/phototype-eyes' });
  await page.locator('button[data-look="primary"]').scrollIntoViewIfNeeded();
  await page.mouse.move(1, 1);
  await settled(page);
  await page.waitForTimeout(400);  // the button's own transition
  const box = await page.locator('button[data-look="primary"]').boundingBox();
  const middle = Math.round(box.y + box.height / 2);
  const [inside, left, above] = await colours(page, [[Math.round(box.x) + 6, middle], [Math.round(box.x) - 3, middle], [Math.round(box.x + box.width / 2), Math.round(box.y) - 3]]);
  const theme = await page.evaluate(() => Object.fromEntries(/** @type {any} */ (document.getElementById('mirror')).published.theme.split(';').map((/** @type {string} */ pair) => pair.split(' '))));
  assert.equal(inside, theme.accent);
  assert.equal(left, theme.surface, 'on a phone the button stands in a bar');
  assert.equal(above, theme.surface);
  await page.context().close();
});

test('the colours of app.css are those of the program', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { page } = await openPage(site, { colorScheme });
    const differ = await page.evaluate(() => {
      const own = document.documentElement.style;
      const names = /** @type {any} */ (document.getElementById('mirror')).published.theme.split(';').filter(Boolean).map((/** @type {string} */ pair) => pair.split(' '));
      for (const [name] of names) own.removeProperty(`--${name}`);
      const css = getComputedStyle(document.documentElement);
      return names.filter(([name, colour]) => css.getPropertyValue(`--${name}`) && css.getPropertyValue(`--${name}`) !== colour && name !== 'shadow').map((/** @type {string[]} */ pair) => `${pair} ≠ ${css.getPropertyValue(`--${pair[0]}`)}`);
    });
    assert.deepEqual(differ, []);
    await page.context().close();
  }
});
