// Complete runs from home to the last part of the sheet, by keyboard alone (Tab, Shift+Tab, arrows, Space, Enter) and by role
// and name alone, in both skins. On the way: the focus is on the heading of every new page, in view, ringed and never under
// the bar of actions; Tab always leads on; no shortcut of the browser is swallowed.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { byRole, continueButton, linkNamed, openPage, openSite, optionLabel, pathOf, people, questionTitle, settled, walk, words } from './helpers.mjs';
import { go } from './states.mjs';

const { sofia } = people();
/** The parts of the sheet in reading order, with the group each stands in. */
const PARTS = [['', 'plan'], ['course', 'plan'], ['visit', 'visit'], ['questions', 'visit'], ['healing', 'healing'], ['aftercare', 'healing'], ['over-time', 'healing'],
  ['studies', 'decide'], ['compare', 'decide'], ['check', 'decide'], ['take', 'plan']]
  .map(([part, group]) => ({ path: part ? `result/${part}` : 'result', group: words[`result.group.${group}`], name: words[`result.tab.${part || 'overview'}`] }));
const queryOf = (skin) => (skin === 'plain' ? 'view=plain' : '');

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

// ---- What has the focus ----------------------------------------------------------------------------------------------------

/** Runs in the page: what has the focus, and what is wrong with where it is. */
function look() {
  const element = /** @type {Element} */ (document.activeElement);
  const control = element.matches('a, button') ? element.querySelector('.words') : null;
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : control?.textContent;
  const box = element.getBoundingClientRect();
  const over = [...document.querySelectorAll('[data-pinned]')].filter((part) => getComputedStyle(part).position === 'fixed' && !part.contains(element));
  const bottom = Math.min(window.innerHeight, ...over.map((part) => part.getBoundingClientRect().top));
  const fits = box.height <= bottom;
  const hidden = fits ? box.top < -1 || box.bottom > bottom + 1 : box.bottom <= 0 || box.top >= bottom;
  const ring = getComputedStyle(element);
  return {
    id: element.id, label: label ?? '', question: element.closest('fieldset')?.querySelector('legend')?.textContent ?? '', path: location.hash,
    kind: [element.localName, element.getAttribute('type'), element.closest('[data-look]')?.getAttribute('data-look')].filter(Boolean).join(' '),
    box: [box.x, box.y, box.width, box.height], body: element === document.body, heading: element.tagName === 'H1',
    hidden: element !== document.body && hidden ? `${element.outerHTML.slice(0, 100)} from ${box.top} to ${box.bottom} of ${bottom}` : '',
    outlined: ring.outlineStyle !== 'none' && Number.parseFloat(ring.outlineWidth) >= 2,
  };
}

/** Whether a ring in its colour is painted to the left of a box. */
async function ringed(page, [x, y, , height]) {
  const left = Math.max(0, Math.floor(x) - 6);
  const shot = await page.screenshot({ clip: { x: left, y: Math.round(y + height / 2), width: Math.max(1, Math.ceil(x) + 2 - left), height: 1 } });
  return page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(image.width, 1).getContext('2d'));
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, 1);
    const wanted = /#(..)(..)(..)/.exec(document.documentElement.style.getPropertyValue('--focus-outer'))?.slice(1).map((part) => Number.parseInt(part, 16)) ?? [];
    return [...Array(image.width).keys()].some((i) => wanted.every((part, c) => Math.abs(part - data[i * 4 + c]) < 40));
  }, [...shot]);
}

/** One who has nothing but a keyboard, and sees where they are after every key. */
class Keyboard {
  constructor(page, skin) {
    Object.assign(this, { page, skin, kinds: new Set(), wrong: [] });
  }

  async press(key) {
    await this.page.keyboard.press(key);
    const now = await this.page.evaluate(look);
    if (now.hidden && !now.heading) await this.waitUntilSeen(now);
    if (!now.body && !now.heading && !this.kinds.has(now.kind)) await this.checkRing(now);
    return now;
  }

  /** The browser may still be scrolling to it. */
  async waitUntilSeen(before_) {
    await settled(this.page);
    const now = await this.page.evaluate(look);
    if (now.hidden) this.wrong.push(`${before_.path}: ${now.hidden}`);
  }

  async checkRing({ kind, outlined }) {
    this.kinds.add(kind);
    await settled(this.page);
    if (this.skin === 'plain' ? !outlined : !await ringed(this.page, (await this.page.evaluate(look)).box)) this.wrong.push(`no ring round ${kind}`);
  }

  /** Tab (or another key) until something with these words has the focus; the whole page is passed at most once. */
  async to(label, { question = undefined, key = 'Tab' } = {}) {
    let now = await this.page.evaluate(look);
    for (let i = 0; i < 150; i++) {
      if (now.label !== '' && (question === undefined ? now.label === label : now.question === question)) return;
      now = await this.press(key);
    }
    throw new Error(`${key} never reaches "${label ?? question}" on ${now.path}`);
  }

