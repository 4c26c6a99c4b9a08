// What a device remembers of being a shared tablet, with storage that is full, denied, or changed by somebody.
import assert from 'node:assert/strict';
import test from 'node:test';
import { KIOSK, KioskMemory } from '../../web/kiosk.mjs';

class Store {
  constructor() { this.all = new Map(); }
  getItem(key) { return this.all.get(key) ?? null; }
  setItem(key, text) { this.all.set(key, text); }
  removeItem(key) { this.all.delete(key); }
}

const KEY = `${KIOSK}/?pack=a`;
let now = 1_000_000;
const memory = (storage) => new KioskMemory({ storage: () => storage, scope: '/?pack=a', now: () => now });

test('a kiosk is remembered until its pack says otherwise, each pack for itself', () => {
  const store = new Store();
  assert.equal(memory(store).known(), false);
  memory(store).settle(true);
  assert.ok(memory(store).known());
  assert.equal(new KioskMemory({ storage: () => store, scope: '/?pack=b' }).known(), false);
  memory(store).settle(false);
  assert.equal(memory(store).known(), false);
});

test('wrong PINs and what is left of the wait outlive a reload', () => {
  const store = new Store();
  memory(store).settle(true);
  memory(store).count(3, 30);
  now += 10_000;
  assert.equal(memory(store).told(), '3 20');
  memory(store).count(3, 20);
  now += 10_000;
  assert.equal(memory(store).told(), '3 10', 'being told again makes it no longer');
  memory(store).settle(true);
  assert.equal(memory(store).told(), '3 10');
  now += 60_000;
  assert.equal(memory(store).told(), '3 0');
  memory(store).count(0, 0);
  assert.equal(memory(store).told(), '0 0');
});

test('a clock that was set back lets nobody wait for longer than a quarter of an hour', () => {
  const store = new Store();
  memory(store).count(18, 900);
  now -= 30 * 24 * 3600 * 1000;
  assert.equal(memory(store).told(), '18 900');
});

test('whatever somebody wrote there, it is a kiosk and can be told', () => {
  for (const text of ['', 'x', '{', 'null', '[]', '{"wrong":-1,"until":0}', '{"wrong":1e99,"until":0}', '{"wrong":1.5,"until":0}', '{"wrong":1,"until":"x"}', '{"wrong":99999,"until":1}']) {
    const store = new Store();
    store.setItem(KEY, text);
    assert.ok(memory(store).known(), text);
    assert.match(memory(store).told(), /^\d{1,4} \d{1,3}$/, text);
  }
});

test('storage that is denied or full stops nothing', () => {
  const denied = new KioskMemory({ storage: () => { throw new Error('denied'); }, scope: 'a' });
  const full = memory(Object.assign(new Store(), { setItem() { throw new Error('full'); } }));
  for (const one of [denied, full, memory(null)]) {
    one.settle(true);
    one.count(3, 30);
    one.settle(false);
    assert.equal(one.known(), false);
    assert.equal(one.told(), '0 0');
  }
});
