// After one visit the site opens without a network; a new version never mixes with the old one; what breaks mends itself.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { start } from '../../tools/serve.mjs';
import { openPage, openSite, people, reachResult, ready, root, toast, words } from './helpers.mjs';

const built = process.env.NEEDLEWISE_SITE ?? join(root, 'build/site');
const versionIn = (folder) => readFileSync(join(folder, 'index.html'), 'utf8').match(/data-version="([^"]*)"/)[1];
const languagesIn = (folder) => JSON.parse(readFileSync(join(folder, 'index.html'), 'utf8').match(/data-text="([^"]*)"/)[1].replaceAll('&quot;', '"'));

let site;     // the browser, and the address where one of the folders is served
let folder;   // has "first" and "second", two versions, and "current", one of the two
let inner;    // the server of "current"
let outer;
const asked = [];
const host = { down: false, date: '', portal: false };  // portal: a hotel's, which answers everything with its own page

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'needlewise-offline-'));
  cpSync(built, join(folder, 'first'), { recursive: true });
  writeFileSync(join(folder, 'first/around.html'), '<!doctype html><title>around</title><iframe src="./"></iframe>');
  makeSecond();
  publish('first');
  inner = (await start({ root: join(folder, 'current') })).server;
  outer = createServer((request, response) => {
    if (host.down) return request.socket.destroy();
    if (host.portal) {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Cache-Control': 'max-age=31536000, immutable' });
      return response.end('<!doctype html><title>Hotel</title><p>Please log in');
    }
    if (host.date) response.setHeader('Date', host.date);
    response.on('close', () => asked.push(`${request.url} ${response.statusCode}`));
    inner.emit('request', request, response);
  });
  await new Promise((resolve) => { outer.listen(0, 'localhost', resolve); });
  const opened = await openSite();
  site = { ...opened, url: `http://localhost:${outer.address().port}` };
});
after(async () => {
  await site.close();
  for (const server of [inner, outer]) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true });
});

function publish(name) {
  rmSync(join(folder, 'current'), { force: true });
  symlinkSync(name, join(folder, 'current'));
}

/** The same site with another title and other words in every language: as the build would have named the files. */
function makeSecond() {
  const [from, to] = [join(folder, 'first'), join(folder, 'second')];
  cpSync(from, to, { recursive: true });
  const renamed = [[versionIn(from), '9.9.9-second00']];
  for (const name of Object.values(languagesIn(from))) {
    const text = JSON.parse(readFileSync(join(from, name), 'utf8'));
    const bytes = JSON.stringify({ ...text, 'home.title': `${text['home.title']} (second)` });
    const other = name.replace(/[0-9a-f]{8}(?=\.json$)/, createHash('sha256').update(bytes).digest('hex').slice(0, 8));
    for (const ending of ['', '.br', '.gz']) rmSync(join(to, name + ending));
    writeFileSync(join(to, other), bytes);
    renamed.push([name, other]);
  }
  for (const file of ['index.html', 'sw.mjs']) {
    const text = renamed.reduce((so_far, [old, other]) => so_far.replaceAll(old, other), readFileSync(join(to, file), 'utf8'));
    for (const ending of ['.br', '.gz']) rmSync(join(to, file + ending));
    writeFileSync(join(to, file), text);
  }
}

/** A visit that leaves the site on the device. */
async function visit(options = {}) {
  host.down = false;
  asked.length = 0;
  const opened = await openPage(site, { serviceWorkers: 'allow', ...options });
  await kept(opened.page);
  return opened;
}

const kept = (page) => page.locator('html[data-offline]').waitFor({ state: 'attached', timeout: 60_000 });

async function setDown(page, down) {
  host.down = down;
  await page.context().setOffline(down);
}

async function reload(page) {
  await page.reload();
  await ready(page);
}

const shown = (page) => page.evaluate(() => document.documentElement.dataset.version);
const stores = (page) => page.evaluate(async () => (await caches.keys()).map((name) => name.split(' ').at(-1)));
const title = (page) => page.locator('h1').textContent();

/** Looks for a new version, as the browser does by itself at each visit, and waits until it is there or has failed. */
const update = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  const worker = registration.installing ?? registration.waiting;
  while (worker && !['installed', 'activated', 'redundant'].includes(worker.state)) await new Promise((resolve) => { setTimeout(resolve, 20); });
  return worker?.state;
});

async function eventually(wanted, found) {
  for (let i = 0; i < 100 && JSON.stringify(await found()) !== JSON.stringify(wanted); i++) await new Promise((resolve) => { setTimeout(resolve, 50); });
  assert.deepEqual(await found(), wanted);
}

