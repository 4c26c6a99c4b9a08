// The first pages can be read and answered before the program has arrived, and nothing that was done on them is lost when it does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { violations, withAxe } from './axe.mjs';
import { continueButton, openSite, ready, root } from './helpers.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const textIn = (language) => JSON.parse(readFileSync(join(root, `assets/text/${language}.json`), 'utf8'));
const english = textIn('en');

/** A visit on which the program comes only when `arrive` is called, or does not come. */
async function visit(address, { locale = 'en-GB', before: prepare, ...context } = {}) {
  const page = await (await site.browser.newContext({ viewport: { width: 390, height: 844 }, locale, serviceWorkers: 'block', reducedMotion: 'reduce', ...context })).newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(/needlewise\.\w{8}\.wasm$/, async (route) => ((await held) ? route.continue() : route.abort()));
  await prepare?.(page);
  await page.goto(`${site.url}/${address}`);
  await page.locator('html[data-still]').waitFor({ state: 'attached' });
  return {
    page, errors,
    async arrive() {
      release(true);
      await ready(page);
    },
    fail: () => release(false),
  };
}

const option = (page, key, from = english) => page.getByRole('radio', { name: from[key] });
const selected = (page) => page.locator('.option[data-selected] label').textContent();
const atPage = (page, path) => page.waitForFunction((wanted) => location.hash === `#/${wanted}`, path);
const heading = (page) => page.getByRole('heading', { level: 1 }).filter({ visible: true });

test('home is read, and leads to the first question, whose answer a finger gives: it is chosen when the program arrives, and the next page follows', async () => {
  const { page, errors, arrive } = await visit('', { hasTouch: true });
  assert.deepEqual(await heading(page).allTextContents(), [english['home.title']]);
  await page.getByRole('link', { name: english['home.door.prepare'] }).tap();
  await heading(page).filter({ hasText: english['question.goal.title'] }).waitFor();
  assert.deepEqual(await heading(page).allTextContents(), [english['question.goal.title']]);
  await page.getByText(english['option.goal.acne-scars'], { exact: true }).tap();
  assert.ok(await option(page, 'option.goal.acne-scars').isChecked());
  await arrive();
  await page.waitForFunction(() => !location.hash.endsWith('/goal'));
  await page.goBack();
  await atPage(page, 'questions/goal');
  assert.equal(await selected(page), english['option.goal.acne-scars']);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('an answer given by keyboard is chosen when the program arrives; the page and the focus stay', async () => {
  const { page, errors, arrive } = await visit('#/questions');
  await option(page, 'option.goal.fine-lines').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');  // the last one counts
  assert.ok(await option(page, 'option.goal.laxity').isChecked());
  await arrive();
  await page.locator('.option[data-selected]').waitFor();
  assert.equal(await selected(page), english['option.goal.laxity']);
  assert.ok(await option(page, 'option.goal.laxity').evaluate((input) => input === document.activeElement));
  await atPage(page, 'questions/goal');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('nothing of the page goes out when the program takes its place; the next page comes softly', async () => {
  const { page, arrive } = await visit('?view=plain#/questions', { reducedMotion: 'no-preference', async before(fresh) {
    await fresh.addInitScript(() => {
      Object.assign(globalThis, { softly: 0 });
      addEventListener('animationstart', ({ animationName }) => { if (animationName === 'arrive') /** @type {any} */ (globalThis).softly += 1; });
    });
  } });
  await arrive();
  await option(page, 'option.goal.fine-lines').focus();
  await page.keyboard.press('Space');
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).softly), 0);
  await continueButton(page).press('Enter');
  await page.waitForFunction(() => /** @type {any} */ (globalThis).softly > 0);
  await page.context().close();
});

test('"Continue" pressed before the program arrives is done then: with an answer the next page comes, without one it is asked for', async () => {
  for (const answered of [true, false]) {
    const { page, arrive } = await visit('#/questions/goal');
    if (answered) await option(page, 'option.goal.glow').press('Space');
    await continueButton(page).click();
    await arrive();
    if (answered) await page.waitForFunction(() => !location.hash.endsWith('/goal'));
    else await page.locator('fieldset[aria-invalid="true"]').waitFor();
    await page.context().close();
  }
});

for (const [locale, language, direction] of [['de-AT', 'de', 'ltr'], ['ar-MA', 'ar', 'rtl']]) {
  test(`in ${language}: all of it, and the answer counts`, async () => {
    const said = textIn(language);
    const { page, arrive } = await visit('#/questions', { locale });
    await page.locator(`html[lang="${language}"][dir="${direction}"]`).waitFor({ state: 'attached' });
    assert.deepEqual(await heading(page).allTextContents(), [said['question.goal.title']]);
    for (const key of ['question.goal.hint', 'option.goal.glow', 'action.continue']) assert.ok(await page.getByText(said[key], { exact: true }).first().isVisible(), key);
    await option(page, 'option.goal.stretch-marks', said).press('Space');
    await arrive();
    await page.locator('.option[data-selected]').waitFor();
    assert.equal(await selected(page), said['option.goal.stretch-marks']);
    await page.context().close();
  });
}

test('another page is not taken for one of these, nor one that a clinic or an earlier answer may have made another', async () => {
  for (const address of ['#/learn/pain', '?pack=packs/demo.json', '?pack=packs/demo.json#/questions', '?questionnaire=form.json']) {
    const { page } = await visit(address);
    assert.equal(await heading(page).count(), 0, address);
    assert.ok(await page.getByText(english.loading).isVisible(), address);
    await page.context().close();
  }
});

test('when the program cannot come, what can be read stays, and nothing stays that would do nothing', async () => {
  const { page, fail } = await visit('#/questions');
  fail();
  await page.locator('#trouble').waitFor();
  assert.deepEqual(await heading(page).allTextContents(), [english['home.title']]);
  assert.equal(await page.locator('#mirror').getByRole('button').or(page.locator('#mirror').getByRole('radio')).filter({ visible: true }).count(), 0);
  await page.context().close();
});

test('without scripts home can be read, and the way to more of that', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${site.url}/#/questions/goal`);
  assert.deepEqual(await heading(page).allTextContents(), [english['home.title']]);
  assert.equal(await page.getByRole('button').or(page.getByRole('radio')).or(page.getByRole('combobox')).filter({ visible: true }).count(), 0);
  assert.ok(await page.getByRole('link', { name: 'Deutsch' }).filter({ visible: true }).count() > 0);
  await context.close();
});

