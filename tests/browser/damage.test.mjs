// A frame paints only what has changed (src/platform/damage.h). What is then seen is what painting all of it shows, to the pixel.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test, { after, before } from 'node:test';
import { linkOf, openPage, openSite, settled } from './helpers.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const pixels = async (page) => {
  await settled(page);
  await page.waitForTimeout(100);
  const bytes = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  return createHash('sha256').update(bytes).digest('hex');
};

/** Another size and back: all of it is painted anew. */
async function paintedAnew(page) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: size.width, height: size.height - 40 });
  await settled(page);
  await page.setViewportSize(size);
  return pixels(page);
}

/** Runs in the page: how many rows of the canvas may be painted at most, by the cuts that are asked for. */
function watchCuts() {
  const seen = { highest: 0 };
  Object.assign(globalThis, { seen });
  const { scissor } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.scissor = function cut(x, y, width, height) {
    seen.highest = Math.max(seen.highest, height);
    return scissor.call(this, x, y, width, height);
  };
}

for (const ratio of [1, 1.25, 2.625]) {
  test(`a question at a pixel ratio of ${ratio}: an answer, the pointer, the focus, what unfolds`, async () => {
    const { page } = await openPage(site, { path: 'questions/goal', deviceScaleFactor: ratio, before: (fresh) => fresh.addInitScript(watchCuts) });
    await settled(page);
    const steps = {
      'an answer': () => page.getByRole('radio').nth(1).press('Space'),
      'another answer': () => page.keyboard.press('ArrowDown'),
      'the pointer over a third': () => page.mouse.move(200, 640),
      'the focus on the bar': () => page.locator('.button[data-look="primary"]').focus(),
    };
    for (const [what, step] of Object.entries(steps)) {
      await page.evaluate(() => { /** @type {any} */ (globalThis).seen.highest = 0; });
      await step();
      const before_ = await pixels(page);
      const highest = await page.evaluate(() => /** @type {any} */ (globalThis).seen.highest);
      assert.ok(highest > 0 && highest < 844 * ratio * 0.9, `${what}: of ${844 * ratio} rows at most ${highest} are painted`);
      assert.equal(before_, await paintedAnew(page), what);
    }
    await page.getByRole('button', { expanded: false }).first().click();
    assert.equal(await pixels(page), await paintedAnew(page), 'what unfolds');
    await page.mouse.wheel(0, 300);
    await page.waitForFunction(() => window.scrollY > 100);
    assert.equal(await pixels(page), await paintedAnew(page), 'scrolled');
    await page.context().close();
  });
}

test('the time machine, and after the context was lost', async () => {
  const { page } = await openPage(site, { path: linkOf('priya') });
  await page.waitForFunction(() => location.hash === '#/result');
  await page.evaluate(() => { location.hash = '#/result/healing'; });
  await page.waitForFunction(() => document.querySelector('input[type="range"]'));
  await page.getByRole('slider').first().press('ArrowRight');
  assert.equal(await pixels(page), await paintedAnew(page), 'the slider moved');
  await page.evaluate(() => {
    const gl = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas')).getContext('webgl2');
    const lose = gl.getExtension('WEBGL_lose_context');
    lose.loseContext();
    return new Promise((resolve) => { setTimeout(() => { lose.restoreContext(); setTimeout(resolve, 300); }, 100); });
  });
  assert.equal(await pixels(page), await paintedAnew(page), 'the context is back');
  await page.context().close();
});
