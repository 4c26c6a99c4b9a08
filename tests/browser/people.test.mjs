// Everyone reaches their result: several of the made-up people, by role and label alone, as with a screen reader; one by
// keyboard; one by touch.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { atPath, byRole, continueButton, linkNamed, openPage, openSite, optionLabel, pathOf, people, questionTitle, reachResult, settled, walk, words } from './helpers.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const all = people();

for (const name of ['priya', 'ruth', 'omar', 'amara']) {
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

test('sofia by keyboard: Tab, arrows, Space and Enter', async () => {
  const { page, errors } = await openPage(site, { locale: 'en-GB' });
  await tabTo(page, words['home.door.prepare']);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash.startsWith('#/questions/'));
  await settled(page);
  await walk(page, all.sofia, answerByKeyboard(page), async () => {
    await tabTo(page, words['action.continue']);
    await page.keyboard.press('Enter');
  });
  await tabTo(page, words['review.show']);
  await page.keyboard.press('Space');
  await atPath(page, 'result');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('maria by touch', async () => {
  const { page, errors } = await openPage(site, { hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  await linkNamed(page, words['home.door.prepare']).tap();
  await page.waitForFunction(() => location.hash.startsWith('#/questions/'));
  await settled(page);
  await walk(page, all.maria, async ({ item, given }) => {
    if (item.type === 'date') return page.getByLabel(questionTitle(item), { exact: true }).fill(given[0]);
    for (const code of given) await page.getByRole(item.repeats ? 'checkbox' : 'radio', { name: optionLabel(item, code), exact: true }).tap();
  }, () => continueButton(page).tap());
  await page.getByRole('button', { name: words['review.show'], exact: true }).tap();
  await atPath(page, 'result');
  assert.deepEqual(errors, []);
  await page.context().close();
});

// ---- Keyboard ----------------------------------------------------------------------------------------------------------

/** What has the focus: its words and, for an answer, its question. */
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const control = element?.matches('a, button') ? element.querySelector('.words') : null;
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : control?.textContent;
  return { label: label ?? '', question: element?.closest('fieldset')?.querySelector('legend')?.textContent ?? '' };
});

/** Tab until something with these words has the focus; the whole page is passed at most once. */
async function tabTo(page, label, question) {
  for (let i = 0; i < 150; i++) {
    const now = await focused(page);
    if (now.label !== '' && (question === undefined ? now.label === label : now.question === question)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches "${label ?? question}"`);
}

function answerByKeyboard(page) {
  return async ({ item, given }) => {
    const title = questionTitle(item);
    if (item.type === 'date') {
      await tabTo(page, title);
      const [year, month, day] = given[0].split('-');
      await page.keyboard.type(`${day}${month}${year}`);
      return;
    }
    await tabTo(page, undefined, title);
    for (const code of given) {
      const label = optionLabel(item, code);
      for (let i = 0; (await focused(page)).label !== label; i++) {
        assert.ok(i < 30, `no key leads to "${label}"`);
        await page.keyboard.press(item.repeats ? 'Tab' : 'ArrowDown');
      }
      const checked = await page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).checked);
      if (!checked) await page.keyboard.press('Space');
    }
  };
}
