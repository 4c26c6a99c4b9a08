// The format in which the program publishes a page: a block made by hand, as web/records.mjs describes it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { boxOf, decode, FIELDS, has, HEADER_WORDS, MAGIC, NO_PARENT } from '../../web/records.mjs';

/** A page of the given records; strings in records are put among the strings. */
function block(records, { path = '', title = '', language = 'en', height = 0, flags = 0, heading = 0, theme = '', idleMinutes = 0 } = {}) {
  const strings = [''];
  const index = (text) => {
    if (!strings.includes(text)) strings.push(text);
    return strings.indexOf(text);
  };
  const body = new DataView(new ArrayBuffer(records.length * FIELDS.length * 4));
  records.forEach((record, r) => FIELDS.forEach(([name, type], f) => {
    const at = (r * FIELDS.length + f) * 4;
    if (type === 'f') body.setFloat32(at, record[name] ?? 0, true);
    else body.setUint32(at, type === 's' ? index(record[name] ?? '') : record[name] ?? 0, true);
  }));
  const head = new DataView(new ArrayBuffer(HEADER_WORDS * 4));
  [MAGIC, FIELDS.length, records.length, 0, 0, 0, flags, index(path), index(title), index(language), heading, index(theme), idleMinutes]
    .forEach((word, i) => head.setUint32(i * 4, word, true));
  head.setUint32(12, strings.length, true);
  head.setFloat32(20, height, true);
  const bytes = strings.map((text) => new TextEncoder().encode(text));
  const offsets = new DataView(new ArrayBuffer((strings.length + 1) * 4));
  bytes.reduce((at, part, i) => {
    offsets.setUint32(i * 4 + 4, at + part.length, true);
    return at + part.length;
  }, 0);
  return new Uint8Array(Buffer.concat([head, body, offsets].map((view) => Buffer.from(view.buffer)).concat(bytes.map((part) => Buffer.from(part)))));
}

test('a page without nodes', () => {
  const page = decode(block([], { path: 'learn/pain', title: 'Does it hurt?', language: 'cy', height: 812.5, flags: 1, heading: 7, theme: 'page #ffffff;', idleMinutes: 3 }));
  assert.deepEqual(page, { path: 'learn/pain', title: 'Does it hurt?', language: 'cy', height: 812.5, flags: 1, heading: 7, theme: 'page #ffffff;', idleMinutes: 3, labels: [], nodes: [] });
});

test('nodes keep their order, kinds, flags and words', () => {
  const page = decode(block([
    { key: 0xfffffff0, parent: NO_PARENT, kind: 0, landmark: 2, look: 1, w: 390, h: 800.25 },
    { key: 2, parent: 0, kind: 6, flags: 3, x: 16, y: 80, w: 358, h: 56, nameX: 56, nameY: 92, nameW: 300, nameH: 26, nameSize: 18, nameLine: 26,
      nameWeight: 600, name: 'Größe – 12 %', hint: '' },
    { key: 3, parent: 0, kind: 9, look: 1, name: 'Größe – 12 %', target: '#/learn' },
  ]));
  const [main, option, link] = page.nodes;
  assert.deepEqual([main.kind, main.landmark, main.look, main.key, main.parent, main.h], ['section', 'main', 'card', 0xfffffff0, NO_PARENT, 800.25]);
  assert.deepEqual([option.kind, option.name, option.hint, has(option, 'selected'), has(option, 'required')], ['option', 'Größe – 12 %', '', true, false]);
  assert.deepEqual(boxOf(option, 'name'), { x: 56, y: 92, w: 300, h: 26, size: 18, line: 26, weight: 600, shown: '' });
  assert.deepEqual([link.look, link.target, link.name], ['card', '#/learn', option.name]);
});

test('a block that starts inside a larger memory', () => {
  const bytes = block([{ key: 1, parent: NO_PARENT, kind: 2, name: 'text' }]);
  const memory = new Uint8Array(bytes.length + 13);
  memory.set(bytes, 8);
  assert.equal(decode(memory.subarray(8, 8 + bytes.length)).nodes[0].name, 'text');
});

test('anything else is refused', () => {
  assert.throws(() => decode(new Uint8Array(4)), /not a page/);
  assert.throws(() => decode(new Uint8Array(400)), /not a page/);
});
