// The site on real web servers and under a sub-path: what each file is sent with, that every host's own file says the same,
// and that the page starts from there. One list of expectations for all of them.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { dirname, join, relative } from 'node:path';
import test, { after, before } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { cacheFor, headersForAll, policy, typeOf } from '../../tools/headers.mjs';
import { servedFiles, uploads } from '../../tools/hosting.mjs';
import { start } from '../../tools/serve.mjs';
import { HASHED } from '../../web/stored.mjs';
import { SHELL } from '../browser/chromium.mjs';
import { apacheProgram, layOut, nginxProgram, removeFolder, startApache, startNginx } from './servers.mjs';

const site = process.env.NEEDLEWISE_SITE ?? new URL('../../build/site', import.meta.url).pathname;
const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .map((entry) => relative(site, join(entry.parentPath ?? entry.path, entry.name))).filter((name) => !/\.(br|gz)$/.test(name));
const open = files.filter((name) => !/^[._]/.test(name));
const read = (name) => readFileSync(join(site, name));

let folder;
before(() => { folder = layOut(site); });
after(() => removeFolder(folder));

/** @returns {Promise<{status: number, headers: import('node:http').IncomingHttpHeaders, bytes: Buffer}>} */
const ask = (url, headers = {}) => new Promise((resolve, reject) => {
  get(url, { headers }, (response) => {
    const parts = [];
    response.on('data', (part) => parts.push(part)).on('end', () => resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(parts) }));
  }).on('error', reject);
});

const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

/** What every server must do with the site at this address. */
async function answersWell(base, own = {}) {
  const all = Object.entries(headersForAll(own)).map(([name, value]) => [name.toLowerCase(), value]);
  const wrong = [];
  for (const name of [...open, '']) {
    const file = name || 'index.html';
    for (const coding of ['br', 'gzip', '']) {
      const { status, headers, bytes } = await ask(base + name, coding ? { 'accept-encoding': coding } : {});
      const twin = coding && existsSync(join(site, `${file}.${coding === 'br' ? 'br' : 'gz'}`)) ? coding : undefined;
      const wanted = { ...Object.fromEntries(all), 'content-type': typeOf(file), 'cache-control': cacheFor(file), 'content-encoding': twin, 'content-language': undefined };
      for (const [key, value] of Object.entries(wanted)) if (headers[key] !== value) wrong.push(`${file} ${coding} ${key}: ${headers[key]}`);
      if (twin && !/\bAccept-Encoding\b/i.test(headers.vary ?? '')) wrong.push(`${file} ${coding} vary: ${headers.vary}`);
      if (status !== 200 || !(twin ? unpack[twin](bytes) : bytes).equals(read(file))) wrong.push(`${file} ${coding}: ${status}, other bytes`);
    }
  }
  const missing = await ask(`${base}missing.0123abcd.wasm`);
  if (missing.status !== 404 || /immutable/.test(missing.headers['cache-control'] ?? '') || missing.headers['content-security-policy'] !== policy(own)) wrong.push(`missing: ${missing.status}`);
  const { headers } = await ask(`${base}index.html`);
  if ((await ask(`${base}index.html`, { 'if-none-match': headers.etag })).status !== 304) wrong.push('a page that is kept is sent again');
  assert.deepEqual(wrong, []);
}

test('the development server sends what headers.mjs says, under a sub-path', async () => {
  const { server, url } = await start({ root: join(folder, 'www') });
  await answersWell(`${url}/a/b/`, { parents: ['http://localhost:*'] });
  server.close();
});

test('so does Apache with the .htaccess of the site', { skip: !apacheProgram && 'there is no Apache here' }, async () => {
  const server = await startApache(folder);
  try {
    await answersWell(`${server.url}/a/b/`);
    assert.equal((await ask(`${server.url}/a/b`)).status, 301);
  } finally {
    await server.stop();
  }
});

