// Six languages on one page: the page and the answers stay, nothing is left untranslated, and axe finds nothing on any page.
// (English, in both skins: access.test.mjs; where everything stands in Arabic: script.test.mjs.)
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { start } from '../../tools/serve.mjs';
import { violations, withAxe } from './axe.mjs';
import { atPath, openPage, openSite, people, ready, root, settled, toast, words } from './helpers.mjs';
import { answered, go, hurry } from './states.mjs';

const codes = ['es', 'fr', 'de', 'pl', 'ar'];
const textOf = (code) => JSON.parse(readFileSync(join(root, `assets/text/${code}.json`), 'utf8'));

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** On the page for it, or at home, where the list stands too; then back to where one was. */
const choose = async (page, code) => {
  const from = await page.locator('main select').count() === 0 ? await page.evaluate(() => location.hash) : '';
  if (from) await go(page, 'settings');
  await page.locator('main select').selectOption(code);
  await page.locator(`html[lang="${code}"]`).waitFor({ state: 'attached' });
  if (from) await go(page, from.replace('#/', ''));
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
    await mistaken.reach(page);  // the list of languages is on another page: what was wrong is said again
    await check(code, mistaken.name);
  }
  assert.deepEqual(wrong, {});
  await choose(page, 'en');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.skin), 'canvas');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
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
  await page.locator('main select').selectOption('fr');
  await toast(page, words['notice.language-failed']).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.equal(await page.locator('main select').inputValue(), 'en');
  assert.equal(new URL(page.url()).searchParams.get('lang'), null);
  await page.context().close();
});

test('the list shows the language that is coming and does not jump back', async () => {
  const { page } = await openPage(site);
  let let_go = () => {};
  const held = new Promise((resolve) => { let_go = resolve; });
  await page.route('**/text/fr.*', async (route) => {
    await held;
    await route.continue();
  });
  const list = page.getByRole('combobox', { name: words['language.label'], exact: true });
  await page.evaluate(() => {
    const select = document.querySelector('main select');
    globalThis.seen = [];
    const look = () => {
      globalThis.seen.push(select.value);
      requestAnimationFrame(look);
    };
    select.addEventListener('change', () => requestAnimationFrame(() => requestAnimationFrame(look)), { once: true });
  });
  await list.selectOption('fr');
  await page.getByText(words['language.loading'].replace('{language}', words['language.fr']), { exact: true }).first().waitFor();
  await settled(page);
  assert.equal(await list.inputValue(), 'fr');
  let_go();
  await page.locator('html[lang="fr"]').waitFor({ state: 'attached' });
  assert.deepEqual([...new Set(await page.evaluate(() => globalThis.seen))], ['fr']);
  assert.equal(new URL(page.url()).searchParams.get('lang'), 'fr');
  await page.context().close();
});

const PORTAL = { status: 200, contentType: 'text/html', body: '<!doctype html><title>Hotel</title><p>Please log in' };

test('a file that is something else is not taken, and not written into the address', async () => {
  const { page } = await openPage(site);
  let asked = 0;
  await page.route('**/text/de.*', (route) => {
    asked++;
    return route.fulfill(PORTAL);
  });
  await page.locator('main select').selectOption('de');
  await toast(page, words['notice.language-failed']).waitFor();
  assert.equal(asked, 2, 'once more past the browser\u2019s own store');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.equal(new URL(page.url()).searchParams.get('lang'), null);
  await page.unroute('**/text/de.*');
  await choose(page, 'de');
  await page.context().close();
});

test('a language whose words cannot be had at the start begins in English and says so', async () => {
  for (const answer of [(route) => route.abort(), (route) => route.fulfill(PORTAL), (route) => route.fulfill({ status: 404 })]) {
    const { page } = await openPage(site, { query: 'lang=de', before: (fresh) => fresh.route('**/text/de.*', answer) });
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    await page.getByRole('heading', { level: 1, name: words['home.title'], exact: true }).waitFor();
    await toast(page, words['notice.language-started']).waitFor();
    assert.equal(await page.locator('main select').inputValue(), 'en');
    await page.unrouteAll();
    await choose(page, 'de');
    await page.context().close();
  }
});

test('English itself is needed only where nothing else is there', async () => {
  const { page } = await openPage(site, { query: 'lang=de', before: (fresh) => fresh.route('**/text/en.*', (route) => route.abort()) });
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
  await page.reload();
  await ready(page);
  await page.context().close();
});

/** A site whose German lacks these keys: the file has the name of its bytes, as the build would give it. */
function germanWithout(keys) {
  const folder = mkdtempSync(join(tmpdir(), 'needlewise-german-'));
  cpSync(process.env.NEEDLEWISE_SITE ?? join(root, 'build/site'), folder, { recursive: true });
  for (const ending of ['.br', '.gz']) rmSync(join(folder, `index.html${ending}`));
  for (const which of ['text', 'more-text']) {
    const index = readFileSync(join(folder, 'index.html'), 'utf8');
    const name = JSON.parse(index.match(new RegExp(` data-${which}="([^"]*)"`))[1].replaceAll('&quot;', '"')).de;
    const text = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    for (const key of keys) delete text[key];
    const bytes = JSON.stringify(text);
    const other = name.replace(/[0-9a-f]{8}(?=\.json$)/, createHash('sha256').update(bytes).digest('hex').slice(0, 8));
    writeFileSync(join(folder, other), bytes);
    writeFileSync(join(folder, 'index.html'), index.replaceAll(name, other));
  }
  return folder;
}

/** Its address, until the test is over. @param {import('node:test').TestContext} t @param {string[]} keys */
async function serveGermanWithout(t, keys) {
  const folder = germanWithout(keys);
  const { server, url } = await start({ root: folder });
  t.after(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });
  return url;
}

test('a language that lacks nothing of home lacks nothing of later pages either', async (t) => {
  const url = await serveGermanWithout(t, ['help.lead', 'help.title']);  // words that come after the first page
  const { page, errors } = await openPage({ ...site, url }, { query: 'lang=de' });
  await page.locator('a[href="#/help"]').first().click();
  await atPath(page, 'help');
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), words['help.title']);
  await page.getByText(words['help.lead'], { exact: true }).waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('what a language lacks is said in English, and each such text says so', async (t) => {
  const url = await serveGermanWithout(t, ['help.lead', 'help.title', 'nav.help', 'help.lines.from', 'redflag.eye.look', 'country.at']);
  for (const query of ['lang=de', 'lang=de&view=plain']) {
    const { page, errors } = await openPage({ ...site, url }, { query, path: 'help' });
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
    for (const key of ['help.lead', 'help.title', 'nav.help', 'help.lines.from', 'redflag.eye.look', 'country.at']) {
      const found = await page.evaluate((text) => {
        const own = [...document.querySelectorAll('#mirror *')].filter((element) => element.childElementCount === 0 && element.textContent === text);
        return own.map((element) => element.closest('[lang]')?.getAttribute('lang'));
      }, words[key]);
      assert.ok(found.length > 0 && found.every((language) => language === 'en'), `${key}: ${found}`);
    }
    const german = await page.evaluate(() => [...document.querySelectorAll('main h2')].map((element) => element.closest('[lang]')?.getAttribute('lang')));
    assert.ok(german.length > 2 && german.every((language) => language === 'de'), german.join());
    assert.doesNotMatch(await page.evaluate(() => document.body.innerText), /⟦/);
    assert.deepEqual(errors, []);
    await page.context().close();
  }
});
