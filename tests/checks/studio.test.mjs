// The pack studio without its page: places in a pack, the history, the two lines of HTML, conditions, and any questionnaire.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauseAbout, comparisons, questionNamed, recoded, renamed, sentence as say, strangeAnswer, withAnswer, withClauses, withComparison } from '../../web/studio/conditions.mjs';
import { twoLines, watchFiles, watchLines } from '../../web/studio/files.mjs';
import { changingNumber, lineAt, locate } from '../../web/studio/locate.mjs';
import { decoded, fileName, Looked, MOST_PACK, putIn } from '../../web/studio/looked.mjs';
import { emptyPack, fromText, get, idFrom, pointerOf, set, stepsOf, Store, textAt, toText } from '../../web/studio/model.mjs';
import { Work } from '../../web/studio/work.mjs';

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

// ---- Conditions --------------------------------------------------------------------------------------------------------

const QUESTIONS = [
  { own: true, linkId: 'smoke', title: 'Do you smoke?', type: 'boolean', options: [] },
  { own: true, linkId: 'age', title: 'How old are you?', type: 'integer', options: [] },
  { own: true, linkId: 'last', title: 'When were you here last?', type: 'date', options: [] },
  { linkId: 'skin', title: 'What is your skin like?', type: 'choice', repeats: true, options: [{ code: 'dry', system: 'urn:skin', title: 'Dry' }, { code: 'oily', title: 'Oily' }] },
];
const [smoke, age, last, skin] = QUESTIONS;

test('every operator of enableWhen is offered where it fits the type of the question', () => {
  const offered = (question) => comparisons(question).map(({ value }) => value);
  assert.deepEqual(offered(age), ['=', '!=', '>', '>=', '<', '<=', 'exists true', 'exists false']);
  assert.deepEqual(offered(last), offered(age));
  assert.deepEqual(offered(smoke), ['=', '!=', 'exists true', 'exists false']);
  assert.deepEqual(comparisons(skin).map(({ label }) => label), ['includes', 'does not include', 'has an answer', 'has no answer']);
});

test('a clause is written as FHIR has it, with the answer of the type of its question', () => {
  assert.deepEqual(clauseAbout(smoke), { question: 'smoke', operator: '=', answerBoolean: true });
  assert.deepEqual(clauseAbout(skin), { question: 'skin', operator: '=', answerCoding: { system: 'urn:skin', code: 'dry' } });
  assert.deepEqual(clauseAbout(age), { question: 'age', operator: '=' }, 'nobody knows which age is meant');
  const older = withAnswer(withComparison(clauseAbout(age), age, '>='), age, '30');
  assert.deepEqual(older, { question: 'age', operator: '>=', answerInteger: 30 });
  assert.deepEqual(withComparison(older, age, 'exists false'), { question: 'age', operator: 'exists', answerBoolean: false });
  assert.deepEqual(withComparison({ question: 'smoke', operator: 'exists', answerBoolean: false }, smoke, '!='), { question: 'smoke', operator: '!=', answerBoolean: true });
  assert.deepEqual(withAnswer(older, age, ''), { question: 'age', operator: '>=' });
  assert.equal(strangeAnswer({ question: 'age', operator: '=', answerBoolean: true }, age), 'answerBoolean true', 'from another hand');
  assert.equal(questionNamed(QUESTIONS, 'clinic-smoke'), smoke);
});

test('several clauses read as one sentence', () => {
  const clauses = [clauseAbout(smoke), { question: 'age', operator: '>=', answerInteger: 30 }, { question: 'skin', operator: '!=', answerCoding: { code: 'oily' } }];
  assert.equal(say(clauses, false, QUESTIONS), 'Asked only if “Do you smoke?” is “Yes”, and “How old are you?” is at least 30, and “What is your skin like?” does not include “Oily”.');
  assert.equal(say([{ question: 'last', operator: 'exists', answerBoolean: false }, { question: 'last', operator: '<', answerDate: '2026-01-01' }], true, QUESTIONS),
    'Asked only if “When were you here last?” has no answer, or “When were you here last?” is before 2026-01-01.');
  assert.equal(say([{ question: 'gone', operator: '=', answerBoolean: true }, { question: '', operator: '=' }, { question: 'age', operator: '=' }], false, QUESTIONS),
    'Asked only if “gone” (there is no such question), and …, and “How old are you?” is …');
  assert.equal(say([], false, QUESTIONS), 'Everybody is asked.');
});

