// What arrives may be something else than what was asked for, late, or nothing at all: the page starts all the same, plainer where
// it must, or says what one can do.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { continueButton, decide, linkNamed, openPage, openSite, ready, root, words } from './helpers.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const folder = process.env.NEEDLEWISE_SITE ?? join(root, 'build/site');
const index = readFileSync(join(folder, 'index.html'), 'utf8');
const named = (pattern) => index.match(pattern)[1];
const files = {
  module: named(/"(needlewise\.\w{8}\.wasm)/), content: named(/"(content\.\w{8}\.json)/), words: named(/"(text\/en\.\w{8}\.json)/),
  pictures: named(/"(figures\.\w{8}\.json)/), regular: named(/(regular\.\w{8}\.ttf)/), semibold: named(/(semibold\.\w{8}\.ttf)/),
};

const spoiled = {
  truncated: (bytes) => bytes.subarray(0, bytes.length / 2),
  'a page of a hotel': () => Buffer.from('<!doctype html><title>Hotel</title><p>Please log in'),
  empty: () => Buffer.alloc(0),
  null: () => Buffer.from('null'),
  altered: (bytes) => Buffer.concat([bytes.subarray(0, 2000), Buffer.from([bytes[2000] ^ 1]), bytes.subarray(2001)]),
};
const typeOf = (name) => ({ wasm: 'application/wasm', json: 'application/json', css: 'text/css' }[name.split('.').pop()] ?? 'font/ttf');

/** A visit on which `name` arrives spoiled, `times` times. */
async function visit(name, spoil, times) {
  const page = await (await site.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB', serviceWorkers: 'block', reducedMotion: 'reduce' })).newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  let asked = 0;
  await page.route(`**/${name}`, (route) => {
    if (asked++ >= times) return route.continue();
    return route.fulfill({ contentType: typeOf(name), body: spoil(readFileSync(join(folder, name))) });
  });
  await page.goto(site.url);
  await page.locator('html:is([data-complete], [data-trouble])').waitFor({ state: 'attached', timeout: 60_000 });
  return { page, errors, asked: () => asked };
}

const state = (page) => page.evaluate(() => {
  const { ready: there, skin, trouble } = document.documentElement.dataset;
  return trouble === undefined ? `${there === undefined ? 'not ready' : skin}` : 'trouble';
});

for (const [kind, name] of Object.entries(files)) {
  test(`the file of the ${kind} that came spoiled is fetched once more`, async () => {
    for (const [fault, spoil] of Object.entries(spoiled)) {
      const { page, errors, asked } = await visit(name, spoil, 1);
      assert.deepEqual([await state(page), asked(), errors], ['canvas', 2, []], fault);
      await page.context().close();
    }
  });
}

const later = {
  'second part': named(/"(second\.\w{8}\.wasm)/), 'words of later pages': named(/;(more-text\/en\.\w{8}\.json)/), 'pictures of later pages': named(/"(more-figures\.\w{8}\.json)/),
};
for (const [kind, name] of Object.entries(later)) {
  test(`the file of the ${kind} that came spoiled is fetched once more`, async () => {
    for (const [fault, spoil] of Object.entries(spoiled)) {
      const { page, errors, asked } = await visit(name, spoil, 1);
      await ready(page);
      assert.deepEqual([await state(page), asked(), errors], ['canvas', 2, []], fault);
      await page.context().close();
    }
  });
}

for (const name of ['app', 'plain', 'canvas']) {
  test(`the stylesheet ${name}.css that came spoiled is fetched once more; where it never comes the page is used all the same`, async () => {
    const file = named(new RegExp(`"(${name}\\.\\w{8}\\.css)"`));
    for (const [times, expected] of [[1, 'canvas'], [Infinity, name === 'canvas' ? 'plain' : 'canvas']]) {
      const { page } = await visit(file, spoiled.altered, times);
      assert.equal(await state(page), expected, `${times}`);
      assert.equal(await page.evaluate((href) => /** @type {HTMLLinkElement} */ (document.querySelector(`link[href="${href}"]`)).sheet !== null, file), times === 1);
      await page.context().close();
    }
  });
}

const without = { module: 'trouble', content: 'trouble', words: 'trouble', pictures: 'canvas', regular: 'plain', semibold: 'plain' };
for (const [kind, expected] of Object.entries(without)) {
  test(`without the file of the ${kind}: ${expected}`, async () => {
    for (const [fault, spoil] of Object.entries(spoiled)) {
      const { page, errors } = await visit(files[kind], spoil, Infinity);
      assert.deepEqual([await state(page), errors], [expected, []], fault);
      if (expected === 'trouble') {
        assert.ok(await page.locator('#trouble').isVisible());
        assert.ok(!await page.locator('#late').isVisible());
        assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), words['home.title'], 'the first page stays');
      } else {
        await linkNamed(page, words['home.door.prepare']).click();
        await page.waitForFunction(() => location.hash.startsWith('#/questions/'));
        await page.getByRole('radio').or(page.getByRole('checkbox')).first().waitFor();
      }
      await page.context().close();
    }
  });
}

test('a page that does not start says so in the language of the reader', async () => {
  const page = await (await site.browser.newContext({ locale: 'ar-EG', serviceWorkers: 'block' })).newPage();
  await page.route(`**/${files.module}`, (route) => route.fulfill({ contentType: 'application/wasm', body: 'x' }));
  await page.goto(site.url);
  const arabic = JSON.parse(readFileSync(join(root, 'assets/text/ar.json'), 'utf8'));
  const trouble = page.locator('#trouble[lang="ar"][dir="rtl"]');
  for (const key of ['trouble.title', 'trouble.text', 'trouble.reload', 'trouble.read']) await trouble.getByText(arabic[key], { exact: true }).waitFor();
  assert.equal(await page.locator('#late').getByText(arabic['trouble.late.title'], { exact: true }).count(), 1);
  await page.context().close();
});

test('neither font: the plain skin, laid out and complete', async () => {
  const { page, errors } = await openPage(site, { path: 'questions/goal', before: (fresh) => fresh.route(/\.ttf$/, (route) => route.abort()) });
  assert.equal(await state(page), 'plain');
  await decide(page.getByRole('radio').or(page.getByRole('checkbox')).first());
  await continueButton(page).click();
  await page.waitForFunction(() => location.hash !== '#/questions/goal');
  assert.deepEqual(errors.filter((text) => !/Failed to load resource/.test(text)), []);
  await page.context().close();
});

for (const [how, answer] of /** @type {const} */ ([['throws', () => { throw new TypeError('no'); }], ['returns nothing', () => null]])) {
  test(`a getContext that ${how} leaves the plain skin`, async () => {
    const { page, errors } = await openPage(site, { before: (fresh) => fresh.addInitScript(`HTMLCanvasElement.prototype.getContext = ${answer}`) });
    assert.equal(await state(page), 'plain');
    await linkNamed(page, words['home.door.prepare']).click();
    await page.waitForFunction(() => location.hash.startsWith('#/questions/'));
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test('a context that is lost and comes back says nothing of foreign objects', async () => {
  const { page } = await openPage(site);
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  for (let i = 0; i < 3; i++) {
    // The plain skin may be there for a moment only: the page itself watches for it.
    await page.evaluate(() => new Promise((back, late) => {
      setTimeout(() => late(new Error('the canvas does not come back')), 30_000);
      const root = document.documentElement, skins = [];
      new MutationObserver((_, observer) => {
        skins.push(root.dataset.skin);
        if (!skins.includes('plain') || root.dataset.skin !== 'canvas') return;
        observer.disconnect();
        back(undefined);
      }).observe(root, { attributeFilter: ['data-skin'] });
      const lose = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas')).getContext('webgl2').getExtension('WEBGL_lose_context');
      lose.loseContext();
      setTimeout(() => lose.restoreContext(), 50);
    }));
  }
  assert.deepEqual(said.filter((text) => /INVALID|belong/.test(text)), []);
  await page.context().close();
});

/** Lets the waiting of the stylesheet pass. */
const waitInStyle = (page, ms) => page.evaluate((now) => { for (const one of document.getAnimations()) one.currentTime = now; }, ms);

test('who waits sees how much has arrived, then a way on; and what comes late starts the page', async () => {
  const page = await (await site.browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' })).newPage();
  let release;
  const stalled = new Promise((resolve) => { release = resolve; });
  await page.route(`**/${files.module}`, async (route) => {
    await stalled;
    await route.continue();
  });
  await page.goto(`${site.url}/#/questions`);
  const [bar, late] = [page.locator('#arriving progress'), page.locator('#late')];
  assert.deepEqual([await bar.isVisible(), await late.isVisible()], [false, false]);
  await waitInStyle(page, 2100);
  assert.deepEqual([await bar.isVisible(), await late.isVisible()], [true, false]);
  await page.waitForFunction(() => /** @type {HTMLProgressElement} */ (document.querySelector('#arriving progress')).value > 50_000);
  assert.match(await page.locator('#arriving span').textContent(), /^\d+ \/ \d+ kB$/);
  await waitInStyle(page, 15_100);
  assert.ok(await late.isVisible());
  assert.ok(await late.getByText(words['trouble.late.title']).isVisible());
  assert.equal(await late.getByRole('link', { name: words['trouble.reload'] }).count(), 1);
  assert.match(await late.getByRole('link', { name: 'English' }).getAttribute('href'), /^read\/en\//);
  release();
  await ready(page);
  assert.ok(!await late.isVisible());
  await page.waitForFunction(() => location.hash.startsWith('#/questions/'));
  await page.context().close();
});

test('a page whose script does not come shows the way on by itself', async () => {
  const page = await (await site.browser.newContext({ serviceWorkers: 'block' })).newPage();
  await page.route(/app\.\w{8}\.mjs$/, (route) => route.fulfill({ contentType: 'text/javascript', body: 'document.title = "spoiled"' }));
  await page.goto(site.url);
  await waitInStyle(page, 15_100);
  assert.ok(await page.locator('#late').isVisible());
  assert.notEqual(await page.title(), 'spoiled');
  await page.context().close();
});
