// What people, mail programs, browsers and clocks do to a page: double clicks, broken addresses, a translation, a night.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { violations, withAxe } from './axe.mjs';
import { atPath, continueButton, decide, exported, linkOf, openPage, openSite, pathOf, ready, settled, words } from './helpers.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const heading = (page) => page.locator('main h1:visible').textContent();
const radio = (page, key) => page.getByRole('radio', { name: words[key], exact: true });

test('a double click or a double tap does one thing', async () => {
  for (const skin of ['', 'view=plain']) {
    const { page, errors } = await openPage(site, { path: 'questions/goal', query: skin, hasTouch: true });
    await decide(radio(page, 'option.goal.stretch-marks'));  // a tap would go on by itself
    await continueButton(page).dblclick();
    await atPath(page, 'questions/marks');
    await page.waitForTimeout(100);
    assert.equal(pathOf(page), 'questions/marks');
    assert.equal(await page.locator('[aria-invalid="true"]').count(), 0, 'no error of a question nobody has read');

    await page.goBack();
    await atPath(page, 'questions/goal');
    await settled(page);
    const box = await continueButton(page).boundingBox();
    for (let tap = 0; tap < 2; tap += 1) await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await atPath(page, 'questions/marks');
    await page.waitForTimeout(100);
    assert.equal(await page.locator('[aria-invalid="true"]').count(), 0);
    assert.equal(await page.getByRole('radio', { checked: true }).count(), 0, 'nor an answer where the second tap fell');

    assert.deepEqual(errors, []);
    await page.context().close();
  }
});

test('a double click does one thing on a device so slow that nothing has been shown since the answer', async () => {
  for (const query of ['', 'view=plain']) {
    const { page, errors } = await openPage(site, { path: 'questions/goal', query, before: (fresh) => fresh.addInitScript(holdFrames) });
    await page.evaluate(() => { Object.assign(globalThis, { held: [] }); });
    await radio(page, 'option.goal.stretch-marks').focus();
    await page.keyboard.press('Space');
    const { x, y, width, height } = await continueButton(page).boundingBox();
    await page.mouse.dblclick(x + width / 2, y + height / 2);
    await page.evaluate(() => {
      const { held } = /** @type {any} */ (globalThis);
      Object.assign(globalThis, { held: null });
      for (const frame of held) requestAnimationFrame(frame);
    });
    await atPath(page, 'questions/marks');
    await settled(page);
    assert.equal(await page.locator('[aria-invalid="true"]').count(), 0, 'no error of a question nobody has read');
    assert.deepEqual(errors, []);
    await page.context().close();
  }
});

/** Runs in the page: while `held` is a list, no frame comes. */
function holdFrames() {
  const next = requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (frame) => {
    const { held } = /** @type {any} */ (globalThis);
    return held ? held.push(frame) : next(frame);
  };
}

test('a double click on what stays counts twice', async () => {
  for (const query of ['', 'view=plain']) {
    const { page, errors } = await openPage(site, { path: 'settings', query });
    const size = page.getByRole('group', { name: words['text-size.label'], exact: true });
    const larger = page.getByRole('button', { name: words['text-size.larger'], exact: true });
    const percents = [];
    for (const clickCount of [0, 1, 2]) {
      await larger.hover();  // the canvas makes it larger and puts it elsewhere
      if (clickCount > 0) for (const turn of /** @type {const} */ (['down', 'up'])) await page.mouse[turn]({ clickCount });
      await settled(page);
      percents.push((await size.innerText()).match(/(\d+)\s*%/)[1]);
    }
    assert.deepEqual(percents, ['100', '125', '150']);
    assert.deepEqual(errors, []);
    await page.context().close();
  }
});

test('asking to clear with a double click clears nothing, whether the dialog has come by then or not', async () => {
  for (const delay of [0, 150]) {
    const { page } = await openPage(site, { path: linkOf('noor') });
    await atPath(page, 'result');
    const button = page.getByRole('button', { name: words['action.start-over'], exact: true }).first();
    await button.scrollIntoViewIfNeeded();
    await settled(page);
    const box = await button.boundingBox();
    const yes = async () => (await page.getByRole('button', { name: words['start-over.yes'], exact: true }).boundingBox()) ?? box;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.up();
    if (delay > 0) await page.locator('dialog[open]').waitFor();
    const at = delay > 0 ? await yes() : box;
    await page.mouse.move(at.x + 4, at.y + 4);
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    await page.locator('dialog[open]').waitFor();
    await page.waitForTimeout(100);
    assert.equal(await page.locator('dialog[open]').count(), 1);
    assert.equal(pathOf(page), 'result');
    await page.context().close();
  }
});

test('Enter on a chosen answer goes on, on one that is not chosen it does not', async () => {
  for (const query of ['', 'view=plain']) {
    const { page } = await openPage(site, { path: 'questions/goal', query });
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal(pathOf(page), 'questions/goal');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash !== '#/questions/goal');
    await page.context().close();
  }
});

