// The first stop of the keyboard on every page is a link past what every page has: out of sight until then, over either skin, in the
// words of the language; it moves the focus and leaves the address alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { openPage, openSite, people, root, settled } from './helpers.mjs';
import { go, hurry } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** What has the focus, and whether all of it can be seen. */
function look() {
  const element = /** @type {HTMLElement} */ (document.activeElement);
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return {
    tag: element.tagName, text: element.textContent?.trim(), inMain: element.closest('main') !== null, hash: location.hash,
    first: element === document.querySelector('a[href], button, input, select, textarea, [tabindex="0"]'),
    seen: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && bottom - top >= 44 && style.clipPath === 'none' && element.contains(over),
  };
}

const PATHS = ['', 'questions/goal', 'review', 'result', 'result/healing', 'result/send', 'learn', 'learn/pain', 'sources', 'settings', 'help', 'no-such-page'];

for (const view of ['canvas', 'plain']) {
  test(`the first stop leads to the content of every page: ${view}`, async () => {
    const { page, errors } = await openPage(site, { query: view === 'plain' ? 'view=plain' : '' });
    const { 'nav.skip': name } = JSON.parse(readFileSync(join(root, 'assets/text/en.json'), 'utf8'));
    assert.equal(await page.evaluate(() => document.documentElement.dataset.skin), view);
    await hurry(page, people().yusuf);
    for (const path of PATHS) {
      await go(page, path);
      let stop = await page.evaluate(look);  // the heading: back from there to where the page begins
      for (let i = 0; i < 30 && !stop.first; i++) {
        await page.keyboard.press('Shift+Tab');
        stop = await page.evaluate(look);
      }
      const { hash } = stop;
      assert.deepEqual(stop, { tag: 'A', text: name, inMain: false, first: true, seen: true, hash }, path);
      await page.keyboard.press('Enter');
      await settled(page);
      const { text, ...there } = await page.evaluate(look);
      assert.ok(there.inMain, `${path}: ${there.tag}`);
      assert.equal(text, await page.locator('h1').first().textContent().then((words) => words?.trim()), path);
      assert.equal(there.hash, hash, 'the address stays');
      await page.keyboard.press('Tab');
      assert.ok((await page.evaluate(look)).inMain, `${path}: and on within the content`);
    }
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test('it is the first stop of a page that has just come, in every language', async () => {
  for (const language of ['de', 'es', 'fr', 'pl', 'ar']) {
    const { page } = await openPage(site, { query: `lang=${language}` });
    const { 'nav.skip': name } = JSON.parse(readFileSync(join(root, `assets/text/${language}.json`), 'utf8'));
    await page.keyboard.press('Tab');
    const { text, seen } = await page.evaluate(look);
    assert.deepEqual({ text, seen }, { text: name, seen: true }, language);
    await page.context().close();
  }
});
