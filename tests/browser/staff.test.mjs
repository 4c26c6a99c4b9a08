// Staff on a tablet: present by touch, keys and swipes, draw, read the brief, clear everything.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { violations, withAxe } from './axe.mjs';
import { atPath, linkOf, openPage, openSite, pathOf, people, settled, words } from './helpers.mjs';
import { hurryToResult, passSlides } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const tablets = {
  upright: { viewport: { width: 820, height: 1180 }, hasTouch: true },
  lying: { viewport: { width: 1180, height: 820 }, hasTouch: true },
};

const button = (page, key) => page.getByRole('button', { name: words[key], exact: true });
const go = (page, path) => page.evaluate((hash) => { location.hash = hash; }, `#/${path}`);
const strokes = (page) => page.locator('.drawing .ink').count();
const said = (page) => page.locator('#announcer').textContent();

/** A finger that goes from one point to the other, as the browser itself sees it: at once, however slow the machine is. */
async function drag(page, from, to, { rests = true } = {}) {
  const session = await page.context().newCDPSession(page);
  const touch = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const steps = [1, 2, 3].map((step) => ({ x: from.x + (to.x - from.x) * step / 3, y: from.y + (to.y - from.y) * step / 3 }));
  const sent = [touch('touchStart', [from]), ...steps.map((step) => touch('touchMove', [step]))];
  if (rests) {  // else the browser takes it for a throw, and the next touch for the one that stops it
    await Promise.all(sent);
    await new Promise((resolve) => { setTimeout(resolve, 150); });
    await touch('touchMove', [{ ...to, x: to.x + 1 }]);
  }
  await Promise.all([...sent, touch('touchEnd', [])]);
  await session.detach();
  await settled(page);
}

for (const [name, tablet] of Object.entries(tablets)) {
  for (const query of name === 'upright' ? ['start=staff', 'start=staff&view=plain'] : ['start=staff']) {
    test(`by touch alone, ${name}, ${query}`, async () => {
      const { page, errors, requests } = await openPage(site, { ...tablet, query, before: withAxe });
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.deepEqual(await violations(page), []);
      await button(page, 'staff.present.start').tap();
      await page.waitForFunction(() => location.hash.startsWith('#/staff/show/'));
      await settled(page);
      const first = pathOf(page);
      assert.deepEqual(await violations(page), []);
      assert.ok(await wide() <= 0);
      assert.equal(await page.locator('header').count(), 0, 'the frame is only a bar');
      await button(page, 'present.next').tap();
      await page.waitForFunction((path) => !location.hash.endsWith(path), first);
      await button(page, 'present.back').tap();
      await atPath(page, first);

      await drag(page, { x: 600, y: 400 }, { x: 300, y: 410 }, { rests: false });
      await page.waitForFunction((path) => !location.hash.endsWith(path), first);
      await drag(page, { x: 300, y: 400 }, { x: 600, y: 390 }, { rests: false });
      await atPath(page, first);
      await drag(page, { x: 400, y: 300 }, { x: 420, y: 600 });
      assert.equal(pathOf(page), first, 'down is no swipe');

      assert.equal(await button(page, 'present.draw').getAttribute('aria-pressed'), 'false', 'off by default');
      await drag(page, { x: 300, y: 300 }, { x: 330, y: 320 });
      assert.equal(await strokes(page), 0);
      await button(page, 'present.draw').tap();
      await page.locator('.drawing[data-on]').waitFor({ state: 'attached' });
      await page.waitForFunction((text) => document.getElementById('announcer').textContent === text, words['present.drawing-on']);
      await drag(page, { x: 200, y: 300 }, { x: 600, y: 420 });
      assert.equal(await strokes(page), 1);
      assert.equal(pathOf(page), first, 'a stroke is no swipe');
      await drag(page, { x: 200, y: 300 }, { x: 201, y: 301 });
      assert.equal(await strokes(page), 1, 'a touch that stays only points');
      await button(page, 'present.clear').tap();
      await settled(page);
      assert.equal(await strokes(page), 0);
      await drag(page, { x: 200, y: 300 }, { x: 600, y: 420 });
      await button(page, 'present.next').tap();
      await page.waitForFunction((path) => !location.hash.endsWith(path), first);
      await settled(page);
      assert.equal(await strokes(page), 0, 'another page, another drawing');
      await button(page, 'present.draw').tap();
      await page.waitForFunction((text) => document.getElementById('announcer').textContent === text, words['present.drawing-off']);
      await button(page, 'present.leave').tap();
      await atPath(page, 'staff');
      assert.equal(await page.locator('.drawing').count(), 0);

      await page.getByRole('link', { name: new RegExp(`^${words['brief.title']}`) }).tap();
      await atPath(page, 'staff/brief');
      await page.getByRole('link', { name: words['brief.back'] }).tap();
      await atPath(page, 'staff');
      await button(page, 'staff.wipe').tap();
      await page.getByRole('dialog', { name: words['wipe.title'] }).waitFor();
      assert.deepEqual(await violations(page), []);
      const loaded = page.waitForEvent('load');
      await page.getByRole('dialog').getByRole('button', { name: words['wipe.yes'], exact: true }).tap();
      await loaded;
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      assert.equal(pathOf(page), 'staff', 'the address staff opened it with');
      assert.deepEqual(errors, []);
      assert.ok(requests.length > 0, 'loaded anew');
      await page.context().close();
    });
  }
}

