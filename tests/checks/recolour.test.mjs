// The two programs that colour illustrations, src/ui/figures/colours.cpp and web/figures.mjs, keep to the README's tones; and
// what the second one makes of every drawing.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { figures, recoloured } from '../../web/figures.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const colours = (text) => text.match(/(?:#|0x)[0-9a-f]{6}\b/gi).map((colour) => colour.replace('0x', '#').toLowerCase());

test('the tones are those of the README', () => {
  const wanted = colours(read('assets/figures/README.md').match(/### Skin tones[^]*?\n## /)[0]);
  assert.equal(wanted.length, 24);
  assert.deepEqual(colours(read('src/ui/figures/colours.cpp').match(/tones\{[^;]*;/)[0]), wanted);
  assert.deepEqual(colours(read('web/figures.mjs').match(/TONES = [^;]*;/)[0]), wanted);
});

const drawn = '<svg viewBox="0 0 480 300"><g fill="none"><path id="skin-face" fill="#DEAB82" stroke="#33241F" d="M0 0h9v9z"/>'
  + '<path id="skinshade-fold" stroke="#C48B60" d="M0 0h9"/><g id="red-patch--redness" fill="#C9473C"><circle opacity=".5" r="4"/></g>'
  + '<path id="accent-cap" fill="#0F5F57" d="M0 0h9v9z"/></g></svg>';

test('skin, redness, brand and levels', () => {
  assert.equal(recoloured(drawn, 'a 6 redness=0.5', '#112233'), '<svg viewBox="0 0 480 300" width="560" height="350"><g fill="none">'
    + '<path id="skin-face" stroke="#33241F" d="M0 0h9v9z" fill="#6a4534"/><path id="skinshade-fold" d="M0 0h9" stroke="#4e3026"/>'
    + '<g id="red-patch--redness" fill="#C9473C"><circle r="4" fill="#7a2026" opacity="0.25"/></g>'
    + '<path id="accent-cap" d="M0 0h9v9z" fill="#112233"/></g></svg>');
});

test('pictures that show tones keep theirs', () => {
  assert.match(recoloured(drawn, 'goal-a 6', '#112233'), /#DEAB82/);
  assert.match(recoloured(drawn, 'a', '#112233'), /#DEAB82/);
});

test('no drawing is broken', () => {
  for (const file of readdirSync(new URL('../../assets/figures/', import.meta.url)).filter((name) => name.endsWith('.svg'))) {
    const before = read(`assets/figures/${file}`), after = recoloured(before, `${file.slice(0, -4)} 5 redness=0.5`, '#0f5f57');
    const shape = (text) => text.replace(/\s(fill|stroke|opacity|width|height)="[^"]*"/g, '');
    assert.equal(shape(after), shape(before), file);
  }
});

test('a map is found by how many regions it has, and no other drawing is', () => {
  const drawings = Object.fromEntries(readdirSync(new URL('../../assets/figures/', import.meta.url)).filter((name) => name.endsWith('.svg')).map((name) => [name.slice(0, -4), read(`assets/figures/${name}`)]));
  figures.files.push(new TextEncoder().encode(JSON.stringify({ svg: drawings })));
  const counts = new Set();
  for (const [name, svg] of Object.entries(drawings)) {
    let region = false;
    const shapes = svg.split('\n').flatMap((line) => {  // a shape a line, as the drawings are written
      if (/<\/?g\b/.test(line)) region = /<g id="region-/.test(line);
      return region || /id="region-/.test(line) ? [...line.matchAll(/ d="([^"]+)/g)].map(([, path]) => path) : [];
    });
    if (shapes.length === 0) continue;
    assert.deepEqual(figures.mapOf(shapes.length), { name, paths: shapes });
    counts.add(shapes.length);
  }
  assert.equal(counts.size, 2);
  assert.equal(figures.mapOf(1), undefined);
});
