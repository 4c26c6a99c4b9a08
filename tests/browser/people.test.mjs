// Everyone reaches their result: several of the made-up people, by role and label alone, as with a screen reader; one by
// touch. (By keyboard, and through the whole sheet: complete.test.mjs.)
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { atPath, byRole, continueButton, goesOn, linkNamed, openPage, openSite, optionLabel, pathOf, people, questionTitle, reachResult, settled, walk, words } from './helpers.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const all = people();

for (const name of ['ruth', 'omar', 'amara']) {
  test(`${name} by role and label`, async () => {
    const { page, errors, requests } = await openPage(site);
    await reachResult(page, all[name]);
    assert.ok(await page.locator('h1').textContent());
    assert.deepEqual(errors, []);
    assert.deepEqual(requests, [], 'no request after the start');
    await page.context().close();
  });
}

test('every question a person answers is asked, and no other', async () => {
  const { page } = await openPage(site, { path: 'questions/goal' });
  const asked = await walk(page, all.yusuf, byRole(page), () => continueButton(page).click());
  assert.deepEqual(new Set(asked), new Set(all.yusuf.keys()));
  assert.equal(pathOf(page), 'review');
  await page.context().close();
});

test('maria by touch', async () => {
  const { page, errors } = await openPage(site, { hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  await linkNamed(page, words['home.door.prepare']).tap();
  await page.waitForFunction(() => location.hash.startsWith('#/questions/'));
  await settled(page);
  await walk(page, all.maria, async ({ item, given }) => {
    if (item.type === 'date') return page.getByLabel(questionTitle(item), { exact: true }).fill(given[0]);
    for (const code of given) await page.getByRole(item.repeats ? 'group' : 'radiogroup', { name: questionTitle(item), exact: true }).getByRole(item.repeats ? 'checkbox' : 'radio', { name: optionLabel(item, code), exact: true }).tap();
  }, async (at) => {
    // On a machine that is busy the moment after a tap may pass unseen: then the button goes on.
    if (goesOn(at) && await page.waitForFunction((path) => !decodeURI(location.hash).endsWith(path), at, { timeout: 3000 }).catch(() => false)) return;
    await page.waitForTimeout(400);  // nobody sees a page and goes on within the time of a double tap
    await continueButton(page).tap();
  });
  await page.getByRole('button', { name: words['review.show'], exact: true }).tap();
  await atPath(page, 'result');
  assert.deepEqual(errors, []);
  await page.context().close();
});
