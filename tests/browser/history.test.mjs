// Pages have addresses: back and forward keep the answers, the title follows, a new page puts the focus on its heading.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { atPath, continueButton, openPage, openSite, pathOf, people, reachResult, settled, words } from './helpers.mjs';
import { hurryToResult } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const focusedHeading = (page) => page.evaluate(() => (document.activeElement?.tagName === 'H1' ? document.activeElement.textContent : `focus on ${document.activeElement?.tagName}`));

test('back and forward keep the answers', async () => {
  const { page, errors } = await openPage(site, { path: 'questions/goal' });
  await page.getByRole('radio', { name: words['option.goal.stretch-marks'], exact: true }).press('Space');
  await continueButton(page).click();
  await atPath(page, 'questions/marks');
  await page.goBack();
  await atPath(page, 'questions/goal');
  await settled(page);
  assert.ok(await page.getByRole('radio', { name: words['option.goal.stretch-marks'], exact: true }).isChecked());
  assert.equal(await focusedHeading(page), words['question.goal.title']);
  await page.goForward();
  await atPath(page, 'questions/marks');
  await page.goBack();
  await atPath(page, 'questions/goal');
  await page.evaluate(() => { setTimeout(() => history.back()); });
  await page.waitForURL('about:blank');  // what was before the site: nobody is held here
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('the title and the focus follow the page', async () => {
  const { page } = await openPage(site);
  assert.match(await page.title(), new RegExp(words['app.name']));
  for (const [path, link] of [['learn', words['nav.learn']], ['sources', words['nav.sources']], ['help', words['nav.help']]]) {
    await page.getByRole('navigation').getByRole('link', { name: link, exact: true }).click();
    await atPath(page, path);
    await settled(page);
    const heading = await page.locator('h1').textContent();
    assert.ok((await page.title()).startsWith(heading), `${await page.title()} names ${heading}`);
    assert.equal(await focusedHeading(page), heading);
    assert.equal(await page.locator('h1').count(), 1);
    assert.equal(await page.getByRole('link', { name: link, exact: true }).getAttribute('aria-current'), 'page');
  }
  await page.context().close();
});

test('the start takes no focus and no history', async () => {
  const { page } = await openPage(site);
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BODY');
  assert.equal(new URL(page.url()).hash, '');
  await page.context().close();
});

test('a new page begins at its top, and going back at the place that was left', async () => {
  const { page } = await openPage(site, { path: 'learn' });
  const link = page.locator('main a[href^="#/learn/"]').last();
  await link.scrollIntoViewIfNeeded();
  await settled(page);
  const left = await page.evaluate(() => window.scrollY);
  assert.ok(left > 0);
  await link.click();
  await page.waitForFunction(() => location.hash !== '#/learn');
  await page.waitForFunction(() => window.scrollY === 0);
  await page.goBack();
  await atPath(page, 'learn');
  await page.waitForFunction((top) => Math.abs(window.scrollY - top) < 3, left);
  await page.context().close();
});

for (const query of ['', 'view=plain']) {
  test(`a part of the sheet is found again where it was left, though tabs come into view ${query}`, async () => {
    const { page } = await openPage(site, { query });
    await hurryToResult(page, people().yusuf);
    await page.evaluate(() => window.scrollTo(0, 1200));
    await settled(page);
    await page.locator('main a[href="#/review"]').click();
    await atPath(page, 'review');
    await settled(page);
    await page.goBack();
    await atPath(page, 'result');
    await settled(page);
    assert.ok(await page.evaluate(() => window.scrollY) > 1000);
    await page.context().close();
  });
}

test('an address opens its page', async () => {
  const { page } = await openPage(site, { path: 'learn/pain' });
  assert.equal(await page.locator('h1').textContent(), words['learn.pain.title']);
  await page.context().close();
});

test('an address typed in while the page is open', async () => {
  const { page } = await openPage(site);
  await page.evaluate(() => { location.hash = '#/help'; });
  await page.waitForFunction((title) => document.querySelector('h1')?.textContent === title, words['help.title']);
  await page.evaluate(() => { location.hash = '#/nowhere'; });
  await page.waitForFunction((title) => document.querySelector('h1')?.textContent === title, words['missing.title']);
  await settled(page);
  assert.equal(pathOf(page), 'nowhere');
  await page.goBack();
  await page.waitForFunction((title) => document.querySelector('h1')?.textContent === title, words['help.title']);
  await page.context().close();
});

for (const [start, path] of [['home', ''], ['assess', 'questions/goal'], ['learn', 'learn']]) {
  test(`?start=${start}`, async () => {
    const { page } = await openPage(site, { query: `start=${start}` });
    assert.equal(pathOf(page), path);
    await page.context().close();
  });
}

test('elements stay while their page changes', async () => {
  const { page } = await openPage(site, { path: 'questions/goal' });
  const radio = page.getByRole('radio').first();
  await radio.evaluate((element) => { Object.assign(element, { marked: true }); });
  await radio.press('Space');
  await page.getByRole('button', { name: words['question.why'], exact: true }).click();
  await page.locator('button[aria-expanded="true"]').waitFor();
  assert.ok(await radio.evaluate((element) => /** @type {any} */ (element).marked));
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded')), 'true', 'the button keeps the focus');
  await page.context().close();
});

test('starting over forgets the answers', async () => {
  const { page } = await openPage(site);
  await reachResult(page, people().noor);
  const again = page.getByRole('button', { name: words['action.start-over'], exact: true });
  if (await again.count() === 0) await page.evaluate(() => { location.hash = '#/review'; });
  await again.first().click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.match(page.url(), /#\/result$/, 'asked and not meant: nothing is lost');
  await again.first().click();
  const dialog = page.getByRole('dialog', { name: words['start-over.title'] });
  await dialog.getByRole('button', { name: words['start-over.yes'], exact: true }).click();
  await page.waitForFunction(() => !location.hash.startsWith('#/result'));
  await page.evaluate(() => { location.hash = '#/questions/goal'; });
  await atPath(page, 'questions/goal');
  await settled(page);
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 0);
  await page.context().close();
});
