// What the tests in the other families of browsers share, over the seam in drivers.mjs: waiting, opening, finding, and a site whose files
// can be made to arrive spoiled or not at all.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { start } from '../../tools/serve.mjs';
import { typeOf } from '../../tools/headers.mjs';
import { root } from './helpers.mjs';

/** @typedef {import('./drivers.mjs').Driven} Driven */

const folder = process.env.NEEDLEWISE_SITE ?? join(root, 'build/site');

/** The page that was asked may have gone meanwhile. @param {Error} reason */
const asGone = (reason) => {
  if (reason.name !== 'TimeoutError') throw reason;
};

const PATIENCE = 60_000;  // ms

/** Until the page says so. @param {Driven} page @param {(arg: any) => any} holds @param {any} [arg] */
export async function until(page, holds, arg) {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    if (await page.evaluate(holds, arg).catch(asGone)) return;
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
  throw new Error(`never: ${holds} ${arg ?? ''} at ${await page.evaluate(() => location.href)}`);
}

export const settled = (/** @type {Driven} */ page) => page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve(null))); }));
export const hashOf = (/** @type {Driven} */ page) => page.evaluate(() => decodeURI(location.hash.replace(/^#\/?/, '')));
export const skinOf = (/** @type {Driven} */ page) => page.evaluate(() => document.documentElement.dataset.skin);
export const errorsOf = (/** @type {Driven} */ page) => page.evaluate(() => /** @type {any} */ (globalThis).errors);

/** @param {Driven} page @param {string} url */
export async function open(page, url) {
  await page.open(url);
  await until(page, () => document.documentElement.hasAttribute('data-complete'));
  await watch(page);
  await settled(page);
}

/** Errors from now on. That an observer hears of a size one frame late, as when WebKit adds a bar for scrolling, is none. */
export const watch = (/** @type {Driven} */ page) => page.evaluate(() => {
  const errors = /** @type {any} */ (globalThis).errors = [];
  addEventListener('error', (event) => {
    if (!event.message.startsWith('ResizeObserver loop')) errors.push(String(event.message));
  });
  addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
});

/** @param {Driven} page @param {string} role @param {string} name */
export async function one(page, role, name) {
  let found = await page.find(role, name);
  for (let i = 0; i < 40 && found.length !== 1; i++) found = await page.find(role, name);
  assert.equal(found.length, 1, `${role} "${name}": ${found.length} on ${await hashOf(page)}`);
  return found[0];
}

/** @param {Driven} page @param {string} path @param {string} [heading] */
export async function go(page, path, heading) {
  await page.evaluate((to) => { location.hash = `#/${to}`; }, path);
  await until(page, ({ title, hash }) => location.hash === `#/${hash}` && (title ? document.querySelector('h1')?.textContent === title : true), { title: heading ?? '', hash: path });
  await settled(page);
}

/** The site, and on demand without a network or with a file that is not what its name says. */
export async function openSpoiling() {
  const { server, url } = await start({ root: folder });
  const [honest] = server.listeners('request');
  server.removeAllListeners('request');
  const site = {
    url,
    /** Nothing is answered. */ gone: false,
    /** What spoils which file, and how often yet. @type {{file: RegExp, times: number, spoil: (bytes: Buffer) => Buffer | undefined} | undefined} */ fault: undefined,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  server.on('request', (request, response) => {
    if (site.gone) return void request.socket.destroy();
    if (request.url === '/sw.mjs') return void response.writeHead(404).end();  // no copies on the device: each visit asks
    const writeHead = response.writeHead.bind(response);
    response.writeHead = (/** @type {number} */ status, /** @type {any} */ headers) => writeHead(status, { ...headers, 'Cache-Control': 'no-store' });  // nor in the browser
    const name = (request.url ?? '').split('?')[0].slice(1), fault = site.fault;
    if (!fault || fault.times < 1 || !fault.file.test(name)) return void honest(request, response);
    fault.times -= 1;
    const bytes = fault.spoil(readFileSync(join(folder, name)));
    if (bytes) response.writeHead(200, { 'Content-Type': typeOf(name) }).end(bytes);
    else response.writeHead(503).end();
  });
  return site;
}
