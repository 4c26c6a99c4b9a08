// The seam between tests and the browsers that Playwright does not drive as Debian packages them: Firefox over WebDriver BiDi, and WebKitGTK,
// the engine of Safari, over WebDriver. Both run in a virtual display, for without one they paint no canvas.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import puppeteer from 'puppeteer-core';

export const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const WEBKIT_DRIVER = process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';
const KEYS = { Tab: '\uE004', Enter: '\uE007', Space: ' ', ArrowDown: '\uE015', ArrowRight: '\uE014', Home: '\uE011', End: '\uE010', Shift: '\uE008' };

/**
 * @typedef {object} Control  an element with a role and a name, as the browser itself computes them
 * @property {() => Promise<void>} click
 * @property {() => Promise<void>} focus
 * @property {(role: string, name: string) => Promise<Control[]>} within
 *
 * @typedef {object} Driven  a page
 * @property {string} version
 * @property {(url: string) => Promise<void>} open
 * @property {(run: (arg: any) => any, arg?: any) => Promise<any>} evaluate
 * @property {(role: string, name: string) => Promise<Control[]>} find
 * @property {(key: keyof typeof KEYS) => Promise<void>} press
 * @property {(width: number, height: number) => Promise<void>} resize  the view, or the window around it
 * @property {(() => Promise<Uint8Array>) | undefined} print  a PDF, where the driver can
 * @property {() => Promise<void>} close
 */

/** Each with why it cannot run here, which is empty if it can. @type {Record<string, {missing: string, open: () => Promise<Driven>}>} */
export const browsers = {
  firefox: { missing: lacking(FIREFOX, '/usr/bin/Xvfb'), open: openFirefox },
  webkit: { missing: lacking(WEBKIT_DRIVER, '/usr/bin/Xvfb'), open: openWebKit },
};

/** Why something cannot run here; empty if it can. @param {...string} files */
export function lacking(...files) {
  const absent = files.filter((file) => !existsSync(file));
  return absent.length > 0 ? `${absent.join(' and ')} ${absent.length > 1 ? 'are' : 'is'} not installed` : '';
}

/** A display of its own, and the environment of what is to be shown there. */
export async function openDisplay(size = '1100x900') {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.once('data', (bytes) => resolve(String(bytes).trim()));
  });
  return { env: { ...process.env, DISPLAY: `:${number}`, LIBGL_ALWAYS_SOFTWARE: '1' }, close: () => server.kill() };
}

/** @returns {Promise<Driven>} */
async function openFirefox() {
  const display = await openDisplay();
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: FIREFOX, headless: false, env: display.env,
    extraPrefsFirefox: { 'webgl.force-enabled': true, 'ui.prefersReducedMotion': 1, 'intl.accept_languages': 'en-GB', 'datareporting.policy.dataSubmissionEnabled': false },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 844 });
  /** @param {import('puppeteer-core').ElementHandle} element @returns {Control} */
  const control = (element) => ({
    click: () => element.click(),
    focus: () => element.focus(),
    within: async (role, name) => (await element.$$(`aria/${name}[role="${role}"]`)).map(control),
  });
  return {
    version: (await browser.version()).replace(/^firefox\//i, ''),
    open: async (url) => { await page.goto(url); },
    evaluate: (run, arg) => page.evaluate(run, arg),
    find: async (role, name) => (await page.$$(`aria/${name}[role="${role}"]`)).map(control),
    press: (key) => page.keyboard.press(key === 'Space' ? ' ' : key),
    resize: (width, height) => page.setViewport({ width, height }),
    print: () => page.pdf(),
    async close() {
      await browser.close();
      display.close();
    },
  };
}

/** Where elements of a role are looked for. */
const CANDIDATES = { link: 'a[href]', button: 'button', radio: 'input[type=radio]', checkbox: 'input[type=checkbox]', radiogroup: '[role=radiogroup]', group: 'fieldset, [role=group]', combobox: 'select', slider: 'input[type=range]', heading: 'h1, h2, h3' };

/** ms; a script whose page goes away while it runs is never answered: a TimeoutError, and the next one is. */
const UNANSWERED = 20_000;

/** @returns {Promise<Driven>} */
async function openWebKit() {
  const display = await openDisplay();
  const port = await freePort();
  const driver = spawn(WEBKIT_DRIVER, [`--port=${port}`], { stdio: 'ignore', env: { ...display.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LANGUAGE: 'en_GB' } });
  /** @param {string} method @param {string} path @param {object} [body] @param {AbortSignal} [signal] */
  const ask = async (method, path, body, signal) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body), signal });
    const { value } = /** @type {any} */ (await response.json());
    if (value?.error) throw new Error(`${path}: ${value.error} ${value.message}`);
    return value;
  };
  await answering(port);
  const { sessionId, capabilities } = await ask('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] } } } });
  const at = `/session/${sessionId}`;
  await ask('POST', `${at}/window/rect`, { width: 500, height: 844 });
  const name = (/** @type {object} */ reference) => Object.values(reference)[0];
  const search = (/** @type {string} */ from) => async (/** @type {string} */ role, /** @type {string} */ wanted) => {
    const found = [];
    for (const reference of await ask('POST', `${from}/elements`, { using: 'css selector', value: CANDIDATES[role] })) {
      const element = `${at}/element/${name(reference)}`;
      // One that has gone since has no name.
      if (await ask('GET', `${element}/computedlabel`).catch(() => '') === wanted) found.push(control(reference, element));
    }
    return found;
  };
  /** @param {object} reference @param {string} element @returns {Control} */
  const control = (reference, element) => ({
    click: () => ask('POST', `${element}/click`, {}),
    focus: () => ask('POST', `${at}/execute/sync`, { script: 'arguments[0].focus()', args: [reference] }),
    within: search(element),
  });
  return {
    version: capabilities.browserVersion,
    open: (url) => ask('POST', `${at}/url`, { url }),
    evaluate: (run, arg) => ask('POST', `${at}/execute/async`, { script: `const done = arguments[1]; Promise.resolve((${run})(arguments[0])).then(done)`, args: [arg ?? null] }, AbortSignal.timeout(UNANSWERED)),
    find: search(at),
    press: (key) => ask('POST', `${at}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: [{ type: 'keyDown', value: KEYS[key] }, { type: 'keyUp', value: KEYS[key] }] }] }),
    resize: (width, height) => ask('POST', `${at}/window/rect`, { width, height }),
    print: undefined,
    async close() {
      await ask('DELETE', at).catch(() => {});
      driver.kill();
      display.close();
    },
  };
}

/** The browser that comes with the driver's library. */
function miniBrowser() {
  const files = execFileSync('dpkg', ['-L', 'libwebkit2gtk-4.1-0'], { encoding: 'utf8' }).split('\n');
  return files.find((file) => file.endsWith('/MiniBrowser')) ?? 'MiniBrowser';
}

/** @returns {Promise<number>} */
const freePort = () => new Promise((resolve) => {
  const server = createServer();
  server.listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});

/** @param {number} port */
async function answering(port) {
  for (let i = 0; i < 200; i++) {
    if (await fetch(`http://127.0.0.1:${port}/status`).then(() => true, () => false)) return;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error('WebKitWebDriver does not answer');
}