test('an address that names no page says so, and stays', async () => {
  const { page, errors } = await openPage(site, { before: withAxe });
  for (const path of ['no/such/page', '%E0%A4%A', 'questions/../../x', 'gallery', '<b>x</b>', 'ż'.repeat(300)]) {
    for (const query of ['', '?view=plain']) {
      await page.goto('about:blank');
      await page.goto(`${site.url}/${query}#/${path}`);
      await ready(page);
      assert.equal(await heading(page), words['missing.title'], path);
      assert.notEqual(new URL(page.url()).hash, '', path);
    }
  }
  assert.deepEqual(await violations(page), []);
  await page.getByRole('main').getByRole('link', { name: words['missing.home'], exact: true }).click();
  await page.waitForFunction((title) => document.querySelector('h1')?.textContent === title, words['home.title']);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('the address names the page that is shown', async () => {
  const { page } = await openPage(site, { path: 'result/healing' });
  assert.equal(pathOf(page), 'review');
  await page.evaluate(() => { location.hash = '#/result/course'; });
  await page.waitForFunction(() => location.hash === '#/review');
  await page.context().close();
});

test('what mail programs make of "#" and "/" is understood', async () => {
  const { page, errors } = await openPage(site);
  const fragment = linkOf('noor').replace('open/', '');
  for (const address of [`#%2Fopen%2F${fragment}`, `#%2fopen/${fragment}`, `%23/open/${fragment}`, `%23%2Fopen%2F${fragment}`]) {
    const fresh = await page.context().newPage();
    await fresh.goto(`${site.url}/${address}`);
    await ready(fresh);
    await fresh.waitForFunction(() => location.hash === '#/result');
    await fresh.close();
  }
  assert.deepEqual(errors, []);
  await page.context().close();
});

for (const [locale, language, javaScriptEnabled] of /** @type {const} */ ([['en-GB', 'en', true], ['de-CH', 'de', true], ['ar-EG', 'ar', true], ['el', 'en', true], ['de', 'en', false]])) {
  test(`an address beside the site says where one is: ${locale}${javaScriptEnabled ? '' : ', without scripts'}`, async () => {
    const page = await (await site.browser.newContext({ serviceWorkers: 'block', locale, javaScriptEnabled, viewport: { width: 390, height: 844 } })).newPage();
    const refused = [];
    page.on('console', (message) => { if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text()); });
    if (javaScriptEnabled) await withAxe(page);
    const answer = await page.goto(`${site.url}/result/healing`);
    assert.equal(answer?.status(), 404);
    const said = JSON.parse(readFileSync(new URL(`../../assets/text/${language}.json`, import.meta.url), 'utf8'));
    const seen = (selector) => page.locator(`${selector}:visible`);
    assert.deepEqual(await seen('h1').allTextContents(), [said['missing.title']]);
    assert.deepEqual(await page.locator('header').allInnerTexts(), [words['app.name']]);
    assert.ok(await page.locator('header svg').isVisible(), 'the mark');
    assert.deepEqual(await seen('footer a').evaluateAll((links) => links.map((link) => /** @type {HTMLElement} */ (link).lang).sort()), ['ar', 'de', 'en', 'es', 'fr', 'pl'].filter((code) => code !== language));
    const home = page.getByRole('link', { name: said['missing.home'], exact: true });
    const box = await home.boundingBox();
    assert.ok(box && box.height >= 44 && box.width >= 300, 'a button');
    assert.deepEqual(refused, []);
    if (javaScriptEnabled) {
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.title, document.dir]), [language, `${said['missing.title']} – ${words['app.name']}`, language === 'ar' ? 'rtl' : 'ltr']);
      await (locale === 'el' ? seen('footer a[lang="fr"]') : home).click();
      await ready(page);
      assert.equal(await page.locator('html').getAttribute('lang'), locale === 'el' ? 'fr' : language);
    }
    await page.context().close();
  });
}

test('an address beside the site that begins like one of another site leads to none', async () => {
  const page = await (await site.browser.newContext({ serviceWorkers: 'block' })).newPage();
  const elsewhere = [];
  page.on('request', (request) => { if (!request.url().startsWith(`${site.url}/`)) elsewhere.push(request.url()); });
  await page.route('**://evil.example/**', (route) => route.fulfill({ body: 'another site' }));
  await page.goto(`${site.url}//evil.example/%23/x`);
  await page.waitForURL(`${site.url}//evil.example/#/x`);
  await page.goto(`${site.url}//evil.example/review/x`);
  assert.deepEqual(await page.locator('a').evaluateAll((links) => [...new Set(links.map(({ href }) => href.split('?')[0]))]), [`${site.url}//evil.example/`]);
  assert.deepEqual(elsewhere, []);
  await page.context().close();
});