  answer() {
    return async ({ item, given }) => {
      const title = questionTitle(item);
      if (item.type === 'date') {
        await this.to(title);
        const [year, month, day] = given[0].split('-');
        return this.page.keyboard.type(`${day}${month}${year}`);
      }
      await this.to(undefined, { question: title });
      for (const code of given) {
        const label = optionLabel(item, code);
        for (let i = 0; (await this.page.evaluate(look)).label !== label; i++) {
          assert.ok(i < 30, `no key leads to "${label}"`);
          await this.press(item.repeats ? 'Tab' : 'ArrowDown');
        }
        if (!await this.page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).checked)) await this.press('Space');
      }
    };
  }

  async goOn(label = words['action.continue'], key = 'Enter') {
    const before_ = pathOf(this.page);
    await this.to(label);
    await this.page.keyboard.press(key);
    await arrived(this.page, before_);
  }
}

// ---- What every page owes ----------------------------------------------------------------------------------------------------

/** A new page: focus on its heading, title of the document, and the browser keeps its shortcuts. */
async function arrived(page, before_) {
  await page.waitForFunction((path) => decodeURI(location.hash.replace(/^#\/?/, '')) !== path && document.activeElement?.tagName === 'H1', before_, { timeout: 20_000, polling: 50 });
  await settled(page);
  const heading = await page.evaluate(() => document.activeElement?.textContent ?? '');
  assert.ok((await page.title()).startsWith(heading), `"${await page.title()}" names "${heading}"`);
  const swallowed = await page.evaluate(() => {
    const keys = [['f', 'ctrl'], ['a', 'ctrl'], ['p', 'ctrl'], ['c', 'ctrl'], ['=', 'ctrl'], ['ArrowLeft', 'alt'], ['F5'], ['F6'], ['Escape'], ['Tab'], ['PageDown'], ['Home'], [' '], ['/']];
    return keys.filter(([key, held]) => !/** @type {Element} */ (document.activeElement)
      .dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: held === 'ctrl', altKey: held === 'alt', bubbles: true, cancelable: true }))).map(String);
  });
  assert.deepEqual(swallowed, [], `shortcuts on ${pathOf(page)}`);
}

for (const skin of ['canvas', 'plain']) {
  test(`sofia by keyboard, to the last part of her sheet, in the ${skin} skin`, async () => {
    const { page, errors } = await openPage(site, { locale: 'en-GB', query: queryOf(skin) });
    const keyboard = new Keyboard(page, skin);
    await keyboard.goOn(words['home.door.prepare']);
    await walk(page, sofia, keyboard.answer(), () => keyboard.goOn());
    await keyboard.goOn(words['review.show'], 'Space');
    for (const [i, part] of PARTS.entries()) {
      assert.equal(pathOf(page), part.path);
      if (part.path === 'result/healing') {
        await keyboard.to(words['moment.slider']);
        const said = () => page.evaluate(() => document.activeElement?.getAttribute('aria-valuetext'));
        const before_ = await said();
        for (const key of ['ArrowRight', 'End', 'Home']) await keyboard.press(key);
        await settled(page);
        assert.equal(await said(), before_, 'Home leads back to the first moment');
      }
      if (i + 1 === PARTS.length) break;
      // In a group by its links above the heading, to another by the link at the end of the page.
      const next = PARTS[i + 1];
      const path = pathOf(page);
      if (next.group === part.group) await keyboard.to(next.name, { key: 'Shift+Tab' });
      else await keyboard.to(await page.locator('main a[data-look="primary"]').last().locator('.words').first().textContent());
      await page.keyboard.press('Enter');
      await arrived(page, path);
    }
    assert.deepEqual(keyboard.wrong, []);
    assert.ok(keyboard.kinds.size > 7, `rings were seen round ${[...keyboard.kinds].join(', ')}`);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  test(`sofia by role and name, to the last part of her sheet, in the ${skin} skin`, async () => {
    const { page, errors, requests } = await openPage(site, { query: queryOf(skin) });
    await linkNamed(page, words['home.door.prepare']).click();
    await page.waitForFunction(() => location.hash.startsWith('#/questions/'));
    await settled(page);
    await walk(page, sofia, byRole(page), () => continueButton(page).click());
    await page.getByRole('button', { name: words['review.show'], exact: true }).click();
    await arrived(page, 'review');
    const parts = page.getByRole('navigation', { name: words['result.parts'], exact: true });
    for (const { path, group, name } of PARTS.slice(1)) {
      const own = () => parts.getByRole('link', { name, exact: true }).last();
      for (const link of [() => parts.getByRole('link', { name: group, exact: true }).first(), own]) {
        const from = pathOf(page);
        if (from === path || (link !== own && await own().count() > 0)) continue;
        await link().click();
        await arrived(page, from);
      }
      assert.equal(pathOf(page), path);
    }
    assert.deepEqual(errors, []);
    assert.deepEqual(requests, []);
    await page.context().close();
  });

  test(`Tab leaves every page, and goes back the way it came, in the ${skin} skin`, async () => {
    const { page } = await openPage(site, { query: queryOf(skin) });
    const keyboard = new Keyboard(page, skin);
    for (const path of ['questions/phototype-last-sun', 'sources']) {
      await go(page, path);
      const there = [], back = [];
      for (let now = await keyboard.press('Tab'); !now.body && there.length < 60; now = await keyboard.press('Tab')) there.push(now.question || now.id);
      assert.ok(there.length > 4 && there.length < 60, `${path}: Tab leaves the page after ${there.length} stops`);
      for (let i = 0; i < there.length; i++) {
        const now = await keyboard.press('Shift+Tab');
        back.unshift(now.question || now.id);
      }
      assert.deepEqual(back, there, path);
    }
    assert.deepEqual(keyboard.wrong, []);
    await page.context().close();
  });
}