test('the first visit fetches nothing twice, and a whole consultation works without a network', async () => {
  const { page, errors } = await visit();
  const twice = asked.filter((line, i) => asked.indexOf(line) !== i);
  assert.deepEqual(twice, []);
  assert.deepEqual(asked.filter((line) => !/\.[0-9a-zA-Z]{8}\.\w+ 200$/.test(line)).sort(), ['/ 200', '/?gallery 200', '/sw.mjs 200']);  // the page, and the worker's copy of it
  asked.length = 0;
  await setDown(page, true);
  await reload(page);
  await reachResult(page, people().yusuf);
  assert.deepEqual([errors, asked], [[], []]);

  await page.evaluate(() => { location.hash = '#/settings'; });
  await page.locator('main select').selectOption('fr');  // not read so far
  await toast(page, words['notice.language-failed']).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await setDown(page, false);
  await page.locator('main select').selectOption('fr');
  await page.locator('html[lang="fr"]').waitFor({ state: 'attached' });
  await setDown(page, true);
  await reload(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
  await page.context().close();
});

test('what a hotel answers in place of a file is neither shown nor kept', async () => {
  const { page } = await visit();
  const file = languagesIn(built).fr;
  host.portal = true;
  await page.locator('main select').selectOption('fr');
  await toast(page, words['notice.language-failed']).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.equal(await page.evaluate(async (name) => (await caches.match(name)) === undefined, file), true);
  assert.equal(new URL(page.url()).searchParams.get('lang'), null);
  host.portal = false;
  await page.locator('main select').selectOption('fr');
  await page.locator('html[lang="fr"]').waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(async (name) => (await caches.match(name)) !== undefined, file), true);
  await page.context().close();
});

