// How soon the page can be used, beside SurveyJS (npm) with 30 questions in the same run: phone viewport, CPU slowed four times, two
// lines. Medians; prints, and judges nothing. Needs the built site.
//   node tests/bench/startup.mjs [RUNS]
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { openSite, ready, root } from '../browser/helpers.mjs';

const RUNS = Number(process.argv[2] ?? 5);
const RATE = 4;
const LINES = { '9 Mbit/s, 60 ms': { latency: 60, rate: 9e6 / 8 }, '1.6 Mbit/s, 150 ms': { latency: 150, rate: 1.6e6 / 8 } };

/** A page with SurveyJS as its own documentation builds one, each file compressed. */
async function serveSurvey() {
  const { resolve } = createRequire(join(root, 'package.json'));
  const file = (name) => readFileSync(resolve(name));
  const elements = Array.from({ length: 30 }, (_, i) => ({ type: 'radiogroup', name: `q${i}`, title: `Question ${i + 1}`, choices: ['One', 'Two', 'Three', 'Four'] }));
  const survey = { questionsOnPageMode: 'questionPerPage', elements };
  const files = {
    '/': ['text/html', '<!doctype html><meta charset=utf-8><meta name=viewport content="width=device-width"><title>Survey</title><link rel=stylesheet href=survey.css><script defer src=core.js></script><script defer src=ui.js></script><script defer src=start.js></script><div id=survey></div>'],
    '/survey.css': ['text/css', file('survey-core/survey-core.min.css')],
    '/core.js': ['text/javascript', file('survey-core/survey.core.min.js')],
    '/ui.js': ['text/javascript', file('survey-js-ui/survey-js-ui.min.js')],
    '/start.js': ['text/javascript', `new Survey.Model(${JSON.stringify(survey)}).render('survey');`],
  };
  const packed = Object.fromEntries(Object.entries(files).map(([name, [type, body]]) => [name, [type, brotliCompressSync(body)]]));
  const server = createServer((request, response) => {
    const [type, body] = packed[request.url ?? ''] ?? [];
    response.writeHead(body ? 200 : 404, body ? { 'Content-Type': type, 'Content-Encoding': 'br', 'Content-Length': body.length } : {}).end(body);
  });
  await new Promise((listening) => { server.listen(0, 'localhost', listening); });
  return { server, url: `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/` };
}

/** Runs in the page: when it is ready, its largest paint, its long tasks, its shifts. */
function watchStart(selector) {
  const seen = { ready: 0, paint: 0, longest: 0, blocked: 0, shift: 0 };
  Object.assign(globalThis, { seen });
  const observe = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('largest-contentful-paint', (entry) => { seen.paint = entry.startTime; });
  observe('longtask', ({ duration }) => {
    seen.longest = Math.max(seen.longest, duration);
    seen.blocked += Math.max(0, duration - 50);
  });
  observe('layout-shift', (entry) => { seen.shift += /** @type {any} */ (entry).value; });
  new MutationObserver(() => {
    if (seen.ready === 0 && document.querySelector(selector)) seen.ready = performance.now();
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

/** Runs in the page: ms from a click to the second frame after it. */
const clickCost = (option) => new Promise((resolve) => {
  const start = performance.now();
  /** @type {HTMLElement} */ (document.querySelector(option)).click();
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start), 0)));
});

async function slow(page, line) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: line.latency, downloadThroughput: line.rate, uploadThroughput: line.rate });
  await session.send('Emulation.setCPUThrottlingRate', { rate: RATE });
  return session;
}

/** One visit to a page that nothing is known of. */
async function visit(browser, { url, selector, option }, line) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, serviceWorkers: 'block', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const session = await slow(page, line);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await page.addInitScript(watchStart, selector);
  await page.goto(url);
  await page.waitForFunction(() => /** @type {any} */ (globalThis).seen.ready > 0, null, { timeout: 60_000 });
  await page.waitForTimeout(1500);
  const seen = await page.evaluate(() => /** @type {any} */ (globalThis).seen);
  const click = option ? await page.evaluate(clickCost, option) : NaN;
  await context.close();
  return { ...seen, click, bytes };
}

/** A visit after one that left the page on the device. */
async function visitAgain(browser, { url, selector }, line) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('html[data-offline]').waitFor({ state: 'attached', timeout: 60_000 });
  await slow(page, line);
  await page.addInitScript(watchStart, selector);
  await page.reload();
  await ready(page);
  const time = await page.evaluate(() => /** @type {any} */ (globalThis).seen.ready);
  await context.close();
  return time;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const medians = (runs) => Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((run) => run[key]))]));
const cell = (value, digits = 0) => (Number.isFinite(value) ? value.toFixed(digits) : '-').padStart(9);

const site = await openSite();
const survey = await serveSurvey();
const subjects = {
  SurveyJS: { url: survey.url, selector: '#survey input', option: '#survey input' },
  'Needlewise, home': { url: `${site.url}/`, selector: 'html[data-ready]' },
  'Needlewise, question': { url: `${site.url}/#/questions`, selector: 'html[data-ready]', option: 'main input' },
};
for (const [name, line] of Object.entries(LINES)) {
  const runs = Object.fromEntries(Object.keys(subjects).map((subject) => [subject, []]));
  const again = [];
  for (let i = 0; i < RUNS; i++) {
    for (const [subject, what] of Object.entries(subjects)) runs[subject].push(await visit(site.browser, what, line));
    again.push(await visitAgain(site.browser, subjects['Needlewise, home'], line));
  }
  const peer = medians(runs.SurveyJS);
  console.log(`\n${name}, CPU ${RATE} times slower, 390x844; ms, medians of ${RUNS}`);
  console.log(`${''.padEnd(22)}    ready  x SurveyJS   largest paint  longest task  blocked   shift    click   kB`);
  for (const [subject, each] of Object.entries(runs)) {
    const { ready: time, paint, longest, blocked, shift, click, bytes } = medians(each);
    console.log(`${subject.padEnd(22)}${cell(time)}${cell(time / peer.ready, 2)}   ${cell(paint)}      ${cell(longest)}     ${cell(blocked)}${cell(shift, 3)}${cell(click)}${cell(bytes / 1000)}`);
  }
  const first = medians(runs['Needlewise, home']).ready;
  console.log(`${'Needlewise, again'.padEnd(22)}${cell(median(again))}${cell(median(again) / peer.ready, 2)}   (${(median(again) / first).toFixed(2)} of the first visit)`);
}
await site.close();
survey.server.closeAllConnections();
survey.server.close();
