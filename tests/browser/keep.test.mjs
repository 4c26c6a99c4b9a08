// Answers survive a reload, in the tab alone; and what does not: closing, clearing, a day, a storage that refuses, a kiosk, staff.
// The draft on the device is in tests/browser/draft.test.mjs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { atPath, continueButton, decide, openPage, openSite, optionLabel, pathOf, people, questionsOn, questionTitle, ready, root, settled, toast, TODAY, words, TOAST } from './helpers.mjs';
import { go, hurryToResult } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const label = optionLabel(questionsOn('goal')[0], 'stretch-marks');
const chosen = (page) => page.getByRole('radiogroup', { name: questionTitle(questionsOn('goal')[0]), exact: true }).getByRole('radio', { name: label, exact: true });

/** Everything this site keeps in the browser, by key. */
const stored = (page) => page.evaluate(() => Object.fromEntries([localStorage, sessionStorage].flatMap((store) => Object.entries(store)).filter(([key]) => key.startsWith('needlewise') && !key.startsWith('needlewise:kiosk'))));

async function answerGoal(page) {
  await go(page, 'questions/goal');
  await decide(chosen(page));  // without going on
  await settled(page);
}

async function reload(page) {
  await page.reload();
  await ready(page);
  await settled(page);
}

for (const query of ['', 'view=plain']) {
  test(`in the middle of the questions a reload shows the same page and the same answers ${query}`, async () => {
    const { page, errors } = await openPage(site, { query });
    await answerGoal(page);
    await continueButton(page).click();
    await atPath(page, 'questions/marks');
    await decide(page.getByRole('radio').first());
    await settled(page);
    await reload(page);
    assert.equal(pathOf(page), 'questions/marks');
    assert.ok(await page.getByRole('radio').first().isChecked());
    await page.goBack();
    await atPath(page, 'questions/goal');
    await settled(page);
    assert.ok(await chosen(page).isChecked());
    await page.goForward();
    await atPath(page, 'questions/marks');
    await reload(page);
    assert.ok(await page.getByRole('radio').first().isChecked(), 'again');
    await go(page, '');
    await page.getByRole('link', { name: new RegExp(`^${words['home.door.continue']}`) }).waitFor();
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  test(`a reload of the result shows the same result ${query}`, async () => {
    const { page, errors } = await openPage(site, { query });
    await hurryToResult(page, people().yusuf);
    const result = await page.locator('main').innerText();
    await reload(page);
    assert.equal(pathOf(page), 'result');
    assert.equal(await page.locator('main').innerText(), result);
    await go(page, 'result/course');
    const course = await page.locator('main').innerText();
    await reload(page);
    assert.equal(await page.locator('main').innerText(), course);
    assert.equal(await page.locator(TOAST).count(), 0, 'nothing to say about it');
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test('kept for this tab alone, and nothing on the device', async () => {
  const { page } = await openPage(site);
  await answerGoal(page);
  assert.deepEqual(Object.keys(await stored(page)), ['needlewise:answers:/']);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  const other = await page.context().newPage();
  await other.goto(`${site.url}/#/questions/goal`);
  await ready(other);
  assert.ok(!await chosen(other).isChecked());
  await page.context().close();
});

test('another language keeps them, before and after a reload', async () => {
  const { page } = await openPage(site);
  await answerGoal(page);
  await go(page, 'settings');
  await page.getByRole('combobox', { name: words['language.label'] }).selectOption('de');
  await page.waitForFunction(() => document.documentElement.lang === 'de');
  await go(page, 'questions/goal');
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 1);
  await reload(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 1);
  await page.context().close();
});

test('clearing answers clears what is kept', async () => {
  const { page } = await openPage(site);
  await hurryToResult(page, people().noor);
  await page.getByRole('button', { name: words['action.start-over'], exact: true }).first().click();
  await page.getByRole('button', { name: words['start-over.yes'], exact: true }).click();
  await atPath(page, '');
  await settled(page);
  assert.deepEqual(await stored(page), {});
  await page.evaluate(() => { location.hash = '#/result'; });
  await atPath(page, 'review');
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), words['review.none.title'], 'who comes back to the result reads why there is none');
  await reload(page);
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), words['review.none.title'], 'and reads it again');
  await page.context().close();
});

