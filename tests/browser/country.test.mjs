// Whom to call: the country comes from the address, the pack or the browser, else it is chosen on the help page in one step, by role and
// name; the choice outlives a reload.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { violations, withAxe } from './axe.mjs';
import { openPage, openSite, ready, root, settled, words } from './helpers.mjs';

const textOf = (code) => JSON.parse(readFileSync(join(root, `assets/text/${code}.json`), 'utf8'));
const list = (page, code = 'en') => page.getByRole('combobox', { name: textOf(code)['help.country.label'], exact: true });
const shown = (page, text) => page.locator('main').getByText(text).first().waitFor();
const main = (page) => page.locator('main').textContent();

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

test('where nobody knows the country, people choose it on the help page; it stays through pages and a reload', async () => {
  const { page, errors, requests } = await openPage(site, { path: 'help', locale: 'en', before: withAxe });
  await shown(page, 'your local emergency number (112 works in all of the EU and the UK; 911 in the US and Canada)');
  assert.equal(await list(page).inputValue(), 'none');
  await list(page).focus();
  await list(page).selectOption({ label: 'Germany' });
  await shown(page, '116117 (Ärztlicher Bereitschaftsdienst)');
  assert.equal(await list(page).inputValue(), 'de');
  assert.ok(await list(page).evaluate((element) => element === document.activeElement), 'the focus stays');
  await page.waitForFunction(() => document.getElementById('announcer').textContent.includes('112'));
  assert.doesNotMatch(await main(page), /911|999|local emergency number/);
  await page.getByRole('link', { name: words['nav.learn'], exact: true }).first().click();
  await page.waitForFunction(() => location.hash === '#/learn');
  assert.equal(new URL(page.url()).searchParams.get('country'), 'de');
  assert.deepEqual([requests, errors], [[], []], 'no request is ever made for it');
  await page.reload();
  await ready(page);
  await page.evaluate(() => { location.hash = '#/help'; });
  await shown(page, '116117');
  await list(page).selectOption({ label: words['help.country.other'] });
  await shown(page, 'your local emergency number');
  assert.equal(await list(page).inputValue(), 'other');
  assert.deepEqual(await violations(page, { contrast: false }), []);
  await page.context().close();
});

test('the browser only guesses, and the page says so', async () => {
  const { page } = await openPage(site, { path: 'help', locale: 'en-US' });
  await shown(page, words['help.country.guessed']);
  await shown(page, 'Call 911 (United States) at once');
  await shown(page, '100.4 °F');
  await list(page).selectOption('us');
  await page.getByText(words['help.country.guessed']).waitFor({ state: 'detached' });
  assert.equal(await list(page).inputValue(), 'us');
  await page.context().close();
});

test('the pack goes before the address, the address before the browser, the person before all', async () => {
  const at = async (query) => {
    const { page } = await openPage(site, { path: 'help', query, locale: 'en-US' });
    const value = await list(page).inputValue();
    return { page, value };
  };
  const asked = await at('country=fr');
  assert.equal(asked.value, 'fr');
  await asked.page.context().close();
  const packed = await at('country=fr&pack=packs/demo.json');
  assert.equal(packed.value, 'gb');
  await list(packed.page).selectOption('pl');
  await packed.page.waitForFunction(() => location.search.includes('country=pl'));
  await packed.page.reload();
  await ready(packed.page);
  assert.equal(await list(packed.page).inputValue(), 'pl');
  await packed.page.context().close();
});

test('the list is in the language of the page and follows it', async () => {
  for (const [code, query] of [['de', 'lang=de&country=at'], ['ar', 'lang=ar&country=eg'], ['de', 'lang=de&country=at&view=plain']]) {
    const { page } = await openPage(site, { path: 'help', query });
    const text = textOf(code);
    await page.getByRole('heading', { level: 2, name: text['help.country.title'], exact: true }).waitFor();
    assert.equal(await list(page, code).locator('option:checked').textContent(), text[`country.${query.match(/country=(..)/)[1]}`]);
    assert.doesNotMatch(await page.evaluate(() => document.body.innerText), /⟦/);
    await page.context().close();
  }
});

test('a page that embeds this one says the country, and may change it', async () => {
  const page = await (await site.browser.newContext({ locale: 'en-US', serviceWorkers: 'block' })).newPage();
  await page.goto(`${site.url}/demo.html`);
  await page.evaluate(() => {
    document.body.replaceChildren();
    const consult = document.createElement('needlewise-consult');
    consult.setAttribute('country', 'IE');
    consult.setAttribute('start', 'learn');
    document.body.append(consult);
  });
  const frame = page.frameLocator('needlewise-consult iframe');
  await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 60_000 });
  await frame.getByRole('link', { name: words['nav.help'], exact: true }).first().click();
  await frame.getByRole('combobox', { name: words['help.country.label'] }).waitFor();
  assert.equal(await frame.getByRole('combobox', { name: words['help.country.label'] }).inputValue(), 'ie');
  await page.evaluate(() => { document.querySelector('needlewise-consult').country = 'at'; });
  await frame.locator('main').getByText('1450 (Gesundheitsberatung)').first().waitFor();
  await settled(page);
  await page.context().close();
});
