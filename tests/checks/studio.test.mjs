// The pack studio's model: places in a pack, the history, and the two lines of HTML.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { twoLines } from '../../web/studio/files.mjs';
import { emptyPack, fromText, get, idFrom, pointerOf, set, stepsOf, Store, textAt, toText } from '../../web/studio/model.mjs';

test('a place is set without touching anything else, and goes with what is empty without it', () => {
  const pack = { id: 'x', words: { en: { 'clinic.welcome': 'Hello' } }, list: [1, 2, 3] };
  const next = set(pack, '/words/de/clinic.welcome', 'Hallo');
  assert.equal(get(next, '/words/de/clinic.welcome'), 'Hallo');
  assert.equal(get(pack, '/words/de'), undefined);
  assert.equal(next.words.en, pack.words.en);
  assert.deepEqual(set(next, '/words/de/clinic.welcome', undefined), pack);
  assert.deepEqual(set({ contact: { phone: '1' } }, '/contact/phone', undefined), {});
  assert.deepEqual(set(pack, '/list/1', undefined).list, [1, 3]);
  assert.deepEqual(set({ a: 'text' }, '/a/b', 1), { a: { b: 1 } });
  assert.equal(textAt({ name: 3 }, '/name'), '');
  assert.equal(get({}, '/__proto__/toString'), undefined);
  assert.deepEqual(stepsOf(pointerOf('a/b', '~', 0)), ['a/b', '~', '0']);
});

test('an opened file keeps what the forms do not know, in an order people expect', () => {
  const text = toText(set({ later: true, id: 'x', name: 'X' }, '/needlewise', 'pack'));
  assert.deepEqual(Object.keys(JSON.parse(text)), ['needlewise', 'id', 'name', 'later']);
  for (const other of ['[]', '3', 'null', '{', '']) assert.equal(fromText(other), null, other);
  assert.equal(fromText(emptyPack(new Date(2028, 1, 29))).review_by, '2029-03-01');
});

test('every change can be undone; what is typed in one go is one step; faulty text keeps the last pack', () => {
  const store = new Store(emptyPack());
  const first = store.state.text;
  store.set('/name', 'R');
  store.set('/name', 'Ro');
  store.set('/id', 'ro');
  assert.ok(store.changed);
  assert.equal(store.before.length, 2);
  store.write('{', 'text');
  assert.ok(store.state.faulty);
  assert.equal(store.pack.name, 'Ro');
  store.undo();
  store.undo();
  assert.deepEqual([store.pack.name, store.pack.id], ['Ro', undefined]);
  store.undo();
  assert.equal(store.state.text, first);
  assert.ok(!store.changed);
  store.redo();
  assert.equal(store.pack.name, 'Ro');
  store.open('{"id": "y"}');
  assert.ok(!store.changed);
  store.undo();
  assert.equal(store.pack.name, 'Ro', 'opening a file too');
});

test('ids from names', () => {
  assert.equal(idFrom('Klínika Żabka & Söhne'), 'klinika-zabka-sohne');
  assert.equal(idFrom('…'), '');
});

test('the two lines', () => {
  assert.equal(twoLines('https://a.example/consult', 'packs/x.json', 'de', 'Vor dem "Termin"'), `<script type="module" src="https://a.example/consult/embed.mjs"></script>
<needlewise-consult lang="de" pack="packs/x.json"><a href="https://a.example/consult/?pack=packs%2Fx.json&amp;lang=de">Vor dem &quot;Termin&quot;</a></needlewise-consult>
`);
  assert.throws(() => twoLines('nowhere', '', 'en', ''));
});
