// What a person has set on their device is followed while the page is open: forced colours, more contrast, less motion, dark
// or light, larger text, wider spacing, a very small window.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { openPage, openSite, people, settled, words } from './helpers.mjs';
import { go, hurry, passThrough } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const published = (page) => page.evaluate(() => {
  const { theme, flags } = /** @type {any} */ (document.getElementById('mirror')).published;
  return { theme: Object.fromEntries(theme.split(';').filter(Boolean).map((/** @type {string} */ pair) => pair.split(' '))), flags };
});
const skinIs = (page, skin) => page.waitForFunction((wanted) => document.documentElement.dataset.skin === wanted, skin);
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// ---- Colours -----------------------------------------------------------------------------------------------------------------

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`forced colours, ${colorScheme}: the document in the colours of the system, as long as they last`, async () => {
    const { page, errors } = await openPage(site, { colorScheme });
    await hurry(page, people().yusuf);
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await skinIs(page, 'plain');
    for (const path of ['questions/goal', 'questions/event', 'result', 'result/studies', 'result/healing']) {
      await go(page, path);
      const off = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('span'));
        const systemColour = (/** @type {string} */ name) => { probe.style.color = name; return getComputedStyle(probe).color; };
        const [text, link, button, ground] = ['CanvasText', 'LinkText', 'ButtonText', 'Canvas'].map(systemColour);
        probe.remove();
        const found = [];
        for (const element of document.querySelectorAll('main :is(p, h1, h2, h3, td, th, li, a, button)')) {
          const { color } = getComputedStyle(element);
          if (![text, link, button].includes(color)) found.push(`${element.localName} is ${color}`);
        }
        if (text === ground) found.push('no colours of the system');
        for (const element of document.querySelectorAll('.option[data-selected], .button[aria-pressed="true"], .link[aria-current]')) {
          if (getComputedStyle(element).outlineStyle !== 'solid') found.push(`${element.className} does not show that it is chosen`);
        }
        const filled = [...document.querySelectorAll('.person.filled, .bar .track')].map((part) => getComputedStyle(part, part.matches('.track') ? '::after' : null).backgroundColor);
        if (filled.some((colour) => colour === ground || colour === 'rgba(0, 0, 0, 0)')) found.push('a chart cannot be seen');
        return found;
      });
      assert.deepEqual(off, [], path);
      assert.equal(await sideways(page), 0);
    }
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.activeElement)).outlineStyle), 'solid');
    await page.emulateMedia({ forcedColors: 'none', colorScheme });
    await skinIs(page, 'canvas');
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test('dark, light and more contrast are followed live, in the picture and in the document', async () => {
  const { page, errors } = await openPage(site, { path: 'questions/goal', colorScheme: 'light' });
  const ground = async () => {
    await settled(page);
    const shot = await page.screenshot({ clip: { x: 2, y: 200, width: 1, height: 1 } });
    return page.evaluate(async (bytes) => {
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext('2d'));
      context.drawImage(await createImageBitmap(new Blob([new Uint8Array(bytes)])), 0, 0);
      return `#${[...context.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    }, [...shot]);
  };
  const looks = new Set();
  for (const [colorScheme, contrast, flags] of /** @type {const} */ ([['dark', null, 1], ['dark', 'more', 3], ['light', 'more', 2], ['light', null, 0]])) {
    await page.emulateMedia({ colorScheme, contrast: contrast ?? 'no-preference' });
    await page.waitForFunction((wanted) => (/** @type {any} */ (document.getElementById('mirror')).published.flags & 3) === wanted, flags);
    const { theme } = await published(page);
    assert.equal(await ground(), theme.page, `${colorScheme} ${contrast ?? ''}`);
    const worn = await page.evaluate(() => [getComputedStyle(document.documentElement).getPropertyValue('--text'), document.documentElement.dataset.theme, getComputedStyle(document.documentElement).colorScheme]);
    assert.deepEqual(worn, [theme.text, colorScheme, colorScheme]);
    looks.add(JSON.stringify(theme));
  }
  assert.equal(looks.size, 4);
  assert.deepEqual(errors, []);
  await page.context().close();
});

// ---- Motion ------------------------------------------------------------------------------------------------------------------

test('less motion stops what moves, and is followed live', async () => {
  const { page } = await openPage(site, { path: 'learn/procedure', reducedMotion: 'no-preference', before: (fresh) => fresh.addInitScript(() => {
    Object.assign(globalThis, { draws: 0 });
    const { drawElements } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.drawElements = function draw(...rest) {
      /** @type {any} */ (globalThis).draws++;
      return drawElements.apply(this, rest);
    };
  }) });
  const again = page.getByRole('button', { name: new RegExp(`^${words['visit.again']}`) }).first();
  /** Frames in the second after the pictures were asked for again. */
  const drawn = async () => {
    await again.click();
    await page.waitForTimeout(400);
    const before_ = await page.evaluate(() => /** @type {any} */ (globalThis).draws);
    await page.waitForTimeout(500);
    return await page.evaluate(() => /** @type {any} */ (globalThis).draws) - before_;
  };
  assert.ok(await drawn() > 0, 'the pictures move');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  assert.equal(await drawn(), 0, 'the pictures stand');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  assert.ok(await drawn() > 0, 'the pictures move again');
  await page.context().close();
});

// ---- Size and spacing ----------------------------------------------------------------------------------------------------------

/** Runs in the page: words that lie over other words, or are cut off. */
function crowded() {
  const lines = [];
  const dialog = document.querySelector('dialog[open]');
  const staying = 'form > [data-look="actions"], [data-look="dock"], :is([data-look="toast"], [data-look="warning"]) *';  // over the foot of the window: what is under it scrolls clear
  for (const element of (dialog ?? document).querySelectorAll('#mirror :is(p, h1, h2, h3, td, th, span, label, a, caption)')) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (own.length === 0 || element.closest(`.said, [aria-hidden], [hidden], [data-look="skip"], ${staying}`) || !element.checkVisibility()) continue;
    if (getComputedStyle(element).clipPath !== 'none') continue;  // for those who listen
    for (const node of own) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1) lines.push({ element, box, text: node.textContent?.trim().slice(0, 40) });
    }
  }
  const off = new Set();
  lines.sort((a, b) => a.box.top - b.box.top);
  for (const [i, { element, box, text }] of lines.entries()) {
    if (box.left < -1 || box.right > document.documentElement.clientWidth + 1) off.add(`"${text}" leaves the window`);
    for (let around = element.parentElement; around && around.id !== 'mirror'; around = around.parentElement) {
      const edge = around.getBoundingClientRect();
      if (/hidden|clip/.test(getComputedStyle(around).overflow) && (box.bottom > edge.bottom + 1 || box.right > edge.right + 1)) off.add(`"${text}" is cut off`);
    }
    for (let j = i + 1; j < lines.length && lines[j].box.top < box.bottom; j++) {
      const other = lines[j];
      const [wide, high] = [Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left), Math.min(box.bottom, other.box.bottom) - other.box.top];
      // Boxes of lines are taller than their letters.
      if (other.element !== element && wide > 2 && high > Math.min(box.height, other.box.height) * 0.4) off.add(`"${text}" lies over "${other.text}"`);
    }
  }
  return [...off].slice(0, 5);
}

/** Runs in the page. @param {boolean} on */
function spaced(on) {
  const sheet = new CSSStyleSheet();  // allowed where a style element is not
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
  document.adoptedStyleSheets = on ? [sheet] : [];
}

test('the plain skin holds twice the text, wider spacing and a very small window', async () => {
  const { page, errors } = await openPage(site, { query: 'view=plain' });
  const found = {};
  await passThrough(page, async ({ name }) => {
    const check = async (how) => {
      const off = await page.evaluate(crowded);
      if (await sideways(page) > 0) off.push('scrolls sideways');
      if (off.length) found[`${name}, ${how}`] = off;
    };
    await check('as it is');
    await page.evaluate(spaced, true);
    await check('spaced');
    await page.evaluate(spaced, false);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await check('at 200 %');
    await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
    await page.setViewportSize({ width: 320, height: 256 });
    await check('at 320 by 256');
    await page.setViewportSize({ width: 390, height: 844 });
  });
  assert.deepEqual(found, {});
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('the canvas skin holds twice the text and a very small window', async () => {
  const { page, errors } = await openPage(site);
  const found = {};
  const laidOut = (width) => page.waitForFunction((wide) => /** @type {any} */ (document.getElementById('mirror')).published.nodes[0].w === wide, width);
  const check = async (how) => {
    await settled(page);
    const off = await page.evaluate(crowded);
    if (await sideways(page) > 0) off.push('scrolls sideways');
    if (off.length) found[how] = off;
  };
  const wanted = ['home', 'question-group-errors', 'question-map', 'question-group', 'result', 'result-studies', 'result-healing', 'dialog', 'sources-opened'];
  await passThrough(page, async ({ name }) => {
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await page.waitForFunction(() => /** @type {any} */ (document.getElementById('mirror')).published.nodes.some((/** @type {any} */ node) => node.nameSize >= 32));
    await check(`${name}, at 200 %`);
    await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
    await page.setViewportSize({ width: 320, height: 256 });
    await laidOut(320);
    await check(`${name}, at 320 by 256`);
    await page.setViewportSize({ width: 390, height: 844 });
    await laidOut(390);
  }, ({ name }) => wanted.includes(name));
  assert.deepEqual(found, {});
  assert.deepEqual(errors, []);
  await page.context().close();
});