test('the language of the first visit is there too', async () => {
  const { page } = await visit({ locale: 'de-AT' });
  const file = languagesIn(built).de;
  await page.waitForFunction((name) => caches.match(name), file);
  await setDown(page, true);
  await reload(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
  await page.context().close();
});

test('a new version waits until the page is opened again, and then is all there is', async () => {
  publish('first');
  const { page } = await visit();
  publish('second');
  assert.equal(await update(page), 'installed');
  assert.equal(await shown(page), versionIn(built));
  assert.equal(await title(page), words['home.title']);
  assert.equal((await stores(page)).length, 2);

  await reload(page);
  assert.equal(await shown(page), '9.9.9-second00');
  assert.equal(await title(page), `${words['home.title']} (second)`);
  await kept(page);
  await eventually(['9.9.9-second00'], () => stores(page));
  await setDown(page, true);
  await reload(page);
  assert.equal(await title(page), `${words['home.title']} (second)`);
  await page.context().close();
});

test('an older page in another tab keeps its version while the newer one is open', async () => {
  publish('first');
  const { page } = await visit();
  publish('second');
  await update(page);
  const newer = await page.context().newPage();
  await newer.goto(site.url);
  await kept(newer);
  assert.equal(await shown(newer), '9.9.9-second00');
  await setDown(page, true);
  assert.deepEqual((await stores(page)).sort(), [versionIn(built), '9.9.9-second00'].sort());
  assert.ok(await page.evaluate(async (name) => (await fetch(name)).ok, languagesIn(built).en));
  await page.context().close();
});

test('half an update changes nothing, and the whole one comes later', async () => {
  publish('first');
  const { page } = await visit();
  const missing = join(folder, 'second', languagesIn(join(folder, 'second')).en);
  const bytes = readFileSync(missing);
  rmSync(missing);
  publish('second');
  assert.equal(await update(page), 'redundant');
  writeFileSync(missing, bytes.subarray(0, 1000));  // there, but not whole
  assert.equal(await update(page), 'redundant');
  assert.deepEqual(await stores(page), [versionIn(built)]);
  await setDown(page, true);
  await reload(page);
  assert.equal(await shown(page), versionIn(built));
  await setDown(page, false);
  writeFileSync(missing, bytes);
  assert.equal(await update(page), 'installed');
  await reload(page);
  assert.equal(await title(page), `${words['home.title']} (second)`);
  await page.context().close();
});

test('what is lost or broken on the device comes back', async () => {
  publish('first');
  const { page } = await visit();
  const english = languagesIn(built).en;
  const spoil = ([name, bad]) => caches.keys().then(async ([store]) => (bad === undefined ? (await caches.open(store)).delete(name) : (await caches.open(store)).put(name, new Response(bad))));
  await page.evaluate(spoil, [english, undefined]);
  await reload(page);
  await page.waitForFunction((name) => caches.match(name), english);  // lost: fetched and kept again

  await page.evaluate(spoil, [english, '{ not the words']);
  await reload(page);  // broken: fetched past the store, and kept in place of it
  await eventually(true, () => page.evaluate((name) => caches.match(name).then((found) => found.json()).then(() => true, () => false), english));

  await page.evaluate(spoil, ['./', undefined]);  // the page itself is lost: the whole store is made again
  await reload(page);
  await page.waitForFunction(() => caches.match('./'));
  await setDown(page, true);
  await reload(page);
  await page.context().close();
});

test('a page kept for more than a week asks the network first', async () => {
  publish('first');
  host.date = new Date(Date.now() - 8 * 24 * 3600 * 1000).toUTCString();
  const { page } = await visit();
  host.date = '';
  publish('second');
  await reload(page);
  assert.equal(await shown(page), '9.9.9-second00');
  await page.context().close();

  publish('first');
  host.date = new Date(Date.now() - 8 * 24 * 3600 * 1000).toUTCString();
  const again = await visit();
  host.date = '';
  await setDown(again.page, true);
  await reload(again.page);
  assert.equal(await shown(again.page), versionIn(built));
  await again.page.context().close();
});

test('the worker in docs/hosting.md takes everything off the device', async () => {
  publish('first');
  const { page } = await visit();
  writeFileSync(join(folder, 'second/sw.mjs'), readFileSync(join(root, 'docs/hosting.md'), 'utf8').match(/```js\n([^]*?)```/)[1]);
  publish('second');
  await update(page);
  await reload(page);
  assert.equal(await shown(page), '9.9.9-second00', 'the page comes from the network again');
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  await page.context().close();
});

const packsKept = (page) => page.evaluate(async () => {
  const name = (await caches.keys()).find((each) => each.endsWith(' packs'));
  return name ? (await (await caches.open(name)).keys()).map(({ url }) => url.split('/').at(-1)) : [];
});
const ask = (page, names) => page.evaluate(async (all) => {
  for (const name of all) await (await fetch(`packs/${name}`)).text();
}, names);

test('the pack of the page is kept and opens it without a network; nothing else that ends like it is', async () => {
  publish('first');
  const { page } = await visit();
  await ask(page, ['demo.json']);
  assert.deepEqual(await packsKept(page), [], 'a page without a pack');
  const around = await page.context().newPage();
  await around.goto(`${site.url}/around.html?pack=packs/demo.json`);
  await ask(around, ['demo.json']);
  await around.frameLocator('iframe').locator('html[data-ready]').waitFor({ state: 'attached', timeout: 60_000 });
  assert.deepEqual(await packsKept(page), [], 'another page of the same site');
  await around.close();

  await page.goto(`${site.url}/?pack=packs/demo.json&gallery`);
  await ready(page);
  assert.deepEqual(await packsKept(page), ['demo.json']);
  await page.evaluate(() => new Promise((resolve) => { Object.assign(new Image(), { onload: resolve, onerror: resolve, src: 'icon.svg' }); }));
  assert.deepEqual(await packsKept(page), ['demo.json'], 'a picture');
  host.portal = true;
  await reload(page);
  await page.getByRole('banner').getByRole('link', { name: 'Example Skin Clinic', exact: true }).waitFor();
  host.portal = false;
  await setDown(page, true);
  await reload(page);
  await page.getByRole('banner').getByRole('link', { name: 'Example Skin Clinic', exact: true }).waitFor();
  await page.context().close();
});

test('a device that becomes a kiosk keeps no offline copy from before', async () => {
  publish('first');
  const { page } = await visit();
  const { extends: _, ...pack } = JSON.parse(readFileSync(join(root, 'assets/packs/demo-kiosk.json'), 'utf8'));
  writeFileSync(join(folder, 'first/packs/waiting-room.json'), JSON.stringify({ ...pack, review_by: '2027-11-22' }));
  await page.goto(`${site.url}/?pack=packs/waiting-room.json&gallery`);
  await ready(page);
  assert.ok(await page.locator('html[data-kiosk]').count());
  await eventually([0, []], () => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, await caches.keys()]));
  await page.context().close();
});

test('of packs a device keeps the last few', async () => {
  publish('first');
  const { page } = await visit();
  await page.goto(`${site.url}/?pack=packs/demo.json&gallery`);
  await ready(page);
  const names = Array.from({ length: 20 }, (_, i) => `clinic-${i}.json`);
  for (const name of names) writeFileSync(join(folder, 'first/packs', name), '{}');
  await ask(page, names);
  await eventually(names.slice(-16), () => packsKept(page));
  await page.context().close();
});

test('a frame keeps nothing', async () => {
  publish('first');
  host.down = false;
  const page = await (await site.browser.newContext()).newPage();
  await page.goto(`${site.url}/around.html`);
  await page.frameLocator('iframe').locator('html[data-ready]').waitFor({ state: 'attached', timeout: 60_000 });
  await new Promise((resolve) => { setTimeout(resolve, 1500); });
  assert.deepEqual(await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]), [0, 0]);
  await page.context().close();
});

test('the browser finds nothing wrong with the manifest', async () => {
  publish('first');
  const { page } = await visit();
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.equal(JSON.parse(data).start_url, './');
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  for (const { src } of JSON.parse(data).icons) assert.ok(existsSync(join(built, src)), src);
  await page.context().close();
});
