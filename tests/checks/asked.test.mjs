// What the address asks for (web/asked.mjs), without a browser.
import assert from 'node:assert/strict';
import test from 'node:test';

let opened = 0;

/** The module as a page at this address has it. @param {string} address @param {string[]} [languages] of the browser */
async function openedAt(address, languages = ['en-GB']) {
  globalThis.location = /** @type {any} */ (new URL(address, 'https://site.example/'));
  globalThis.history = /** @type {any} */ ({ state: null, replaceState: (_state, _title, to) => { globalThis.location.href = new URL(to, globalThis.location.href).href; } });
  Object.defineProperty(globalThis, 'navigator', { value: { languages }, configurable: true });
  return import(`../../web/asked.mjs?${opened++}`);
}

test('of what is given twice the first counts; what staff do is not kept wherever they stand', async () => {
  const { asked, pathNow } = await openedAt('?pack=a.json&pack=b.json&questionnaire=f.json&lang=de&lang=fr&start=learn&start=staff&view=plain&view=canvas');
  assert.deepEqual([asked.pack, asked.questionnaire, asked.lang, asked.start, asked.staff, asked.plain], ['a.json', 'f.json', 'de', 'learn', true, true]);
  assert.equal(pathNow(), 'learn');
});

test('names count however they are written, and only whole', async () => {
  const { asked } = await openedAt('?%70ack=a.json&preview&settings=&gallery=1&chosen');
  assert.deepEqual([asked.pack, asked.preview, asked.settings, asked.gallery, asked.chosen], ['a.json', true, true, true, true]);
  const { asked: other } = await openedAt('?x=pack&pack-age=1&previews&gallery-like&pack=&lang');
  assert.deepEqual([other.pack, other.preview, other.gallery, other.lang, other.staff], ['', false, false, '', false]);
});

test('the page is the one after "#", also when that changes, else the one behind the start', async () => {
  for (const [start, page] of [['assess', 'questions'], ['learn', 'learn'], ['staff', 'staff'], ['home', ''], ['constructor', ''], ['', '']]) {
    const { pathNow } = await openedAt(`?start=${start}`);
    assert.equal(pathNow(), page, start);
    location.hash = '#%2Fresult/course';
    assert.equal(pathNow(), 'result/course');
  }
});

test('the language: the one asked for, else the first of the browser that there is, else the first of the clinic, else English', async () => {
  const all = ['ar', 'de', 'en', 'fr'];
  const chosen = async (address, languages, offered) => (await openedAt(address, languages)).chooseLanguage(all, offered);
  assert.equal(await chosen('?lang=fr', ['de']), 'fr');
  assert.equal(await chosen('?lang=zh', ['de-AT', 'fr']), 'de');
  assert.equal(await chosen('?lang=fr', ['de'], ['zh', 'de', 'en']), 'de', 'the clinic offers no French');
  assert.equal(await chosen('', ['zh'], ['fr', 'en']), 'fr');
  assert.equal(await chosen('', ['zh'], ['zh']), 'en');
});

test('where a person may be: by the address, and by tags alike of the browser\'s first language', async () => {
  const at = async (address, languages) => (await openedAt(address, languages)).whereabouts();
  assert.deepEqual(await at('?country=AT', ['de', 'de-CH', 'en-US']), [['country/asked', 'AT'], ['country/region', 'CH']]);
  assert.deepEqual(await at('?country=ie&chosen=', ['en', 'fr-FR']), [['country/chosen', 'ie'], ['country/region', '']]);
  assert.deepEqual(await at('', ['', 'x-']), [['country/asked', ''], ['country/region', '']]);
});

test('a link whose "#" was written as "%23" behind what is asked for opens its page', async () => {
  for (const sign of ['%23/', '%23%2F', '%23%2f']) {
    const { asked, pathNow } = await openedAt(`?pack=packs/demo.json&lang=de${sign}open/1.AB`);
    assert.deepEqual([asked.pack, asked.lang, pathNow(), location.search], ['packs/demo.json', 'de', 'open/1.AB', '?pack=packs/demo.json&lang=de'], sign);
  }
  const { asked, pathNow } = await openedAt('?lang=de%23/open/1.AB#/learn');
  assert.deepEqual([pathNow(), asked.lang], ['learn', 'de#/open/1.AB'], 'an address that names a page is left alone');
});
