// Zoomed to 400 %, in a narrow and low window, and by the rules that iOS is strict about.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { atPath, openPage, openSite, people, reachResult, root, settled } from './helpers.mjs';

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

test('fields are not zoomed into, and nothing is placed by what iOS forgets', () => {
  const css = ['app', 'canvas', 'plain'].map((name) => readFileSync(join(root, `web/${name}.css`), 'utf8')).join('\n').replace(/\/\*[^]*?\*\//g, '');
  for (const rule of css.match(/[^{}]*(input|select)[^{}]*\{[^}]*\}/g) ?? []) {
    const size = /font-size:\s*([\d.]+)(px|rem)/.exec(rule);
    if (size) assert.ok(Number(size[1]) * (size[2] === 'rem' ? 16 : 1) >= 16, rule);
  }
  const over = readFileSync(join(root, 'web/canvas.css'), 'utf8').replace(/\/\*[^]*?\*\//g, '');
  assert.doesNotMatch(over, /(filter|transform)\s*:/, 'what lies over the canvas is placed by offsets alone');
  const placed = /\[data-key\]\s*\{([^}]*)\}/.exec(css)?.[1] ?? '';
  for (const side of ['left', 'top', 'width', 'height']) assert.match(placed, new RegExp(`${side}\\s*:`), `elements say their ${side}`);
});
