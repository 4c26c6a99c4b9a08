// What breaks, in the two other families of browsers and in both skins: a reload in the middle, a page left and returned to, a storm of
// sizes, a network that goes, storage that is full, files that arrive spoiled or not at all. Who answers goes on with the answers there are, or is told.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { browsers } from './drivers.mjs';
import { errorsOf, go, hashOf, one, open, openSpoiling, settled, skinOf, until, watch } from './driven.mjs';
import { linkOf, root, words } from './helpers.mjs';

/** @typedef {import('./drivers.mjs').Driven} Driven */

const german = JSON.parse(readFileSync(join(root, 'assets/text/de.json'), 'utf8'));
const parts = { module: /^needlewise\.\w{8}\.wasm$/, 'second part': /^second\.\w{8}\.wasm$/, content: /^content\.\w{8}\.json$/, font: /^regular\.\w{8}\.ttf$/ };
const spoiled = {
  truncated: (bytes) => bytes.subarray(0, bytes.length / 2),
  'a page of a hotel': () => Buffer.from('<!doctype html><title>Hotel</title><p>Please log in'),
  'not there': () => undefined,
};

const textOf = (/** @type {Driven} */ page) => page.evaluate(() => document.querySelector('main')?.textContent ?? '');
const said = (/** @type {Driven} */ page, /** @type {string} */ sentence) => until(page, (wanted) => document.querySelector('#mirror :is([data-look="toast"], [data-look="warning"])')?.textContent?.includes(wanted), sentence);

for (const [name, { missing, open: launch }] of Object.entries(browsers)) {
  test(`faults in ${name}`, { skip: missing || false }, async (t) => {
    const site = await openSpoiling();
    const page = await launch();
    /** As one who was never here. */
    const clean = async () => {
      [site.gone, site.fault] = [false, undefined];
      await page.open(`${site.url}/404.html`);  // of the site, and nothing of the program
      await page.evaluate(() => {
        sessionStorage.clear();
        localStorage.clear();
      });
    };
    const result = async (/** @type {string} */ query) => {
      await open(page, `${site.url}/?lang=en${query}#/${linkOf('liam')}`);
      await until(page, (title) => location.hash === '#/result' && document.querySelector('h1')?.textContent === title, words['result.title']);
    };
    const fresh = async (/** @type {string} */ query) => {
      await clean();
      await result(query);
    };
    const reload = async () => {
      await page.evaluate(() => {
        delete document.documentElement.dataset.complete;  // of the page that goes
        setTimeout(() => location.reload());  // once this is answered
      });
      await until(page, () => document.documentElement?.hasAttribute('data-complete'));
      await watch(page);
      await settled(page);
    };
    try {
      for (const [skin, query] of [['canvas', ''], ['plain', '&view=plain']]) {
        await t.test(`a reload in the middle shows the same page of the same person, ${skin}`, async () => {
          await fresh(query);
          assert.equal(await skinOf(page), skin);
          await go(page, 'result/healing');
          const before = await textOf(page);
          await reload();
          assert.ok(await textOf(page) === before, 'another text');
          assert.deepEqual([await hashOf(page), await errorsOf(page)], ['result/healing', []]);
        });

        await t.test(`a page left for another and returned to is the same, whether it was kept or thrown away, ${skin}`, async () => {
          await fresh(query);
          await go(page, 'result/aftercare');
          const before = await textOf(page);
          await page.evaluate(() => { setTimeout(() => { location.href = '404.html'; }); });
          await until(page, () => location.pathname === '/404.html' && document.readyState === 'complete');
          await page.evaluate(() => history.back());
          await until(page, () => document.documentElement?.hasAttribute('data-complete'));
          await until(page, (text) => document.querySelector('main')?.textContent === text, before);
          assert.equal(await hashOf(page), 'result/aftercare');
        });

        await t.test(`a storm of sizes leaves the page whole and where it was, ${skin}`, async () => {
          await fresh(query);
          await go(page, 'result/course');
          const before = await textOf(page);
          for (let i = 0; i < 24; i++) await page.resize(360 + 97 * (i % 7), 900 - 83 * (i % 5));
          await page.resize(500, 844);
          await settled(page);
          assert.ok(await textOf(page) === before, 'another text');
          assert.deepEqual([await hashOf(page), await skinOf(page), await errorsOf(page)], ['result/course', skin, []]);
          await until(page, () => document.documentElement.scrollWidth <= innerWidth);
          await go(page, 'result', words['result.title']);
        });

        await t.test(`without a network every page is there, and a language that is not says so, ${skin}`, async () => {
          await fresh(query);
          site.gone = true;
          for (const part of ['course', 'visit', 'aftercare', 'studies', 'compare', 'take']) {
            await go(page, `result/${part}`);
            assert.doesNotMatch(await textOf(page), /⟦/, part);
          }
          await go(page, '');
          await page.evaluate(() => {
            const list = /** @type {HTMLSelectElement} */ (document.querySelector('main select'));
            list.value = 'de';
            list.dispatchEvent(new Event('change', { bubbles: true }));
          });
          await said(page, words['notice.language-failed']);
          await go(page, 'result', words['result.title']);
          site.gone = false;
          await go(page, '');
          await page.evaluate(() => {
            const list = /** @type {HTMLSelectElement} */ (document.querySelector('main select'));
            list.value = 'de';
            list.dispatchEvent(new Event('change', { bubbles: true }));
          });
          await go(page, 'result', german['result.title']);
          assert.deepEqual(await errorsOf(page), []);
        });

        await t.test(`what somebody changed in the storage is dropped, and that is said, ${skin}`, async () => {
          await fresh(query);
          await page.evaluate(() => { for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, String(sessionStorage.getItem(key)).slice(0, -9)); });
          await reload();
          await said(page, words['notice.kept-lost']);
          assert.deepEqual([await page.evaluate(() => document.querySelector('h1')?.textContent), await errorsOf(page)], [words['review.none.title'], []]);
        });

        await t.test(`storage that is full takes nothing, says so, and nothing is lost, ${skin}`, async () => {
          await fresh(query);
          await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
          await go(page, 'review');
          await (await one(page, 'button', words['draft.keep'])).click();
          await said(page, words['notice.draft-refused']);
          await go(page, 'result', words['result.title']);
          assert.deepEqual(await errorsOf(page), []);
        });
      }

      for (const [kind, file] of Object.entries(parts)) {
        await t.test(`the ${kind} that arrives spoiled is fetched once more`, async () => {
          for (const [how, spoil] of Object.entries(spoiled)) {
            await clean();
            site.fault = { file, times: 1, spoil };
            await open(page, `${site.url}/?lang=en`);
            assert.deepEqual([site.fault?.times, await skinOf(page), await errorsOf(page)], [0, 'canvas', []], how);
          }
        });
      }

      await t.test('without its font the program is the document, with the same answers', async () => {
        await clean();
        site.fault = { file: parts.font, times: Infinity, spoil: spoiled.truncated };
        await result('');
        assert.equal(await skinOf(page), 'plain');
      });
    } finally {
      await page.close();
      site.close();
    }
  });
}
