// What a first visit loads, with brotli, stays within its budget, file by file and in all: before home and the first question can be used,
// and what comes after that. Raise a figure only with a reason, and lower it when a file has become smaller.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

const site = process.env.NEEDLEWISE_SITE ?? 'build/site';

/** kB (1,000 bytes) */
const BEFORE = {
  'index.html': 3.9, 'app.css': 2.4, 'plain.css': 6.3, 'paper.css': 1.1, 'canvas.css': 1.1, 'app.mjs': 33.5, 'needlewise.wasm': 160.5,
  'content.json': 13, 'text/en.json': 9.1, 'figures.json': 9.9, 'regular.ttf': 15, 'semibold.ttf': 16,
};
const AFTER = { 'second.wasm': 293.5, 'more-content.json': 36.2, 'more-text/en.json': 37.5, 'more-figures.json': 35 };
const [FIRST, WHOLE] = [270, 670];
const LANGUAGE = 57;  // all words of any other language

const index = readFileSync(join(site, 'index.html'), 'utf8');
const stem = (name) => name.replace(/\.\w{8}(\.\w+)$/, '$1');
const kB = (name) => statSync(join(site, `${name}.br`)).size / 1000;
const wordsIn = (folder) => JSON.parse(index.match(new RegExp(` data-${folder}="([^"]*)"`))[1].replaceAll('&quot;', '"'));
const words = ['text', 'more-text', 'first-text'].map(wordsIn);
const others = Object.keys(words[0]).filter((code) => code !== 'en');
const named = new Set(index.match(/[\w/-]+\.[0-9a-f]{8}\.\w+/g));
for (const name of [...named].filter((each) => stem(each) === 'app.mjs')) for (const [, later] of readFileSync(join(site, name), 'utf8').matchAll(/import\("\.\/([^"]+)"\)/g)) named.add(later);
const loaded = ['index.html', ...named].filter((name) => !others.some((code) => words.some((files) => files[code] === name)));

test('every file of a first visit is within its budget, and none is without', () => {
  const budget = { ...BEFORE, ...AFTER };
  const over = loaded.filter((name) => !(kB(name) <= budget[stem(name)])).map((name) => `${stem(name)}: ${kB(name)} of ${budget[stem(name)]} kB`);
  assert.deepEqual(over, []);
  assert.deepEqual(Object.keys(budget).filter((name) => !loaded.map(stem).includes(name)), [], 'a budget without a file');
});

test('what is asked for at once is what comes before the first page', () => {
  const early = [...index.matchAll(/<(?:link rel="(?:preload|stylesheet)" href|script type="module" src)="([^"]+)"/g)].map(([, name]) => stem(name));
  assert.deepEqual(['index.html', ...early].sort(), Object.keys(BEFORE).sort());
});

for (const [what, names, most] of /** @type {const} */ ([['before the first page', Object.keys(BEFORE), FIRST], ['in all', Object.keys({ ...BEFORE, ...AFTER }), WHOLE]])) {
  test(`all of it together is within the budget: ${what}`, () => {
    const sizes = loaded.filter((name) => names.includes(stem(name))).map((name) => /** @type {[string, number]} */ ([stem(name), kB(name)])).sort(([, one], [, other]) => other - one);
    const sum = sizes.reduce((so_far, [, size]) => so_far + size, 0);
    assert.ok(sum <= most, `${sum.toFixed(1)} of ${most} kB: ${sizes.map(([name, size]) => `${name} ${size.toFixed(1)}`).join(', ')}`);
  });
}

test('no other language costs much more than English', () => {
  const sizes = others.map((code) => /** @type {const} */ ([code, words.reduce((sum, files) => sum + kB(files[code]), 0)]));
  assert.deepEqual(sizes.filter(([, size]) => size > LANGUAGE).map(([code, size]) => `${code}: ${size} of ${LANGUAGE} kB`), []);
});
