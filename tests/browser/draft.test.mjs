// The draft on the device: offered, taken up and deleted, by role and by keyboard; never in a frame; and what another tab does to it.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { violations, withAxe } from './axe.mjs';
import { atPath, openPage, openSite, optionLabel, people, pretendDay, questionsOn, ready, settled, toast, TODAY, words, TOAST } from './helpers.mjs';
import { clinicPage, openHost, openHosts, shown } from './hosts.mjs';
import { go, hurry } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const button = (page, key) => page.getByRole('button', { name: words[key], exact: true });
const goal = (page, code) => page.getByRole('radio', { name: optionLabel(questionsOn('goal')[0], code), exact: true });
const drafts = (page) => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('needlewise:draft')).map(([, text]) => text));
const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim());
const untilDay = /2[12] December 2026|December 2[12], 2026/;

/** Another day: the tab was closed, and with it went what it kept. */
async function comeBack(page, path = '') {
  await page.evaluate((hash) => {
    sessionStorage.clear();
    history.replaceState(null, '', hash);
  }, `#/${path}`);
  await page.reload();
  await ready(page);
  await settled(page);
}

async function answerGoal(page, code) {
  await go(page, 'questions/goal');
  await goal(page, code).press('Space');
  await settled(page);
}

/** @param {import('playwright-core').Page} page @param {string} key */
async function tabTo(page, key) {
  for (let i = 0; i < 120; i++) {
    if (await focused(page) === words[key]) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not reach "${words[key]}"`);
}

for (const query of ['', 'view=plain']) {
  test(`kept, taken up and deleted by keyboard ${query}`, async () => {
    const { page, errors } = await openPage(site, { query, before: withAxe });
    await hurry(page, people().noor);
    assert.deepEqual(await drafts(page), [], 'never without being asked');
    assert.match(await page.locator('main').innerText(), untilDay, 'says until when');
    assert.deepEqual(await violations(page), []);
    await page.locator('h1').focus();
    await tabTo(page, 'draft.keep');
    await page.keyboard.press('Enter');
    await button(page, 'draft.delete').waitFor();
    await settled(page);
    assert.equal(await focused(page), words['draft.delete'], 'the focus is not lost');
    assert.equal((await drafts(page)).length, 1);
    assert.deepEqual(await violations(page), []);

    await comeBack(page);
    assert.ok(await page.getByRole('heading', { name: words['draft.earlier.title'], exact: true }).isVisible());
    assert.match(await page.locator('main').innerText(), untilDay);
    assert.deepEqual(await violations(page), []);
    await page.locator('h1').focus();
    await tabTo(page, 'draft.go-on');
    await page.keyboard.press('Enter');
    await atPath(page, 'result');
    await settled(page);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');

    await go(page, '');
    await tabTo(page, 'draft.delete');
    await page.keyboard.press('Space');
    await toast(page, words['notice.draft-deleted']).waitFor();
    await settled(page);
    assert.deepEqual(await drafts(page), []);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'the focus is not lost');
    await go(page, 'result/take');
    assert.ok(await button(page, 'draft.keep').isVisible(), 'the answers are still here, and can be kept again');
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test('on return one press deletes it, and it does not come back', async () => {
  const { page } = await openPage(site);
  await answerGoal(page, 'stretch-marks');
  await go(page, 'review');
  await button(page, 'draft.keep').click();
  await comeBack(page);
  await button(page, 'draft.delete').click();
  await toast(page, words['notice.draft-deleted']).waitFor();
  assert.deepEqual(await drafts(page), []);
  await comeBack(page);
  assert.equal(await button(page, 'draft.go-on').count(), 0);
  await page.context().close();
});

test('unfinished answers go on at the review, and follow from then on', async () => {
  const { page } = await openPage(site);
  await answerGoal(page, 'stretch-marks');
  await go(page, 'review');
  await button(page, 'draft.keep').click();
  await comeBack(page, 'learn');
  assert.equal(await page.locator('h1').textContent(), words['learn.title'], 'nothing is taken up by itself');
  await go(page, '');
  await button(page, 'draft.go-on').click();
  await atPath(page, 'review');
  const [before_] = await drafts(page);
  await answerGoal(page, 'laxity');
  assert.notEqual((await drafts(page))[0], before_);
  await page.reload();
  await ready(page);
  assert.ok(await goal(page, 'laxity').isChecked());
  await answerGoal(page, 'acne-scars');
  await comeBack(page);
  await button(page, 'draft.go-on').click();
  await atPath(page, 'review');
  await go(page, 'questions/goal');
  assert.ok(await goal(page, 'acne-scars').isChecked(), 'a reload in between changes nothing of that');
  await page.context().close();
});

test('answers that are here already are asked about before they are replaced', async () => {
  const { page, errors } = await openPage(site, { before: withAxe });
  await answerGoal(page, 'stretch-marks');
  await go(page, 'review');
  await button(page, 'draft.keep').click();
  await comeBack(page);
  await answerGoal(page, 'laxity');
  await go(page, '');
  await button(page, 'draft.go-on').click();
  const dialog = page.getByRole('dialog', { name: words['offered.draft.title'] });
  await dialog.waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await go(page, 'questions/goal');
  assert.ok(await goal(page, 'laxity').isChecked());
  await go(page, '');
  await button(page, 'draft.go-on').click();
  await dialog.getByRole('button', { name: words['draft.go-on'], exact: true }).click();
  await atPath(page, 'review');
  await go(page, 'questions/goal');
  assert.ok(await goal(page, 'stretch-marks').isChecked());
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('deleted in another tab it is gone here too', async () => {
  const { page } = await openPage(site);
  await answerGoal(page, 'stretch-marks');
  await go(page, 'review');
  await button(page, 'draft.keep').click();
  await button(page, 'draft.delete').waitFor();
  const other = await page.context().newPage();
  await other.addInitScript(pretendDay, TODAY);
  await other.goto(site.url);
  await ready(other);
  await button(other, 'draft.delete').click();
  await button(page, 'draft.keep').waitFor();
  await answerGoal(page, 'laxity');
  assert.deepEqual(await drafts(page), []);
  await page.context().close();
});

test('kept in another tab just after midnight it is of today here too, where nobody has touched the page since', async () => {
  const { page } = await openPage(site, { before: (fresh) => fresh.clock.install({ time: new Date(`${TODAY}T12:00:00`) }) });
  await answerGoal(page, 'stretch-marks');
  await page.clock.pauseAt(new Date(`${TODAY}T23:59:30`));
  await page.clock.setSystemTime(new Date('2026-11-23T00:00:02'));  // the timer of midnight is late
  await page.evaluate(() => {
    const key = 'needlewise:draft:/';
    localStorage.setItem(key, JSON.stringify({ form: 1, at: Date.now(), answers: JSON.parse(sessionStorage.getItem('needlewise:answers:/')).answers }));
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: localStorage.getItem(key) }));
  });
  await page.clock.runFor(1000);
  assert.equal((await drafts(page)).length, 1);
  assert.equal(await page.locator(`#mirror ${TOAST}`).count(), 0);
  await page.context().close();
});

