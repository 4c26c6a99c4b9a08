// What a frame costs in Chromium on a CPU slowed down four times: the heaviest pages, painted while scrolling, and anew from
// the press of a button that opens and closes something (page, layout, document, painting). Needs the built site; prints, and judges nothing.
import { CHROMIUM } from '../browser/chromium.mjs';
import { atPath, openPage, openSite, people, reachResult, settled } from '../browser/helpers.mjs';

const RATE = 4;
const ROUNDS = 15;
const PATHS = ['', 'result', 'result/healing', 'result/visit', 'result/aftercare', 'learn', 'sources'];

/** Runs in the page: every animation frame is timed. */
function timeFrames() {
  const real = requestAnimationFrame;
  const times = [];
  Object.assign(globalThis, { frameTimes: times });
  globalThis.requestAnimationFrame = (callback) => real((now) => {
    const start = performance.now();
    callback(now);
    times.push(performance.now() - start);
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const shown = (ms) => (Number.isNaN(ms) ? '-' : ms.toFixed(1)).padStart(9);

/** Times of `rounds` frames, each after `act`, in ms: the act itself and the frame that follows. */
const measure = (page, act) => page.evaluate(async ([rounds, kind]) => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const { frameTimes } = /** @type {any} */ (globalThis);
  const toggle = /** @type {HTMLElement | null} */ (document.querySelector('main button[aria-expanded]'));
  if (kind === 'change' && !toggle) return [NaN];
  const all = [];
  for (let i = 0; i < rounds; i++) {
    frameTimes.length = 0;
    const start = performance.now();
    if (kind === 'scroll') window.scrollBy(0, i % 2 ? -40 : 40);
    else toggle?.click();
    const acted = performance.now() - start;
    await frame();
    await frame();
    all.push(acted + Math.max(...frameTimes));
  }
  return all;
}, [ROUNDS, act]);

const site = await openSite([], CHROMIUM);
const { page } = await openPage(site, { before: (fresh) => fresh.addInitScript(timeFrames) });
await reachResult(page, people().yusuf);
const session = await page.context().newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: RATE });
console.log(`\nChromium, 390x844, CPU ${RATE} times slower, ms (median of ${ROUNDS})`);
console.log('  page                            scroll    change');
for (const path of PATHS) {
  await page.evaluate((hash) => { location.hash = hash; }, `#/${path}`);
  await atPath(page, path);
  await settled(page);
  console.log(`  ${(path || 'home').padEnd(28)}${shown(median(await measure(page, 'scroll')))}${shown(median(await measure(page, 'change')))}`);
}
await page.context().close();
await site.close();
