// What the browser keeps of the answers: in its storage as it should be, and in storages that throw, are full, were changed by somebody
// or are from another day or version. The page starts whatever there is.
import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';

/** A window whose clock and events are the test's. */
class Window extends EventTarget {
  timers = [];
  reloads = 0;
  location = { reload: () => { this.reloads++; } };
  setTimeout(work, after) { return this.timers.push({ work, after }); }
}
beforeEach(() => {
  globalThis.window = new Window();
  globalThis.document = Object.assign(new EventTarget(), { hidden: false });
});
const { DAY, Keeper, scopeOf } = await import('../../web/keep.mjs');

/** As the browser's: what is stored are its own properties. */
class Store {
  getItem(key) { return Object.hasOwn(this, key) ? this[key] : null; }
  setItem(key, value) { this[key] = String(value); }
  removeItem(key) { delete this[key]; }
}
const refuse = () => { throw new DOMException('no', 'SecurityError'); };
class Full extends Store {
  setItem() { throw new DOMException('full', 'QuotaExceededError'); }
}
class Broken extends Store {
  getItem() { return refuse(); }
  setItem() { refuse(); }
  removeItem() { refuse(); }
}

const TAB = 'needlewise:answers:/', DEVICE = 'needlewise:draft:/';
const START = new Date(2026, 10, 22, 12).getTime();
const entries = (store) => Object.entries(store).sort();

function made({ tab = new Store(), device = new Store(), keeps = true, drafts = true, scope = '/', at = START } = {}) {
  const told = [];
  const clock = { now: at };
  const keeper = new Keeper({ tab: () => (tab === refuse ? refuse() : tab), device: () => (device === refuse ? refuse() : device), scope, keeps, drafts, tell: (...what) => told.push(what), now: () => clock.now });
  return { keeper, tab, device, told, clock, files: () => Object.fromEntries(keeper.files()) };
}
/** The same tab, loaded again after so many milliseconds. */
const reloaded = ({ tab, device, clock }, later = 1000) => made({ tab, device, at: clock.now + later });

test('that they were sent comes back with them, and makes them no newer; what is no such word does not', () => {
  const page = made();
  page.keeper.request('keep', '', '1.AAA');
  page.clock.now += DAY - 1000;
  page.keeper.request('keep', 'sent', '1.AAA');
  assert.deepEqual(reloaded(page, 500).files(), { kept: '1.AAA', 'kept/sent': 'sent', 'can-draft': '1' });
  assert.deepEqual(reloaded(page, 2000).files(), { 'can-draft': '1' }, 'a day after the last change');
  const other = made();
  other.keeper.request('keep', 'sent form-tried form-sending', '1.AAA');
  assert.equal(reloaded(other).files()['kept/sent'], 'sent form-tried form-sending');
  other.keeper.request('keep', '', '1.BBB');
  assert.equal(reloaded(other).files()['kept/sent'], undefined, 'other answers were not sent');
  other.tab.setItem(TAB, JSON.stringify({ form: 1, at: START, answers: '1.AAA', sent: 'by a stranger' }));
  assert.deepEqual(reloaded(other).files(), { kept: '1.AAA', 'can-draft': '1' });
});

test('answers come back after a reload, the draft with its day', () => {
  const page = made();
  assert.deepEqual(page.files(), { 'can-draft': '1' });
  page.keeper.request('keep', '', '1.AAA');
  assert.deepEqual(entries(page.device), [], 'nothing on the device unless it is asked for');
  page.keeper.request('draft', 'keep', '1.BBB');
  assert.deepEqual(reloaded(page).files(), { kept: '1.AAA', 'can-draft': '1', draft: '2026-11-22 1.BBB' });
  assert.deepEqual(page.told, []);
  page.keeper.request('keep', '', '');
  page.keeper.request('draft', 'forget', '');
  assert.deepEqual([entries(page.tab), entries(page.device)], [[], []]);
  page.keeper.request('step', 'result', '');
  assert.deepEqual(entries(page.tab), [], 'other requests are not its business');
});

