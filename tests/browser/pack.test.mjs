// A clinic's pack in the browser: its name, colour, logo, questions, prices and booking in both skins; its languages; and what
// is shown when it is broken.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { violations, withAxe } from './axe.mjs';
import { atPath, continueButton, openPage, openSite, people, root, settled, words } from './helpers.mjs';
import { go, hurry } from './states.mjs';

const demo = JSON.parse(readFileSync(join(root, 'assets/packs/demo.json'), 'utf8'));
const price = `${words['clinic.price.session'].split('{')[0]}£180 to £250`;

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** Answers requests for packs/NAME with these texts. @param {Record<string, string>} packs */
const serving = (packs) => async (page) => {
  await withAxe(page);
  for (const [name, body] of Object.entries(packs)) await page.route(`**/packs/${name}`, (route) => route.fulfill({ contentType: 'application/json', body }));
};

const accentOf = (page) => page.evaluate(() => document.documentElement.style.getPropertyValue('--accent'));
const text = (page) => page.locator('#mirror').innerText();

for (const skin of ['canvas', 'plain']) {
  test(`the demo pack in the ${skin} skin`, async () => {
    const { page, errors, requests } = await openPage(site, { query: `pack=packs/demo.json${skin === 'plain' ? '&view=plain' : ''}`, before: withAxe });
    const wrong = {};
    const check = async (name) => {
      const found = [...await violations(page), ...((await text(page)).match(/⟦.*?⟧/g) ?? [])];
      if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) found.push('scrolls sideways');
      if (found.length) wrong[name] = found;
    };
    assert.equal(await page.evaluate(() => document.documentElement.dataset.skin), skin);
    assert.equal(await accentOf(page), demo.colours.accent);
    assert.equal(await page.evaluate(() => document.documentElement.style.getPropertyValue('--picture-accent')), demo.colours.accent);
    await page.getByRole('banner').getByRole('link', { name: demo.name, exact: true }).waitFor();
    if (skin === 'plain') {
      const logo = page.locator('header img');
      await page.waitForFunction(() => document.querySelector('header img')?.getBoundingClientRect().height === 32);
      assert.ok(await logo.evaluate((image) => image.naturalWidth > 0));
    }
    assert.match(await text(page), new RegExp(demo.words.en['clinic.welcome'].slice(0, 30)));
    assert.match(await page.getByRole('contentinfo').innerText(), /Made with Needlewise/);
    await check('home');
    await hurry(page, people().noor);
    await go(page, 'questions/clinic-callback');
    await page.getByRole('radio', { name: words['answer.yes'], exact: true }).check();
    await continueButton(page).click();
    await atPath(page, 'questions/clinic-callback-when');
    await page.getByLabel(/When can we call you\?/).fill('Monday');
    await settled(page);
    await check('question');
    await continueButton(page).click();
    await atPath(page, 'review');
    assert.match(await text(page), /The clinic also asks[^]*When can we call you\?[^]*Monday/);
    await go(page, 'result');
    const book = page.getByRole('link', { name: /^Book a consultation at Example Skin Clinic/ });
    assert.equal(await book.getAttribute('href'), demo.booking.nothing_to_check);
    assert.equal(await book.getAttribute('target'), '_blank');
    assert.equal(await page.getByRole('link', { name: /^Call / }).getAttribute('href'), 'tel:+442079460000');
    assert.match(await text(page), /We keep what you send us for one year/);
    await check('result');
    await go(page, 'result/course');
    assert.ok((await text(page)).includes(price), price);
    await check('course');
    await go(page, 'result/visit');
    assert.match(await text(page), /25 minutes \(set by your clinic\)/);
    await go(page, 'pack');
    assert.match(await text(page), /We found nothing wrong/);
    await check('pack');
    await go(page, 'help');
    await check('help');
    assert.deepEqual(wrong, {});
    assert.deepEqual(requests, []);
    assert.deepEqual(errors, []);
  });
}

test('a darker theme takes a lighter form of the accent, high contrast takes none', async () => {
  const { page } = await openPage(site, { query: 'pack=packs/demo.json', colorScheme: 'dark' });
  const dark = await accentOf(page);
  assert.notEqual(dark, demo.colours.accent);
  assert.equal(await page.evaluate(() => document.documentElement.style.getPropertyValue('--picture-accent')), demo.colours.accent);
  await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  await page.waitForFunction(() => document.documentElement.style.getPropertyValue('--accent') === '#00403a');
});

test('only the languages of the pack are offered, its words come with each', async () => {
  const { page } = await openPage(site, { query: 'pack=packs/demo.json&lang=fr', locale: 'de-CH' });
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'de', 'French is not offered; German is the browser’s');
  assert.match(await text(page), /Willkommen\. Nehmen Sie sich Zeit/);
  assert.deepEqual(await page.locator('select option').evaluateAll((options) => options.map((option) => option.value)), ['en', 'de']);
  await page.locator('main select').selectOption('en');
  await page.locator('html[lang="en"]').waitFor({ state: 'attached' });
  await settled(page);
  assert.match(await text(page), /Welcome\. Take your time/);
});

