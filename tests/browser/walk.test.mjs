// Random walks in the browser: a thousand things a person can do in each skin, one after the other, and after each what must hold of
// every page. What the program itself must keep through twenty thousand steps is in tests/unit/walk_test.cpp.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { linkOf, openPage, openSite, settled } from './helpers.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const STEPS = 1000, STEPS_AT_ONCE = 50;

/** Runs in the page: does so many things and says what was wrong. @param {{seed: number, steps: number}} walk */
async function wander({ seed, steps }) {
  let state = seed;
  const below = (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * count);
  };
  const frame = () => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0))); });
  // The browser goes back when it comes to it; at the first page it does not, and nothing tells.
  const back = () => new Promise((resolve) => {
    addEventListener('popstate', resolve, { once: true });
    setTimeout(resolve, 1000);
    history.back();
  });
  const mirror = /** @type {any} */ (document.getElementById('mirror'));
  const wrong = [];
  const pages = new Set();
  // Files, paper and the clipboard are the browser's; clearing all the time leads nowhere.
  const leaves = (element) => element instanceof HTMLAnchorElement && !element.getAttribute('href')?.startsWith('#');
  const rare = (element) => element.closest('dialog') && element.matches('.button:first-child') && below(3) > 0;
  const print = window.print;
  window.print = () => {};
  for (let step = 0; step < steps; step += 1) {
    const open = document.querySelector('dialog[open]') ?? mirror;
    const all = [...open.querySelectorAll('a, button, input, select, textarea')].filter((element) => !leaves(element) && !rare(element));
    const chosen = all[below(all.length)];
    const did = `${mirror.published.path}: ${chosen?.localName} ${chosen?.textContent?.slice(0, 40)}`;
    if (below(20) === 0) await back();
    else if (chosen instanceof HTMLSelectElement) {
      if (chosen.closest('footer') === null || below(4) === 0) chosen.selectedIndex = below(chosen.options.length);
      chosen.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (chosen instanceof HTMLInputElement && ['date', 'range', 'text', 'password'].includes(chosen.type)) {
      chosen.value = chosen.type === 'date' ? `2026-1${below(3)}-1${below(10)}` : chosen.type === 'range' ? String(below(20)) : ['', 'abc', '12', 'ż'][below(4)];
      for (const name of ['input', 'change']) chosen.dispatchEvent(new Event(name, { bubbles: true }));
    } else if (chosen instanceof HTMLElement) chosen.click();
    await frame();
    const { path } = mirror.published;
    pages.add(path);
    const note = (what) => wrong.push(`${what} (${did}, now ${path})`);
    if (document.querySelectorAll('main h1').length !== 1) note('not one main heading');
    if (/⟦/.test(document.body.textContent ?? '')) note('missing words');
    if (decodeURIComponent(location.hash.replace(/^#\/?/, '')) !== path) note(`the address is ${location.hash}`);
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    if (new Set(ids).size !== ids.length) note('an id twice');
    if (path.startsWith('result') && document.querySelector('main h1')?.textContent === '') note('an empty result');
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) note('scrolls sideways');
  }
  window.print = print;
  return { wrong, pages: [...pages] };
}

for (const skin of ['canvas', 'plain']) {
  test(`${STEPS} things in the ${skin} skin`, { timeout: 600_000 }, async () => {
    const { page, errors } = await openPage(site, { path: linkOf('yusuf'), query: skin === 'plain' ? 'view=plain' : '' });
    await settled(page);
    const pages = new Set();
    for (let done = 0; done < STEPS; done += STEPS_AT_ONCE) {
      const found = await page.evaluate(wander, { seed: 7 + done, steps: STEPS_AT_ONCE });
      assert.deepEqual(found.wrong, [], `from step ${done}`);
      for (const path of found.pages) pages.add(path);
      if (done % 250 === 0) await page.evaluate((path) => { location.hash = `#/${path}`; }, linkOf('yusuf'));  // somebody with a result again
      await settled(page);
    }
    assert.ok(pages.size > 15, [...pages].join());
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}