test('after a day without a change they are gone, in storage and in a page left open', async () => {
  const { page, errors } = await openPage(site, { before: (fresh) => fresh.clock.install({ time: new Date(`${TODAY}T12:00:00`) }) });
  await answerGoal(page);
  await page.evaluate(() => {
    const key = 'needlewise:answers:/';
    const kept = JSON.parse(sessionStorage.getItem(key));
    sessionStorage.setItem(key, JSON.stringify({ ...kept, at: kept.at - 24 * 3_600_000 - 60_000 }));
  });
  await reload(page);
  assert.ok(!await chosen(page).isChecked());
  assert.deepEqual(await stored(page), {});

  await chosen(page).press('Space');
  await settled(page);
  await page.clock.fastForward(23 * 3_600_000);
  assert.equal(Object.keys(await stored(page)).length, 1);
  await page.clock.fastForward(3_600_000 + 1000);
  await toast(page, words['notice.kept-ended']).waitFor();
  assert.deepEqual(await stored(page), {});
  await atPath(page, '');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('what was changed in the storage is dropped with a sentence', async () => {
  const { page, errors } = await openPage(site);
  for (const text of ['{"form":1,"at":0', 'x', JSON.stringify({ form: 1, at: Date.parse(`${TODAY}T11:00:00`), answers: '1.AAA-BBB.<b>' })]) {
    await page.evaluate((value) => sessionStorage.setItem('needlewise:answers:/', value), text);
    await reload(page);
    await toast(page, words['notice.kept-lost']).waitFor();
    assert.deepEqual(await stored(page), {}, text);
  }
  await reload(page);
  assert.equal(await page.getByText(words['notice.kept-lost']).count(), 0);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a pack that comes broken for once takes no answers along', async () => {
  let body = readFileSync(join(root, 'assets/packs/demo.json'), 'utf8');
  const { page } = await openPage(site, { path: 'questions/goal', query: 'pack=packs/demo.json', before: (fresh) => fresh.route('**/packs/demo.json', (route) => route.fulfill({ contentType: 'application/json', body })) });
  await decide(page.getByRole('radio').or(page.getByRole('checkbox')).first());  // without going on
  await settled(page);
  const [before, whole] = [await stored(page), body];
  body = whole.replace('"colours": {', '"colours": 7, "was": {');
  await reload(page);
  await decide(page.getByRole('radio').or(page.getByRole('checkbox')).nth(1));
  await settled(page);
  assert.deepEqual(await stored(page), before);
  body = whole;
  await reload(page);
  assert.ok(await page.getByRole('radio').or(page.getByRole('checkbox')).first().isChecked());
  await page.context().close();
});

/** Runs in the page: the browser denies storage as some do. @param {'look' | 'write'} when */
function deny(when) {
  const no = () => { throw new DOMException('no', 'SecurityError'); };
  if (when === 'write') Storage.prototype.setItem = no;
  else for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name, { get: no });
}

for (const when of /** @type {const} */ (['look', 'write'])) {
  test(`where the browser denies storage (${when}) everything works but the reload`, async () => {
    const { page, errors } = await openPage(site, { before: (fresh) => fresh.addInitScript(deny, when) });
    await answerGoal(page);
    await toast(page, words['notice.not-kept']).waitFor();
    await go(page, 'about');
    assert.ok((await page.locator('main').innerText()).includes(words['privacy.not-kept']));
    await go(page, '');
    await hurryToResult(page, people().noor);
    await go(page, 'review');
    const offered = page.getByRole('button', { name: words['draft.keep'], exact: true });
    if (when === 'look') assert.equal(await offered.count(), 0, 'no draft where none can be kept');
    else {
      await offered.click();
      await toast(page, words['notice.draft-refused']).waitFor();
      assert.ok(await offered.isVisible());
    }
    await reload(page);
    assert.ok((await page.locator('main').innerText()).includes(words['review.none.title']));
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test('a message is in view in the plain skin, however long the page', async () => {
  const { page } = await openPage(site, { query: 'view=plain', before: (fresh) => fresh.addInitScript(deny, 'write') });
  await answerGoal(page);
  const message = toast(page, words['notice.not-kept']);
  await message.waitFor();
  const { y, height } = await message.boundingBox();
  assert.ok(y > 0 && y + height < page.viewportSize().height, `at ${y}`);
  assert.ok(await page.evaluate(() => document.documentElement.scrollHeight > 1.2 * innerHeight), 'the page is longer than the view');
  // In a frame as long as its page, of which a host shows a part.
  const inFrame = await page.evaluate(() => {
    const root = document.documentElement;
    root.dataset.embedded = '';
    root.style.setProperty('--view-top', '300px');
    root.style.setProperty('--view-room', '400px');
    const box = document.querySelector('[data-look="warning"]')?.getBoundingClientRect();
    return [(box?.top ?? 0) + scrollY, (box?.bottom ?? 0) + scrollY];
  });
  assert.ok(inFrame[0] > 300 && inFrame[1] < 700, `from ${inFrame}`);
  await page.context().close();
});

test('a link that is opened asks before it takes the place of what was kept', async () => {
  const { page } = await openPage(site);
  await hurryToResult(page, people().noor);
  await go(page, 'result/take');
  await page.evaluate(() => { navigator.clipboard.writeText = (text) => { Object.assign(window, { copied: text }); return Promise.resolve(); }; });
  await page.getByRole('button', { name: words['take.device.copy'], exact: true }).click();
  const link = await page.waitForFunction(() => window.copied);
  const fragment = new URL(await link.jsonValue()).hash;
  await page.evaluate(() => sessionStorage.clear());
  await reload(page);
  await answerGoal(page);
  await page.evaluate((hash) => window.history.replaceState(null, '', hash), fragment);
  await reload(page);
  await page.getByRole('button', { name: words['offered.keep'], exact: true }).click();
  await go(page, 'questions/goal');
  assert.ok(await chosen(page).isChecked());
  await page.context().close();
});

test('a kiosk keeps nothing, and nothing that was there before it became one', async () => {
  const { extends: _, ...pack } = JSON.parse(readFileSync(join(root, 'assets/packs/demo-kiosk.json'), 'utf8'));
  const { page, errors } = await openPage(site, { query: 'pack=packs/demo-kiosk.json', before: async (fresh) => {
    await fresh.route((url) => url.pathname.endsWith('/demo-kiosk.json'), (route) => route.fulfill({ json: { ...pack, review_by: '2027-11-22' } }));
    await fresh.addInitScript(() => {
      for (const key of ['/', '/?pack=packs%2Fdemo-kiosk.json']) {
        sessionStorage.setItem(`needlewise:answers:${key}`, 'x');
        localStorage.setItem(`needlewise:draft:${key}`, 'x');
      }
    });
  } });
  assert.deepEqual(await stored(page), {});
  await hurryToResult(page, people().noor);
  assert.deepEqual(await stored(page), {});
  for (const path of ['review', 'result/take', '']) {
    await go(page, path);
    assert.equal(await page.getByRole('button', { name: words['draft.keep'], exact: true }).count(), 0, path);
    assert.equal(await page.getByText(words['notice.kept-lost']).count(), 0, path);
  }
  await page.getByText(words['privacy.kiosk']).waitFor({ state: 'attached' });
  await reload(page);
  await go(page, 'review');
  assert.ok((await page.locator('main').innerText()).includes(words['review.none.title']));
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a page for staff keeps nothing, and takes away what was kept', async () => {
  const { page } = await openPage(site);
  await answerGoal(page);
  assert.equal(Object.keys(await stored(page)).length, 1);
  await go(page, 'staff');
  assert.deepEqual(await stored(page), {});
  await answerGoal(page);
  await go(page, 'review');
  assert.deepEqual(await stored(page), {}, 'a patient at the tablet of the clinic');
  assert.equal(await page.getByRole('button', { name: words['draft.keep'], exact: true }).count(), 0);
  await page.context().close();

  const bookmarked = await openPage(site, { query: 'start=staff' });
  await answerGoal(bookmarked.page);
  await reload(bookmarked.page);
  assert.ok(!await chosen(bookmarked.page).isChecked());
  await answerGoal(bookmarked.page);
  await reload(bookmarked.page);
  assert.deepEqual(await stored(bookmarked.page), {}, 'even when the first page shown is a question');
  await bookmarked.page.context().close();
});
