// How far it is to the result: taps and pages of a healthy person for every goal, and how long the review is. Counts and heights,
// no times; `node --test tests/browser/reach.test.mjs` prints them.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { atPath, continueButton, goesOn, linkNamed, openPage, openSite, optionLabel, pathOf, questionnaire, questionsOn, questionTitle, settled, words } from './helpers.mjs';

const MOST_TAPS = 40;
const MOST_PAGES = 22;
const VIEW = { width: 390, height: 844 };

/** What a healthy person says where the first answer but one would not do. */
const HEALTHY = { age: '36-50', smoking: 'no', pregnancy: 'neither', feelings: 'little', 'has-event': 'no', area: 'face', 'mark-age': '1-to-10-years' };
const goals = questionnaire.item[0].item[0].answerOption.map(({ valueCoding }) => valueCoding.code);

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** @param {any} item @param {string} goal */
function answerOf(item, goal) {
  const codes = item.answerOption.map(({ valueCoding }) => valueCoding.code);
  if (item.linkId === 'goal') return goal;
  if (item.linkId === 'area' && goal === 'hair-thinning') return 'scalp';
  return HEALTHY[item.linkId] ?? (item.repeats && codes.includes('none') ? 'none' : codes[1]);
}

/** Nobody sees a page and taps on it within the time of a double tap; the second tap of one is left out where the page has changed. */
const aMoment = (page) => page.waitForTimeout(400);

/** Taps as a finger does; the page goes on by itself where it may. */
async function answerByTouch(page, goal) {
  let taps = 0;
  const pages = [];
  for (let path = pathOf(page); path.startsWith('questions/'); path = pathOf(page)) {
    const at = path.replace('questions/', '');
    pages.push(at);
    for (const item of questionsOn(at)) {
      if (item.type !== 'choice') continue;
      const group = page.getByRole(item.repeats ? 'group' : 'radiogroup', { name: questionTitle(item), exact: true });
      if (await group.count() === 0) continue;  // not asked of this person
      await group.getByRole(item.repeats ? 'checkbox' : 'radio', { name: optionLabel(item, answerOf(item, goal)), exact: true }).tap();
      taps += 1;
    }
    if (!goesOn(at)) {
      await aMoment(page);
      await continueButton(page).tap();
      taps += 1;
    }
    const gone = (timeout) => page.waitForFunction((before_) => decodeURI(location.hash.slice(2)) !== before_, path, { timeout });
    await gone(3000).catch(async () => {  // on a machine that is busy the moment after a tap may pass unseen: the button goes on, and counts
      await continueButton(page).tap();
      taps += 1;
      await gone(20_000);
    });
    await settled(page);
    assert.ok(pages.length < 60, pages.join(' '));
  }
  return { taps, pages };
}

/** In screens. The aim is two. */
const LONGEST_REVIEW = { canvas: 2.7, plain: 3.3 };

for (const [skin, query] of [['canvas', ''], ['plain', 'view=plain']]) {
  for (const goal of skin === 'canvas' ? goals : goals.slice(0, 1)) {
    test(`home to result by touch: ${goal}, ${skin}`, async (t) => {
      const { page, errors } = await openPage(site, { query, viewport: VIEW, hasTouch: true, isMobile: true });
      await linkNamed(page, words['home.door.prepare']).tap();
      await page.waitForFunction(() => location.hash.startsWith('#/questions/'));
      await settled(page);
      await aMoment(page);
      const { taps, pages } = await answerByTouch(page, goal);
      assert.equal(pathOf(page), 'review');
      const length = await page.evaluate(() => Math.ceil(document.querySelector('main').getBoundingClientRect().bottom + window.scrollY));
      await page.getByRole('button', { name: words['review.show'], exact: true }).tap();
      await atPath(page, 'result');
      t.diagnostic(`${goal}, ${skin}: ${taps + 2} taps, ${pages.length} pages of questions, review ${length} px (${(length / VIEW.height).toFixed(1)} screens)`);
      assert.ok(taps + 2 <= MOST_TAPS, `${taps + 2} taps`);
      assert.ok(pages.length <= MOST_PAGES, `${pages.length} pages: ${pages.join(' ')}`);
      assert.ok(length <= LONGEST_REVIEW[skin] * VIEW.height, `the review is ${length} px long`);
      assert.deepEqual(errors, []);
      await page.context().close();
    });
  }
}

test('a tap goes on after a moment and can be undone; keys, and what comes in that moment, keep the page', async () => {
  const { page } = await openPage(site, { path: 'questions/goal', viewport: VIEW });
  const goal = (code) => page.getByRole('radio', { name: words[`option.goal.${code}`], exact: true });
  await goal('laxity').press('Space');
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(1200);
  assert.equal(pathOf(page), 'questions/goal', 'arrow keys decide nothing');
  await goal('laxity').evaluate((input) => input.click());
  await page.waitForTimeout(1200);
  assert.equal(pathOf(page), 'questions/goal', 'nor does a press without a pointer');
  const atOnce = page.evaluate(() => new Promise((resolve) => {
    addEventListener('change', ({ target }) => requestAnimationFrame(() => resolve([location.hash, /** @type {HTMLInputElement} */ (target).checked])), { once: true });
  }));
  await goal('glow').click();
  assert.deepEqual(await atOnce, ['#/questions/goal', true], 'first it is seen as chosen');
  await atPath(page, 'questions/area');
  await settled(page);
  await page.getByRole('button', { name: words['question.undo'].replace('{answer}', words['option.goal.glow']), exact: false }).click();
  await atPath(page, 'questions/goal');
  await settled(page);
  assert.ok(await goal('laxity').isChecked(), 'the answer it had before');
  await page.context().close();
});

test('a tap on the map keeps it where it is', async () => {
  const { page } = await openPage(site, { path: 'questions/area', viewport: VIEW });
  const region = page.locator('.region').first();
  const before_ = await page.evaluate(() => window.scrollY);
  await region.click({ position: { x: 4, y: 4 } });
  await settled(page);
  assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 1);
  assert.equal(await page.evaluate(() => window.scrollY), before_);
  await page.context().close();
});

test('an answer that is chosen stays where it was, whatever comes above it', async () => {
  const { page } = await openPage(site, { path: 'questions/area', viewport: VIEW, hasTouch: true, isMobile: true });
  const top = (label) => label.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  let rows = 0;
  for (const code of ['abdomen', 'arms', 'back', 'chest', 'hands', 'arms']) {
    const input = page.getByRole('checkbox', { name: optionLabel(questionsOn('area')[0], code), exact: true });
    await input.scrollIntoViewIfNeeded();
    await settled(page);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const before_ = await top(input);
    await input.tap();
    await page.waitForTimeout(200);
    assert.equal(await top(input), before_, code);
    rows += Number(await page.evaluate(() => document.documentElement.scrollHeight) > height);
    await aMoment(page);
  }
  assert.ok(rows > 0, 'the names below the picture take room');
  await page.context().close();
});

test('the way on is in view on every screen', async () => {
  for (const [width, height] of [[390, 844], [768, 1024], [1024, 768], [1280, 800]]) {
    for (const query of ['', 'view=plain']) {
      const { page } = await openPage(site, { path: 'questions/conditions', query, viewport: { width, height } });
      const box = await continueButton(page).boundingBox();
      assert.ok(box && box.y >= 0 && box.y + box.height <= height, `${width}×${height} ${query}: ${JSON.stringify(box)}`);
      await page.context().close();
    }
  }
});
