// Zoomed to 400 %, in a narrow and low window. (What iOS is strict about: tests/checks/mirror.test.mjs.)
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { atPath, openPage, openSite, people, reachResult, settled } from './helpers.mjs';
import { hurryToResult } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

// 1280 × 1024 at 400 % is a window of 320 × 256 CSS pixels at four times the pixels.
const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };

for (const skin of ['canvas', 'plain']) {
  test(`at 400 % one column is left and the focus is in view, in the ${skin} skin`, async () => {
    const { page, errors } = await openPage(site, { ...zoomed, query: skin === 'plain' ? 'view=plain' : '' });
    await reachResult(page, people().sofia);
    for (const path of ['questions/goal', 'result', 'result/healing', 'learn/procedure']) {
      await page.evaluate((hash) => { location.hash = hash; }, `#/${path}`);
      await atPath(page, path);
      await settled(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${path} scrolls sideways`);
      for (let i = 0; i < 8; i++) {
        await page.keyboard.press('Tab');
        await settled(page);
        const hidden = await page.evaluate(() => {
          const box = /** @type {Element} */ (document.activeElement).getBoundingClientRect();
          const bar = document.querySelector('[data-pinned]')?.getBoundingClientRect();
          const inBar = document.activeElement?.closest('[data-pinned]');
          const bottom = bar && !inBar && bar.top > 0 ? bar.top : window.innerHeight;
          return box.bottom <= 0 || box.top >= bottom ? `${document.activeElement?.outerHTML.slice(0, 120)} at ${box.top}` : '';
        });
        assert.equal(hidden, '', path);
      }
    }
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test('a field of the browser does not show through the bar of actions', async () => {
  const { page } = await openPage(site, { viewport: { width: 390, height: 640 } });
  await hurryToResult(page, people().yusuf);
  await page.evaluate(() => { location.hash = '#/questions/event'; });
  await atPath(page, 'questions/event');
  await settled(page);
  const shownBehind = () => page.evaluate(() => {
    const bar = /** @type {Element} */ (document.querySelector('[data-pinned]')).getBoundingClientRect();
    return [...document.querySelectorAll('.date input')].map((field) => {
      const box = field.getBoundingClientRect();
      const cut = Number.parseFloat(/inset\(0px 0px ([\d.]+)px/.exec(getComputedStyle(field).clipPath)?.[1] ?? '0');
      const inView = Math.min(box.bottom - cut, window.innerHeight) - Math.max(box.top, bar.top);
      return { behind: box.bottom > bar.top && box.top < window.innerHeight, shown: Math.max(0, inView) };
    });
  });
  let behind = 0;
  for (const top of [0, 60, 120, 180, 240, 300, 360, 420]) {
    await page.evaluate((to) => window.scrollTo({ top: to, behavior: 'instant' }), top);
    await settled(page);
    for (const field of await shownBehind()) {
      behind += Number(field.behind);
      assert.ok(field.shown <= 1, `${field.shown} px of a field lie over the bar at ${top}`);
    }
  }
  assert.ok(behind > 0, 'the test has seen a field behind the bar');
  await page.context().close();
});
