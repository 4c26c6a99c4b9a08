// What it takes until somebody can answer: Needlewise, and a questionnaire of SurveyJS with as many questions, in the same run, on a CPU
// slowed down four times and a line of 9 Mbit/s and 60 ms. Needs the built site; prints, and judges nothing.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { openSite, root } from '../browser/helpers.mjs';

const RATE = 4;
const LINE = { offline: false, latency: 60, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8 };
const ROUNDS = 5;
const QUESTIONS = 30;

const survey = await openSurvey();
const site = await openSite();
const subjects = [
  { name: 'Needlewise, home', url: site.url, ready: 'html[data-ready]', complete: 'html[data-complete]' },
  { name: 'Needlewise, first question', url: `${site.url}/#/questions`, ready: 'html[data-ready]', complete: 'html[data-complete]', option: 'label:has(> input[type="radio"]), .option' },
  { name: `SurveyJS, ${QUESTIONS} questions`, url: survey.url, ready: '.sd-question input', complete: '.sd-question input', option: '.sd-question .sd-item label' },
];

/** @type {Map<string, Awaited<ReturnType<typeof measure>>[]>} */
const runs = new Map(subjects.map(({ name }) => [name, []]));
for (let round = 0; round < ROUNDS; round++) for (const subject of subjects) runs.get(subject.name).push(await measure(subject));

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const typical = new Map([...runs].map(([name, all]) => [name, Object.fromEntries(Object.keys(all[0]).map((what) => [what, median(all.map((one) => one[what]))]))]));
const peer = typical.get(subjects[2].name);
const columns = /** @type {const} */ ([['early', 'kB before ready', 1000], ['all', 'kB in all', 1000], ['ready', 'ready, ms', 1], ['longest', 'longest task, ms', 1], ['click', 'option to 2nd frame, ms', 1]]);

console.log(`\nStart in Chromium, 390x844, CPU ${RATE} times slower, 9 Mbit/s, 60 ms, nothing kept (median of ${ROUNDS}; in brackets: times SurveyJS)`);
console.log(`  ${''.padEnd(28)}${columns.map(([, title]) => title.padStart(26)).join('')}`);
for (const [name, figures] of typical) {
  const cells = columns.map(([what, , unit]) => (Number.isNaN(figures[what]) ? '-' : `${(figures[what] / unit).toFixed(unit === 1 ? 0 : 1)} (${(figures[what] / peer[what]).toFixed(2)})`).padStart(26));
  console.log(`  ${name.padEnd(28)}${cells.join('')}`);
}
await site.close();
survey.server.closeAllConnections();
survey.server.close();

/** One visit by somebody who has never been here. */
async function measure({ url, ready, complete, option }) {
  const context = await site.browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, locale: 'en-GB', serviceWorkers: 'block' });
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
    return { ready: when, longest, all: sum(files), early: sum(files.filter(({ responseEnd }) => responseEnd <= when)) };
  });
  let click = NaN;
  if (option) {
    await page.evaluate(watchClick);
    await page.locator(option).first().tap();
    click = await page.waitForFunction(() => /** @type {any} */ (globalThis).clicked).then((found) => found.jsonValue());
  }
  await context.close();
  return { early, all, ready: start.ready, longest: start.longest, click };
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

/** A page of SurveyJS as its documentation has it, with the files of its packages, sent with brotli. */
async function openSurvey() {
  const file = (name) => readFileSync(join(root, 'node_modules', name));
  const elements = Array.from({ length: QUESTIONS }, (_, i) => ({ type: 'radiogroup', name: `q${i}`, title: `Question ${i + 1}`, choices: ['One', 'Two', 'Three', 'Four'] }));
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>SurveyJS</title>
<link rel="stylesheet" href="survey.css"><script defer src="core.js"></script><script defer src="ui.js"></script><script defer src="page.js"></script><div id="survey"></div>`;
  const files = new Map(/** @type {const} */ ([
    ['/', ['text/html', Buffer.from(page)]],
    ['/survey.css', ['text/css', file('survey-core/survey-core.fontless.min.css')]],
    ['/core.js', ['text/javascript', file('survey-core/survey.core.min.js')]],
    ['/ui.js', ['text/javascript', file('survey-js-ui/survey-js-ui.min.js')]],
    ['/page.js', ['text/javascript', Buffer.from(`new Survey.Model(${JSON.stringify({ questionsOnPageMode: 'questionPerPage', elements })}).render(document.getElementById('survey'))`)]],
  ]).map(([path, [type, bytes]]) => [path, { type, bytes: brotliCompressSync(bytes) }]));
  const server = createServer(({ url }, response) => {
    const found = files.get(url ?? '');
    if (!found) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': found.type, 'Content-Encoding': 'br', 'Content-Length': found.bytes.length }).end(found.bytes);
  });
  await new Promise((resolve) => { server.listen(0, 'localhost', () => resolve(undefined)); });
  return { server, url: `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/` };
}