test('after a day without a change the tab keeps nothing, and a reload does not make it longer', () => {
  const page = made();
  page.keeper.request('keep', '', '1.AAA');
  const soon = reloaded(page, DAY - 10);
  assert.equal(soon.files().kept, '1.AAA');
  const late = reloaded(soon, 10);
  assert.equal(late.files().kept, undefined);
  assert.deepEqual(entries(page.tab), []);
});

test('a page that stays open forgets after a day too', () => {
  const page = made();
  page.keeper.listen(false);
  page.keeper.request('keep', '', '1.AAA');
  const timer = window.timers.at(-1);
  assert.equal(timer.after, DAY);
  page.clock.now += DAY - 1;
  timer.work();  // a moment early
  assert.deepEqual([window.timers.at(-1) === timer, window.timers.at(-1).after], [false, 1], 'it looks again');
  document.dispatchEvent(new Event('visibilitychange'));
  assert.deepEqual(page.told, []);
  page.clock.now += 1;
  document.hidden = true;
  document.dispatchEvent(new Event('visibilitychange'));
  assert.deepEqual(page.told, [], 'when somebody looks at it again');
  document.hidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
  assert.deepEqual(page.told, [['kept-ended', '']]);
  assert.deepEqual(entries(page.tab), []);
  document.dispatchEvent(new Event('visibilitychange'));
  assert.equal(page.told.length, 1);
});

test('a clock that was set back makes it a day from then, and no longer', () => {
  const page = made();
  page.keeper.request('keep', '', '1.AAA');
  page.clock.now -= 40 * DAY;
  window.timers.at(-1).work();
  assert.equal(window.timers.at(-1).after, DAY);
  page.clock.now += DAY;
  window.timers.at(-1).work();
  assert.deepEqual(page.told, [['kept-ended', '']]);
});

test('storage that throws, is full or is not there stops nothing', () => {
  for (const store of [refuse, new Full(), new Broken(), null]) {
    const page = made({ tab: store, device: store });
    assert.doesNotThrow(() => {
      page.files();
      page.keeper.listen(true);
      page.keeper.request('keep', '', '1.AAA');
      page.keeper.request('keep', '', '');
      page.keeper.request('draft', 'keep', '1.BBB');
      page.keeper.request('draft', 'forget', '');
      window.dispatchEvent(new Event('pagehide'));
      page.keeper.request('keep-nothing', '', '');
    });
    assert.equal(page.files().kept, undefined);
    assert.deepEqual(page.told[0], ['refused', 'tab'], 'the person hears that a reload loses the answers');
  }
  assert.deepEqual(made({ device: refuse }).files(), {}, 'where the browser keeps nothing no draft is offered');
  assert.deepEqual(made({ device: null }).files(), {});
});

test('a draft that could not be kept is said, and no older one is left', () => {
  const device = new Full();
  Object.assign(device, { [DEVICE]: 'older' });
  const page = made({ device });
  page.keeper.request('draft', 'keep', '1.BBB');
  assert.deepEqual(page.told, [['refused', 'draft']]);
  assert.deepEqual(entries(device), []);
  page.keeper.request('draft', 'keep', '');
  assert.equal(page.told.length, 2, 'answers that are far too long');
});

test('what somebody changed is told as unreadable, for the program to say so and drop it', () => {
  const good = JSON.stringify({ form: 1, at: START, answers: '1.AAA' });
  const wrong = ['', 'null', '{', '[]', '"1.AAA"', '{}', good.replace('"form":1', '"form":2'), good.replace('"form":1', '"form":"1"'), good.replace(String(START), '"now"'),
    good.replace(String(START), '1e400'), good.replace(String(START), '9e15'), good.replace('"1.AAA"', '{"a":1}'), good.replace('1.AAA', ''), good.replace('1.AAA', 'A'.repeat(2_000_000)), '{"__proto__":{"form":1}}'];
  for (const text of wrong) {
    const tab = Object.assign(new Store(), { [TAB]: text });
    const device = Object.assign(new Store(), { [DEVICE]: text });
    assert.deepEqual(made({ tab, device }).files(), { kept: '?', 'can-draft': '1', draft: '?' }, text.slice(0, 80));
  }
  const ahead = Object.assign(new Store(), { [TAB]: good.replace(String(START), String(START + DAY)) });
  assert.equal(made({ tab: ahead }).files().kept, undefined, 'a time to come is no reason to keep it longer');
  // What it holds is the program's to judge.
  assert.equal(made({ tab: Object.assign(new Store(), { [TAB]: good.replace('1.AAA', '<b>') }) }).files().kept, '<b>');
});

