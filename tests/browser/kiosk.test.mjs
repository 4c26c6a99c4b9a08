// A shared tablet: the PIN, no way out, and after a while without anybody nothing is left. The clock is the test's own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { violations, withAxe } from './axe.mjs';
import { atPath, openPage, openSite, pathOf, people, reachResult, ready, root, settled, TODAY, words } from './helpers.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** The kiosk of the example clinic, with the questions everybody is asked and no others. */
const { extends: _, ...pack } = JSON.parse(readFileSync(join(root, 'assets/packs/demo-kiosk.json'), 'utf8'));
const { pin } = pack.kiosk;
const button = (page, key) => page.getByRole('button', { name: words[key], exact: true });

/** A tablet whose clock only the test moves, cleared after so many minutes. */
const openKiosk = (minutes, { query = '', ...options } = {}) => openPage(site, {
  viewport: { width: 820, height: 1180 }, hasTouch: true, query: `pack=packs/demo-kiosk.json${query}`, ...options,
  async before(page) {
    await page.route((url) => url.pathname.endsWith('/demo-kiosk.json'), (route) => route.fulfill({ json: { ...pack, review_by: '2027-11-22', kiosk: { ...pack.kiosk, idle_minutes: minutes } } }));
    await page.clock.install({ time: new Date(`${TODAY}T12:00:00`) });
    await options.before?.(page);
  },
});

/** From here on only the test moves the clock; what is drawn waits for it too. */
const freeze = async (page) => page.clock.pauseAt(await page.evaluate(() => Date.now()) + 2000);
const seconds = async (page, count) => {
  if (count > 1) await page.clock.fastForward((count - 1) * 1000);  // every timer once, not every frame
  await page.clock.runFor(1000);
};
const warning = (page) => page.getByRole('alertdialog');

/** axe takes its time by the page's clock. */
async function inspected(page) {
  await page.clock.resume();
  const found = await violations(page);
  await freeze(page);
  return found;
}

/** Everything the browser holds that a person could have left. */
async function left(page) {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  const here = await page.evaluate(async () => ({
    address: location.href, name: window.name, state: history.state, title: document.title,
    local: JSON.stringify({ ...localStorage }), session: JSON.stringify({ ...sessionStorage }),
    caches: (await caches.keys()).join(), databases: (await indexedDB.databases()).map((base) => base.name).join(), cookies: document.cookie,
    fields: [...document.querySelectorAll('input, textarea')].map((field) => (field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value)).join(),
    text: document.documentElement.textContent,
  }));
  return { ...here, history: entries.map((entry) => `${entry.url} ${entry.userTypedURL} ${entry.title}`) };
}

async function answerOne(page) {
  await page.getByRole('link', { name: new RegExp(`^${words['home.door.prepare']}`) }).tap();
  await page.getByRole('radio', { name: words['option.goal.acne-scars'], exact: true }).press('Space');
  await settled(page);
}

