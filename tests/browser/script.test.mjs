// Letters the program's font lacks, and scripts it cannot shape, are shown by the browser where they would have been painted: a
// Greek clinic, a free answer in Cyrillic, all of Arabic. The canvas stays the canvas.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { violations, withAxe } from './axe.mjs';
import { broken, misplaced, sideways } from './boxes.mjs';
import { atPath, continueButton, openPage, openSite, people, reachResult, root, settled, words } from './helpers.mjs';
import { answered, go, hurry } from './states.mjs';

const demo = JSON.parse(readFileSync(join(root, 'assets/packs/demo.json'), 'utf8'));
const arabic = JSON.parse(readFileSync(join(root, 'assets/text/ar.json'), 'utf8'));

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** @param {object} changes to the demo pack */
const withPack = (changes) => ({
  query: 'pack=packs/mine.json',
  before: async (page) => {
    await withAxe(page);
    await page.route('**/packs/mine.json', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify({ ...demo, ...changes }) }));
  },
});

const inArabic = async (page) => {
  if (await page.locator('main select').count() === 0) await go(page, 'settings');
  await page.locator('main select').selectOption('ar');
  await page.locator('html[lang="ar"]').waitFor({ state: 'attached' });
  await settled(page);
};

/** Everything wrong with where words are. */
const wrongBoxes = async (page) => {
  const wrong = [...await page.evaluate(misplaced), ...await page.evaluate(broken)];
  if (await page.evaluate(sideways) > 0) wrong.push('scrolls sideways');
  if (await page.evaluate(() => document.documentElement.dataset.skin) !== 'canvas') wrong.push('not the canvas');
  return wrong;
};

/** Runs in the page: words with letters the font lacks that nobody would see. */
function unseen() {
  const clear = 'rgba(0, 0, 0, 0)';
  const off = [];
  for (const node of /** @type {any} */ (document.getElementById('mirror')).published.nodes) {
    const element = /** @type {HTMLElement} */ (document.querySelector(`[data-key="${node.key}"]`));
    const carrier = ['paragraph', 'heading', 'cell', 'status'].includes(node.kind) ? element : element.querySelector(':scope > .words, :scope > legend > .words, :scope > .title');
    if (!carrier || node.nameW <= 0 || node.nameH <= 0 || !/[\u0370-\u052f\u0590-\u08ff\u{1f000}-\u{1faff}]/u.test(node.name)) continue;
    const { color } = getComputedStyle(carrier);
    if (color === clear) off.push(`${node.kind} "${node.name.slice(0, 60)}" is ${color}`);
  }
  return off;
}

/** How many colours the picture has where an element is, with the document out of the way. */
async function coloursBehind(page, locator) {
  const box = await locator.boundingBox();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[data-shown] { color: transparent !important; }');
    document.adoptedStyleSheets = [sheet];
  });
  const shot = await page.screenshot({ clip: { x: Math.ceil(box.x), y: Math.ceil(box.y), width: Math.floor(box.width), height: Math.floor(box.height) } });
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  return page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(image.width, image.height).getContext('2d'));
    context.drawImage(image, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
  }, [...shot]);
}