test('how clauses are joined is said where there are two; conditions follow what is renamed', () => {
  const item = { linkId: 'a', enableWhen: [{}], enableBehavior: 'any', text: 'A' };
  assert.deepEqual(withClauses(item, [{}, {}], true), { linkId: 'a', text: 'A', enableWhen: [{}, {}], enableBehavior: 'any' });
  assert.deepEqual(withClauses(item, [{}], true), { linkId: 'a', text: 'A', enableWhen: [{}] });
  assert.deepEqual(withClauses(item, [], true), { linkId: 'a', text: 'A' });
  const items = [{ linkId: 'b', enableWhen: [{ question: 'clinic-a', operator: '=', answerCoding: { code: 'x' } }, { question: 'c' }] }];
  assert.deepEqual(renamed(items, 'a', 'new')[0].enableWhen.map(({ question }) => question), ['new', 'c']);
  assert.equal(recoded(items, 'a', 'x', 'y')[0].enableWhen[0].answerCoding.code, 'y');
  assert.equal(recoded(items, 'c', 'x', 'y')[0].enableWhen[0].answerCoding.code, 'x');
});

// ---- Any questionnaire ---------------------------------------------------------------------------------------------------

test('the place of a problem is found in the text', () => {
  const text = '{\n  "a\\n\\"": [1, {"x": "}]"}],\n  "item": [\n    {"linkId": "one"},\n    {"linkId": "two", "item": [true]}\n  ]\n}\n';
  const found = (pointer) => text.slice(locate(text, pointer)).split('\n')[0];
  assert.equal(found('/item/1/linkId'), '"two", "item": [true]}');
  assert.equal(found('/item/1/item/0'), 'true]}');
  assert.equal(found('/a\n"/1/x'), '"}]"}],');
  assert.equal(found('/item/7/linkId'), '[', 'as far as there is something');
  assert.equal(lineAt(text, locate(text, '/item/1')), 5);
  for (const broken of ['', '{', '{"item"', '{"item":', '[1,', '"', '{"item": [{"a": "b']) assert.ok(locate(broken, '/item/0') >= 0, broken);
  const deep = '[{"item":'.repeat(10_000);
  assert.ok(locate(deep, '/0/item/0/item') > 0);
});

test('a questionnaire comes into the pack as it is, or not at all', () => {
  const store = new Store(emptyPack());
  const looked = new Looked(() => ({ used: true, problems: [] }));
  looked.take('a.json', '{"resourceType": "Questionnaire", "item": []}');
  assert.equal(putIn(store, looked), 'The questionnaire is in the pack.');
  assert.deepEqual(store.pack.questionnaire, { resource: { resourceType: 'Questionnaire', item: [] } });
  const before = store.state.text;
  looked.take('b.json', '{"resourceType": "Questionnaire", "extension": [{"valueDecimal": 1.50}]}', true);
  assert.match(putIn(store, looked), /the figure 1\.50/);
  looked.take('c.json', JSON.stringify({ resourceType: 'Questionnaire', description: 'x'.repeat(300_000) }), true);
  assert.match(putIn(store, looked), /that would have 294 kB, and a pack may have 256 kB/);
  assert.equal(store.state.text, before);
  assert.ok(looked.written, 'what was written is still somebody’s own');
  assert.equal(changingNumber('{"a": "1.50", "b": [-3, 0, 12.5]}'), '');
  assert.equal(fileName('My intake (2).JSON'), 'My-intake-2.json');
  assert.match(decoded(new Uint8Array([0x7b, 0x0a, 0xff]), 'a.json').why, /not UTF-8 text, from line 2 on/);
});

