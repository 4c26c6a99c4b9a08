// What is said of other people's work is what ships, and its licences ship with it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { parts, table } from '../../tools/third_party.mjs';

const root = new URL('../..', import.meta.url).pathname;
const read = (name) => readFileSync(join(root, name), 'utf8');
const site = process.env.NEEDLEWISE_SITE ?? join(root, 'build/site');

test('THIRD_PARTY.md is that of this build', () => {
  assert.equal(read('THIRD_PARTY.md'), table(), 'node tools/third_party.mjs writes it');
  assert.doesNotMatch(table(), /\?\./, 'every version was found');
});

test('every library of the build is in it', () => {
  const known = { json: 'JSON for Modern C++', nanosvg: 'NanoSVG', qrcodegen: 'QR Code generator', imgui: 'Dear ImGui', imgui_gl: 'Dear ImGui', sdl2: 'SDL', gtest: '' };
  const built = [...read('cmake/ThirdParty.cmake').matchAll(/(?:add_library|needlewise_headers)\((\w+)/g)].map(([, name]) => name).filter((name) => name !== '');
  assert.ok(built.length >= 5, String(built));
  for (const name of built) {
    assert.ok(name in known, `${name} is new: tools/third_party.mjs must say what it is`);
    if (known[name]) assert.ok(parts.some((part) => part.name === known[name]), name);
  }
});

test('the site holds the licences, and nothing from npm ships', () => {
  const licences = readFileSync(join(site, 'licences.txt'), 'utf8');
  for (const { name } of parts) assert.ok(licences.includes(`\n${name} `), name);
  for (const words of ['Permission is hereby granted', 'This software is provided \'as-is\'', 'Open Font License', 'LLVM']) assert.match(licences, new RegExp(words, 'i'), words);
  assert.equal(JSON.parse(read('package.json')).dependencies, undefined);
});