test('so does nginx, and the page starts from it under its policy', { skip: !nginxProgram && 'there is no nginx here' }, async () => {
  // The page of a clinic that shows the site in a frame.
  const clinic = createServer((request, response) => response.setHeader('Content-Type', 'text/html').end(`<iframe src="${request.url.slice(1)}"></iframe>`));
  await new Promise((resolve) => { clinic.listen(0, '127.0.0.1', resolve); });
  const parent = `http://127.0.0.1:${clinic.address().port}`;
  const server = await startNginx(folder, parent);
  const browser = await chromium.launch({ executablePath: SHELL, args: ['--no-sandbox', '--enable-unsafe-swiftshader'] });
  try {
    await answersWell(`${server.url}/a/b/`);
    await answersWell(`${server.url}/open/`, { parents: [parent] });
    assert.equal((await ask(`${server.url}/a/b`)).status, 301);

    const page = await browser.newPage();
    const errors = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${server.url}/a/b/`);
    await page.locator('html[data-ready][data-offline]').waitFor({ state: 'attached', timeout: 60_000 });
    assert.deepEqual(errors, []);

    await page.goto(`${parent}/${server.url}/open/`);
    await page.frameLocator('iframe').locator('html[data-ready]').waitFor({ state: 'attached', timeout: 60_000 });
    assert.deepEqual(errors, []);
    await page.goto(`${parent}/${server.url}/a/b/`);
    assert.match(errors.join(), /frame-ancestors/);
  } finally {
    await browser.close();
    await server.stop();
    clinic.close();
  }
});

test('_headers has one rule about keeping for each file, and the same headers for all', () => {
  const rules = read('_headers').toString().split('\n').filter((line) => line && !line.startsWith('#'));
  const found = new Map();
  for (const line of rules) {
    if (line.startsWith('/')) found.set(line, new Map());
    else [...found.values()].at(-1).set(...line.trim().split(/: (.*)/).slice(0, 2));
  }
  assert.deepEqual(Object.fromEntries(found.get('/*')), headersForAll());
  for (const [address, rule] of found) if (address !== '/*') assert.deepEqual(Object.fromEntries(rule), { 'Cache-Control': cacheFor(address) }, address);
  for (const name of [...open.filter((each) => HASHED.test(each)), '', 'index.html', 'sw.mjs', 'manifest.webmanifest']) assert.ok(found.has(`/${name}`), name);
  assert.ok(found.size <= 100, 'Cloudflare Pages reads a hundred rules');
  assert.equal(servedFiles(open).get('.htaccess'), read('.htaccess').toString());
});

test('every page has the policy inside', () => {
  const keptIn = (name) => read(name).toString().match(/Content-Security-Policy" content="([^"]*)"/)?.[1];
  for (const name of ['index.html', 'studio.html', 'read/en/index.html']) assert.equal(keptIn(name), policy({ inPage: true }), name);
  assert.equal(policy().replace("frame-ancestors 'self'; ", ''), keptIn('404.html'));
  assert.equal(policy({ inPage: true }), keptIn('404.html')?.replaceAll(/ 'sha256-[^']+'/g, ''), 'without the script and the style of 404.html');
});

test('every file that is named exists, and no address leaves the folder', () => {
  const named = [];
  const inText = (name, pattern) => { for (const [, address] of read(name).toString().matchAll(pattern)) named.push([name, address]); };
  for (const name of open.filter((each) => each.endsWith('.html'))) inText(name, /\s(?:href|src|data-(?!word=)[\w-]+)="([^"{][^"]*\.[a-z]\w+)"/g);
  for (const name of open.filter((each) => each.endsWith('.css'))) inText(name, /url\(["']?([^"')]+)/g);
  for (const { src } of JSON.parse(read('manifest.webmanifest').toString()).icons) named.push(['manifest.webmanifest', src]);
  for (const [, words] of read('index.html').toString().matchAll(/ data-(?:more-)?text="([^"]*)"/g)) for (const file of Object.values(JSON.parse(words.replaceAll('&quot;', '"')))) named.push(['index.html', file]);
  const lost = named.filter(([from, address]) => !/^(data:|#|https?:\/\/)/.test(address) && !open.includes(join(dirname(from), address.split(/[?#]/)[0])));
  assert.deepEqual(lost, []);
  assert.ok(named.length > 20);
});

test('the colours of the browser around the page are those of the page', () => {
  const pages = [...readFileSync(new URL('../../web/app.css', import.meta.url), 'utf8').matchAll(/--page: (#\w+);/g)].slice(0, 2).map(([, colour]) => colour);
  assert.deepEqual([...read('index.html').toString().matchAll(/theme-color" content="(#\w+)"/g)].map(([, colour]) => colour), pages);
  const manifest = JSON.parse(read('manifest.webmanifest').toString());
  assert.deepEqual([manifest.theme_color, manifest.background_color], [pages[0], pages[0]]);
});

test('an object store gets every file once, compressed, what names others last', () => {
  const lines = uploads(site);
  assert.deepEqual(lines.map(([, name]) => name).sort(), [...open].sort());
  for (const [from, name, type, cache, coding] of lines) {
    assert.deepEqual([type, cache, coding], [typeOf(name), cacheFor(name), from.endsWith('.br') ? 'br' : '']);
  }
  assert.equal(lines.at(-1)[1], 'sw.mjs');
});

test('without a port the server takes 8000, and what is no port it does not', async () => {
  const saysFirst = (...given) => new Promise((resolve) => {
    const server = spawn(process.execPath, ['tools/serve.mjs', ...given], { cwd: new URL('../..', import.meta.url) });
    for (const stream of [server.stdout, server.stderr]) stream.once('data', (text) => {
      server.kill();
      resolve(String(text));
    });
  });
  assert.match(await saysFirst(), /is at http:\/\/localhost:8000 |port 8000 is taken/);
  assert.match(await saysFirst('--port', 'x'), /FAILED: cannot serve/);
});
