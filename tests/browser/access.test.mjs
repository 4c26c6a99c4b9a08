// axe finds nothing on any page in any state, in either skin.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { violations, withAxe } from './axe.mjs';
import { continueButton, openPage, openSite, settled, words } from './helpers.mjs';
import { go, passThrough } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

for (const skin of ['canvas', 'plain']) {
  const query = skin === 'plain' ? 'view=plain' : '';

  test(`no page has violations in the ${skin} skin`, async () => {
    const { page, errors } = await openPage(site, { query, before: withAxe });
    const found = {};
    const check = async (name) => {
      const bad = await violations(page);
      if (bad.length) found[name] = bad;
    };
    await passThrough(page, ({ name }) => check(name));
    await go(page, 'learn');
    const topics = await page.locator('main a[href^="#/learn/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href').slice(2)));
    assert.ok(topics.length > 3);
    for (const path of skin === 'plain' ? topics : topics.slice(0, 2)) {  // topics are built alike
      await go(page, path);
      await check(path);
    }
    assert.deepEqual(found, {});
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  test(`what is missing is said, in the ${skin} skin`, async () => {
    const { page } = await openPage(site, { path: 'questions/goal', query });
    await continueButton(page).click();
    const alert = page.getByRole('alert').filter({ hasText: words['error.summary'] });
    await alert.waitFor();
    await settled(page);
    assert.ok(await alert.evaluate((element) => element === document.activeElement || element.contains(document.activeElement)), 'the summary has the focus');
    const group = page.getByRole('radiogroup', { name: words['question.goal.title'], exact: true });
    assert.equal(await group.getAttribute('aria-invalid'), 'true');
    await alert.getByRole('link').first().click();
    await settled(page);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'radio', 'the link leads to the field');
    await page.context().close();
  });
}
