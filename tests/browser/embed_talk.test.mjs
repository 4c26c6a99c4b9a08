// Who may talk to whom when the consultation stands in another page, and what is heard: hostile messages, answers on their way.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { words, TOAST } from './helpers.mjs';
import { boxOf, clinicPage, heard, hurry, openHost, openHosts, shown, withPack } from './hosts.mjs';

let hosts;
before(async () => {
  hosts = await openHosts();
  hosts.pages.set('clinic.html', clinicPage(hosts.site, `<script type="module" src="${hosts.site}/embed.mjs"></script><needlewise-consult id="inline" lang="en" pack="packs/test.json"></needlewise-consult>`));
  hosts.pages.set('moved.html', clinicPage(hosts.site, `<script type="module" src="${hosts.site}/embed.mjs"></script><needlewise-consult id="inline" lang="en"></needlewise-consult>`));
});
after(() => hosts.close());

const inFrame = (frame, work, value) => frame.evaluate(work, value);

/** A page of the clinic whose frame says what the test wants it to say. */
async function openPuppet(before_ = undefined) {
  hosts.pages.set('puppet.html', clinicPage(hosts.puppet, `<script type="module" src="${hosts.puppet}/embed.mjs"></script><needlewise-consult id="inline"></needlewise-consult>
    <iframe id="stranger" src="${hosts.puppet}/stranger.html"></iframe>`));
  const opened = await openHost(hosts, 'puppet.html', { before: before_ });
  await opened.page.locator('#inline iframe').waitFor({ state: 'attached' });
  const frame = await (await opened.page.locator('#inline iframe').elementHandle()).contentFrame();
  const stranger = await (await opened.page.locator('#stranger').elementHandle()).contentFrame();
  await Promise.all([frame.waitForLoadState(), stranger.waitForLoadState()]);
  return { ...opened, frame, stranger };
}

/** Runs in a frame: says hello and keeps what it is told. */
const sayHello = () => new Promise((resolve) => {
  const told = [];
  window.addEventListener('message', ({ origin, data, ports }) => {
    told.push({ origin, data });
    Object.assign(window, { port: ports[0], told });
    if (ports[0]) ports[0].onmessage = (event) => told.push({ data: event.data });
    resolve(told.length);
  });
  window.parent.postMessage({ type: 'needlewise-hello' }, '*');
  setTimeout(() => resolve(0), 1000);
});
const say = (frame, ...messages) => frame.evaluate((all) => { for (const one of all) /** @type {any} */ (window).port.postMessage(one); }, messages);
const told = (frame) => frame.evaluate(() => /** @type {any} */ (window).told);
const state = (page) => page.evaluate(() => ({ state: document.getElementById('inline').dataset.state, height: document.getElementById('inline').shadowRoot.querySelector('iframe')?.style.height }));

