// The core in the two other families of browsers, over the seam in drivers.mjs: a complete run by role and name and one by keyboard, a
// language from right to left, paper, a picture that is lost, and a page that embeds it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { start } from '../../tools/serve.mjs';
import { browsers } from './drivers.mjs';
import { errorsOf, hashOf, one, open, settled, skinOf, until } from './driven.mjs';
import { optionLabel, people, questionsOn, questionTitle, root, words } from './helpers.mjs';

/** @typedef {import('./drivers.mjs').Driven} Driven */

const { liam } = people();  // whose answers have no day in them: what is a day to come depends on today
const arabic = JSON.parse(readFileSync(join(root, 'assets/text/ar.json'), 'utf8'));

/** What the door to the questions is called: its words, and those behind them. */
const DOOR = `${words['home.door.prepare']} ${words['home.door.prepare.detail']}`;

/** From home to the summary. @param {Driven} page @param {(item: any, given: string[]) => Promise<void>} answer @param {(role: string, name: string) => Promise<void>} act */
async function run(page, answer, act) {
  await act('link', DOOR);
  await until(page, () => location.hash.startsWith('#/questions/') && document.activeElement?.tagName === 'H1');
  for (let path = await hashOf(page); path.startsWith('questions/'); path = await hashOf(page)) {
    await settled(page);
    for (const item of questionsOn(path.replace('questions/', ''))) if (liam.has(item.linkId)) await answer(item, /** @type {string[]} */ (liam.get(item.linkId)));
    await act('button', words['action.continue']);
    await until(page, (before) => decodeURI(location.hash) !== `#/${before}` && document.activeElement?.tagName === 'H1', path);
  }
  await act('button', words['review.show']);
  await until(page, () => location.hash === '#/result' && document.activeElement?.tagName === 'H1');
  assert.deepEqual(await errorsOf(page), []);
}

/** @param {Driven} page */
const byRole = (page) => async (item, given) => {
  const group = await one(page, item.repeats ? 'group' : 'radiogroup', questionTitle(item));
  for (const code of given) {
    const [option, ...more] = await group.within(item.repeats ? 'checkbox' : 'radio', optionLabel(item, code));
    assert.ok(option && more.length === 0, `${optionLabel(item, code)} of ${questionTitle(item)}`);
    await option.focus();
    await page.press('Space');
  }
};

/** Runs in the page: what has the focus. */
function look() {
  const element = /** @type {HTMLInputElement} */ (document.activeElement);
  const label = element.labels?.[0]?.textContent ?? [...element.querySelectorAll('.words')].map((part) => part.textContent).filter(Boolean).join(' ');
  return { label, question: element.closest('fieldset')?.querySelector('.title')?.textContent ?? '', checked: element.checked === true };
}

/** @param {Driven} page @param {'Tab' | 'ArrowDown'} key @param {(now: ReturnType<typeof look>) => boolean} there @param {string} where */
async function press(page, key, there, where) {
  let now = await page.evaluate(look);
  for (let i = 0; !there(now); i++) {
    assert.ok(i < 80, `${key} never reaches "${where}" on ${await hashOf(page)}, but ${JSON.stringify(now)}`);
    await page.press(key);
    now = await page.evaluate(look);
  }
  return now;
}

/** @param {Driven} page */
const byKeyboard = (page) => async (item, given) => {
  const title = questionTitle(item);
  await press(page, 'Tab', (now) => now.question === title && now.label !== '', title);
  for (const code of given) {
    const label = optionLabel(item, code);
    const now = await press(page, item.repeats ? 'Tab' : 'ArrowDown', (each) => each.label === label, label);
    if (!now.checked) await page.press('Space');
  }
};

/** @param {Driven} page */
const pressing = (page) => async (/** @type {string} */ role, /** @type {string} */ name) => {
  await press(page, 'Tab', (now) => now.label === name, name);
  await page.press('Enter');
};

for (const [name, { missing, open: launch }] of Object.entries(browsers)) {
  test(`the core in ${name}`, { skip: missing || false }, async (t) => {
    const { server, url } = await start({ root: process.env.NEEDLEWISE_SITE ?? join(root, 'build/site') });
    const page = await launch();
    try {
      t.diagnostic(`${name} ${page.version}`);

      await t.test('a run by role and name, over the canvas', async () => {
        await open(page, `${url}/?lang=en`);
        assert.equal(await skinOf(page), 'canvas');
        await run(page, byRole(page), async (role, label) => (await one(page, role, label)).click());
      });

      await t.test('a picture that is lost makes way for the document, and comes back', async () => {
        await page.evaluate(() => {
          const gl = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas')).getContext('webgl2');
          /** @type {any} */ (globalThis).lose = gl?.getExtension('WEBGL_lose_context');
          /** @type {any} */ (globalThis).lose.loseContext();
        });
        await until(page, () => document.documentElement.dataset.skin === 'plain');
        assert.ok((await page.find('heading', words['result.title'])).length === 1, 'its words stay');
        await page.evaluate(() => { /** @type {any} */ (globalThis).lose.restoreContext(); });
        await until(page, () => document.documentElement.dataset.skin === 'canvas');
      });

      await t.test('another language, from right to left, and the answers stay', async () => {
        await page.evaluate(() => { location.hash = '#/'; });
        await until(page, () => Boolean(document.querySelector('main select')));
        await page.evaluate(() => {
          const list = /** @type {HTMLSelectElement} */ (document.querySelector('main select'));
          list.value = 'ar';
          list.dispatchEvent(new Event('change', { bubbles: true }));
        });
        await until(page, () => document.documentElement.lang === 'ar' && document.documentElement.dir === 'rtl');
        await page.evaluate(() => { location.hash = '#/result'; });
        await until(page, (title) => document.querySelector('h1')?.textContent === title, arabic['result.title']);
      });

      await t.test('on paper', { skip: page.print ? false : 'WebKitWebDriver cannot print' }, async () => {
        assert.ok((await /** @type {() => Promise<Uint8Array>} */ (page.print)()).length > 10_000);
      });

      await t.test('in the page of a clinic', async () => {
        await page.open(`${url}/demo.html`);
        await page.evaluate(() => document.getElementById('prepare')?.scrollIntoView());
        await until(page, () => document.getElementById('log')?.textContent?.includes('inline: ready'));
      });

      await t.test('a run by keyboard, in the plain skin', async () => {
        await page.evaluate(() => { sessionStorage.clear(); localStorage.clear(); });
        await open(page, `${url}/?lang=en&view=plain`);
        assert.equal(await skinOf(page), 'plain');
        await run(page, byKeyboard(page), pressing(page));
      });
    } finally {
      await page.close();
      server.closeAllConnections();
      server.close();
    }
  });
}
