// Any value as a message between a page and its frame: none, or one with exactly the fields of its type, each of its kind. The values
// are made up by rule, the same at every run; those that once mattered are kept in `known`.
import assert from 'node:assert/strict';
import test from 'node:test';
import { read, TO_FRAME, TO_HOST } from '../../web/messages.mjs';

/** Numbers from 0 to 1, always the same. @param {number} seed */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const words = ['', 'dark', 'light', 'en', 'de-AT', 'gb', 'home', 'needlewise-hello', '__proto__', 'constructor', 'x'.repeat(3000), '👩‍👧', '\u0000', '<b>', 'https://a.example/'];
const odd = [null, undefined, true, false, NaN, Infinity, -1, 0, 1, 1e9, 1e300, [], {}, [1], () => {}, Symbol('x'), new Date(0), new Map(), 10n];

/** @param {() => number} random @param {number} depth @returns {any} */
function value(random, depth = 0) {
  const kind = random();
  if (kind < 0.35) return words[Math.floor(random() * words.length)];
  if (kind < 0.6) return odd[Math.floor(random() * odd.length)];
  if (kind < 0.8 || depth > 2) return Math.floor(random() * 30000) - 100;
  return Object.fromEntries(Array.from({ length: Math.floor(random() * 4) }, () => [words[Math.floor(random() * words.length)], value(random, depth + 1)]));
}

/** @param {Record<string, Record<string, unknown>>} shapes @param {() => number} random */
function message(shapes, random) {
  if (random() < 0.1) return value(random);
  const types = Object.keys(shapes);
  const type = random() < 0.9 ? types[Math.floor(random() * types.length)] : value(random);
  const made = { type };
  for (const name of Object.keys(shapes[String(typeof type === 'symbol' ? '' : type)] ?? {})) if (random() < 0.9) made[name] = value(random);
  if (random() < 0.3) made[words[Math.floor(random() * words.length)]] = value(random);
  return made;
}

const known = [
  { type: 'toString' }, { type: '__proto__' }, JSON.parse('{"__proto__": {"type": "ready"}}'), Object.create({ type: 'ready' }), { type: ['ready'] },
  { type: 'view', top: NaN, bottom: 1, room: 1 }, { type: 'size', height: '10' },
];

for (const [name, shapes] of Object.entries({ TO_FRAME, TO_HOST })) {
  test(`50,000 values as messages: ${name}`, () => {
    const random = numbers(1);
    let taken = 0;
    for (let i = 0; i < 50_000; i += 1) {
      const given = i < known.length ? known[i] : message(shapes, random);
      const found = read(shapes, given);
      if (found === null) continue;
      taken += 1;
      assert.deepEqual(Object.keys(found).sort(), ['type', ...Object.keys(shapes[found.type])].sort());
      for (const [field, check] of Object.entries(shapes[found.type])) assert.ok(check(found[field]), `${found.type}.${field}`);
      assert.equal(Object.getPrototypeOf(found), Object.prototype);
    }
    assert.ok(taken > 500, `${taken} were messages`);
    assert.deepEqual(known.map((given) => read(shapes, given)), known.map(() => null));
  });
}