test('a port is given to the frame of the element alone, and bad messages are none', async () => {
  const { page, errors, frame, stranger } = await openPuppet();
  assert.equal(await stranger.evaluate(sayHello), 0, 'another frame of the same origin gets nothing');
  await frame.evaluate(() => window.parent.postMessage({ type: 'hello' }, '*'));
  assert.equal(await frame.evaluate(sayHello), 1);
  const [first] = await told(frame);
  assert.equal(first.origin, hosts.host);
  assert.deepEqual(first.data, { type: 'needlewise-port' });
  await say(frame, null, 7, 'ready', [], {}, { type: 'nothing' }, { type: 'toString' }, { type: '__proto__' }, { type: 'size' }, { type: 'size', height: '900' },
    { type: 'size', height: -1 }, { type: 'size', height: 1e9 }, { type: 'size', height: Number.NaN }, { type: 'shown', page: 'questions/pregnant' },
    { type: 'book', url: 'x'.repeat(3000) }, { type: 'send', id: 1 }, { type: 'send', id: 'a', fhir: '{}' }, { type: 'error', why: {} });
  await say(frame, { type: 'size', height: 900, extra: 'dropped' }, { type: 'ready' });
  await page.waitForFunction(() => document.getElementById('inline').dataset.state === 'shown');
  assert.deepEqual(await state(page), { state: 'shown', height: '900px' });
  assert.deepEqual((await heard(page)).filter((one) => one.by === 'event').map((one) => one.name), ['ready']);
  // A second page in the frame gets a port of its own, the first loses its own.
  assert.equal(await frame.evaluate(() => {
    Object.assign(window, { old: /** @type {any} */ (window).port });
    return 1;
  }), 1);
  await frame.evaluate(sayHello);
  await frame.evaluate(() => /** @type {any} */ (window).old.postMessage({ type: 'size', height: 400 }));
  await say(frame, { type: 'size', height: 950 });
  await page.waitForFunction(() => document.getElementById('inline').shadowRoot.querySelector('iframe').style.height === '950px');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('what is sent is accepted or refused by a listener, or nobody takes it', async () => {
  const { page, frame } = await openPuppet();
  await frame.evaluate(sayHello);
  await say(frame, { type: 'ready' });
  const answer = async (id, fhir, listener) => {
    await page.evaluate((how) => {
      document.addEventListener('needlewise-send', (event) => {
        const { respondWith, fhir: got } = /** @type {CustomEvent} */ (event).detail;
        Object.assign(window, { got });
        if (how === 'accept') respondWith(Promise.resolve());
        if (how === 'refuse') respondWith(false);
        if (how === 'fail') respondWith(Promise.reject(new Error('We are closed.')));
        if (how === 'long') respondWith(Promise.reject(new Error(`\0 ${'x'.repeat(99)}🙂🙂`)));
        if (how === 'twice') {
          respondWith(true);
          try {
            respondWith(true);
          } catch {
            Object.assign(window, { twice: true });
          }
        }
      }, { once: true });
    }, listener);
    await say(frame, { type: 'send', id, fhir });
    await frame.waitForFunction((wanted) => /** @type {any} */ (window).told.some(({ data }) => data.type === 'answer' && data.id === wanted), id);
    return (await told(frame)).map(({ data }) => data).find((data) => data.type === 'answer' && data.id === id);
  };
  const bundle = '{"resourceType":"Bundle","type":"collection"}';
  assert.deepEqual(await answer(1, bundle, 'accept'), { type: 'answer', id: 1, accepted: true, why: '' });
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).got), JSON.parse(bundle));
  assert.deepEqual(await answer(2, bundle, 'refuse'), { type: 'answer', id: 2, accepted: false, why: '' });
  assert.deepEqual(await answer(3, bundle, 'fail'), { type: 'answer', id: 3, accepted: false, why: 'We are closed.' });
  assert.deepEqual(await answer(4, bundle, 'twice'), { type: 'answer', id: 4, accepted: true, why: '' });
  assert.ok(await page.evaluate(() => /** @type {any} */ (window).twice));
  assert.deepEqual((await answer(7, bundle, 'long')).why, `${'x'.repeat(99)}🙂`, 'no half a letter, nothing that cannot be shown');
  assert.deepEqual(await answer(5, bundle, ''), { type: 'answer', id: 5, accepted: false, why: 'nobody' });
  assert.deepEqual(await answer(6, 'not json', ''), { type: 'answer', id: 6, accepted: false, why: '' });
  await page.context().close();
});

test('a frame that never says hello is shown as it is, and the page is told', async () => {
  const { page } = await openPuppet((fresh) => fresh.addInitScript(hurry));
  await page.waitForFunction(() => document.getElementById('inline').dataset.state === 'alone');
  assert.deepEqual((await heard(page)).filter((one) => one.by === 'event').map(({ name, data }) => [name, data]), [['error', { why: 'no-answer' }]]);
  await page.context().close();
});

/** Runs in a page that embeds without the element: answers the hello of the frame by hand. */
function embedByHand() {
  window.addEventListener('message', (event) => {
    if (event.data?.type !== 'needlewise-hello') return;
    const { port1, port2 } = new MessageChannel();
    const told = [];
    port1.onmessage = ({ data }) => told.push(data);
    Object.assign(window, { port: port1, told, hello: { origin: event.origin, data: event.data }, give: () => /** @type {Window} */ (event.source).postMessage({ type: 'needlewise-port' }, event.origin, [port2]) });
  });
}