test('a site takes from its group what it does not set itself', async () => {
  const { page } = await openPage(site, { query: 'pack=packs/demo-kiosk.json' });
  assert.equal(await accentOf(page), demo.colours.accent);
  await page.getByRole('banner').getByRole('link', { name: 'Example Skin Clinic, waiting room', exact: true }).waitFor();
});

for (const [name, body, said] of [
  ['a name that is none', JSON.stringify({ ...demo, name: 7 }), /name/],
  ['a wrong field', JSON.stringify({ ...demo, booking: { general: 'javascript:alert(1)' } }), /booking\/general[^]*not an https address/],
  ['a wait too short', JSON.stringify({ ...demo, waits: { toxin: { value: 1, unit: 'day', note: 'x' } } }), /waits\/toxin[^]*shorter than the wait/],
]) {
  test(`a broken pack is not used at all: ${name}`, async () => {
    const { page } = await openPage(site, { query: 'pack=packs/mine.json', before: serving({ 'mine.json': body }) });
    assert.equal(await accentOf(page), '#0f5f57');
    await page.getByRole('banner').getByRole('link', { name: words['app.name'], exact: true }).waitFor();
    assert.ok(!(await text(page)).includes(demo.name));
    await page.getByRole('contentinfo').getByRole('link', { name: words['footer.pack-failed'], exact: true }).click();
    await atPath(page, 'pack');
    assert.match(await text(page), said);
    assert.match(await text(page), /mine\.json/);
    assert.deepEqual(await violations(page), []);
    await hurry(page, people().noor);
    await page.getByRole('button', { name: words['review.show'], exact: true }).click();
    await atPath(page, 'result');
  });
}

test('without its pack, or with one that may not be asked for, the page stays closed and says so', async () => {
  const { page } = await openPage(site, { before: withAxe });
  for (const [address, why] of [['packs/gone.json', 'gone.json: 404'], ['http://other.example/pack.json', 'http://other.example/pack.json: https?']]) {
    for (const lang of ['en', 'ar']) {
      await page.goto(`${site.url}/?pack=${encodeURIComponent(address)}&lang=${lang}`);
      const said = lang === 'en' ? words : JSON.parse(readFileSync(join(root, 'assets/text/ar.json'), 'utf8'));
      await page.getByRole('heading', { level: 1, name: said['closed.title'], exact: true }).waitFor();
      await page.getByText(why, { exact: true }).waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.dataset.ready), undefined);
      assert.deepEqual(await violations(page), []);
    }
  }
});

test('a closed page that tries again and again listens no more than once', async () => {
  const { page } = await openPage(site, { before: (fresh) => fresh.clock.install() });
  let tries = 0;
  await page.route('**/packs/gone.json', (route) => {
    tries++;
    return route.fulfill({ status: 404 });
  });
  await page.goto(`${site.url}/?pack=packs/gone.json`);
  const session = await page.context().newCDPSession(page);
  const listening = async (of, type) => {
    const { result } = await session.send('Runtime.evaluate', { expression: of });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    return listeners.filter((each) => each.type === type).length;
  };
  const now = async () => [await listening('window', 'online'), await listening('document.querySelector("#closed button")', 'click')];
  await page.getByText('gone.json: 404', { exact: true }).waitFor();
  await settled(page);
  const first = await now();
  for (let i = 2; i < 6; i++) {
    await page.clock.fastForward(30_000);
    while (tries < i) await page.waitForTimeout(20);
    await page.waitForTimeout(100);
  }
  assert.deepEqual(await now(), first);
  await page.getByRole('button', { name: words['closed.again'], exact: true }).click();
  while (tries < 6) await page.waitForTimeout(20);
  await page.context().close();
});

test('what can be used but should be mended is said on the page for the web admin only', async () => {
  const pale = { ...demo, colours: { accent: '#f2a0c4' }, review_by: '2026-11-22', reviewed: '2025-01-01', words: { en: demo.words.en } };
  const { page } = await openPage(site, { query: 'pack=packs/pale.json', before: serving({ 'pale.json': JSON.stringify(pale) }) });
  const accent = await accentOf(page);
  assert.notEqual(accent, '#f2a0c4', 'darkened until it can be read');
  assert.equal(await page.locator('footer a[href="#/pack"]').count(), 0);
  assert.deepEqual(await violations(page), []);
  await go(page, 'pack');
  assert.match(await text(page), /hard to read[^]*nearest colour/);
  assert.match(await text(page), /not translated to "de"/);
});