test('a clinic with a Greek name: its own letters, and the canvas', async () => {
  const name = 'Κλινική Δέρματος Αθηνών';
  const { page, errors } = await openPage(site, withPack({ name, logo: undefined }));
  const wrong = {};
  const brand = page.getByRole('banner').getByRole('link', { name, exact: true });
  await brand.waitFor();
  const [seen, text] = await page.evaluate(() => [getComputedStyle(document.querySelector('header .link:not([data-look="skip"]) .words')).color, getComputedStyle(document.documentElement).color]);
  assert.equal(seen, text, 'in the colour it would be painted in');
  assert.equal(await coloursBehind(page, brand.locator('.words').first()), 1, 'nothing is painted behind it');
  assert.ok(await page.evaluate((part) => /** @type {any} */ (window).find(part, false, false, true), name.slice(0, 8)), 'the browser finds it');
  await hurry(page, people().noor);
  for (const path of ['', 'review', 'result', 'result/course', 'about', 'help', 'pack']) {
    await go(page, path);
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await settled(page);
      const found = [...await wrongBoxes(page), ...await page.evaluate(unseen)];
      if (found.length) wrong[`${path} ${width}`] = found;
    }
    const found = await violations(page);
    if (found.length) wrong[path] = found;
  }
  assert.match(await page.locator('main').innerText(), /We found nothing wrong[^]*Good to know[^]*not in the typeface of this program: Κλιν/);
  assert.deepEqual(wrong, {});
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a free answer in Cyrillic with an emoji, and one with accents that stand by themselves', async () => {
  const { page, errors } = await openPage(site, withPack({}));
  const typed = async (answer) => {
    await go(page, 'questions/clinic-callback-when');
    await page.getByLabel(/When can we call you\?/).fill(answer);
    await settled(page);
    await continueButton(page).click();
    await atPath(page, 'review');
    await settled(page);
  };
  await hurry(page, people().noor);
  await go(page, 'questions/clinic-callback');
  await page.getByRole('radio', { name: words['answer.yes'], exact: true }).check();
  await typed('В понедельник 🙂, после шести');
  const answer = page.locator('main').getByText('В понедельник 🙂, после шести');
  await answer.waitFor({ state: 'attached' });
  assert.notEqual(await answer.evaluate((element) => element.closest('[data-shown]')), null);
  assert.deepEqual([...await wrongBoxes(page), ...await page.evaluate(unseen)], []);
  await typed('Bei Zoe\u0308 im Cafe\u0301');  // decomposed, as some keyboards and copied texts have them
  const whole = page.locator('main').getByText('Bei Zoë im Café');
  await whole.waitFor({ state: 'attached' });
  assert.equal(await whole.evaluate((element) => element.closest('[data-shown]')), null, 'joined with their letters they are painted');
  assert.deepEqual(await wrongBoxes(page), []);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('accents of a pack are joined with their letters; what has no letter of its own is shown', async () => {
  const { page } = await openPage(site, withPack({ name: 'Cafe\u0301 M\u0304', logo: undefined }));
  const brand = page.getByRole('banner').getByRole('link', { name: 'Café M\u0304', exact: true });
  await brand.waitFor();
  assert.notEqual(await brand.locator('.words').first().getAttribute('data-shown'), null);
  await page.context().close();
});

test('Arabic on the canvas: everything in its place, from the right, at every width', async () => {
  const { page, errors } = await openPage(site, { before: withAxe });
  const wrong = {};
  await hurry(page, people().yusuf);
  await inArabic(page);
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
  for (const { name, path, reach } of answered) {
    await go(page, path);
    await reach?.(page);
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await settled(page);
      const found = [...await wrongBoxes(page), ...await page.evaluate(unseen)];
      if (found.length) wrong[`${name} ${width}`] = found;
    }
    if (['home', 'question-map', 'result', 'result-studies', 'dialog'].includes(name)) {
      const found = await violations(page);
      if (found.length) wrong[`${name} axe`] = found;
    }
    if (name === 'dialog') await page.keyboard.press('Escape');
  }
  assert.deepEqual(wrong, {});
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a whole visit in Arabic by role and name alone, on the canvas', async () => {
  const { page, errors } = await openPage(site, { query: 'lang=ar' });
  assert.equal(await page.evaluate(() => [document.documentElement.dir, document.documentElement.dataset.skin].join()), 'rtl,canvas');
  await reachResult(page, people().maria, arabic);
  await page.getByRole('heading', { level: 1, name: arabic['result.title'], exact: true }).waitFor();
  assert.deepEqual([...await wrongBoxes(page), ...await page.evaluate(unseen)], []);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('Arabic with text twice as large, in the dark and with more contrast', async () => {
  const { page } = await openPage(site, { query: 'lang=ar', path: 'questions/goal', viewport: { width: 320, height: 700 } });
  const sizes = () => page.evaluate(() => Math.max(.../** @type {any} */ (document.getElementById('mirror')).published.nodes.map((/** @type {any} */ node) => node.nameSize)));
  const usual = await sizes();
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  await page.waitForFunction((before_) => Math.max(.../** @type {any} */ (document.getElementById('mirror')).published.nodes.map((/** @type {any} */ node) => node.nameSize)) > before_ * 1.2, usual);
  for (const path of ['questions/goal', '', 'learn/pain', 'help']) {
    await go(page, path);
    assert.deepEqual([...await wrongBoxes(page), ...await page.evaluate(unseen)], [], path);
  }
  const seen = new Set();
  for (const [colorScheme, contrast] of /** @type {const} */ ([['light', 'no-preference'], ['dark', 'no-preference'], ['light', 'more'], ['dark', 'more']])) {
    await page.emulateMedia({ colorScheme, contrast });
    const flags = (colorScheme === 'dark' ? 1 : 0) | (contrast === 'more' ? 2 : 0);
    await page.waitForFunction((wanted) => (/** @type {any} */ (document.getElementById('mirror')).published.flags & 3) === wanted, flags);
    const [heading, text] = await page.evaluate(() => [getComputedStyle(document.querySelector('h1')).color, getComputedStyle(document.documentElement).color]);
    assert.equal(heading, text, `${colorScheme} ${contrast}`);
    seen.add(heading);
  }
  assert.ok(seen.size >= 3, [...seen].join());
  await page.context().close();
});

test('words do not leave their boxes while the page scrolls, nor show through what lies over it', async () => {
  const { page } = await openPage(site, { query: 'lang=ar', path: 'learn/pain' });
  await page.evaluate(() => window.scrollTo({ top: 150, behavior: 'instant' }));
  await settled(page);
  assert.equal(await page.evaluate(() => getComputedStyle(document.getElementById('canvas')).position), 'absolute', 'the canvas goes with the page');
  assert.equal(await page.evaluate(() => Math.round(document.getElementById('canvas').getBoundingClientRect().top)), 0);
  assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= Math.ceil(Math.max(window.innerHeight, /** @type {any} */ (document.getElementById('mirror')).published.height))));
  await go(page, 'questions/goal');  // on a phone its actions stay in a bar
  await page.evaluate(() => window.scrollTo({ top: 137, behavior: 'instant' }));
  await settled(page);
  assert.equal(await page.evaluate(() => getComputedStyle(document.getElementById('canvas')).position), 'sticky');
  const through = await page.evaluate(() => {
    const bar = /** @type {Element} */ (document.querySelector('[data-pinned]')).getBoundingClientRect();
    const behind = [...document.querySelectorAll('[data-shown]')].filter((part) => !part.closest('[data-pinned]') && part.getBoundingClientRect().bottom > bar.top && part.getBoundingClientRect().top < window.innerHeight);
    return { behind: behind.length, seen: behind.filter((part) => getComputedStyle(part).clipPath === 'none').map((part) => part.textContent) };
  });
  assert.ok(through.behind > 0);
  assert.deepEqual(through.seen, []);
  await page.context().close();
});
