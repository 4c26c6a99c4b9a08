// The words, pictures, evidence and answers that come with the first page are enough for home and for every question page: it says the same as with
// all the words there are. tools/bundle.mjs decides which come later.
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

/** What home and every question page of a person say, with all that can be opened opened. */
async function said(words, name, more = []) {
  const document = pretendBrowser();
  const { default: create } = await import(join(web, 'needlewise.mjs'));
  const fonts = ['regular.ttf', 'semibold.ttf'].map((file) => [file, readFileSync(join(root, 'build/fonts', file))]);
  const files = new Map([...fonts, ...more, ['content.json', Buffer.from(packed.get('content.json'))], ['text.json', Buffer.from(JSON.stringify(words))], ['languages', Buffer.from('en de')], ['can-draft', Buffer.from('1')]]);
  const program = await openProgram({ create, wasm: readFileSync(join(web, 'needlewise.wasm')), document, files, language: 'en', path: name ? linkOf(name) : '', width: 390, height: 844 });
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
  test(`home and the questions need no word, and no record of the evidence, that comes later: ${name || 'nobody yet'}`, async () => {
    const pages = await said(early, name);
    assert.ok(Object.keys(pages).length >= (name ? 15 : 3), Object.keys(pages).join());
    assert.deepEqual(pages, await said(all, name, [['more-records.json', Buffer.from(packed.get('more-records.json'))]]));
  });
}