for (const minutes of [1, 10]) {
  test(`after ${minutes} minutes nothing is left`, async () => {
    const { page, errors } = await openKiosk(minutes);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const blank = await left(page);
    if (minutes === 1) await reachResult(page, people().yusuf);
    else await answerOne(page);
    await page.evaluate(() => {
      localStorage.setItem('needlewise:draft', 'acne-scars');
      sessionStorage.setItem('needlewise:draft', 'acne-scars');
      window.name = 'acne-scars';
      return caches.open('needlewise-draft').then((store) => store.put('/draft', new Response('acne-scars')));
    });
    const full = await left(page);
    assert.equal(full.history.length, blank.history.length, 'pages of one person are no entries in the history');
    assert.match(full.text, /acne|scar/i);

    await freeze(page);
    await page.getByRole('heading', { level: 1 }).tap();
    await seconds(page, minutes * 60 - 31);
    assert.equal(await warning(page).count(), 0);
    const loaded = page.waitForEvent('load');
    await seconds(page, 2);
    await warning(page).waitFor();
    await seconds(page, 31);
    await loaded;
    await ready(page);
    await seconds(page, 1);

    const now = await left(page);
    assert.equal(now.address, blank.address);
    assert.deepEqual(now.history.length, blank.history.length);
    for (const entry of now.history) assert.doesNotMatch(entry, /#\/.+/, 'no page in the history');
    assert.equal(now.text, blank.text, 'the very page of a tablet nobody has touched');
    for (const key of ['name', 'state', 'title', 'local', 'session', 'caches', 'databases', 'cookies', 'fields']) assert.deepEqual(now[key], blank[key], key);
    // The program's own memory: its review knows of no answer.
    await page.evaluate(() => { location.hash = '#/review'; });
    await seconds(page, 1);
    await page.getByRole('heading', { name: words['review.none.title'] }).waitFor({ state: 'attached' });
    assert.doesNotMatch(await page.locator('main').innerText(), /Acne scars|Ice-pick|Severe|November/);
    await page.goBack().catch(() => null);
    assert.doesNotMatch(await page.locator('body').innerText(), /Ice-pick/);
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test('the warning counts down, says little, and any touch or key goes on', async () => {
  const { page, errors } = await openKiosk(1, { before: withAxe });
  await freeze(page);
  await page.getByRole('link', { name: new RegExp(`^${words['home.door.session']}`) }).tap();
  await seconds(page, 1);
  await atPath(page, 'learn/procedure');
  const soon = () => warning(page).getByRole('status').textContent();
  await seconds(page, 30);
  await warning(page).waitFor();
  assert.ok(await page.evaluate(() => document.activeElement?.matches('dialog[open]')), 'it has the focus, so that it is read');
  const texts = new Set();
  const counts = new Set();
  for (const more of [1, 1, 1, 16, 1, 1, 3, 1, 1]) {  // 26 seconds
    texts.add(await soon());
    counts.add(await warning(page).innerText());
    await seconds(page, more);
  }
  assert.equal(texts.size, 3, 'said at half a minute, at ten seconds and at five');
  assert.equal(counts.size, 9, 'seen every second');
  await page.touchscreen.tap(410, 1100);  // beside the dialog
  await seconds(page, 1);
  assert.equal(await warning(page).count(), 0);
  assert.equal(pathOf(page), 'learn/procedure', 'the touch reached nothing behind the warning');

  await seconds(page, 31);
  await warning(page).waitFor();
  await page.keyboard.press('ArrowDown');
  await seconds(page, 1);
  assert.equal(await warning(page).count(), 0);
  await seconds(page, 31);
  assert.deepEqual(await inspected(page), []);
  await button(page, 'idle.here').tap();
  await seconds(page, 1);
  assert.equal(await warning(page).count(), 0);
  assert.equal(pathOf(page), 'learn/procedure');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('staff need the PIN; there is no way out', async () => {
  const { page, errors } = await openKiosk(2, { before: withAxe });
  await freeze(page);
  await page.getByRole('link', { name: words['nav.staff'], exact: true }).tap();
  await seconds(page, 1);
  await atPath(page, 'staff');
  assert.deepEqual(await inspected(page), []);
  const field = page.locator('input[type="password"]');
  assert.equal(await field.getAttribute('type'), 'password');
  const enter = async (text) => {
    await field.fill(text);
    await page.keyboard.press('Enter');
    await seconds(page, 1);
  };
  await enter('0000');
  assert.ok((await page.locator('main').innerText()).includes(words['pin.wrong']));
  assert.equal(await field.inputValue(), '');
  assert.deepEqual(await inspected(page), []);
  await enter('0001');
  await enter('0002');
  await page.getByRole('alert').filter({ hasText: words['pin.wait'] }).waitFor({ state: 'attached' });
  assert.equal(await field.count(), 0);
  await seconds(page, 30);
  await enter(pin);
  await button(page, 'staff.present.start').waitFor();
  assert.deepEqual(await inspected(page), []);
  await button(page, 'staff.lock').tap();
  await seconds(page, 1);
  await page.evaluate(() => { location.hash = '#/sources'; });
  await seconds(page, 1);
  assert.equal(await page.locator('a[href^="http"], a[href^="mailto"], a[href^="tel"], a[target]').count(), 0);
  assert.deepEqual(errors, []);
  await page.context().close();
});

/** The pack of a tablet that answers as `how` says, from then on. @param {import('playwright-core').Page} page @param {{how: (route: import('playwright-core').Route) => unknown}} answer */
const packAnswers = (page, answer) => page.route((url) => url.pathname.endsWith('/demo-kiosk.json'), (route) => answer.how(route));

const failures = {
  'answers 503': (route) => route.fulfill({ status: 503, body: '{}' }),
  'is cut off': (route) => route.abort(),
  'is the page of a hotel': (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Log in</title>' }),
  'has an error': (route) => route.fulfill({ json: { ...pack, review_by: '2027-11-22', name: 7 } }),
  'is half a file': (route) => route.fulfill({ contentType: 'application/json', body: '{"needlewise": "pack",' }),
  'never comes': () => {},
};

test('a kiosk whose pack cannot be had stays closed, and opens by itself', async () => {
  const { page } = await openKiosk(2);
  const answer = { how: (route) => route.fallback() };
  await packAnswers(page, answer);
  for (const [name, how] of Object.entries(failures)) {
    answer.how = how;
    await page.goto(`${site.url}/?pack=packs/demo-kiosk.json&again=${encodeURIComponent(name)}#/staff`);
    await page.locator('html[data-closed]').waitFor({ state: 'attached', timeout: 20_000 });
    await page.getByRole('heading', { level: 1, name: words['closed.title'], exact: true }).waitFor();
    assert.equal(await page.locator('a:visible, canvas:visible').count(), 0, name);
    assert.deepEqual(await page.evaluate(() => [document.documentElement.dataset.ready, document.documentElement.dataset.offline, sessionStorage.length]), [undefined, undefined, 0], name);
    answer.how = (route) => route.fallback();
    if (name === 'answers 503') await page.clock.runFor(2000);
    else await button(page, 'closed.again').click();
    await ready(page);
    await page.locator('input[type="password"]').waitFor();
    assert.equal(await page.locator('#closed').count(), 0, name);
  }
  await page.context().close();
});

test('a tablet that was never a kiosk does not open either when its pack comes broken', async () => {
  const { page } = await openPage(site);
  const answer = { how: failures['has an error'] };
  await packAnswers(page, answer);
  const bodies = ['', 'null', '[]', '{"message": "not found"}', JSON.stringify(pack).slice(0, 40)].map((body) => (route) => route.fulfill({ contentType: 'application/json', body }));
  for (const [number, how] of [failures['has an error'], ...bodies].entries()) {
    answer.how = how;
    await page.goto(`${site.url}/?pack=packs/demo-kiosk.json&again=${number}#/staff`);
    await page.getByRole('heading', { level: 1, name: words['closed.title'], exact: true }).waitFor();
    assert.equal(await button(page, 'staff.present.start').count(), 0, String(number));
  }
  await page.context().close();
});

test('a kiosk whose program does not come offers no page beside itself, nor before its pack is there', async () => {
  for (const [what, open, how] of /** @type {const} */ ([
    ['a tablet that was one before', () => openKiosk(2), (route) => route.fallback()],
    ['a tablet that becomes one', () => openPage(site), (route) => route.fallback()],
    ['a tablet whose pack is on its way', () => openPage(site), failures['never comes']],
  ])) {
    const { page } = await open();
    await packAnswers(page, { how });
    await page.route(/needlewise\.\w{8}\.wasm$/, (route) => route.abort());
    await page.goto(`${site.url}/?pack=packs/demo-kiosk.json&again=1`);
    const trouble = page.locator('#trouble');
    await trouble.getByText(words['trouble.title'], { exact: true }).waitFor();
    assert.ok(await trouble.getByRole('link', { name: words['trouble.reload'] }).isVisible());
    assert.equal(await page.locator('a[href^="read/"]:visible').count(), 0, what);
    await page.context().close();
  }
});

test('a clinic whose program does not come offers the pages to read, once its pack says that it is no shared tablet', async () => {
  const { page } = await openPage(site);
  await page.route(/needlewise\.\w{8}\.wasm$/, (route) => route.abort());
  await page.goto(`${site.url}/?pack=packs/demo.json&again=1`);
  await page.locator('#trouble').getByText(words['trouble.title'], { exact: true }).waitFor();
  await page.locator('#trouble a[href^="read/"]').first().waitFor();
  await page.context().close();
});

test('a device is a kiosk no more when its pack says so', async () => {
  const { page } = await openKiosk(2);
  const { kiosk: _none, ...open } = pack;
  const answer = { how: (route) => route.fulfill({ json: { ...open, review_by: '2027-11-22' } }) };
  await packAnswers(page, answer);
  await page.goto(`${site.url}/?pack=packs/demo-kiosk.json&again#/staff`);
  await ready(page);
  await button(page, 'staff.present.start').waitFor();
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('needlewise:kiosk'))), []);
  await page.context().close();
});

test('no link of a kiosk opens a second one', async () => {
  const { page } = await openKiosk(2);
  const opened = [];
  page.context().on('page', (other) => opened.push(other.url()));
  const link = page.getByRole('navigation').getByRole('link', { name: words['nav.learn'], exact: true });
  for (const options of [{ button: 'middle' }, { modifiers: ['Control'] }, { modifiers: ['Shift'] }]) await link.click(/** @type {any} */ (options));
  const menu = await link.evaluate((element) => !element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })));
  assert.ok(menu, 'no menu that offers a new tab');
  await page.waitForTimeout(300);
  assert.deepEqual(opened, []);
  await page.context().close();
});

test('wrong PINs count on when the page is loaded again', async () => {
  const { page, errors } = await openKiosk(2);
  const field = page.locator('input[type="password"]');
  const again = async () => {
    await page.goto('about:blank');
    await page.goto(`${site.url}/?pack=packs/demo-kiosk.json#/staff`);
    await ready(page);
  };
  const wrong = async () => {
    await field.fill('0000');
    await page.keyboard.press('Enter');
    await settled(page);
  };
  await again();
  for (let tries = 0; tries < 3; tries += 1) {
    await wrong();
    await again();
  }
  const wait = page.getByRole('alert').filter({ hasText: words['pin.wait'] });
  await wait.waitFor({ state: 'attached' });
  await page.clock.runFor(31_000);
  for (let tries = 0; tries < 3; tries += 1) await wrong();
  await again();
  await page.clock.runFor(31_000);
  await wait.waitFor({ state: 'attached' });
  await page.clock.runFor(30_000);
  await field.fill(pin);
  await page.keyboard.press('Enter');
  await button(page, 'staff.present.start').waitFor();
  await page.evaluate(() => localStorage.setItem(Object.keys(localStorage).find((key) => key.startsWith('needlewise:kiosk')) ?? '', '{"wrong":'));
  await again();
  await field.waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('without a kiosk nothing is watched', async () => {
  const { page } = await openPage(site, { before: (one) => one.clock.install({ time: new Date(`${TODAY}T12:00:00`) }) });
  await page.getByRole('link', { name: new RegExp(`^${words['home.door.session']}`) }).click();
  await page.clock.fastForward(20 * 60_000);
  await settled(page).catch(() => {});
  assert.equal(await warning(page).count(), 0);
  await page.context().close();
});
