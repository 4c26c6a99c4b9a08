// The plain skin is the same consultation without the picture: asked for, without WebGL, with a lost context, in forced
// colours and on paper. And before the program has come, or when it never comes, there is something to read.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { atPath, linkOf, openPage, openSite, people, reachResult, root, settled, TODAY, words } from './helpers.mjs';
import { go, hurryToResult, passSlides } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const skin = (page) => page.locator('html').getAttribute('data-skin');
const seen = (page, selector) => page.locator(selector).first().evaluate((element) => {
  const style = getComputedStyle(element);
  return style.display !== 'none' && style.color !== 'rgba(0, 0, 0, 0)';
});

async function run(page) {
  assert.equal(await skin(page), 'plain');
  assert.ok(await seen(page, 'h1'));
  assert.ok(!await page.locator('#canvas').isVisible());
  await reachResult(page, people().helen);
  assert.ok(await seen(page, 'h1'));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
}

test('in a calendar only sessions count, as in the picture', async () => {
  const { page } = await openPage(site, { query: 'view=plain' });
  await hurryToResult(page, people().priya);
  await go(page, 'result/course');
  const counts = await page.locator('.chart[data-look="calendar"] .bar').evaluateAll((bars) => bars.map((bar) => [bar.hasAttribute('data-day'), getComputedStyle(bar).counterIncrement]));
  assert.deepEqual(new Set(counts.map(String)), new Set(['false,day 1', 'true,none']));
  await page.context().close();
});

test('the body map stands above its answers, shows what is chosen, and a press on it answers', async () => {
  const { page, errors } = await openPage(site, { query: 'view=plain', path: 'questions/area' });
  await page.locator('.map img[src]').waitFor();
  const [map, first, last] = await Promise.all(['.map', '.option >> nth=0', '.map path >> nth=-1'].map((part) => page.locator(part).boundingBox()));
  assert.ok(map && first && last && map.y + map.height <= first.y && map.width >= 240 && last.y > map.y, JSON.stringify([map, first, last]));
  assert.equal(await page.locator('.map path').count(), await page.locator('.region').count());
  const chosen = () => page.locator('.map .on').evaluateAll((paths) => paths.map((path) => [path.parentElement.children.length - [...path.parentElement.children].indexOf(path), getComputedStyle(path).fill]));
  const answers = () => page.getByRole('checkbox', { checked: true }).evaluateAll((inputs) => inputs.map((input) => input.labels[0].textContent));
  assert.deepEqual([await chosen(), await answers()], [[], []]);
  const face = page.getByRole('checkbox', { name: words['option.area.face'], exact: true });
  await face.check();
  await settled(page);
  const count = await page.locator('.map path').count();
  assert.deepEqual(await chosen(), [[count, 'rgb(15, 95, 87)']], 'its first region, in the accent');
  await page.locator('.map').click({ position: { x: map.width * 126 / 480, y: map.height * 180 / 480 } });
  await settled(page);
  assert.deepEqual((await answers()).sort(), [words['option.area.abdomen'], words['option.area.face']].sort());
  await page.locator('.map').click({ position: { x: map.width * 126 / 480, y: map.height * 50 / 480 } });
  await settled(page);
  assert.deepEqual(await answers(), [words['option.area.abdomen']]);
  assert.equal((await chosen()).length, 1);
  await page.locator('.map').click({ position: { x: 4, y: 4 } });
  await settled(page);
  assert.deepEqual(await answers(), [words['option.area.abdomen']], 'beside the body is no answer');
  assert.equal(await page.locator('.choice').getByRole('img').count(), 0, 'for the eye only: the check boxes say it all');
  assert.deepEqual(errors, []);
  await page.context().close();
});

/** Runs in a page: rows whose words do not stand beside their picture, or that have no axis of their own width below. */
function strayRows() {
  const axes = [...document.querySelectorAll('.axis')].map((axis) => axis.getBoundingClientRect()).filter(({ width }) => width > 0);
  return [...document.querySelectorAll('.bar')].filter((bar) => {
    const [picture, track] = ['.picture', '.track'].map((part) => bar.querySelector(part).getBoundingClientRect());
    const beside = ['.name', '.value'].every((part) => {
      const range = document.createRange();
      range.selectNodeContents(bar.querySelector(part).lastChild);
      return [...range.getClientRects()].every(({ left, right }) => (document.dir === 'rtl' ? right <= picture.left : left >= picture.right));
    });
    return !beside || !axes.some((axis) => axis.top >= track.bottom && Math.abs(axis.left - track.left) < 1 && Math.abs(axis.width - track.width) < 1);
  }).map((bar) => bar.textContent);
}

