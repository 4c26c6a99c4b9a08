// For the tests of embedding: the site on one origin, and pages that embed it on another, of another site even, so that the
// browser keeps the two apart as it would in life.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { start } from '../../tools/serve.mjs';
import { SHELL } from './chromium.mjs';
import { root } from './helpers.mjs';

const folder = process.env.NEEDLEWISE_SITE ?? join(root, 'build/site');
const listen = (server, host) => new Promise((resolve) => { server.listen(0, host, () => resolve(server.address().port)); });
const TYPES = { html: 'text/html; charset=utf-8', mjs: 'text/javascript', css: 'text/css' };

/** A page of a clinic with the policy that docs/embedding.md asks for. @param {string} site @param {string} body */
export const clinicPage = (site, body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A clinic</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${site}; frame-src ${site}; require-trusted-types-for 'script'">
<body>${body}`;

/** The site at `site`; the demo page and whatever is put into `pages` at `host`; a site with a frame of our own at `puppet`. */
export async function openHosts() {
  const { server: app } = await start({ root: folder, host: '127.0.0.1' });
  const site = `http://127.0.0.1:${app.address().port}`;
  const pages = new Map();

  // The clinic: its files are the demo's, but the consultation comes from the other origin.
  const host = createServer((request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname.slice(1);
    const own = pages.get(name);
    const text = own ?? (/^demo[\w.]*\.(html|mjs|css)$/.test(name) ? elsewhere(readFileSync(join(folder, name), 'utf8')) : undefined);
    response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': TYPES[name.split('.').pop()] ?? TYPES.html });
    response.end(text ?? '');
  });
  const elsewhere = (text) => text.replace(/script-src 'self'/, `script-src 'self' ${site}`).replace(/frame-src 'self'/, `frame-src ${site}`)
    .replaceAll('src="embed.mjs"', `src="${site}/embed.mjs"`).replaceAll('href="index.html', `href="${site}/index.html`)
    .replaceAll(/ pack="[^"]*"|&amp;pack=[^"]*/g, '');  // that one is for pages of the site's own origin

  // A site whose embed.mjs is ours and whose frame says whatever a test wants it to say.
  const puppet = createServer((request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname.slice(1);
    response.writeHead(200, { 'Content-Type': TYPES[name.split('.').pop()] ?? TYPES.html, 'Access-Control-Allow-Origin': '*' });
    response.end(name === 'embed.mjs' ? readFileSync(join(folder, name)) : '<!doctype html><title>A puppet</title><body>');
  });
  const at = { site, host: `http://localhost:${await listen(host, 'localhost')}`, puppet: `http://127.0.0.1:${await listen(puppet, '127.0.0.1')}` };
  const browser = await chromium.launch({
    executablePath: SHELL,
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--enable-unsafe-swiftshader'],
  });
  return {
    ...at, browser, pages,
    async close() {
      await browser.close();
      for (const server of [app, host, puppet]) await new Promise((resolve) => { server.close(resolve); });
    },
  };
}

/**
 * A page of the clinic, with everything that reaches it written down.
 * @param {Awaited<ReturnType<typeof openHosts>>} hosts @param {string} name
 * @param {import('playwright-core').BrowserContextOptions & {own?: boolean, before?: (page: import('playwright-core').Page) => Promise<void>}} [options]
 * `own`: at the site's own origin, where the browser gives frames storage
 */
export async function openHost(hosts, name, { own = false, before, ...context } = {}) {
  const page = await (await hosts.browser.newContext({ viewport: { width: 1000, height: 700 }, ...context })).newPage();
  const errors = [];
  const requests = [];
  page.on('console', (message) => { if (message.type() === 'error' || /Content.Security.Policy|Trusted/i.test(message.text())) errors.push(message.text()); });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.addInitScript(writeDown);
  await before?.(page);
  const at = own ? hosts.site : hosts.host;
  if (own) await page.route(`${at}/${name}`, (route) => route.fulfill({ contentType: TYPES.html, body: hosts.pages.get(name) }));
  await page.goto(`${at}/${name}`);
  return { page, errors, requests };
}

/** Runs in every document before its own scripts: messages between windows, and over ports, and what the element tells. */
function writeDown() {
  if (window.parent !== window) return;
  const heard = [];
  Object.assign(globalThis, { heard });
  window.addEventListener('message', (event) => heard.push({ by: 'window', from: event.origin, data: event.data }), true);
  const { set, get } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    get,
    set(listener) {
      set.call(this, (event) => {
        heard.push({ by: 'port', data: event.data });
        listener?.(event);
      });
    },
  });
  for (const name of ['ready', 'step', 'finish', 'book', 'send', 'error']) {
    document.addEventListener(`needlewise-${name}`, (event) => heard.push({ by: 'event', name, id: event.target.id, data: event.detail && JSON.parse(JSON.stringify(event.detail)) }));
  }
}

export const heard = (page) => page.evaluate(() => globalThis.heard);

/** Waits until the consultation can be used and lies still, since a click on a frame that moves goes beside it; gives its frame. */
export async function shown(page, id = 'inline') {
  await page.waitForFunction((which) => document.getElementById(which)?.dataset.state === 'shown', id, { timeout: 30_000 });
  const frame = await (await page.locator(`#${id} iframe`).elementHandle()).contentFrame();
  await frame.locator('html[data-complete]').waitFor({ state: 'attached', timeout: 30_000 });
  for (let last = '', same = 0; same < 3; await page.waitForTimeout(20)) {
    const box = JSON.stringify(await boxOf(page, id));
    same = box === last ? same + 1 : 0;
    last = box;
  }
  return frame;
}

/** The frame's box, in px of the view. */
export const boxOf = (page, id = 'inline') => page.locator(`#${id} iframe`).evaluate((frame) => {
  const { top, bottom, height } = frame.getBoundingClientRect();
  return { top, bottom, height };
});

/** The demo's pack without its own questions and words, for every frame of the page. */
export const withPack = (changes) => async (page) => {
  const demo = JSON.parse(readFileSync(join(root, 'assets/packs/demo.json'), 'utf8'));
  const kept = ['needlewise', 'format', 'id', 'name', 'languages', 'contact', 'booking', 'reviewed', 'review_by'];
  const pack = { ...Object.fromEntries(kept.map((name) => [name, demo[name]])), ...changes };
  await page.route('**/packs/test.json', (route) => route.fulfill({ json: pack }));
  await page.addInitScript(() => { window.print = () => { Object.assign(window, { printed: true }); }; });
};

/** Runs in a page: nobody wants to wait ten seconds. */
export function hurry() {
  const wait = window.setTimeout;
  if (window.parent === window) window.setTimeout = /** @type {any} */ ((work, time) => wait(work, time / 50));
}
