// One visit in Chromium on a slow machine and line, and what it took: what the benchmarks of the start share.
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';

export const RATE = 4;
const LINE = { offline: false, latency: 60, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8 };

/**
 * @typedef {{name: string, url: string, ready: string, complete: string, option?: string}} Subject
 *   ready, complete: selectors; option: what is tapped
 */

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Each subject in turn, so often; the medians. @param {import('playwright-core').Browser} browser @param {Subject[]} subjects @param {number} rounds */
export async function measureAll(browser, subjects, rounds) {
  const runs = new Map(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) for (const subject of subjects) runs.get(subject.name).push(await measure(browser, subject));
  return new Map([...runs].map(([name, all]) => [name, Object.fromEntries(Object.keys(all[0]).map((what) => [what, median(all.map((one) => one[what]))]))]));
}

/** @param {Awaited<ReturnType<typeof measureAll>>} typical @param {string} peer against whom @param {(readonly [what: string, title: string, unit: number])[]} columns */
export function printTable(typical, peer, columns) {
  console.log(`  ${''.padEnd(30)}${columns.map(([, title]) => title.padStart(26)).join('')}`);
  for (const [name, figures] of typical) {
    const cells = columns.map(([what, , unit]) => (Number.isNaN(figures[what]) ? '-' : `${(figures[what] / unit).toFixed(unit === 1 ? 0 : 1)} (${(figures[what] / typical.get(peer)[what]).toFixed(2)})`).padStart(26));
    console.log(`  ${name.padEnd(30)}${cells.join('')}`);
  }
}

/** One visit by somebody who has never been here. @param {import('playwright-core').Browser} browser @param {Subject} subject */
async function measure(browser, { url, ready, complete, option }) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, locale: 'en-GB', serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: RATE });
  await page.addInitScript(watchStart, ready);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => /** @type {any} */ (globalThis).start?.ready);
  await page.locator(complete).first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
  const { early, all, ...start } = await page.evaluate(() => {
    const { ready: when, longest } = /** @type {any} */ (globalThis).start;
    const files = /** @type {PerformanceResourceTiming[]} */ ([...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]);
    const sum = (some) => some.reduce((bytes, { transferSize }) => bytes + transferSize, 0);
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
    return { ready: when, painted, longest, all: sum(files), early: sum(files.filter(({ responseEnd }) => responseEnd <= when)) };
  });
  let click = NaN;
  if (option) {
    await page.evaluate(watchClick);
    await page.locator(option).first().tap();
    click = await page.waitForFunction(() => /** @type {any} */ (globalThis).clicked).then((found) => found.jsonValue());
  }
  await context.close();
  return { early, all, ...start, click };
}

/** Runs in the page: when the part is there, and the longest task so far. @param {string} ready */
function watchStart(ready) {
  const start = { ready: 0, longest: 0 };
  Object.assign(globalThis, { start });
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) start.longest = Math.max(start.longest, duration); }).observe({ type: 'longtask', buffered: true });
  const watcher = new MutationObserver(() => {
    if (!document.querySelector(ready)) return;
    start.ready = performance.now();
    watcher.disconnect();
  });
  watcher.observe(document, { subtree: true, childList: true, attributes: true });
}

/** Runs in the page: how long after a tap the second frame has been drawn. */
function watchClick() {
  addEventListener('click', ({ timeStamp }) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { clicked: performance.now() - timeStamp }))));
  }, { capture: true, once: true });
}

/** A server of files made here, sent with brotli. @param {Map<string, [type: string, bytes: Buffer]>} made by path */
export async function openPeer(made) {
  const files = new Map([...made].map(([path, [type, bytes]]) => [path, { type, bytes: brotliCompressSync(bytes) }]));
  const server = createServer(({ url }, response) => {
    const found = files.get(url ?? '');
    if (!found) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': found.type, 'Content-Encoding': 'br', 'Content-Length': found.bytes.length }).end(found.bytes);
  });
  await new Promise((resolve) => { server.listen(0, 'localhost', () => resolve(undefined)); });
  return {
    url: `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * A page of SurveyJS as its documentation has it, with the files of its packages.
 * @param {(path: string) => Buffer} file of a package @param {object} survey its JSON
 * @returns {Map<string, [string, Buffer]>}
 */
export function surveyFiles(file, survey) {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>SurveyJS</title>
<link rel="stylesheet" href="survey.css"><script defer src="core.js"></script><script defer src="ui.js"></script><script defer src="page.js"></script><div id="survey"></div>`;
  return new Map(/** @type {[string, [string, Buffer]][]} */ ([
    ['/', ['text/html', Buffer.from(page)]],
    ['/survey.css', ['text/css', file('survey-core/survey-core.fontless.min.css')]],
    ['/core.js', ['text/javascript', file('survey-core/survey.core.min.js')]],
    ['/ui.js', ['text/javascript', file('survey-js-ui/survey-js-ui.min.js')]],
    ['/page.js', ['text/javascript', Buffer.from(`new Survey.Model(${JSON.stringify(survey)}).render(document.getElementById('survey'))`)]],
  ]));
}