for (const [width, height, lang] of /** @type {const} */ ([[1024, 768, 'en'], [768, 1024, 'de'], [390, 844, 'ar']])) {
  test(`what to do and what to leave: words beside their picture, and an axis for every column, ${width} px, ${lang}`, async () => {
    const { page } = await openPage(site, { query: `view=plain&lang=${lang}`, path: linkOf('tom'), viewport: { width, height } });
    await atPath(page, 'result');
    await go(page, 'result/aftercare');
    assert.deepEqual(await page.evaluate(strayRows), []);
    const seen = [];
    await passSlides(page, async (path) => {
      if (!/care-(do|leave)$/.test(path)) return;
      assert.deepEqual(await page.evaluate(strayRows), [], path);
      seen.push(await page.locator('.axis').evaluateAll((axes) => axes.filter((axis) => axis.getBoundingClientRect().width > 0).length));
    });
    assert.equal(seen.length, 2);
    if (width >= 700) assert.deepEqual(seen, [2, 2], 'one for each column');
    await page.context().close();
  });
}

test('every picture that a page names is shown', async () => {
  const { page } = await openPage(site, { query: 'view=plain' });
  await hurryToResult(page, people().priya);
  const topics = JSON.parse(readFileSync(join(root, 'assets/model/topics.json'), 'utf8')).map(({ id }) => `learn/${id}`);
  let shown = 0;
  for (const path of ['', 'learn', ...topics, 'learn/procedure', 'result/healing', 'result/aftercare', 'result/compare', 'questions/area']) {
    await go(page, path);
    await page.waitForFunction(() => [...document.querySelectorAll('#mirror img')].every((img) => img instanceof HTMLImageElement && img.complete && (img.hidden || img.src !== '')));
    const empty = await page.locator('#mirror img').evaluateAll((pictures) => pictures.filter((picture) => picture instanceof HTMLImageElement && (picture.hidden || picture.naturalWidth === 0)).map((picture) => picture.parentElement?.textContent));
    assert.deepEqual(empty, [], path);
    shown += await page.locator('#mirror img').count();
  }
  assert.ok(shown > 40, String(shown));
  await page.context().close();
});

test('the whole run when it is asked for', async () => {
  const { page, errors, requests } = await openPage(site, { query: 'view=plain', viewport: { width: 320, height: 640 } });
  await run(page);
  assert.deepEqual(errors, []);
  assert.deepEqual(requests, []);
  await page.context().close();
});

/** Runs in a page: words of which one part stands on another line than the rest. */
function brokenWords() {
  const broken = [];
  const texts = document.createTreeWalker(document.getElementById('page'), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.parentElement.closest('[hidden], .said') || getComputedStyle(text.parentElement).clipPath !== 'none') continue;
    for (const word of text.nodeValue.matchAll(/[\p{L}\p{M}\d]+/gu)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word[0]);
    }
  }
  return broken;
}

for (const lang of ['en', 'de', 'pl', 'ar']) {
  test(`no word of the sheet is broken on a phone: ${lang}`, async () => {
    const { page } = await openPage(site, { path: linkOf('ella'), query: `view=plain&lang=${lang}`, viewport: { width: 390, height: 844 } });
    await atPath(page, 'result');
    for (const part of ['result', ...['course', 'visit', 'healing', 'aftercare', 'over-time', 'studies', 'compare', 'take', 'sheet'].map((name) => `result/${name}`)]) {
      await go(page, part);
      assert.deepEqual(await page.evaluate(brokenWords), [], part);
    }
    await page.context().close();
  });
}

