// Six languages on one page: the page and the answers stay, nothing is left untranslated, and axe finds nothing on any page.
// (English, in both skins: access.test.mjs; where everything stands in Arabic: script.test.mjs.)
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { violations, withAxe } from './axe.mjs';
import { openPage, openSite, people, root, settled, words } from './helpers.mjs';
import { answered, go, hurry } from './states.mjs';

const codes = ['es', 'fr', 'de', 'pl', 'ar'];
const textOf = (code) => JSON.parse(readFileSync(join(root, `assets/text/${code}.json`), 'utf8'));

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const choose = async (page, code) => {
  await page.locator('select').selectOption(code);
  await page.locator(`html[lang="${code}"]`).waitFor({ state: 'attached' });
  await settled(page);
};

/** Runs in the page: elements in another language than they say, by letters that no other of the six has. */
function wrongLanguage() {
  const arabic = /[\u0600-\u06ff]/;
  const off = [];
  for (const element of document.querySelectorAll('#mirror .paragraph, #mirror .heading, #mirror .words, #mirror option')) {
    const said = element.closest('[lang]')?.getAttribute('lang');
    const text = element.textContent ?? '';
    const isArabic = arabic.test(text);
    const latinOnly = !isArabic && text.split(' ').filter((word) => /^[a-z]{4,}$/.test(word)).length > 4;  // a sentence, not a name
    if ((said === 'ar' && latinOnly) || (said !== 'ar' && isArabic)) off.push(`${said}: ${text.slice(0, 80)}`);
  }
  return off;
}

test('every page in every language is whole, says its language and is without violations', async () => {
  const { page, errors } = await openPage(site, { before: withAxe, viewport: { width: 320, height: 700 } });  // long words, small phone
  const wrong = {};
  const mistaken = answered[answered.length - 1];  // leaves the answers with a mistake
  const check = async (code, name) => {
    const found = [...await violations(page, { contrast: false }), ...await page.evaluate(wrongLanguage)];
    found.push(...await page.evaluate(() => document.body.innerText.match(/⟦.*?⟧/g) ?? []));  // words that the language does not have
    if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) found.push('scrolls sideways');
    if (found.length) wrong[`${code} ${name}`] = found;
  };
  await hurry(page, people().yusuf);
  for (const code of codes) {
    const text = textOf(code);
    await go(page, 'result');
    await choose(page, code);
    assert.equal(await page.evaluate(() => document.documentElement.dir), code === 'ar' ? 'rtl' : 'ltr');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.skin), 'canvas');
    assert.equal(new URL(page.url()).hash, '#/result', 'the page stays');
    await page.getByRole('heading', { level: 1, name: text['result.title'], exact: true }).waitFor();
    for (const { name, path, reach } of answered.filter((state) => state !== mistaken)) {
      await go(page, path);
      await reach?.(page);
      await settled(page);
      await check(code, name);
      if (name === 'dialog') await page.keyboard.press('Escape');
    }
    await go(page, 'questions/goal');
    assert.equal(await page.getByRole('radio', { checked: true }).count(), 1, 'the answers stay');
  }
  await go(page, mistaken.path);
  await mistaken.reach(page);
  for (const code of codes) {
    await choose(page, code);
    await check(code, mistaken.name);
  }
  assert.deepEqual(wrong, {});
  await choose(page, 'en');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.skin), 'canvas');
  await page.getByRole('heading', { level: 1, name: words['question.event.title'], exact: true }).waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});

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
