// What the page tells the program (web/tell.mjs), before it is there and after.
import assert from 'node:assert/strict';
import test from 'node:test';
import { tell, tellTo } from '../../web/tell.mjs';

test('what is told before the program is there waits for it, in its order', () => {
  const told = [];
  tell('connect', '1');
  tell('pins', '0 0');
  tellTo({ tell: (what, value) => told.push(`${what} ${value}`) }, () => told.push('changed'));
  assert.deepEqual(told.splice(0), ['connect 1', 'changed', 'pins 0 0', 'changed']);
  tell('theme', 'dark');
  assert.deepEqual(told, ['theme dark', 'changed'], 'later it is told at once');
});