test('never for staff, in a preview or in a kiosk; in a frame no draft', () => {
  const both = () => ({ tab: Object.assign(new Store(), { [TAB]: 'x' }), device: Object.assign(new Store(), { [DEVICE]: 'x' }) });
  const staff = made({ ...both(), keeps: false });
  assert.deepEqual(staff.files(), {});
  staff.keeper.request('keep', '', '1.AAA');
  assert.equal(staff.tab[TAB], 'x');
  const frame = made({ ...both(), drafts: false });
  assert.deepEqual(frame.files(), { kept: '?' });
  frame.keeper.request('draft', 'keep', '1.AAA');
  assert.equal(frame.device[DEVICE], 'x');

  const stores = both();
  Object.assign(stores.tab, { 'needlewise:answers:/?pack=other.json': 'x', theirs: 'x' });
  Object.assign(stores.device, { 'needlewise:draft:/?pack=other.json': 'x', 'needlewise-studio': 'x' });
  const kiosk = made(stores);
  kiosk.keeper.request('keep-nothing', '', '');
  kiosk.keeper.request('keep', '', '1.AAA');
  kiosk.keeper.request('draft', 'keep', '1.AAA');
  assert.deepEqual([entries(kiosk.tab), entries(kiosk.device)], [[['theirs', 'x']], [['needlewise-studio', 'x']]]);
});

test('clinics, questionnaires, copies of the site and frames keep apart; languages and pages do not', () => {
  const scope = (address, frame = '') => scopeOf(new URL(address, 'https://clinic.example'), frame);
  assert.equal(scope('/'), '/');
  assert.equal(scope('/index.html?lang=de#/result'), scope('/?lang=en&view=plain'));
  const all = ['/', '/two/', '/?pack=a.json', '/?pack=b.json', '/?questionnaire=a.json'].map((address) => scope(address));
  assert.equal(new Set([...all, scope('/', 'needlewise-0'), scope('/', 'needlewise-1')]).size, all.length + 2);
});

test('another tab that changes or deletes the draft is told of', () => {
  const page = made();
  page.keeper.listen(false);
  const storage = (key, newValue) => window.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
  storage(DEVICE, JSON.stringify({ form: 1, at: START, answers: '1.AAA' }));
  storage(DEVICE, null);
  storage(null, null);
  storage('needlewise:draft:/?pack=other.json', 'x');
  storage(DEVICE, 'x');
  assert.deepEqual(page.told, [['draft', '2026-11-22 1.AAA'], ['draft', ''], ['draft', ''], ['draft', '?']]);
});

test('a frame that is taken out of its page leaves nothing; one whose page is loaded again finds its answers', () => {
  const leave = (...events) => {
    const page = made();
    page.keeper.listen(true);
    page.keeper.request('keep', '', '1.AAA');
    for (const [name, persisted] of events) window.dispatchEvent(Object.assign(new Event(name), { persisted }));
    return entries(page.tab).length;
  };
  assert.equal(leave(['pagehide', false]), 0);
  assert.equal(leave(['beforeunload'], ['pagehide', false]), 1);
  assert.equal(leave(['pagehide', true]), 1, 'the browser keeps it as it is');
});

test('a page that the browser kept is loaded again when its answers were cleared since', () => {
  const page = made();
  page.keeper.listen(false);
  page.keeper.request('keep', '', '1.AAA');
  const comesBack = () => {
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    return window.reloads;
  };
  assert.equal(comesBack(), 0);
  made({ tab: page.tab }).keeper.request('keep', '', '');
  assert.equal(comesBack(), 1);
});
