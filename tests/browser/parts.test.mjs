// The program comes in two parts. Home and the first questions need only the first; who is faster than the second waits for it and sees
// that, and loses nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { atPath, decide, linkOf, openSite, pathOf, root, settled, words } from './helpers.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const folder = process.env.NEEDLEWISE_SITE ?? join(root, 'build/site');
const second = readFileSync(join(folder, 'index.html'), 'utf8').match(/second\.\w{8}\.wasm/)[0];

/** A visit on which the second part is held back. @param {{path?: string, query?: string} & import('playwright-core').BrowserContextOptions} [options] */
async function visit({ path = '', query = '', ...context } = {}) {
  const page = await (await site.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB', serviceWorkers: 'block', reducedMotion: 'reduce', ...context })).newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  /** @type {((go: 'continue' | 'abort') => void)[]} */
  const asked = [];
  await page.route(`**/${second}`, (route) => { asked.push((go) => route[go]()); });
  const held = {
    answered: 0,
    /** @param {'continue' | 'abort'} go what becomes of the next request for it */
    async answer(go) {
      while (asked.length <= held.answered) await new Promise((resolve) => { setTimeout(resolve, 20); });
      asked[held.answered++](go);
    },
  };
  await page.goto(`${site.url}/?${query}${path ? `#/${path}` : ''}`);
  return { page, errors, held };
}

const ready = (page) => page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 60_000 });
const complete = (page) => page.locator('html[data-complete]').waitFor({ state: 'attached', timeout: 60_000 });
const sign = (page) => page.locator('#rest');
const chosen = (page) => page.getByRole('radio', { checked: true }).or(page.getByRole('checkbox', { checked: true }));

for (const [how, options] of /** @type {const} */ ([
  ['on a phone', {}], ['in the plain skin', { query: 'view=plain' }], ['on a desk, dark, in German', { query: 'lang=de', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
  ['from the right', { query: 'lang=ar' }], ['at higher contrast', { contrast: 'more' }], ['in French', { query: 'lang=fr' }], ['in Polish', { query: 'lang=pl' }], ['in Spanish', { query: 'lang=es' }],
])) {
  test(`home and the first questions need only the first part ${how}`, async () => {
    const { page, errors } = await visit(options);
    await ready(page);
    await page.locator('main a[href^="#/questions/"]').first().click();
    await page.waitForFunction(() => location.hash.startsWith('#/questions/'));
    const answer = page.getByRole('radio').or(page.getByRole('checkbox')).first();
    const goOn = page.locator('main .button[data-look="primary"], .section[data-look="actions"] .button[data-look="primary"]').first();
    for (const act of [() => answer.click(), () => goOn.click(), () => answer.press('Space'), () => goOn.click()]) {
      await settled(page);
      await act();
      await page.waitForTimeout(600);  // a tap goes on by itself
    }
    await page.evaluate(() => window.scrollBy(0, 200));
    await page.waitForFunction(() => location.hash.endsWith('/marks'));
    await page.setViewportSize({ width: 500, height: 700 });
    await settled(page);
    assert.ok(pathOf(page).startsWith('questions/'), pathOf(page));
    assert.deepEqual([await sign(page).isVisible(), await page.locator('html[data-complete]').count(), errors], [false, 0, []]);
    await page.context().close();
  });
}

test('who is faster sees that the rest is on its way, and gets there', async () => {
  const first = 'questions/goal';
  const { page, errors, held } = await visit({ path: first });
  await ready(page);
  await decide(page.getByRole('radio').or(page.getByRole('checkbox')).first());
  await settled(page);
  await page.evaluate(() => { location.hash = '#/learn/healing'; });
  await sign(page).waitFor();
  assert.equal(await page.locator('#page').getAttribute('aria-busy'), 'true');
  assert.ok(await sign(page).getByText(words['rest.title'], { exact: true }).isVisible());
  assert.ok(!await sign(page).getByRole('button').isVisible());
  await held.answer('continue');
  await atPath(page, 'learn/healing');
  await complete(page);
  await settled(page);
  assert.doesNotMatch(await page.locator('#mirror').textContent(), /⟦/);
  assert.deepEqual([await sign(page).isVisible(), await page.locator('#page').getAttribute('aria-busy'), held.answered], [false, null, 1]);
  await page.goBack();
  await atPath(page, first);
  await chosen(page).waitFor({ state: 'attached' });
  assert.equal(await chosen(page).count(), 1, 'the answer is still there');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a result that turns into the review while the rest arrives takes the place of the address that was asked for', async () => {
  const { page, errors, held } = await visit({ path: 'questions/goal' });
  await ready(page);
  const places = await page.evaluate(() => history.length);
  await page.evaluate(() => { location.hash = '#/result'; });
  await sign(page).waitFor();
  await page.setViewportSize({ width: 500, height: 700 });  // more frames come while it waits
  await settled(page);
  await held.answer('continue');
  await complete(page);
  await atPath(page, 'review');
  assert.equal(await page.evaluate(() => history.length), places + 1);
  await page.goBack();
  await atPath(page, 'questions/goal');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a page that needs the rest comes with it', async () => {
  const { page, errors, held } = await visit({ path: linkOf('noor') });
  await sign(page).waitFor();
  await page.evaluate(() => { for (const one of document.getAnimations()) one.currentTime = 15_100; });
  await page.locator('#late').getByRole('link', { name: words['trouble.reload'] }).click({ trial: true });  // what lies there can be pressed
  assert.equal(await page.locator('html[data-ready]').count(), 0);
  await held.answer('continue');
  await complete(page);
  await atPath(page, 'result');
  await settled(page);
  assert.doesNotMatch(await page.locator('#mirror').textContent(), /⟦/);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a rest that does not come says so, and comes when it is asked for again', async () => {
  const { page, errors, held } = await visit({ query: 'lang=fr' });
  const french = JSON.parse(readFileSync(join(root, 'assets/text/fr.json'), 'utf8'));
  await ready(page);
  const fail = async () => {
    for (let i = 0; i < 2; i++) await held.answer('abort');  // it is asked for twice, the second time past all copies
  };
  await fail();
  assert.ok(!await sign(page).isVisible(), 'nobody waits for it');
  await page.evaluate(() => { location.hash = '#/learn/healing'; });
  await fail();
  await sign(page).getByText(french['rest.failed'], { exact: true }).waitFor();
  assert.equal(await sign(page).getAttribute('lang'), 'fr');
  assert.match(await sign(page).getByRole('link', { name: 'English' }).getAttribute('href'), /^read\/en\//);
  await sign(page).getByRole('button', { name: french['closed.again'] }).click();
  await held.answer('continue');
  await atPath(page, 'learn/healing');
  await complete(page);
  assert.deepEqual([await sign(page).isVisible(), errors], [false, []]);
  await page.context().close();
});