test('keys turn pages, and leave fields, sliders and shortcuts alone', async () => {
  const { page, errors } = await openPage(site, { ...tablets.lying, path: 'staff' });
  const shown = (path) => page.waitForFunction((wanted) => location.hash === `#/${wanted}`, path);
  await page.keyboard.press('PageDown');
  await settled(page);
  assert.equal(pathOf(page), 'staff', 'not outside');
  await button(page, 'staff.present.start').click();
  await page.waitForFunction(() => location.hash.startsWith('#/staff/show/'));
  const first = pathOf(page);
  await page.keyboard.press('PageDown');
  await page.waitForFunction((path) => !location.hash.endsWith(path), first);
  const second = pathOf(page);
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((path) => !location.hash.endsWith(path), second);
  await page.keyboard.press('ArrowLeft');
  await shown(second);
  await page.keyboard.press('PageUp');
  await shown(first);
  for (const keys of ['Alt+ArrowRight', 'Control+PageDown', 'Shift+ArrowRight']) await page.keyboard.press(keys);
  await settled(page);
  assert.equal(pathOf(page), first, 'the browser keeps its own');

  await go(page, 'learn/healing');
  await atPath(page, 'learn/healing');
  const slider = page.getByRole('slider');
  await slider.focus();
  const before = await slider.inputValue();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  assert.equal(pathOf(page), 'learn/healing');
  assert.equal(Number(await slider.inputValue()), Number(before) + 1);

  await button(page, 'present.draw').click();
  await page.locator('.drawing[data-on]').waitFor({ state: 'attached' });
  await page.mouse.move(300, 200);
  await page.mouse.down();
  await page.mouse.move(500, 260, { steps: 5 });
  await page.mouse.up();
  assert.equal(await strokes(page), 1);
  const at = () => page.locator('.drawing .ink').evaluate((line) => line.getBoundingClientRect().top);
  const top = await at();
  await page.evaluate(() => window.scrollBy(0, 80));
  await settled(page);
  assert.ok(Math.abs(await at() - (top - 80)) < 2, 'strokes stay where they were drawn on the page');
  await page.keyboard.press('Escape');
  await page.waitForFunction((text) => document.getElementById('announcer').textContent === text, words['present.drawing-off']);
  assert.equal(await strokes(page), 1, 'Escape puts the pen down, and no more');
  assert.equal(await said(page), words['present.drawing-off']);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('after the questions: the sheet is shown, the check is answered, the brief fits one sheet of paper', async () => {
  const { page, errors } = await openPage(site, { ...tablets.upright, before: withAxe });
  await hurryToResult(page, people().yusuf);
  await go(page, 'result/check');
  await atPath(page, 'result/check');
  await page.getByRole('radio', { name: words['check.help.wait-a-week'], exact: true }).check();
  await page.getByText(words['check.other'], { exact: true }).first().waitFor({ state: 'attached' });
  assert.deepEqual(await violations(page), []);
  for (const option of ['sessions.often', 'judge.months', 'redness.usual', 'wait.cold-sore'])
    await page.getByRole('radio', { name: words[`check.${option}`], exact: true }).check();
  await page.getByRole('heading', { name: words['check.talk.title'] }).waitFor({ state: 'attached' });

  await go(page, 'staff/brief');
  await atPath(page, 'staff/brief');
  assert.ok((await page.locator('main').innerText()).includes(words['check.help.topic']));
  assert.deepEqual(await violations(page), []);
  const paper = await page.pdf({ format: 'A4' });
  assert.equal(paper.toString('latin1').match(/\/Type\s*\/Page\b/g).length, 1, 'one page');

  await go(page, 'staff');
  await atPath(page, 'staff');
  await button(page, 'staff.present.start').click();
  await page.waitForFunction(() => location.hash.startsWith('#/staff/show/'));
  const shown = [];
  for (let path = ''; path !== pathOf(page) && shown.length < 40;) {
    path = pathOf(page);
    shown.push(path);
    await page.keyboard.press('PageDown');
    await settled(page);
    await settled(page);
  }
  for (const slide of ['healing', 'seen', 'care-do', 'care-leave', 'plan', 'findings', 'course', 'over-time', 'studies', 'compare', 'effort', 'ask', 'check-redness', 'code']) assert.ok(shown.includes(`staff/show/${slide}`), slide);
  assert.deepEqual(errors, []);
  await page.context().close();
});

const shown = [['', 'noor'], ['lang=de', 'yusuf'], ['lang=ar', 'helen'], ['view=plain', 'ruth'], ['view=plain&lang=de', 'yusuf']];
for (const [width, height] of [[1024, 768], [768, 1024], [1280, 800]]) {
  test(`everything that is shown fits a tablet of ${width} × ${height}`, async () => {
    for (const [query, name] of shown) {
      const { page } = await openPage(site, { path: linkOf(name), viewport: { width, height }, query });
      await atPath(page, 'result');
      const over = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      const seen = [];
      await passSlides(page, async (path) => {
        for (let tries = 0; await over() > 0 && tries < 100; tries++) await page.waitForTimeout(50);  // a picture may come a moment later
        assert.ok(await over() <= 0, `${path}, ${query}: ${await over()} px too tall`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
        const [left, right] = await page.evaluate(() => { const box = document.querySelector('main')?.getBoundingClientRect(); return [box?.left ?? 0, (box?.right ?? 0) - innerWidth]; });
        assert.ok(left >= 0 && right <= 0, `${path}, ${query}: from ${left} to ${right} px beside the window`);
        seen.push(path);
      });
      assert.ok(seen.length > 20, seen.join(' '));
      await page.context().close();
    }
  });
}
