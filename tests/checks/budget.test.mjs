// What a first visit loads, with brotli, stays within its budget, file by file and in all. Raise a figure only with a reason, and
// lower it when a file has become smaller.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

const site = process.env.NEEDLEWISE_SITE ?? 'build/site';

/** kB (1,000 bytes) */
const BUDGET = {
  'index.html': 2.5, 'app.css': 2, 'plain.css': 4, 'canvas.css': 1.5, 'app.mjs': 33, 'needlewise.wasm': 434,
  'content.json': 46, 'text/en.json': 42, 'figures.json': 47, 'regular.ttf': 15, 'semibold.ttf': 16,
};
const WHOLE = 634;
const LANGUAGE = 52;  // the words of any other language

const index = readFileSync(join(site, 'index.html'), 'utf8');
const stem = (name) => name.replace(/\.\w{8}(\.\w+)$/, '$1');
const kB = (name) => statSync(join(site, `${name}.br`)).size / 1000;
const languages = JSON.parse(index.match(/data-text="([^"]*)"/)[1].replaceAll('&quot;', '"'));
const others = Object.values(languages).filter((name) => name !== languages.en);
const loaded = ['index.html', ...new Set(index.match(/[\w/-]+\.[0-9a-f]{8}\.\w+/g))].filter((name) => !others.includes(name));

test('every file of a first visit is within its budget, and none is without', () => {
  const over = loaded.filter((name) => !(kB(name) <= BUDGET[stem(name)])).map((name) => `${stem(name)}: ${kB(name)} of ${BUDGET[stem(name)]} kB`);
  assert.deepEqual(over, []);
  assert.deepEqual(Object.keys(BUDGET).filter((name) => !loaded.map(stem).includes(name)), [], 'a budget without a file');
});

test('all of it together is within the budget', () => {
  const sizes = loaded.map((name) => /** @type {[string, number]} */ ([stem(name), kB(name)])).sort(([, one], [, other]) => other - one);
  const sum = sizes.reduce((so_far, [, size]) => so_far + size, 0);
  assert.ok(sum <= WHOLE, `${sum.toFixed(1)} of ${WHOLE} kB: ${sizes.map(([name, size]) => `${name} ${size.toFixed(1)}`).join(', ')}`);
});

test('no other language costs much more than English', () => {
  assert.deepEqual(others.filter((name) => kB(name) > LANGUAGE).map((name) => `${stem(name)}: ${kB(name)} of ${LANGUAGE} kB`), []);
});
