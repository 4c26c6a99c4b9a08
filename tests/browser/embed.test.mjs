// The consultation inside pages of another origin: loaded late, as tall as its page, quiet about answers, gone without a trace.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { continueButton, linkNamed, linkOf, people, reachResult, root, settled, words } from './helpers.mjs';
import { boxOf, clinicPage, heard, openHost, openHosts, shown, withPack } from './hosts.mjs';

let hosts;
before(async () => {
  hosts = await openHosts();
  const page = (name, body) => hosts.pages.set(name, clinicPage(hosts.site, body.replaceAll('SCRIPT', `<script type="module" src="${hosts.site}/embed.mjs"></script>`)));
  page('two.html', 'SCRIPT<p><a id="before" href="#x">before</a></p><needlewise-consult id="inline" lang="en"></needlewise-consult><p><a id="between" href="#y">between</a></p><needlewise-consult id="other" lang="fr" start="learn" theme="dark" settings></needlewise-consult><p><a id="after" href="#z">after</a></p>');
  page('one.html', 'SCRIPT<h1>A clinic</h1><p><a id="before" href="#x">before</a></p><needlewise-consult id="inline" lang="en" start="assess"></needlewise-consult><p><a id="after" href="#z">after</a></p><pre>'.concat('\n'.repeat(100), '</pre>'));
  page('far.html', 'SCRIPT<pre>\n'.concat('\n'.repeat(120), '</pre><needlewise-consult id="inline" lang="es"><a href="/other">Prepararse</a></needlewise-consult>'));
});
after(() => hosts.close());

