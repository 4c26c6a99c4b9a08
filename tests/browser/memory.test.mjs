// A tablet in a waiting room runs for weeks: one person after another, and the page holds no more than after the first few.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { held, keepMemory, wholeRuns } from './held.mjs';
import { linkOf, openPage, openSite } from './helpers.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

for (const query of ['', 'view=plain']) {
  test(`whole runs of many people leave nothing behind ${query}`, async (t) => {
    const { page, errors } = await openPage(site, { query, viewport: { width: 320, height: 300 }, before: (fresh) => fresh.addInitScript(keepMemory) });
    const session = await page.context().newCDPSession(page);
    const links = ['ella', 'ruth', 'grace', 'yusuf'].map(linkOf);
    const heldAfter = async (/** @type {number} */ runs) => {
      await wholeRuns(page, links, runs);
      return held(page, session);
    };
    const [few, many] = [await heldAfter(links.length), await heldAfter(4 * links.length)];
    t.diagnostic(JSON.stringify({ few, many }));
    assert.equal(many.module, few.module, 'the memory of the program');
    assert.ok(many.nodes <= few.nodes && many.listeners <= few.listeners, 'the document');
    assert.ok(many.script <= 1.1 * few.script, 'the script');
    assert.ok(many.module + many.script <= 24e6, 'in all');
    assert.deepEqual(errors, []);
  });
}
