// The answer at a glance: how tall the parts of the sheet are on a phone, and how much asks to be pressed. Prints the figures it holds.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { openPage, openSite, people, settled } from './helpers.mjs';
import { go, hurryToResult } from './states.mjs';

const VIEW = 844;
const PARTS = ['', 'course', 'take', 'visit', 'questions', 'healing', 'aftercare', 'over-time', 'studies', 'compare', 'check'];

/** Screens with banner and footer. The aim is three, and two for the summary, which says first what to do about what stands in the way. */
const MOST = { summary: 2.5 };

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** Screens of 390 × 844, to a tenth. */
const screens = async (page) => Math.round(await page.evaluate(() => document.documentElement.scrollHeight) / VIEW * 10) / 10;

for (const query of ['', 'view=plain']) {
  test(`no part is longer than it was when it was made short ${query}`, async (t) => {
    for (const name of ['ella', 'ruth', 'tom']) {
      const { page } = await openPage(site, { query });
      await hurryToResult(page, people()[name]);
      const tall = {};
      for (const part of PARTS) {
        await go(page, part ? `result/${part}` : 'result');
        await settled(page);
        tall[part || 'summary'] = await screens(page);
      }
      t.diagnostic(`${name}: ${Object.entries(tall).map(([part, count]) => `${part} ${count}`).join(', ')}`);
      for (const [part, count] of Object.entries(tall)) assert.ok(count <= (MOST[part] ?? 3), `${name}, ${part}: ${count} screens`);
      await page.context().close();
    }
  });
}