test('the gallery is there for those who ask, and keeps its own answers', async () => {
  const { page, errors } = await openPage(site, { path: 'gallery' });
  await decide(radio(page, 'option.goal.stretch-marks').first());
  await settled(page);
  await page.evaluate(() => { location.hash = '#/questions/goal'; });
  await atPath(page, 'questions/goal');
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 0);
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a page the browser translates is shown as the document, and nothing is lost', async () => {
  const { page, errors } = await openPage(site, { path: 'questions/goal' });
  await decide(radio(page, 'option.goal.stretch-marks'));  // a tap would go on by itself
  await page.evaluate(() => {  // as Chrome does it
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    for (const text of texts) {
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      inner.textContent = `«${text.data}»`;
      outer.append(inner);
      text.replaceWith(outer);
      Object.assign(outer, { was: text });
    }
    document.documentElement.classList.add('translated-ltr');
  });
  await page.locator('html[data-skin="plain"]').waitFor({ state: 'attached' });
  assert.equal(await heading(page), `«${words['question.goal.title']}»`);
  await decide(radio(page, 'option.goal.acne-scars').or(page.getByRole('radio', { name: `«${words['option.goal.acne-scars']}»` })).first());
  await settled(page);
  assert.equal(await heading(page), `«${words['question.goal.title']}»`, 'what did not change stays translated');
  await page.locator('.button[data-look="primary"]').click();
  await page.waitForFunction(() => location.hash !== '#/questions/goal');
  await page.evaluate(() => {
    for (const font of document.querySelectorAll('font')) if (font.was) font.replaceWith(font.was);
    document.documentElement.classList.remove('translated-ltr');
  });
  await page.locator('html[data-skin="canvas"]').waitFor({ state: 'attached' });
  await page.goBack();
  await atPath(page, 'questions/goal');
  assert.ok(await radio(page, 'option.goal.acne-scars').isChecked());
  assert.equal(await heading(page), words['question.goal.title']);
  assert.equal(await page.locator('#mirror font').count(), 0);
  assert.deepEqual(errors, []);
  await page.context().close();
});

/** A page whose clock begins at that moment, in that part of the world. @param {string} timezoneId @param {string} moment in UTC @param {string} path */
async function openAt(timezoneId, moment, path) {
  const page = await (await site.browser.newContext({ timezoneId, locale: 'en-GB', serviceWorkers: 'block', reducedMotion: 'reduce' })).newPage();
  await page.clock.install({ time: new Date(moment) });
  await page.goto(`${site.url}/#/${path}`);
  await ready(page);
  return page;
}

test('the day is told at midnight, on the first touch after it, and on resume', async () => {
  for (const [timezoneId, noon] of [['Europe/Berlin', '11:00'], ['America/Los_Angeles', '20:00'], ['Asia/Kathmandu', '06:15']]) {
    const page = await openAt(timezoneId, `2026-11-22T${noon}:00Z`, 'questions/event');
    const today = () => page.locator('input[type="date"]').last().getAttribute('min');
    assert.equal(await today(), '2026-11-22', timezoneId);
    await page.clock.pauseAt(await page.evaluate(() => new Date(2026, 10, 22, 23, 59, 58).getTime()));
    await page.clock.runFor(1000);
    assert.equal(await today(), '2026-11-22', timezoneId);
    await page.clock.runFor(3000);
    assert.equal(await today(), '2026-11-23', `${timezoneId}: at midnight, by itself`);
    const wakes = { touched: () => page.locator('body').dispatchEvent('pointerdown'), resumed: () => page.evaluate(() => document.dispatchEvent(new Event('resume'))) };
    for (const [day, how] of [['2026-11-25', 'touched'], ['2026-11-27', 'resumed']]) {
      await page.clock.setSystemTime(await page.evaluate((date) => new Date(`${date}T12:00:00`).getTime(), day));
      await wakes[how]();
      await page.clock.runFor(100);
      assert.equal(await today(), day, `${timezoneId}: ${how}`);
    }
    await page.context().close();
  }
});

test('a night in which the clocks change is told as any other', async () => {
  for (const [timezoneId, moment, day] of [['Europe/Berlin', '2027-03-27T21:00:00Z', '2027-03-28'], ['Africa/Cairo', '2027-04-29T20:00:00Z', '2027-04-30'], ['America/Los_Angeles', '2026-11-02T06:00:00Z', '2026-11-02']]) {
    const page = await openAt(timezoneId, moment, 'questions/event');
    await page.clock.fastForward(3 * 60 * 60_000);
    await page.clock.runFor(100);
    assert.equal(await page.locator('input[type="date"]').last().getAttribute('min'), day, timezoneId);
    await page.context().close();
  }
});

test('the calendar file says the same days wherever and whenever it is saved', async () => {
  for (const [timezoneId, moment] of [['Europe/Berlin', '2026-11-21T23:30:00Z'], ['America/Los_Angeles', '2026-11-23T07:30:00Z'], ['Pacific/Auckland', '2026-11-22T00:00:00Z']]) {
    const page = await openAt(timezoneId, moment, linkOf('priya'));
    await atPath(page, 'result');
    await page.evaluate(() => { location.hash = '#/result/take'; });
    await atPath(page, 'result/take');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words['take.calendar.save'], exact: true }).click()]);
    assert.equal(readFileSync(await file.path(), 'utf8'), exported('priya', 'ics'), timezoneId);
    await page.context().close();
  }
});