test('the frame takes its port from its parent alone, and bad messages are none', async () => {
  hosts.pages.set('hand.html', `<!doctype html><title>By hand</title><link rel="icon" href="data:,"><body><iframe id="frame" width="600" height="600" src="${hosts.site}/index.html?start=learn"></iframe><iframe id="sibling" src="about:blank"></iframe>`);
  const { page, errors } = await openHost(hosts, 'hand.html', { before: (fresh) => fresh.addInitScript(embedByHand) });
  const frame = await (await page.locator('#frame').elementHandle()).contentFrame();
  await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 30_000 });
  const window_ = (work, value) => page.evaluate(work, value);
  assert.deepEqual(await window_(() => /** @type {any} */ (window).hello), { origin: hosts.site, data: { type: 'needlewise-hello' } }, 'the hello says nothing');
  // A port from a sibling, whose origin is that of the parent even, is not taken.
  await window_(() => {
    const { port1, port2 } = new MessageChannel();
    port1.postMessage({ type: 'theme', theme: 'dark' });
    const script = /** @type {any} */ (document.getElementById('sibling')).contentWindow;
    script.eval("(port) => parent.document.getElementById('frame').contentWindow.postMessage({ type: 'needlewise-port' }, '*', [port])")(port2);
  });
  await window_(() => /** @type {any} */ (window).give());
  await window_((all) => { for (const one of all) /** @type {any} */ (window).port.postMessage(one); }, [
    null, 'reset', { type: 'view', top: 0 }, { type: 'view', top: 0, bottom: 100, room: 1e9 }, { type: 'view', top: Number.POSITIVE_INFINITY, bottom: 1, room: 1 }, { type: 'theme', theme: 'pink' },
    { type: 'language', language: '../../x' }, { type: 'language', language: 'xx' }, { type: 'constructor' }, { type: 'answer', id: 1, accepted: 'yes', why: '' }, { type: 'event', key: 1 },
  ]);
  await window_(() => /** @type {any} */ (window).port.postMessage({ type: 'language', language: 'fr' }));
  await frame.waitForFunction(() => document.documentElement.lang === 'fr');
  assert.deepEqual(await inFrame(frame, () => [document.documentElement.dataset.theme, document.documentElement.dataset.embedded]), ['light', undefined], 'nothing but the language has changed');
  assert.ok((await window_(() => /** @type {any} */ (window).told)).some((message) => message.type === 'ready'), 'what was said before is told');
  await window_(() => /** @type {any} */ (window).port.postMessage({ type: 'view', top: 0, bottom: 600, room: 600 }));
  await frame.waitForFunction(() => document.documentElement.dataset.embedded === '');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('in a frame of somebody who does not talk to it, it scrolls by itself', async () => {
  hosts.pages.set('plain.html', `<!doctype html><title>A frame</title><link rel="icon" href="data:,"><body><iframe id="frame" width="400" height="500" src="${hosts.site}/index.html"></iframe>`);
  const { page, errors } = await openHost(hosts, 'plain.html');
  const frame = await (await page.locator('#frame').elementHandle()).contentFrame();
  await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 30_000 });
  await page.mouse.move(200, 300);
  await page.mouse.wheel(0, 200);
  await frame.waitForFunction(() => window.scrollY > 100);
  assert.equal(await inFrame(frame, () => navigator.serviceWorker.controller), null);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a pack that names other origins: the page is not talked to, and the consultation scrolls by itself', async () => {
  const { page } = await openHost(hosts, 'clinic.html', { before: async (fresh) => {
    await withPack({ allowed_origins: ['https://www.example.com'], send: undefined })(fresh);
    await fresh.addInitScript(hurry);
  } });
  await page.waitForFunction(() => document.getElementById('inline').dataset.state === 'alone', null, { timeout: 20_000 });
  const frame = await (await page.locator('#inline iframe').elementHandle()).contentFrame();
  await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 20_000 });
  assert.deepEqual((await heard(page)).map(({ by, data }) => [by, data]), [['event', { why: 'no-answer' }]]);
  assert.ok((await boxOf(page)).height <= 720);
  await page.context().close();
});

test('a booking link opens by itself; its address is for the clinic alone', async () => {
  for (const [origins, told] of [[[hosts.host], 'https://www.example.com/book'], [null, '']]) {
    const { page } = await openHost(hosts, 'clinic.html', { before: withPack({ allowed_origins: origins, send: undefined }) });
    await page.context().route('https://www.example.com/**', (route) => route.fulfill({ body: 'booked' }));
    const frame = await shown(page);
    await inFrame(frame, () => {  // as the result has it, without the way there
      const link = Object.assign(document.createElement('a'), { href: 'https://www.example.com/book', target: '_blank', rel: 'noopener', textContent: 'Book' });
      document.getElementById('page').prepend(link);
    });
    const [tab] = await Promise.all([page.context().waitForEvent('page'), frame.getByText('Book', { exact: true }).evaluate((link) => /** @type {HTMLElement} */ (link).click())]);
    await tab.waitForURL('https://www.example.com/book');
    await page.waitForFunction(() => globalThis.heard.some((one) => one.name === 'book'));
    assert.deepEqual((await heard(page)).filter((one) => one.name === 'book').map((one) => one.data), [{ url: told }]);
    await page.context().close();
  }
});

test('moved in its page by moveBefore it goes on where it was', async () => {
  const { page, errors } = await openHost(hosts, 'moved.html');
  const frame = await shown(page);
  await frame.evaluate(() => Object.assign(window, { same: true }));
  await page.evaluate(() => {
    const place = document.body.appendChild(document.createElement('section'));
    /** @type {any} */ (place).moveBefore(document.getElementById('inline'), null);
  });
  assert.deepEqual([page.frames().length, await frame.evaluate(() => /** @type {any} */ (window).same)], [2, true]);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('moved in its page by append it begins anew, and says so to whoever had begun to answer', async () => {
  const { page, errors } = await openHost(hosts, 'moved.html');
  const move = () => page.evaluate(() => {
    const inline = document.getElementById('inline');
    document.body.append(inline);
    inline.scrollIntoView();
  });
  await shown(page);
  await move();
  const second = await shown(page);
  await inFrame(second, () => { location.hash = '#/questions/goal'; });
  await second.getByRole('radio').first().waitFor({ state: 'attached' });
  assert.equal(await second.getByText(words['notice.taken-out']).count(), 0, 'nothing was lost the first time');
  await second.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await move();
  const third = await shown(page);
  await third.locator(TOAST).getByText(words['notice.taken-out'], { exact: true }).waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});