test('after 30 days, or changed by somebody, it is gone with a sentence', async () => {
  const { page } = await openPage(site);
  const put = (days, change) => page.evaluate(([back, text]) => {
    localStorage.setItem('needlewise:draft:/', text || JSON.stringify({ form: 1, at: Date.now() - back * 86_400_000, answers: sessionStorage.getItem('kept') }));
  }, [days, change]);
  await answerGoal(page, 'stretch-marks');
  const { answers } = JSON.parse(await page.evaluate(() => sessionStorage.getItem('needlewise:answers:/')));
  const keptFor = async (days, change = '') => {
    await comeBack(page);
    await page.evaluate((text) => sessionStorage.setItem('kept', text), answers);
    await put(days, change);
    await page.reload();
    await ready(page);
    await settled(page);
  };
  await keptFor(30);
  assert.ok(await button(page, 'draft.go-on').isVisible(), 'the last day');
  for (const [days, change, said] of /** @type {const} */ ([[31, '', 'notice.kept-ended'], [0, '{', 'notice.kept-lost'], [0, '{"form":2,"at":1,"answers":"1.A.B"}', 'notice.kept-lost'], [-3, '', 'notice.kept-lost']])) {
    await keptFor(days, change);
    await toast(page, words[said]).waitFor();
    assert.equal(await button(page, 'draft.go-on').count(), 0);
    assert.deepEqual(await drafts(page), []);
  }
  await page.context().close();
});

