// What web/lost.mjs does at an address that is none: where it leads, and never to another site.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { runInNewContext } from 'node:vm';
import { lostPage, script } from '../../tools/lost.mjs';

const SITE = 'https://clinic.example';

/**
 * The script in a page at that path. @returns {{followed: string, home: string, other: string, shown: string[], offered: string[]}}
 *   addresses in full, or empty: it does not lead anywhere, or leaves the link as it is; languages that are shown and offered
 */
function at(pathname, search = '', languages = ['en-GB']) {
  let followed = '';
  const section = (lang, i) => ({ lang, dir: '', hidden: i > 0, querySelector: () => ({ textContent: lang }) });
  const sections = ['en', 'ar', 'de'].map(section);
  const links = [{ href: '', search: '', lang: '', hidden: false }, ...sections.map(({ lang }) => ({ href: '', search: `?lang=${lang}`, lang, hidden: lang === 'en' }))];
  const location = { origin: SITE, pathname, search, replace: (url) => { followed = url; } };
  const document = { documentElement: {}, title: 'English – Needlewise', querySelectorAll: (selector) => (selector === 'a' ? links : sections) };
  runInNewContext(`(() => {${script}})()`, { location, navigator: { languages }, document });
  const inFull = (address) => address && new URL(address, SITE + pathname).href;
  const seen = (all) => all.filter(({ lang, hidden }) => lang && !hidden).map(({ lang }) => lang);
  return { followed: inFull(followed), home: inFull(links[0].href), other: inFull(links[3].href), shown: seen(sections), offered: seen(links), title: document.title };
}

test('the first language of the reader that there is is shown, and the others are offered', () => {
  for (const [wanted, shown] of [[['de-CH', 'en'], 'de'], [['el', 'ar'], 'ar'], [['el'], 'en'], [[], 'en'], [['"]', 'de'], 'de']]) {
    const page = at('/nothing', '', wanted);
    assert.deepEqual([page.shown, page.offered, page.title], [[shown], ['en', 'ar', 'de'].filter((code) => code !== shown), `${shown} – Needlewise`], wanted.join());
  }
  assert.equal(at('/consult/review').other, `${SITE}/consult/?lang=de`);
});

test('without the script it speaks English, names itself and offers the other languages', () => {
  const words = (title, direction) => ({ 'missing.title': title, 'missing.link': '<', 'missing.home': 'home', 'app.name': 'Needlewise', 'format.direction': direction, 'language.en': 'English', 'language.ar': 'العربية' });
  const page = lostPage(readFileSync(new URL('../../web/404.html', import.meta.url), 'utf8'), { en: words('Nothing', 'ltr'), ar: words('لا', 'rtl') }, 'policy');
  assert.match(page, /<header><a href="\.\/"><svg aria-hidden="true"[^]*<\/svg>Needlewise<\/a>/);
  assert.match(page, /<section lang="en" dir="ltr">\n<h1>Nothing<\/h1>\n<p>&lt;<\/p>/);
  assert.match(page, /<section lang="ar" dir="rtl" hidden>/);
  assert.match(page, /<a lang="en" [^>]* hidden>English<\/a>\n<a lang="ar" hreflang="ar" href="\.\/\?lang=ar">العربية<\/a>/);
  assert.doesNotMatch(page, /\{\{|style=|onclick/);
});

test('what mail programs make of "#" and "/" is followed, with what the address asks for', () => {
  assert.equal(at('/%23/open/1.A.B').followed, `${SITE}/#/open/1.A.B`);
  assert.equal(at('/consult/%23%2Fopen%2F1.A.B', '?lang=de').followed, `${SITE}/consult/?lang=de#/open%2F1.A.B`);
  assert.equal(at('/consult/nothing').followed, '');
});

test('an address that begins like that of another site leads to none', () => {
  for (const path of ['//evil.example/%23/x', '///evil.example/%23/x', '//evil.example/review/x', '/%5Cevil.example/%23/x', '//user@evil.example/%23/x', '//%23/x', '//review/x']) {
    const { followed, home, other } = at(path);
    for (const address of [followed, home, other]) assert.ok(address === '' || new URL(address).origin === SITE, `${path}: ${address}`);
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
