// What web/lost.mjs does at an address that is none: where it leads, and never to another site.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { runInNewContext } from 'node:vm';
import { script } from '../../tools/lost.mjs';

const SITE = 'https://clinic.example';

/** The script in a page at that path. @returns {{followed: string, home: string}} in full; empty: it does not lead anywhere, or leaves the link as it is */
function at(pathname, search = '') {
  let followed = '';
  const link = { href: '' };
  const location = { origin: SITE, pathname, search, replace: (url) => { followed = url; } };
  runInNewContext(`(() => {${script}})()`, { location, document: { querySelectorAll: () => [link] } });
  const inFull = (address) => address && new URL(address, SITE + pathname).href;
  return { followed: inFull(followed), home: inFull(link.href) };
}

test('what mail programs make of "#" and "/" is followed, with what the address asks for', () => {
  assert.equal(at('/%23/open/1.A.B').followed, `${SITE}/#/open/1.A.B`);
  assert.equal(at('/consult/%23%2Fopen%2F1.A.B', '?lang=de').followed, `${SITE}/consult/?lang=de#/open%2F1.A.B`);
  assert.equal(at('/consult/nothing').followed, '');
});

test('an address that begins like that of another site leads to none', () => {
  for (const path of ['//evil.example/%23/x', '///evil.example/%23/x', '//evil.example/review/x', '/%5Cevil.example/%23/x', '//user@evil.example/%23/x', '//%23/x', '//review/x']) {
    for (const address of Object.values(at(path))) assert.ok(address === '' || new URL(address).origin === SITE, `${path}: ${address}`);
  }
  assert.equal(at('//evil.example/%23/x').followed, `${SITE}//evil.example/#/x`);
  assert.equal(at('//evil.example/review/x').home, `${SITE}//evil.example/`);
});

test('below every page of the program the link leads to where the site begins', () => {
  const places = readFileSync(new URL('../../src/core/journey/place.cpp', import.meta.url), 'utf8').match(/addresses\[\] = \{([^]*?)\n\};/)[1];
  const steps = [...places.matchAll(/\{PageKind::\w+, "([^"]*)"/g)].map(([, step]) => step).filter((step) => step !== '' && step !== 'gallery');  // which is there for those who ask
  assert.ok(steps.length > 10, steps.join());
  for (const step of steps) for (const path of [step, `${step}/x`]) assert.equal(at(`/consult/${path}`).home, `${SITE}/consult/`, path);
  const listed = script.match(/\(\?:((?:\w+\|)+\w+)\)/)[1].split('|');
  assert.deepEqual(listed.toSorted(), steps.toSorted(), 'and there is none that the program does not have');
  assert.equal(at('/consult/other/x').home, '');
});
