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
const whole = (/** @type {string} */ words) => new RegExp(`(?<!\\p{L})${literal(words)}(?!\\p{L})`, 'iu');
const begins = (/** @type {string} */ words) => new RegExp(`(?<!\\p{L})${literal(words)}`, 'iu');

/** What stands in a language against its list: "key: word for term". @param {object[]} terms @param {Record<string, string>} words */
function against(terms, words) {
  return terms.flatMap(({ english: term, never = [] }) => Object.entries(english)
    .filter(([key, sentence]) => words[key] && whole(term).test(spoken(sentence)))
    .flatMap(([key]) => never.filter((word) => begins(word).test(spoken(words[key]))).map((word) => `${key}: "${word}" for "${term}"`)));
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
