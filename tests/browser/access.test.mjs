// axe finds nothing on any page, in either skin: WCAG 2.0 to 2.2 at A and AA, and its best practices.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import test, { after, before } from 'node:test';
import { atPath, continueButton, openPage, openSite, people, reachResult, settled, words } from './helpers.mjs';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const parts = ['', '/course', '/studies', '/visit', '/healing', '/aftercare', '/over-time', '/compare', '/questions'];
const questions = ['goal', 'acne-scar-type', 'area', 'phototype-skin', 'conditions', 'about-you', 'isotretinoin', 'recent-dates', 'event'];

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

async function violations(page) {
  await settled(page);
  const found = await page.evaluate(async (wanted) => {
    const result = await /** @type {any} */ (globalThis).axe.run(document, { runOnly: wanted });
    return result.violations.map((/** @type {any} */ rule) => `${rule.id}: ${rule.nodes.map((/** @type {any} */ node) => node.html.slice(0, 160)).slice(0, 3).join(' | ')}`);
  }, tags);
  return found;
}

async function go(page, path) {
  await page.evaluate((hash) => { location.hash = hash; }, `#/${path}`);
  await atPath(page, path);
}

for (const skin of ['canvas', 'plain']) {
  test(`no page has violations in the ${skin} skin`, async () => {
    const { page, errors } = await openPage(site, { query: skin === 'plain' ? 'view=plain' : '', before: (fresh) => fresh.addInitScript({ path: axePath }) });
    const found = {};
    const check = async (name) => {
      const bad = await violations(page);
      if (bad.length) found[name] = bad;
    };
    await check('home');
    await reachResult(page, people().yusuf);
    for (const part of parts) {
      await go(page, `result${part}`);
      await check(`result${part}`);
    }
    for (const path of [...questions.map((name) => `questions/${name}`), 'review', 'learn', 'sources', 'about', 'help', 'gallery']) {
      await go(page, path);
      await check(path);
    }
    await go(page, 'learn');
    const topics = await page.locator('main a[href^="#/learn/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href').slice(2)));
    assert.ok(topics.length > 3);
    for (const path of topics) {
      await go(page, path);
      await check(path);
    }
    await go(page, 'sources');
    await page.locator('main button[aria-expanded="false"]').first().click();
    await check('sources, opened');
    assert.deepEqual(found, {});
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  test(`what is missing is said, in the ${skin} skin`, async () => {
    const { page } = await openPage(site, { path: 'questions/goal', query: skin === 'plain' ? 'view=plain' : '', before: (fresh) => fresh.addInitScript({ path: axePath }) });
    await continueButton(page).click();
    const alert = page.getByRole('alert').filter({ hasText: words['error.summary'] });
    await alert.waitFor();
    await settled(page);
    assert.deepEqual(await violations(page), []);
    assert.ok(await alert.evaluate((element) => element === document.activeElement || element.contains(document.activeElement)), 'the summary has the focus');
    const group = page.getByRole('radiogroup', { name: words['question.goal.title'], exact: true });
    assert.equal(await group.getAttribute('aria-invalid'), 'true');
    await alert.getByRole('link').first().click();
    await settled(page);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'radio', 'the link leads to the field');
    await page.context().close();
  });
}
