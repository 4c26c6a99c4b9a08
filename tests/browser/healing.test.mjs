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
  await page.getByRole('heading', { level: 3, name: await said(), exact: true }).waitFor();
  await page.keyboard.press('End');
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
