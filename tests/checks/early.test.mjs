// The words, numbers and evidence that come with the first page are enough for home and for every question page: it says the same as with
// all there are. No other page is made without the rest. tools/bundle.mjs decides what comes later.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { bundle } from '../../tools/bundle.mjs';
import { openProgram, pretendBrowser } from '../../tools/program.mjs';
import { FLAGS } from '../../web/records.mjs';
import { linkOf, people, questionnaire, root } from '../browser/helpers.mjs';

const web = process.env.NEEDLEWISE_WEB ?? join(root, 'build/cmake-web');
const packed = bundle();
const early = JSON.parse(packed.get('text/en.json'));
const all = { ...early, ...JSON.parse(packed.get('more-text/en.json')) };
const linkIds = questionnaire.item.flatMap(({ item }) => item.map(({ linkId }) => linkId));

/** @param {object} words @param {string} path @param {[string, Uint8Array][]} [more] @param {() => void} [needRest] */
async function opened(words, path, more = [], needRest) {
  const document = pretendBrowser();
  const { default: create } = await import(join(web, 'needlewise.mjs'));
  const fonts = ['regular.ttf', 'semibold.ttf'].map((file) => [file, readFileSync(join(root, 'build/fonts', file))]);
  const files = new Map([...fonts, ...more, ['content.json', Buffer.from(packed.get('content.json'))], ['text.json', Buffer.from(JSON.stringify(words))], ['languages', Buffer.from('en de')], ['can-draft', Buffer.from('1')]]);
  return openProgram({ create, wasm: readFileSync(join(web, 'needlewise.wasm')), document, files, language: 'en', path, width: 390, height: 844, needRest });
}

/** What home and every question page of a person say, with all that can be opened opened. */
async function said(words, name, more = []) {
  const program = await opened(words, name ? linkOf(name) : '', more);
  const { engine, mirror, frame } = program;
  const nodes = () => [...mirror.entries.values()].map(({ node }) => node);
  const pages = {};
  for (const path of ['', ...linkIds.map((id) => `questions/${id}`), 'no/such/page']) {
    engine.navigate(path);
    frame();
    if (program.published.path !== path) continue;  // not asked of this person
    for (let closed; (closed = nodes().find(({ flags }) => flags & FLAGS.hasExpanded && !(flags & FLAGS.expanded)));) {
      engine.event(closed.key, '');
      frame();
    }
    pages[path] = nodes().map(({ kind, name: text, hint, error }) => [kind, text, hint, error].filter(Boolean).join(' | '));
  }
  return pages;
}

for (const name of ['', ...Object.keys(people())]) {
  test(`home and the questions need no word, no number and no record of the evidence that comes later: ${name || 'nobody yet'}`, async () => {
    const pages = await said(early, name);
    assert.ok(Object.keys(pages).length >= (name ? 15 : 3), Object.keys(pages).join());
    assert.deepEqual(pages, await said(all, name, [['more-content.json', Buffer.from(packed.get('more-content.json'))]]));
  });
}

test('every other page waits for the rest, and none is taken for one that does not exist', async () => {
  const awaited = new Error('the rest');
  const program = await opened(early, '', [], () => { throw awaited; });
  const { engine } = program;
  const names = (file) => JSON.parse(readFileSync(join(root, `assets/model/${file}.json`), 'utf8')).map(({ id }) => id);
  const others = [
    'review', 'learn', 'staff', 'sources', 'about', 'help', 'accessibility', 'staff/brief', 'staff/show/healing', 'learn/procedure', 'learn/questions',
    ...names('topics').map((id) => `learn/${id}`), ...names('visit').map((id) => `staff/show/${id}`), ...names('check').map((id) => `staff/show/check-${id}`),
    ...['', '/course', '/visit', '/healing', '/aftercare', '/over-time', '/studies', '/compare', '/questions', '/check', '/take', '/sheet', '/send'].map((part) => `result${part}`),
  ];
  for (const path of others) {
    const stack = engine.module.stackSave();
    assert.throws(() => engine.navigate(path), awaited, path);
    engine.module.stackRestore(stack);
  }
  engine.navigate('learn/nothing-of-that-name');
  engine.navigate('');
});
