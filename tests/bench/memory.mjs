// What a page holds while one person after another goes through all of it, in both skins. Needs the built site; prints, and judges nothing.
import { CHROMIUM } from '../browser/chromium.mjs';
import { held, keepMemory, wholeRuns } from '../browser/held.mjs';
import { linkOf, openPage, openSite, people } from '../browser/helpers.mjs';

const RUNS = Number(process.env.RUNS ?? 200);
const STOPS = 4;

const site = await openSite([], CHROMIUM);
const links = Object.keys(people()).map(linkOf);
console.log(`\nMemory after whole runs of one person after another in one page (MB)`);
console.log(`  ${['skin', 'runs', 'program', 'script', 'nodes', 'listeners'].map((title) => title.padStart(10)).join('')}`);
for (const query of ['', 'view=plain']) {
  const { page } = await openPage(site, { query, viewport: { width: 320, height: 300 }, before: (fresh) => fresh.addInitScript(keepMemory) });
  const session = await page.context().newCDPSession(page);
  for (let done = 0; done <= RUNS; done += RUNS / STOPS) {
    if (done > 0) await wholeRuns(page, links, RUNS / STOPS);
    const { module, script, nodes, listeners } = await held(page, session);
    const cells = [query ? 'plain' : 'canvas', done, (module / 1e6).toFixed(1), (script / 1e6).toFixed(2), nodes, listeners];
    console.log(`  ${cells.map((cell) => String(cell).padStart(10)).join('')}`);
  }
  await page.context().close();
}
await site.close();