test('the whole run without WebGL', async () => {
  const { page, errors } = await openPage(site, { before: (fresh) => fresh.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = /** @type {any} */ (function refuse(kind, ...rest) {
      return kind.startsWith('webgl') ? null : /** @type {any} */ (getContext).call(this, kind, ...rest);
    });
  }) });
  await run(page);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('the whole run in forced colours', async () => {
  const { page } = await openPage(site, { forcedColors: 'active' });
  await run(page);
  await page.emulateMedia({ forcedColors: 'none' });
  await page.waitForFunction(() => document.documentElement.dataset.skin === 'canvas');
  await page.context().close();
});

test('a lost context shows the document, and the picture when it is back', async () => {
  const { page, errors } = await openPage(site, { path: 'questions/goal' });
  assert.equal(await skin(page), 'canvas');
  await page.evaluate(() => {
    const gl = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas')).getContext('webgl2');
    const lose = gl.getExtension('WEBGL_lose_context');
    Object.assign(globalThis, { lose });
    lose.loseContext();
  });
  await page.waitForFunction(() => document.documentElement.dataset.skin === 'plain');
  await page.getByRole('radio', { name: words['option.goal.hair'] ?? words['option.goal.acne-scars'], exact: true }).press('Space');
  await page.evaluate(() => /** @type {any} */ (globalThis).lose.restoreContext());
  await page.waitForFunction(() => document.documentElement.dataset.skin === 'canvas');
  await settled(page);
  await settled(page);
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 1);
  const colours = await page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(/** @type {number[]} */ (bytes))]));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, [...await page.screenshot()]);
  assert.ok(colours > 20, `the picture is painted again, with its words (${colours} colours)`);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('paper shows the words, in dark on white', async () => {
  const { page } = await openPage(site, { colorScheme: 'dark' });
  await hurryToResult(page, people().priya);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await seen(page, 'h1'));
  assert.ok(!await page.locator('#canvas').isVisible());
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), 'rgb(255, 255, 255)');
  const pdf = await page.pdf({ format: 'A4' });
  assert.ok(pdf.length > 10_000);
  await page.context().close();
});

test('the first page can be read without JavaScript', async () => {
  const page = await (await site.browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(site.url);
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), words['home.title']);
  assert.ok(await page.getByText(words['home.lead']).isVisible());
  assert.ok((await page.content()).includes(words.noscript));
  await page.context().close();
});

test('a failed download says what to do', async () => {
  const page = await (await site.browser.newContext()).newPage();
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto(site.url);
  await page.locator('#trouble').waitFor({ state: 'visible' });
  assert.ok(await page.getByRole('heading', { level: 1 }).isVisible(), 'the first page stays');
  await page.context().close();
});

for (const [file, body] of [['content', '{"assets/model/rules.json": 3}'], ['more-content', '{"more-content": ["assets/model/rules.json"]}']]) test(`${file} that is not what it should be says so on the page, and nothing else is shown`, async () => {
  const page = await (await site.browser.newContext()).newPage();
  const name = `${file}.${createHash('sha256').update(body).digest('hex').slice(0, 8)}.json`;  // its bytes fit its name
  await page.route(`**/${name}`, (route) => route.fulfill({ contentType: 'application/json', body }));
  await page.route(`${site.url}/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(new RegExp(`(?<!-)${file}\\.\\w{8}\\.json`, 'g'), name) });
  });
  await page.goto(site.url);
  await page.locator('h1', { hasText: 'cannot start' }).waitFor({ state: 'attached' });
  assert.ok(await page.getByRole('listitem').count() > 0);
  await page.context().close();
});

test('the day is the person’s own', async () => {
  const { page } = await openPage(site, { path: 'questions/goal' });
  assert.equal(await page.evaluate(() => new Date().toISOString().slice(0, 10)), TODAY);
  await page.context().close();
});

test('of a hundred people as many are filled as the words say', async () => {
  const { page } = await openPage(site, { query: 'view=plain' });
  await hurryToResult(page, people().yusuf);
  await page.evaluate(() => { location.hash = '#/result/studies'; });
  await page.getByRole('button', { name: words['studies.people.title'] }).click();
  const chart = page.locator('.chart[data-look="people"]');
  await chart.waitFor();
  const said = Number(/\d+/.exec((await chart.locator('figcaption .words').last().textContent()) ?? '')?.[0]);
  assert.ok(said > 0 && said < 100);
  assert.equal(await chart.locator('.person').count(), 100);
  assert.equal(await chart.locator('.person.filled').count(), said);
  await page.context().close();
});