test('the two lines ask once for the words of a language, and what comes late of another one does not take their place', async () => {
  const elements = /** @type {Record<string, any>} */ ({});
  globalThis.document = /** @type {any} */ ({ getElementById: (id) => elements[id] ??= Object.assign(new EventTarget(), { value: '', setAttribute() {} }) });
  globalThis.location = /** @type {any} */ (new URL('https://site.example/studio.html'));
  const asked = [];
  const answers = /** @type {Record<string, (words: string | Promise<never>) => void>} */ ({});
  const store = new Store(toText({ id: 'x', languages: ['de'] }));
  const desk = { say() {}, whole() {} };
  watchLines(store, desk, (language) => {
    asked.push(language);
    return new Promise((resolve) => { answers[language] = resolve; });
  });
  for (const id of ['a', 'ab', 'abc']) store.set('/id', id);
  store.set('/languages', ['en']);
  answers.en('In English');
  await new Promise(setImmediate);
  assert.match(elements.lines.value, /abc\.json[^]*In English/);
  answers.de('Auf Deutsch');
  await new Promise(setImmediate);
  assert.match(elements.lines.value, /lang="en"[^]*In English/);
  store.set('/languages', ['de']);
  await new Promise(setImmediate);
  assert.match(elements.lines.value, /lang="de"[^]*Auf Deutsch/);
  assert.deepEqual(asked, ['de', 'en']);

  store.set('/languages', ['fr']);
  answers.fr(Promise.reject(new Error('no network')));
  await new Promise(setImmediate);
  assert.match(elements.lines.value, /lang="fr"[^]*Prepare for your consultation/);
  store.set('/id', 'other');
  answers.fr('En français');
  await new Promise(setImmediate);
  assert.match(elements.lines.value, /En français/, 'what could not be had is asked for again');
});

test('a base pack that cannot be read says so, and what was there stays', async () => {
  const elements = /** @type {Record<string, any>} */ ({});
  const document = { getElementById: (id) => elements[id] ??= Object.assign(new EventTarget(), { value: '' }), querySelectorAll: () => [] };
  globalThis.document = /** @type {any} */ (Object.assign(new EventTarget(), document));
  globalThis.window = /** @type {any} */ (new EventTarget());
  const said = [];
  const bases = [];
  watchFiles(new Store(emptyPack()), { say: (text) => said.push(text), addBase: (...base) => bases.push(base), looked: new Looked(() => null), appear() {}, begin() {}, whole() {}, preview() {} });
  const choose = async (name, ...parts) => {
    elements['base-file'].files = [new File(parts, name)];
    elements['base-file'].dispatchEvent(new Event('change'));
    for (let i = 0; i < 5; i++) await new Promise(setImmediate);
  };
  await choose('large.json', '{}'.padEnd(MOST_PACK + 1));
  await choose('latin.json', new Uint8Array([0x7b, 0x0a, 0xff]));
  await choose('page.json', '<!doctype html>');
  assert.deepEqual(bases, []);
  assert.deepEqual(said.map((text) => text.match(/“([^”]*)”/)[1]), ['large.json', 'latin.json', 'page.json']);
  assert.match(said.join(), /too large[^]*not UTF-8[^]*not JSON/);
  await choose('group.json', '{"id": "group"}');
  assert.deepEqual([bases, said.length], [[['group.json', '{"id": "group"}']], 3]);
});

test('what is open: the linter gets the packs a pack builds on in the place of their names, once they are there', () => {
  const asked = [];
  const work = new Work({ check: (text) => ({ used: asked.push(JSON.parse(text)) > 1, problems: [] }), checkForm: () => ({ used: true, problems: [] }) },
    toText({ id: 'x', extends: ['group.json', 'land.json'], questions: [{ linkId: 'clinic-pets' }] }));
  assert.deepEqual([work.builds, work.used, work.ownQuestion, work.form], [true, false, 'clinic-pets', null]);
  work.look();
  work.bases.set('group.json', '{"id": "group"}');
  work.look();
  assert.deepEqual(asked.map((pack) => pack.extends), [['group.json', 'land.json'], [{ id: 'group' }, 'land.json']]);
  assert.equal(work.used, true);
  work.store.set('/questions/0/linkId', 'pets');
  assert.equal(work.ownQuestion, 'clinic-pets');
  work.store.write('{', 'text');
  assert.equal(work.whole, '{', 'text that cannot be read goes as it is');
});

test('the questionnaire to show is the one that is looked at, else that of the pack', () => {
  const work = new Work({ check: () => ({ used: true, problems: [] }), checkForm: () => ({ used: true, problems: [] }) }, toText({ id: 'x', questionnaire: { url: 'forms/intake.json' } }));
  assert.equal(work.form, null, 'a file beside the pack is not here');
  work.looked.take('Intake.JSON', '{}');
  assert.deepEqual(work.form, { name: 'Intake.JSON', text: '{}', ofPack: false });
  work.looked.take('intake.json', '{}');
  assert.equal(work.form?.ofPack, true);
  work.looked.take('', '');
  work.store.set('/questionnaire', { resource: { resourceType: 'Questionnaire' } });
  assert.deepEqual(work.form, { name: 'questionnaire.json', text: '{"resourceType":"Questionnaire"}', ofPack: false });
});
