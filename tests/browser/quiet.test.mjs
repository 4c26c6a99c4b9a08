// An idle page draws nothing and asks for nothing; and nothing the browser does by itself is taken away from it.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { openPage, openSite, settled } from './helpers.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** Runs in the page: counts what is drawn and every frame that is asked for. */
function countFrames() {
  const counted = { draws: 0, frames: 0 };
  Object.assign(globalThis, { counted });
  const { drawElements } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.drawElements = function draw(...rest) {
    counted.draws++;
    return drawElements.apply(this, rest);
  };
  const request = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (callback) => {
    counted.frames++;
    return request.call(globalThis, callback);
  };
}

const counted = (page) => page.evaluate(() => ({ .../** @type {any} */ (globalThis).counted }));
const wait = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** Waits until nothing has been drawn for a while, however slow the machine is. */
async function calm(page) {
  for (let i = 0; i < 60; i++) {
    const before_ = await counted(page);
    await wait(500);
    const now = await counted(page);
    if (now.frames === before_.frames) return now;
  }
  throw new Error('the page never comes to rest');
}

for (const path of ['', 'questions/goal', 'learn/healing']) {
  test(`no frame while nothing happens: "${path}"`, async () => {
    const { page, errors, requests } = await openPage(site, { path, reducedMotion: 'no-preference', before: (fresh) => fresh.addInitScript(countFrames) });
    const before_ = await calm(page);
    assert.ok(before_.draws > 0, 'something was drawn');
    await wait(1500);
    assert.deepEqual(await counted(page), before_);
    await page.mouse.move(200, 300);
    await page.mouse.wheel(0, 100);
    await page.waitForFunction((draws) => /** @type {any} */ (globalThis).counted.draws > draws, before_.draws);
    await calm(page);
    assert.deepEqual(errors, []);
    assert.deepEqual(requests, []);
    await page.context().close();
  });
}

/** Runs in the page: remembers what was prevented, after every listener has had its say. */
function watchDefaults() {
  const seen = [];
  Object.assign(globalThis, { seen });
  for (const type of ['keydown', 'keyup', 'wheel', 'touchstart', 'touchmove', 'touchend', 'pointerdown', 'contextmenu', 'mousedown']) {
    globalThis.addEventListener(type, (event) => setTimeout(() => {
      const key = event instanceof KeyboardEvent ? ` ${event.ctrlKey ? 'Ctrl+' : ''}${event.key}` : '';
      seen.push([type + key, event.defaultPrevented]);
    }), { passive: true });
  }
}

test('no default of keys, wheel and touch is prevented', async () => {
  const { page } = await openPage(site, { path: 'questions/goal', hasTouch: true, before: (fresh) => fresh.addInitScript(watchDefaults) });
  for (const key of ['Tab', 'Shift+Tab', 'ArrowDown', 'ArrowUp', 'PageDown', 'Home', 'End', 'Space', 'Backspace', 'Control+f', 'Control+p', 'F6']) await page.keyboard.press(key);
  for (const key of ['F5', 'Control+r', 'Control+Equal']) {  // these would leave the page: made by hand
    const [control, name] = key.includes('+') ? [true, key.split('+')[1]] : [false, key];
    await page.evaluate(([ctrlKey, code]) => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: /** @type {string} */ (code), ctrlKey: /** @type {boolean} */ (ctrlKey), bubbles: true, cancelable: true }));
    }, [control, name]);
  }
  await page.mouse.move(5, 400);
  await page.mouse.wheel(0, 120);
  await page.touchscreen.tap(5, 500);
  await page.touchscreen.tap(200, 420);
  await settled(page);
  const seen = await page.evaluate(() => /** @type {any} */ (globalThis).seen);
  const types = new Set(seen.map(([type]) => type.split(' ')[0]));
  for (const type of ['keydown', 'wheel', 'touchstart', 'touchend', 'pointerdown']) assert.ok(types.has(type), `${type} was tried`);
  assert.deepEqual(seen.filter(([, prevented]) => prevented), []);
  await page.context().close();
});

test('the wheel over the painted page scrolls it, and the canvas stays in view', async () => {
  const { page } = await openPage(site, { path: 'sources' });
  await page.mouse.move(200, 400);
  await page.mouse.wheel(0, 300);
  await page.waitForFunction(() => window.scrollY > 200);
  assert.equal(await page.evaluate(() => document.getElementById('canvas').getBoundingClientRect().top), 0);
  await page.context().close();
});

test('a dragged finger scrolls natively', async () => {
  const { page } = await openPage(site, { path: 'sources', hasTouch: true, isMobile: true });
  const session = await page.context().newCDPSession(page);
  const touch = (type, y) => session.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 195, y }] });
  await touch('touchStart', 700);
  for (let y = 690; y > 300; y -= 10) await touch('touchMove', y);
  await touch('touchEnd');
  await page.waitForFunction(() => window.scrollY > 200);
  await page.context().close();
});
