// What visits cost: bytes of the built site as hosts send them, times the number of visits.
//   node tests/bench/traffic.mjs [VISITS] [SHARE OF THEM THAT ARE NOT THE FIRST, 0 to 1]
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const site = process.env.NEEDLEWISE_SITE ?? 'build/site';
const visits = Number(process.argv[2] ?? 100_000);
const again = Number(process.argv[3] ?? 0.3);
const HEADERS = 800;  // of one answer, with the policy; most hosts send less (HTTP/2 packs them)

if (!existsSync(`${site}/sw.mjs`) || !(visits >= 0) || !(again >= 0 && again <= 1)) {
  console.error('FAILED: usage: node tests/bench/traffic.mjs [VISITS] [SHARE], after ./dev build');
  process.exit(1);
}

/** The files that the page names, in English, and the page: what sw.mjs keeps. */
const page = readFileSync(`${site}/index.html`, 'utf8');
const wordsIn = (name) => JSON.parse(page.match(new RegExp(` data-${name}="([^"]*)"`))[1].replaceAll('&quot;', '"'));
const [languages, more] = [wordsIn('text'), wordsIn('more-text')];
const others = Object.keys(languages).filter((code) => code !== 'en').flatMap((code) => [languages[code], more[code]]);
const needed = [...readFileSync(`${site}/sw.mjs`, 'utf8').matchAll(/"([\w./-]+\.[0-9a-zA-Z]{8}\.[a-z0-9]+)"/g)].map(([, name]) => name)
  .filter((name) => !others.includes(name));
const first = ['index.html', ...new Set(needed)];

const size = (name, ending) => statSync(existsSync(join(site, name + ending)) ? join(site, name + ending) : join(site, name)).size;
const bytes = (names, ending) => names.reduce((sum, name) => sum + size(name, ending) + HEADERS, 0);
const perLanguage = (ending) => bytes(others, ending) / (Object.keys(languages).length - 1);

// With the first visit goes the service worker, and the page is asked for once more (not changed); later ones ask for the
// worker alone (not changed) and take the rest from the device.
const kinds = [['brotli', '.br'], ['gzip', '.gz'], ['as they are', '']].map(([name, ending]) => {
  const once = bytes([...first, 'sw.mjs'], ending) + HEADERS;
  const later = HEADERS;
  const update = bytes(['index.html', 'sw.mjs', ...first.filter((each) => /^(app|content|text|more-text)\b/.test(each))], ending);
  return { name, once, later, update, language: perLanguage(ending), total: visits * ((1 - again) * once + again * later) };
});
const kB = (value) => (value / 1000).toFixed(1).padStart(9);
const GB = (value) => (value / 1e9).toFixed(2).padStart(9);
console.log(`Traffic of ${visits} visits, ${Math.round(again * 100)} % of them by somebody who has been here before\n`);
console.log('                first visit   later visit   new version*   one more language   in all');
for (const { name, once, later, update, language, total } of kinds) {
  console.log(`${name.padEnd(14)} ${kB(once)} kB  ${kB(later)} kB   ${kB(update)} kB        ${kB(language)} kB  ${GB(total)} GB`);
}
console.log('\n* a later visit after words, rules or numbers changed, and the program itself did not');