test('next to nothing moves when the font comes and the program takes the place of these pages, and the largest thing seen was there before', async () => {
  for (const address of ['', '#/questions']) {
    const { page, arrive } = await visit(address, { before: (fresh) => fresh.addInitScript(watchPaint) });
    await arrive();
    await page.waitForTimeout(300);
    const { shift, largest, took } = await page.evaluate(() => ({ .../** @type {any} */ (globalThis).seen, took: performance.now() }));
    assert.ok(shift < 0.01, `${address}: the layout shifts by ${shift}`);  // what stands in for the font is nearly as wide
    assert.ok(largest > 0 && largest < took, `${address}: there is a largest contentful paint`);
    await page.context().close();
  }
});

/** Runs in the page. */
function watchPaint() {
  const seen = { shift: 0, largest: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.shift += /** @type {any} */ (entry).value; }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.largest = entry.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
}

for (const [width, height] of [[390, 844], [768, 1024], [1280, 800]]) {
  test(`what can be pressed stays where it is when the program begins to paint: ${width} wide`, async () => {
    for (const address of ['', '#/questions']) {
      const page = await (await site.browser.newContext({ viewport: { width, height }, locale: 'en-GB', serviceWorkers: 'block', reducedMotion: 'reduce' })).newPage();
      let release;
      const held = new Promise((resolve) => { release = resolve; });
      await page.route(/second\.\w{8}\.wasm$/, (route) => held.then(() => route.continue()));
      await page.goto(`${site.url}/${address}`);
      await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 60_000 });
      const places = () => page.evaluate(() => [...document.querySelectorAll('h1, main .link, .option, .button, header .link:not([data-look="skip"])')]
        .map((element) => [element.textContent?.trim() ?? '', ...Object.values(element.getBoundingClientRect().toJSON()).slice(0, 2)]));
      const before = await places();
      assert.equal(await page.evaluate(() => document.documentElement.dataset.skin), 'plain');
      release();
      await ready(page);
      const after = await places();
      assert.equal(await page.evaluate(() => document.documentElement.dataset.skin), 'canvas');
      assert.ok(before.length > 5);
      assert.deepEqual(after.map(([words]) => words), before.map(([words]) => words));
      const moved = before.filter(([, x, y], i) => y < height && Math.abs(x - after[i][1]) + Math.abs(y - after[i][2]) > 6);
      assert.deepEqual(moved, []);
      await page.context().close();
    }
  });
}

test('axe finds nothing on them', async () => {
  for (const address of ['', '#/questions']) {
    const { page, errors } = await visit(address, { before: withAxe });
    await page.waitForTimeout(300);
    assert.deepEqual(await violations(page), [], address);
    assert.deepEqual(errors, []);
    await page.context().close();
  }
});
