// What a page holds in memory, and whole runs in one page to see whether it grows: for tests/browser/memory.test.mjs and the benchmark.

/** What a run looks at: with the time machine, curves, a matrix and a list. */
const PARTS = ['result/course', 'result/healing', 'result/aftercare', 'result/compare', 'result/questions', 'review'];

/** Runs in the page before all else: keeps the memory of the program where `held` finds it. */
export function keepMemory() {
  const instantiate = WebAssembly.instantiate.bind(WebAssembly);
  WebAssembly.instantiate = /** @type {any} */ (async (/** @type {WebAssembly.Module} */ module, /** @type {WebAssembly.Imports} */ imports) => {
    const instance = await instantiate(module, imports);
    const memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory);
    if (memory) Object.assign(globalThis, { memory });
    return instance;
  });
}

/**
 * After all that can go has gone.
 * @param {import('playwright-core').Page} page @param {import('playwright-core').CDPSession} session
 * @returns {Promise<{module: number, script: number, nodes: number, listeners: number}>} module, script: bytes
 */
export async function held(page, session) {
  await page.waitForFunction(picturesCame);  // they come to a canvas when there is nothing else to do, and the browser counts what is in them
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize: script } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  return { module: await page.evaluate(() => /** @type {any} */ (globalThis).memory.buffer.byteLength), script, nodes, listeners };
}

/** Runs in the page. */
const picturesCame = () => [.../** @type {NodeListOf<HTMLImageElement>} */ (document.querySelectorAll('main .picture.figure'))].every((picture) => picture.src && picture.complete);

/**
 * Whole runs: somebody's link is opened, what it makes is looked at, and all is cleared for the next. The page does it itself: who drives it
 * from outside holds on to what was there.
 * @param {import('playwright-core').Page} page @param {string[]} links one after another @param {number} runs
 */
export const wholeRuns = (page, links, runs) => page.evaluate(runThrough, { links, runs, parts: PARTS });

/** Runs in the page. @param {{links: string[], runs: number, parts: string[]}} what */
async function runThrough({ links, runs, parts }) {
  const shown = () => /** @type {any} */ (document.getElementById('mirror')).published.path;
  /** @param {() => unknown} holds */
  const until = async (holds) => {
    while (!holds()) await new Promise((resolve) => { setTimeout(resolve, 5); });
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
  };
  /** @param {string} path @param {string} [then] where that leads */
  const go = async (path, then = path) => {
    location.hash = `#/${path}`;
    await until(() => shown() === then);
  };
  const press = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).click();
  for (let i = 0; i < runs; i++) {
    await go(links[i % links.length], 'result');
    for (const part of parts) await go(part);
    await go('result');
    press('main > .button[data-look="quiet"]');  // clear all, and yes
    await until(() => document.querySelector('dialog[open]'));
    press('dialog[open] .button');
    await until(() => shown() === '');
  }
}
