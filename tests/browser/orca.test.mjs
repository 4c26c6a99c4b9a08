// What Orca, a real screen reader, says over the canvas in Firefox, of pages that are walked through by keys alone, compared with
// tests/golden/orca: short, in order, nothing twice, and every stop says what it belongs to. After a change that is meant:
// UPDATE_GOLDEN=1, then read the difference aloud.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { start } from '../../tools/serve.mjs';
import { linkOf, pretendDay, root, TODAY, words } from './helpers.mjs';
import { missing, openReader, version } from './orca.mjs';

const folder = join(root, 'tests/golden/orca');
const asked = process.env.NEEDLEWISE_ORCA === '1';
const skip = asked ? missing || false : 'a real screen reader is run by itself: ./dev orca';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
/** @type {import('./orca.mjs').Reader} */
let orca;

before(async () => {
  if (skip) return;
  site = await start({ root: process.env.NEEDLEWISE_SITE ?? join(root, 'build/site') });
  orca = await openReader();
  await orca.page.evaluateOnNewDocument(pretendDay, TODAY);
});

after(async () => {
  await orca?.close();
  site?.server.closeAllConnections();
  site?.server.close();
});

/** How Orca takes keys, told a moment earlier or later, and what it has left and come into, which it tells in some runs and not in others. */
const AROUND = /^(?:(?:Focus|Browse) mode|(?:leaving|form|region) .*|main content|.* panel\.)$/;

/** What is said of one page: a line for each key, and for what else happens. */
class Hearing {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
    /** @type {string[]} */
    this.lines = [];
  }

  /** @param {string} what @param {string[]} all */
  note(what, all) {
    const said = all.filter((words) => !AROUND.test(words));
    this.lines.push(`${what}: ${said.join(' | ').replace(/\b\d{4}-\d\d-\d\d-[0-9a-f]{8}\b/g, '…').replaceAll('visited link', 'link')}`);  // what the browser remembers
    return said.join(' ');
  }

  /** @param {string} path */
  async go(path) {
    return this.note(`(${path.split('/').slice(0, 2).join(' ').slice(0, 20)})`, await orca.after(() => orca.page.evaluate((hash) => { location.hash = hash; }, `#/${path}`)));
  }

  /** @param {...string} keys as X calls them */
  async press(...keys) {
    let said = '';
    for (const key of keys) said = this.note(key, await orca.press(key));
    return said;
  }

  /** Presses a key until something is said. @param {string} key @param {string} wanted @param {number} [most] */
  async until(key, wanted, most = 40) {
    for (let i = 0; i < most; i++) if ((await this.press(key)).includes(wanted)) return;
    assert.fail(`${key} never says "${wanted}":\n${this.lines.join('\n')}`);
  }

  compare() {
    const file = join(folder, `${this.name}.txt`);
    const text = `${this.lines.join('\n')}\n`;
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, text);
    }
    assert.ok(existsSync(file), `there is no ${file}: UPDATE_GOLDEN=1 makes it`);
    assert.equal(text, readFileSync(file, 'utf8'), 'if that is meant: UPDATE_GOLDEN=1');
  }
}

/** Home, without what was answered before. @param {string} [query] */
async function open(query = '') {
  await orca.page.evaluate(() => { if (location.protocol === 'http:') for (const storage of [sessionStorage, localStorage]) storage.clear(); });
  await orca.after(async () => {
    await orca.page.goto(`${site.url}/?lang=en&country=GB${query}`);
    await orca.page.waitForSelector('html[data-complete]');
  });
  assert.equal(await orca.page.evaluate(() => document.documentElement.dataset.skin), 'canvas');
}

test('home: the first stop skips what every page has', { skip }, async (t) => {
  t.diagnostic(`Orca ${version()} with Firefox ${await orca.page.browser().version()}`);
  await open();
  const heard = new Hearing('home');
  assert.equal(await heard.press('Tab'), `${words['nav.skip']} link.`);
  assert.match(await heard.press('Return'), /heading level 1/);
  await heard.until('Tab', words['nav.accessibility']);
  heard.compare();
});

test('a question that is left out, and one with a map', { skip }, async () => {
  const heard = new Hearing('question');
  await heard.go('questions/goal');
  await heard.until('Tab', words['action.continue']);
  await heard.press('Return', 'Tab', 'Return', 'space');
  await heard.go('questions/area');
  await heard.press('Tab', 'Down', 'space');
  heard.compare();
});

test('a sheet and its answers, and clearing them asks first', { skip }, async () => {
  await open();
  const heard = new Hearing('summary');
  await heard.go(linkOf('yusuf'));
  await heard.press('h', ...Array(8).fill('Down'), 'Tab', 'h', 'h', 'h', ...Array(7).fill('Tab'));  // the answer, line by line; then where it leads
  heard.compare();
  const asked = new Hearing('dialog');
  await asked.press('shift+b', 'Return');
  assert.ok(asked.lines.at(-1)?.includes(words['start-over.title']), 'the question is said before its answers');
  await asked.press('Tab', 'Tab', 'Escape', 'Tab');
  asked.compare();
  const answers = new Hearing('review');
  await answers.go('review');
  await answers.press(...Array(7).fill('Tab'));
  answers.compare();
});

test('moments of healing, and other ways, side by side', { skip }, async () => {
  const moments = new Hearing('time-machine');
  await moments.go('result/healing');
  await moments.until('Tab', words['moment.slider'], 12);
  for (const key of ['Right', 'Right', 'End']) assert.match(await moments.press(key), /after/, moments.lines.join('\n'));  // the slider says its moment
  await moments.press('Tab', 'h', 'h', 'h', 'Tab');
  moments.compare();
  const ways = new Hearing('compare');
  await ways.go('result/compare');
  await ways.press('Tab', 'shift+Tab', 't', ...Array(8).fill('Down'), 'Tab', 'Tab');
  ways.compare();
});

test('what is sent is heard before it goes', { skip }, async () => {
  await open('&pack=packs/demo.json');
  const heard = new Hearing('send');
  await heard.go(linkOf('helen'));
  await heard.until('Tab', words['result.take.title']);
  await orca.press('Return');  // of this one page Orca hears the heading in some runs and in others not, so it is not compared
  await heard.until('Tab', words['take.send.show'], 16);
  await heard.press('Return', ...Array(8).fill('Down'), 'Tab', 'Tab', 'Tab');
  heard.compare();
});
