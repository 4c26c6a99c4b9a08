// What is heard of the pages, from the first word to the last, compared with tests/golden/spoken: short, in order, nothing twice, and
// nothing that does not say what it belongs to. After a change that is meant: UPDATE_GOLDEN=1, then read the difference aloud.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { atPath, openPage, openSite, people, root, settled, words } from './helpers.mjs';
import { listen } from './spoken.mjs';
import { go, hurryToResult } from './states.mjs';

const folder = join(root, 'tests/golden/spoken');
const update = process.env.UPDATE_GOLDEN === '1';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** @param {string} name @param {string[]} lines */
function compare(name, lines) {
  const file = join(folder, `${name}.txt`);
  const text = `${lines.join('\n').replace(/\b(\d{4}-\d\d-\d\d)-[0-9a-f]{8}\b/g, '$1-…')}\n`;
  if (update) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  assert.ok(existsSync(file), `there is no ${file}: UPDATE_GOLDEN=1 makes it`);
  assert.equal(text, readFileSync(file, 'utf8'), 'if that is meant: UPDATE_GOLDEN=1');
}

/** What tires or puzzles who only listens. @param {string[]} lines */
function faults(lines) {
  const wrong = [];
  const seen = new Set();
  for (const [i, line] of lines.entries()) {
    if (i > 0 && line === lines[i - 1]) wrong.push(`twice in a row: ${line}`);
    if (/^(?:link|button), (?:Sources \(\d+\)(?:, part our own view)?|Show|Hide|Next|More)(?:, (?:not )?expanded|$)/.test(line)) wrong.push(`of what? ${line}`);
    if (/^(?:link|button), /.test(line) && seen.has(line) && !/current page/.test(line)) wrong.push(`another of the same name: ${line}`);
    seen.add(line);
    const numbers = line.match(/\b\d[\d,.]*\d\b/g) ?? [];
    const [name, ...more] = line.split(', ');
    if (numbers.length > 0 && more.includes(name)) wrong.push(`a number twice: ${line}`);
    if (line.length > 400) wrong.push(`long: ${line}`);
  }
  return wrong;
}

/** @param {import('playwright-core').Page} page */
async function openFolds(page, most = 20) {
  for (const fold of (await page.locator('main .fold button[aria-expanded="false"]').all()).slice(0, most).reverse()) await fold.click();
  await settled(page);
}

/** @param {import('playwright-core').Page} page @param {string} name */
async function hear(page, name) {
  const lines = await listen(page);
  assert.deepEqual(faults(lines), [], name);
  compare(name, lines);
  return lines;
}

test('pages are short to listen to, in order, and nothing comes twice', async () => {
  const { page, errors } = await openPage(site);
  await hear(page, 'home');
  await go(page, 'questions/goal');
  await hear(page, 'question');
  await hurryToResult(page, people().yusuf);
  await openFolds(page);
  await hear(page, 'summary');
  await go(page, 'result/healing');
  await page.getByRole('slider').press('ArrowRight');
  await settled(page);
  const lines = await hear(page, 'time-machine');
  assert.ok(lines.some((line) => /^slider, .*6 hours after session 1/.test(line)), 'the slider says its moment');
  await go(page, 'result/compare');
  await openFolds(page, 2);
  await hear(page, 'compare');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('what is sent is heard before it goes', async () => {
  const { page } = await openPage(site, { query: 'pack=packs/demo.json' });
  await hurryToResult(page, people().helen);
  await go(page, 'result/take');
  await page.getByRole('button', { name: words['take.send.show'], exact: true }).click();
  await atPath(page, 'result/send');
  await settled(page);
  const lines = await hear(page, 'send');
  assert.ok(lines.some((line) => line.startsWith('button, ')), 'there is something to send');
  await page.context().close();
});
