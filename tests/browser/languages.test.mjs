// Six languages on one page: the page and the answers stay, nothing is left untranslated, and axe finds nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { atPath, openPage, openSite, people, reachResult, root, settled, words } from './helpers.mjs';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const paths = ['', 'questions/goal', 'questions/recent-dates', 'review', 'result', 'result/course', 'result/healing', 'learn/pain', 'about'];
const textOf = (code) => JSON.parse(readFileSync(join(root, `assets/text/${code}.json`), 'utf8'));

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const choose = async (page, code) => {
  await page.locator('select').selectOption(code);
  await page.locator(`html[lang="${code}"]`).waitFor({ state: 'attached' });
  await settled(page);
};

async function go(page, path) {
  await page.evaluate((hash) => { location.hash = hash; }, `#/${path}`);
  await atPath(page, path);
  await settled(page);
}

for (const code of ['es', 'fr', 'de', 'pl', 'ar']) {
  test(`${code}: every page is whole and without violations`, async () => {
    const text = textOf(code);
    const { page, errors } = await openPage(site, { before: (fresh) => fresh.addInitScript({ path: axePath }) });
    await reachResult(page, people().yusuf);
    await choose(page, code);
    assert.equal(await page.evaluate(() => document.documentElement.dir), code === 'ar' ? 'rtl' : 'ltr');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.skin), code === 'ar' ? 'plain' : 'canvas', 'letters that join are shown by the browser');
    assert.equal(new URL(page.url()).hash, '#/result', 'the page stays');
    await page.getByRole('heading', { level: 1, name: text['result.title'], exact: true }).waitFor();
    const wrong = {};
    for (const path of paths) {
      await go(page, path);
      const found = await page.evaluate(async (wanted) => {
        const result = await /** @type {any} */ (globalThis).axe.run(document, { runOnly: wanted });
        return result.violations.map((/** @type {any} */ rule) => `${rule.id}: ${rule.nodes[0].html.slice(0, 160)}`);
      }, tags);
      if (await page.evaluate(() => document.body.innerText.includes('⟦'))) found.push('words are missing');
      await page.setViewportSize({ width: 320, height: 700 });
      await settled(page);
      if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) found.push('scrolls sideways at 320 px');
      await page.setViewportSize({ width: 390, height: 844 });
      if (found.length) wrong[path || 'home'] = found;
    }
    assert.deepEqual(wrong, {});
    await go(page, 'questions/goal');
    assert.equal(await page.getByRole('radio', { checked: true }).count(), 1, 'the answers stay');
    await choose(page, 'en');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.skin), 'canvas');
    await page.getByRole('heading', { level: 1, name: words['question.goal.title'], exact: true }).waitFor();
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test('the browser says which language, and the choice outlives a reload', async () => {
  const { page } = await openPage(site, { locale: 'de-AT' });
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
  await choose(page, 'pl');
  await page.reload();
  await page.locator('html[data-ready][lang="pl"]').waitFor({ state: 'attached' });
  await page.context().close();
});

test('words that cannot be had leave the page as it was, and say so', async () => {
  const { page } = await openPage(site);
  await page.route('**/text/*', (route) => route.abort());
  await page.locator('select').selectOption('fr');
  await page.getByText(words['notice.language-failed'], { exact: true }).first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.equal(await page.locator('select').inputValue(), 'en');
  await page.context().close();
});