test('clearing all answers deletes it', async () => {
  const { page } = await openPage(site);
  await hurry(page, people().noor);
  await button(page, 'draft.keep').click();
  await go(page, 'result');
  await button(page, 'action.start-over').click();
  await button(page, 'start-over.yes').click();
  await atPath(page, '');
  await settled(page);
  assert.deepEqual(await drafts(page), []);
  assert.equal(await button(page, 'draft.go-on').count(), 0);
  await page.context().close();
});

test('in a frame answers survive a reload of the page around it, each frame has its own, and no draft is offered', async (t) => {
  const hosts = await openHosts();
  t.after(() => hosts.close());
  const element = (id) => `<needlewise-consult id="${id}" lang="en" start="assess"></needlewise-consult>`;
  hosts.pages.set('two.html', clinicPage(hosts.site, `<script type="module" src="${hosts.site}/embed.mjs"></script>${element('inline')}${element('other')}`));
  const { page, errors } = await openHost(hosts, 'two.html', { own: true, viewport: { width: 1000, height: 2500 } });
  const goTo = async (frame, path) => {
    await frame.evaluate((hash) => { location.hash = hash; }, `#/${path}`);
    await frame.waitForFunction((wanted) => document.getElementById('mirror').published.path === wanted, path);
  };
  const checked = (frame, code) => goal(frame, code).isChecked();
  const inline = await shown(page);
  await goal(inline, 'laxity').press('Space');
  await settled(inline);
  const other = await shown(page, 'other');
  assert.ok(!await checked(other, 'laxity'));
  await goal(other, 'stretch-marks').press('Space');
  await goTo(other, 'review');
  assert.equal(await button(other, 'draft.keep').count(), 0);
  await settled(other);

  await page.reload();
  assert.ok(await checked(await shown(page), 'laxity'));
  assert.ok(await checked(await shown(page, 'other'), 'stretch-marks'));

  // Taken out of the page it is gone, with the answers.
  await page.evaluate(() => {
    const consult = document.getElementById('inline');
    const parent = consult.parentElement;
    consult.remove();
    parent.prepend(consult);
  });
  assert.ok(!await checked(await shown(page), 'laxity'));
  await page.reload();
  assert.ok(!await checked(await shown(page), 'laxity'));
  assert.ok(await checked(await shown(page, 'other'), 'stretch-marks'));
  await page.locator('#other').evaluate((consult) => consult.reset());
  const cleared = await shown(page, 'other');
  await cleared.waitForFunction(() => location.hash === '' || location.hash === '#/');
  await settled(cleared);
  await page.reload();
  assert.ok(!await checked(await shown(page, 'other'), 'stretch-marks'));
  assert.deepEqual(errors, []);
  await page.context().close();

  // A browser that gives frames of other sites no storage.
  const denied = await openHost(hosts, 'two.html', { before: (fresh) => fresh.addInitScript(() => {
    if (window.parent === window) return;
    for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });
  }) });
  const frame = await shown(denied.page);
  await goal(frame, 'laxity').press('Space');
  assert.deepEqual(denied.errors, []);
  await denied.page.context().close();
});
