// The healing time machine as people use it: by keyboard, by touch, by what is read out; and what may not move does not.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { atPath, openPage, openSite, people, settled, words } from './helpers.mjs';
import { hurryToResult } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

async function openHealing(options = {}) {
  const opened = await openPage(site, options);
  await hurryToResult(opened.page, people().yusuf);
  await opened.page.evaluate(() => { location.hash = '#/result/healing'; });
  await atPath(opened.page, 'result/healing');
  await settled(opened.page);
  return opened;
}

const slider = (page) => page.getByRole('slider', { name: words['moment.slider'], exact: true });
const picture = (page) => page.getByRole('img', { name: new RegExp(words['moment.figure.typical'].split('}').at(-1)) }).first();

test('the slider says its time, and pictures, words and table follow it', async () => {
  const { page, errors } = await openHealing();
  const said = () => slider(page).getAttribute('aria-valuetext');
  const [start, drawn] = [await said(), await picture(page).getAttribute('aria-label')];
  await slider(page).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await settled(page);
  assert.notEqual(await said(), start);
  assert.notEqual(await picture(page).getAttribute('aria-label'), drawn, 'the picture is described anew');
  await page.getByRole('heading', { level: 2, name: await said(), exact: true }).waitFor();
  await page.keyboard.press('End');
  await settled(page);
  await page.getByRole('button', { name: words['moment.table.show'], exact: true }).click();
  await settled(page);
  const table = page.getByRole('table', { name: words['moment.signs'], exact: true });
  const none = words['level.sign.0'];
  assert.equal(await table.getByRole('cell', { name: none, exact: true }).count(), 8, 'after a year no sign is left, usual or slower');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a finger on the track moves the slider', async () => {
  const { page } = await openHealing({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const box = await slider(page).boundingBox();
  await slider(page).scrollIntoViewIfNeeded();
  const now = await slider(page).boundingBox();
  await page.touchscreen.tap(now.x + now.width / 2, now.y + now.height / 2);
  await settled(page);
  assert.ok(Number(await slider(page).inputValue()) > 3, `in the middle of ${JSON.stringify(box)}`);
  await page.context().close();
});

test('a later session keeps the collagen of the earlier ones', async () => {
  const { page } = await openHealing();
  const section = () => page.getByRole('img', { name: new RegExp(words['moment.figure.section'].split('}').at(-1)) }).first().getAttribute('aria-label');
  const first = await section();
  await page.getByRole('button', { name: words['moment.session'].replace('{number}', '3'), exact: true }).click();
  await settled(page);
  assert.notEqual(await section(), first);
  await page.context().close();
});

test('usual and slower healing are two pictures, and one of them is pressed', async () => {
  const { page } = await openHealing();
  for (let i = 0; i < 6; i++) await slider(page).press('ArrowRight');
  await settled(page);
  const slower = page.getByRole('button', { name: words['moment.slower'], exact: true });
  const image = () => page.locator('.figure[data-image^="skin-"]').getAttribute('data-image');
  const usual = await image();
  assert.equal(await slower.getAttribute('aria-pressed'), 'false');
  await slower.click();
  await settled(page);
  assert.equal(await slower.getAttribute('aria-pressed'), 'true');
  assert.notEqual(await image(), usual);
  await page.context().close();
});

test('the skin, the cut through it and the slider are in view together, and the slider stays there', async () => {
  for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
    const { page } = await openHealing({ viewport });
    for (const part of [page.locator('.figure[data-image^="skin-"]'), page.locator('.figure[data-image^="healing-section"]'), slider(page)]) {
      const box = await part.boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= viewport.height, `${JSON.stringify(box)} in ${viewport.width}`);
      if (viewport.width < 500 && part === slider(page)) assert.ok(box.height >= 44);
    }
    await page.context().close();
  }
});

test('nothing moves while the slider does: the pictures keep their places', async () => {
  const { page } = await openHealing();
  const places = () => page.evaluate(() => [...document.querySelectorAll('.figure[data-image^="skin-"], .figure[data-image^="healing-section"], input[type="range"]')]
    .map((element) => { const { x, y, width, height } = element.getBoundingClientRect(); return [x, y, width, height].join(); }));
  const before = await places();
  for (let i = 0; i < 18; i++) {
    await slider(page).press('ArrowRight');
    await settled(page);
    assert.deepEqual(await places(), before, await slider(page).getAttribute('aria-valuetext'));
  }
  await page.context().close();
});

test('it plays through once, and goes step by step under reduced motion', async () => {
  const { page } = await openHealing({ reducedMotion: 'no-preference' });
  await page.getByRole('button', { name: words['moment.play'], exact: true }).click();
  await page.getByRole('button', { name: words['moment.stop'], exact: true }).waitFor();
  await page.waitForFunction(() => Number(document.querySelector('input[type="range"]').value) >= 2);
  await page.getByRole('button', { name: words['moment.stop'], exact: true }).click();
  await page.context().close();
  const { page: calm } = await openHealing();
  await calm.getByRole('button', { name: words['moment.step'], exact: true }).click();
  await settled(calm);
  assert.equal(await slider(calm).inputValue(), '1');
  await calm.context().close();
});

test('folded, the parts about healing are three screens of a phone at most', async () => {
  const { page } = await openHealing();
  for (const part of ['healing', 'aftercare', 'over-time']) {
    await page.evaluate((path) => { location.hash = `#/${path}`; }, `result/${part}`);
    await atPath(page, `result/${part}`);
    await settled(page);
    const height = await page.evaluate(() => document.querySelector('main [data-look="actions"]').getBoundingClientRect().top
      - document.querySelector('main h1').getBoundingClientRect().top);
    console.log(`${part}: ${Math.round(height)} px, ${(height / 844).toFixed(1)} screens`);
    assert.ok(height <= 3 * 844, `${part}: ${height}`);
  }
  await page.context().close();
});

test('moving pictures stop when asked, and never move under reduced motion', async () => {
  const shown = async (page) => {
    const shots = new Set();
    for (let i = 0; i < 4; i++) {
      shots.add((await page.screenshot()).toString('base64'));
      await page.waitForTimeout(300);
    }
    return shots.size;
  };
  const { page } = await openPage(site, { path: 'learn/procedure', reducedMotion: 'no-preference' });
  const again = page.getByRole('button', { name: new RegExp(words['visit.again']) }).first();
  await again.click();
  await page.waitForTimeout(400);  // the buttons' own transitions
  assert.ok(await shown(page) > 1, 'it moves');
  await again.click();
  await page.getByRole('button', { name: words['visit.hold'], exact: true }).click();
  await page.mouse.move(2, 2);
  await page.waitForTimeout(400);
  assert.equal(await shown(page), 1, 'paused');
  await page.context().close();
  const { page: calm } = await openPage(site, { path: 'learn/procedure' });
  await calm.getByRole('button', { name: new RegExp(words['visit.again']) }).first().click();
  await calm.mouse.move(2, 2);
  await calm.waitForTimeout(400);
  assert.equal(await shown(calm), 1, 'still');
  await calm.context().close();
});