const inFrame = (frame, work, value) => frame.evaluate(work, value);
const pathIn = (frame) => inFrame(frame, () => decodeURI(location.hash.replace(/^#\/?/, '')));
const heading = (frame) => frame.locator('h1').textContent();

test('before it is near there is a poster, and nothing of the site but the script', async () => {
  const { page, errors, requests } = await openHost(hosts, 'far.html');
  const poster = page.locator('#inline').getByRole('region');
  await poster.waitFor({ state: 'attached' });
  await settled(page);
  assert.deepEqual(requests.filter((address) => address.startsWith(hosts.site)), [`${hosts.site}/embed.mjs`]);
  assert.equal(await page.locator('#inline iframe').count(), 0);
  assert.ok(await page.getByRole('link', { name: 'Prepararse' }).isVisible(), "the clinic's own link is in the poster");
  assert.equal(await poster.getAttribute('lang'), 'es');
  const title = await poster.getAttribute('aria-label');
  await poster.getByRole('button').scrollIntoViewIfNeeded();
  const frame = await shown(page);
  assert.equal(await page.locator('#inline iframe').getAttribute('title'), title);
  assert.equal(await inFrame(frame, () => document.documentElement.lang), 'es');
  assert.ok(requests.some((address) => address.endsWith('.wasm')));
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('the button loads it at once and takes the focus along', async () => {
  const { page } = await openHost(hosts, 'far.html');
  await page.locator('#inline').getByRole('button').evaluate((button) => /** @type {HTMLElement} */ (button).click());
  const frame = await shown(page);
  await frame.waitForFunction(() => document.hasFocus() && document.activeElement?.tagName === 'H1');
  await page.context().close();
});

test('what is said while the frame loads is done when it listens', async () => {
  let go = () => {};
  const { page, errors } = await openHost(hosts, 'one.html', { before: (fresh) => fresh.route('**/index.html?*', (route) => { go = () => route.continue(); }) });
  await page.waitForFunction(() => document.getElementById('inline')?.dataset.state === 'loading');
  await page.locator('#inline').evaluate((element) => {
    element.setLang('fr');
    element.setLang('de');
    element.country = 'AT';
    element.print();
  });
  go();
  const frame = await shown(page);
  await frame.locator('html[lang="de"]').waitFor({ state: 'attached', timeout: 5000 });
  await frame.waitForFunction(() => new URLSearchParams(location.search).get('country') === 'at', null, { timeout: 5000 });
  assert.equal(await page.locator('#inline').getByRole('region').count(), 0, 'the poster has gone');
  assert.ok((await heard(page)).every(({ name }) => name !== 'error'));
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('answers kept from before are forgotten when that is asked for while the frame loads', async () => {
  const { page, errors } = await openHost(hosts, 'one.html', { own: true });
  const first = await shown(page);
  await first.getByRole('radio').first().press('Space');
  await first.waitForFunction(() => Object.keys(sessionStorage).length > 0);
  let go = () => {};
  await page.route('**/index.html?*', (route) => { go = () => route.continue(); });
  await page.reload();
  await page.waitForFunction(() => document.getElementById('inline')?.dataset.state === 'loading');
  await page.locator('#inline').evaluate((element) => element.reset());
  go();
  const frame = await shown(page);
  await frame.waitForFunction(() => Object.keys(sessionStorage).length === 0, null, { timeout: 5000 });
  assert.equal(await frame.getByRole('radio', { checked: true }).count(), 0);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('without JavaScript it is a link', async () => {
  const { page } = await openHost(hosts, 'demo.html', { javaScriptEnabled: false });
  const link = page.locator('#inline').getByRole('link');
  assert.ok(await link.isVisible());
  assert.equal(await link.getAttribute('href'), `${hosts.site}/index.html?lang=en`);
  await page.context().close();
});

test('the demo page as it ships, on the origin of the site', async () => {
  const { page, errors } = await openHost({ ...hosts, host: hosts.site }, 'demo.html');
  await page.locator('#prepare').scrollIntoViewIfNeeded();
  const frame = await shown(page);
  await frame.getByText('Example Skin Clinic').first().waitFor();
  await page.locator('#log').getByText('inline: ready').waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('the full page', async () => {
  const { page, errors } = await openHost(hosts, 'demo.html');
  await page.locator('#full').click();
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  assert.ok(page.url().startsWith(`${hosts.site}/index.html`));
  assert.deepEqual(errors, []);
  await page.context().close();
});

/** How the frame lies: its height, what its page needs, where the canvas is, what scrolls. */
async function layoutOf(page, frame) {
  await settled(page);
  const inside = await inFrame(frame, () => {
    const canvas = document.getElementById('canvas').getBoundingClientRect();
    const bar = document.querySelector('[data-pinned]')?.getBoundingClientRect();
    return {
      page: document.getElementById('page').offsetHeight, scrolls: document.documentElement.scrollHeight - document.documentElement.clientHeight,
      scrollbar: window.innerWidth - document.documentElement.clientWidth, top: canvas.top, bottom: canvas.bottom, barBottom: bar?.bottom,
    };
  });
  return { ...inside, frame: await boxOf(page), sideways: await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth) };
}

async function waitForLayout(page, frame, holds) {
  for (let tries = 0; ; tries++) {
    const layout = await layoutOf(page, frame);
    if (holds(layout)) return layout;
    assert.ok(tries < 40, JSON.stringify(layout));
    await page.waitForTimeout(50);
  }
}

test('the frame is as tall as its page, and only the page around it scrolls', async () => {
  const { page, errors } = await openHost(hosts, 'one.html', { viewport: { width: 400, height: 700 } });
  const frame = await shown(page);
  const fits = (layout) => layout.page === layout.frame.height && layout.scrolls === 0 && layout.scrollbar === 0 && layout.sideways === 0;
  const question = await waitForLayout(page, frame, fits);
  await page.mouse.move(200, 500);
  await page.mouse.wheel(0, 300);
  await page.waitForFunction(() => window.scrollY > 250);
  // The canvas covers what is in view, and the bar of actions stands at its foot.
  await waitForLayout(page, frame, (layout) => fits(layout) && layout.top <= Math.max(0, -layout.frame.top) && layout.bottom >= Math.min(layout.frame.height, 700 - layout.frame.top) - 1
    && Math.abs(layout.barBottom - Math.min(layout.frame.height, 700 - layout.frame.top)) <= 2);
  await frame.getByRole('radio').first().press('Space');
  await continueButton(frame).click();
  await frame.waitForFunction(() => location.hash !== '#/questions/goal');
  const next = await waitForLayout(page, frame, (layout) => fits(layout) && layout.page !== question.page);
  assert.ok(next.frame.top > -1 && next.frame.top < 350, `the next page is read from its top: ${next.frame.top}`);
  await frame.waitForFunction(() => document.activeElement?.tagName === 'H1');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a dialog opens in the middle of what is in view', async () => {
  const { page } = await openHost(hosts, 'one.html', { viewport: { width: 400, height: 700 } });
  const frame = await shown(page);
  await frame.evaluate((path) => { location.hash = `#/${path}`; }, linkOf('noor'));
  await frame.getByRole('heading', { level: 1, name: words['result.title'] }).waitFor();
  await frame.waitForFunction(() => document.documentElement.scrollHeight <= innerHeight + 1);  // the page around it has made room
  await settled(frame);
  const again = frame.getByRole('button', { name: words['action.start-over'], exact: true }).first();
  await again.scrollIntoViewIfNeeded();
  await again.click();
  const dialog = frame.getByRole('dialog');
  await dialog.waitFor();
  await page.waitForTimeout(200);
  const box = await dialog.boundingBox();
  assert.ok(box.y > 0 && box.y + box.height < 700, JSON.stringify(box));
  assert.ok(Math.abs(box.y + box.height / 2 - 350) < 120, JSON.stringify(box));
  await dialog.getByRole('button').first().click();
  await dialog.waitFor({ state: 'detached' });
  await page.context().close();
});

test('Tab goes in and comes out, both ways', async () => {
  const { page } = await openHost(hosts, 'one.html', { viewport: { width: 500, height: 700 } });
  const frame = await shown(page);
  const place = async () => {
    for (let tries = 0; tries < 200; tries += 1) {  // the focus goes from one process of the browser to another, which takes its time
      if (await inFrame(frame, () => document.hasFocus())) return 'inside';
      const id = await page.evaluate(() => document.activeElement?.id);
      if (id === 'before' || id === 'after') return id;
      await page.waitForTimeout(10);
    }
    return 'nowhere';
  };
  await page.locator('#before').focus();
  await page.keyboard.press('Tab');
  assert.equal(await place(), 'inside');
  const left = await page.evaluate(() => window.scrollY);
  await inFrame(frame, () => /** @type {HTMLElement | null} */ (document.querySelector('[data-pinned] button'))?.focus());
  await page.waitForTimeout(100);
  assert.ok(Math.abs(await page.evaluate(() => window.scrollY) - left) < 2, 'what is pinned to the view needs no scrolling');
  let tabs = 1;
  for (; tabs < 80 && await place() === 'inside'; tabs++) await page.keyboard.press('Tab');
  assert.equal(await place(), 'after');
  await page.waitForFunction(() => document.getElementById('after').getBoundingClientRect().bottom < innerHeight);
  await page.keyboard.press('Shift+Tab');
  assert.equal(await place(), 'inside');
  await settled(page);
  const focused = await inFrame(frame, () => document.activeElement.getBoundingClientRect().toJSON());
  const { top } = await boxOf(page);
  assert.ok(top + focused.top >= 0 && top + focused.bottom <= 700, 'what has the focus is in view');
  await page.context().close();
});

test('several on one page; language and colours live; none takes the focus', async () => {
  const { page, errors } = await openHost(hosts, 'two.html', { viewport: { width: 1000, height: 2400 } });
  const [one, other] = [await shown(page, 'inline'), await shown(page, 'other')];
  assert.equal(await pathIn(other), 'learn');
  const look = (frame) => inFrame(frame, () => [document.documentElement.lang, document.documentElement.dataset.theme]);
  assert.deepEqual(await look(one), ['en', 'light']);
  assert.deepEqual(await look(other), ['fr', 'dark']);
  assert.equal(await one.locator('a[href="#/settings"]').count(), 0, 'settings are there only where the clinic turns them on');
  assert.equal(await one.locator('select').count(), 0, 'nor the languages');
  assert.equal(await other.locator('a[href="#/settings"]').count(), 1);
  await page.locator('#between').focus();
  await page.evaluate(() => {
    const element = /** @type {any} */ (document.getElementById('inline'));
    element.setLang('de-AT');
    element.theme = 'dark';
  });
  await one.waitForFunction(() => document.documentElement.lang === 'de' && document.documentElement.dataset.theme === 'dark');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'between');
  assert.deepEqual(await look(other), ['fr', 'dark']);
  await page.evaluate(() => document.getElementById('inline').setAttribute('lang', 'xx"><script>'));
  await page.evaluate(() => document.getElementById('inline').setAttribute('theme', 'light'));
  await one.waitForFunction(() => document.documentElement.dataset.theme === 'light');
  assert.deepEqual(await look(one), ['de', 'light']);
  // Arabic is shown by the browser itself, over the canvas: that frame is as tall as its page too.
  await page.evaluate(() => /** @type {any} */ (document.getElementById('other')).setLang('ar'));
  await other.waitForFunction(() => document.documentElement.dir === 'rtl' && document.documentElement.dataset.skin === 'canvas');
  const tall = () => other.evaluate(() => [document.getElementById('page').offsetHeight, window.innerHeight, document.documentElement.scrollHeight]);
  for (let tries = 0; new Set(await tall()).size > 1; tries++) {
    assert.ok(tries < 40, String(await tall()));
    await page.waitForTimeout(50);
  }
  assert.deepEqual(errors, []);
  await page.context().close();
});

/** What hangs on the window and the document, of the kinds the element listens to. */
async function listenersOf(page) {
  const session = await page.context().newCDPSession(page);
  const types = [];
  for (const expression of ['window', 'document']) {
    const { result } = await session.send('Runtime.evaluate', { expression });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    types.push(...listeners.map(({ type }) => type).filter((type) => /^(message|scroll|resize)/.test(type)));
  }
  await session.detach();
  return types.sort();
}

test('taken away, nothing of it is left; put back, it begins anew', async () => {
  const { page, errors } = await openHost(hosts, 'far.html');
  await page.locator('#inline').getByRole('region').waitFor({ state: 'attached' });
  const listening = await listenersOf(page);
  await page.evaluate(() => document.getElementById('inline').scrollIntoView());
  await shown(page);
  assert.ok((await listenersOf(page)).length > listening.length);
  await page.evaluate(() => { Object.assign(globalThis, { kept: document.getElementById('inline') }); /** @type {any} */ (globalThis).kept.remove(); });
  assert.deepEqual(await listenersOf(page), listening);
  while (page.frames().length > 1) await page.waitForEvent('framedetached');
  await page.evaluate(() => document.body.append(/** @type {any} */ (globalThis).kept));
  await page.evaluate(() => document.getElementById('inline').scrollIntoView());
  await shown(page);
  assert.equal(page.frames().length, 2);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a whole run: no answer reaches the page before "send", and then what was shown', async () => {
  hosts.pages.set('clinic.html', clinicPage(hosts.site, `<script type="module" src="${hosts.site}/embed.mjs"></script><needlewise-consult id="inline" lang="en" pack="packs/test.json"></needlewise-consult>`));
  const { page, errors, requests } = await openHost(hosts, 'clinic.html', { before: withPack({ allowed_origins: [hosts.host], send: undefined }) });
  const frame = await shown(page);
  requests.length = 0;
  const history = await page.evaluate(() => window.history.length);
  await reachResult(frame, people().noor);
  await page.waitForFunction(() => globalThis.heard.some((one) => one.name === 'finish'));
  await inFrame(frame, () => { location.hash = '#/result/take'; });
  await frame.getByRole('button', { name: words['take.send.show'], exact: true }).click();
  await frame.getByRole('button', { name: words['send.yes'].replace('{clinic}', 'Example Skin Clinic') }).waitFor();
  assert.deepEqual(requests.filter((address) => !address.startsWith('blob:')), [], 'nothing was asked for');

  const all = await heard(page);
  for (const { by, name, data } of all) {
    const told = by === 'event' ? { type: name, ...data } : data;
    const { type, page: kind, ...rest } = told;
    if (kind !== undefined) assert.ok(['home', 'questions', 'review', 'result'].includes(kind), kind);
    assert.ok(['needlewise-hello', 'ready', 'size', 'shown', 'step', 'reveal', 'finish'].includes(type), type);
    assert.ok(Object.values(rest).every((value) => typeof value === 'number'), JSON.stringify(told));
  }
  assert.ok(all.filter((one) => one.name === 'step').length > 15);
  assert.equal(await page.evaluate(() => window.history.length), history + 1, 'one address typed in by this test, and no other');

  const send = () => frame.getByRole('button', { name: words['send.yes'].replace('{clinic}', 'Example Skin Clinic') }).or(frame.getByRole('button', { name: words['send.again'], exact: true })).click();
  await send();
  await frame.getByText(words['send.why.nobody'], { exact: true }).waitFor();
  const answer = (how) => page.evaluate((refused) => document.addEventListener('needlewise-send', (event) => {
    /** @type {CustomEvent} */ (event).detail.respondWith(refused ? Promise.reject(new Error(refused)) : true);
  }, { once: true }), how);
  await answer('We are closed today.');
  await send();
  await frame.getByText('We are closed today.').waitFor();
  await answer('');
  await send();
  await frame.getByText(words['send.sent.title']).first().waitFor();
  const sent = (await heard(page)).filter((one) => one.name === 'send').map((one) => one.data.fhir);
  assert.equal(sent.length, 3);
  assert.deepEqual(sent[0], sent[2]);
  assert.ok(['Bundle', 'QuestionnaireResponse'].includes(sent[0].resourceType));

  await page.evaluate(() => /** @type {any} */ (document.getElementById('inline')).print());
  await frame.waitForFunction(() => /** @type {any} */ (window).printed);
  await page.evaluate(() => /** @type {any} */ (document.getElementById('inline')).reset());
  await linkNamed(frame, words['home.door.prepare']).waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a window of the page: it is loaded when it opens, and closing it keeps the answers', async () => {
  const { page, errors } = await openHost(hosts, 'demo.html', { viewport: { width: 1000, height: 500 } });
  await shown(page);  // the other one of the page, which is near enough to the view
  assert.equal(await page.locator('#popup iframe').count(), 0);
  await page.locator('#open').click();
  const frame = await shown(page, 'popup');
  await linkNamed(frame, words['home.door.prepare']).click();
  const radio = frame.getByRole('radio').first();
  await radio.press('Space');
  const behind = await page.evaluate(() => window.scrollY);
  await page.mouse.move(500, 300);
  await page.mouse.wheel(0, 200);
  await page.waitForFunction(() => document.getElementById('inside').scrollTop > 100);
  assert.equal(await page.evaluate(() => window.scrollY), behind, 'the window scrolls, not the page behind it');
  await page.locator('#close').click();
  await page.locator('#open').click();
  assert.ok(await radio.isChecked());
  await page.locator('#forget').click();
  await page.locator('#open').click();
  await frame.waitForFunction(() => location.hash === '' || location.hash === '#/');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('every example of docs/embedding.md works under the policy it names', async () => {
  const text = readFileSync(join(root, 'docs/embedding.md'), 'utf8').replaceAll('https://consult.clinic.example', hosts.site);
  const blocks = (kind) => [...text.matchAll(new RegExp(`^\`{3}${kind}\\n([^]*?)\`{3}`, 'gm'))].map(([, block]) => block);
  const [policy] = blocks('csp');
  const [inline, window_] = blocks('html');
  const [finish, send, dialog] = blocks('js');
  const example = (body) => `<!doctype html><html lang="en"><title>An example</title><link rel="icon" href="data:,">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src 'self'; ${policy.trim().replace(';', " 'self';")}">${body}<script type="module" src="example.mjs"></script>`;
  hosts.pages.set('example.html', example(`${inline}<p id="booking" hidden></p>`));
  hosts.pages.set('example.mjs', `${finish}\n${send}`);
  hosts.pages.set('answers', 'taken');
  const { page, errors } = await openHost(hosts, 'example.html');
  await page.locator('needlewise-consult[data-state=shown]').waitFor({ timeout: 30_000 });
  const given = await page.evaluate(async () => {
    const element = document.querySelector('needlewise-consult');
    element.dispatchEvent(new CustomEvent('needlewise-finish', { bubbles: true }));
    const answers = [];
    const respondWith = (answer) => answers.push(answer);
    element.dispatchEvent(new CustomEvent('needlewise-send', { bubbles: true, detail: { fhir: { resourceType: 'Bundle' }, respondWith } }));
    await answers[0];
    return document.getElementById('booking').hidden;
  });
  assert.equal(given, false);
  hosts.pages.set('example.html', example(window_));
  hosts.pages.set('example.mjs', dialog);
  await page.goto(`${hosts.host}/example.html`);
  await page.locator('#open').click();
  await page.locator('needlewise-consult[data-state=shown]').waitFor({ timeout: 30_000 });
  await page.locator('#close').click();
  assert.deepEqual(errors, []);
  await page.context().close();
});
