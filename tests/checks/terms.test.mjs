// One word for one thing: where English uses a term of assets/text/terms, no language uses a word that the list rules out for it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'node:test';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../assets/text');
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const english = read('en.json');

/** Without names in braces, which are not read by people. @param {string} sentence */
const spoken = (sentence) => sentence.replace(/\{[^{}]*\}/g, '');
const literal = (/** @type {string} */ words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const whole = (/** @type {string} */ words) => new RegExp(`(?<!\\p{L})${literal(words)}${/\p{L}$/u.test(words) ? '(?!\\p{L})' : ''}`, 'iu');
const begins = (/** @type {string} */ words) => new RegExp(`(?<!\\p{L})${literal(words)}`, 'iu');

/** What stands in a language against its list: "key: word for term". @param {object[]} terms @param {Record<string, string>} words */
function against(terms, words) {
  return terms.flatMap(({ english: term, never = [] }) => Object.entries(english)
    .filter(([key, sentence]) => words[key] && whole(term).test(spoken(sentence)))
    .flatMap(([key]) => never.filter((word) => begins(word).test(spoken(words[key]))).map((word) => `${key}: "${word}" for "${term}"`)));
}

/**
 * What stands in a language although its list rules it out wherever it stands, but in the keys that somebody has looked at.
 * @param {{words?: string, word?: string, unless?: string[]}[]} ruledOut @param {Record<string, string>} words
 */
const ruledOutIn = (ruledOut, words) => ruledOut.flatMap(({ words: some, word = some ?? '', unless = [] }) => Object.entries(words)
  .filter(([key, sentence]) => !unless.includes(key) && whole(word).test(word.includes('{') ? sentence : spoken(sentence)))
  .map(([key]) => `${key}: "${word}"`));

test('French has no plain space before a mark, where the line could break', () => {
  const broken = Object.entries(read('fr.json')).filter(([, sentence]) => / [:;?!»]|« /.test(sentence));
  assert.deepEqual(broken.map(([key]) => key), []);
});

for (const file of readdirSync(join(folder, 'terms')).filter((name) => existsSync(join(folder, name)))) {
  const { never, watch = [], promises } = read(`terms/${file}`);
  test(`${file} has no word that is never said, promises nothing, and each doubtful word was looked at`, () => {
    assert.ok(never.length > 20 && promises.length > 20);
    assert.deepEqual(ruledOutIn([...never, ...watch, ...promises], read(file)), []);
    for (const { words, bad, good } of [...never, ...promises]) {
      assert.equal(ruledOutIn([{ words }], { bad }).length, 1, `${words} is not found in its bad example`);
      if (good) assert.deepEqual(ruledOutIn([{ words }], { good }), []);
    }
  });
}

for (const file of readdirSync(join(folder, 'terms')).filter((name) => existsSync(join(folder, name)) && name !== 'en.json')) {
  test(`${file} keeps to its terms`, () => {
    const { terms } = read(`terms/${file}`);
    assert.ok(terms.length > 20);
    assert.deepEqual(against(terms, read(file)), []);
  });
}

test('a word that is ruled out is found', () => {
  const key = Object.keys(english).find((name) => whole('clinic').test(spoken(english[name])));
  assert.deepEqual(against([{ english: 'clinic', never: ['Klinik'] }], { [key]: 'Fragen Sie die Klinik.' }), [`${key}: "Klinik" for "clinic"`]);
  assert.deepEqual(against([{ english: 'clinic', never: ['Klinik'] }], { [key]: 'Fragen Sie die Poliklinik.' }), []);
});
