// The pack on its way (web/pack.mjs), without a browser: how much of it is taken, and what is asked for again.
import assert from 'node:assert/strict';
import test from 'node:test';

globalThis.location = /** @type {any} */ (new URL('https://clinic.example/?pack=mine.json'));
const { havePack, mayBeKiosk } = await import('../../web/pack.mjs');

const LARGEST = 262_145;  // bytes, one more than the program takes

/** What comes of a pack in pieces of 64 kB, and how many of them were asked for. @param {number} pieces */
async function fetched(pieces) {
  const sent = { pieces: 0, stopped: false };
  globalThis.fetch = async () => {
    let left = pieces;
    return new Response(new ReadableStream({
      pull(to) {
        if (left === 0) return to.close();
        left--;
        sent.pieces++;
        to.enqueue(new TextEncoder().encode((left === pieces - 1 ? '{}' : '').padEnd(65_536)));
      },
      cancel() { sent.stopped = true; },
    }));
  };
  const pack = await havePack(/** @type {any} */ ({ open() {}, pause(why) { throw new Error(why); } }));
  return { ...sent, bytes: pack?.files.get('mine.json')?.length };
}

test('a pack comes whole', async () => {
  assert.deepEqual(await fetched(0), { pieces: 0, stopped: false, bytes: 0 });
  assert.deepEqual(await fetched(2), { pieces: 2, stopped: false, bytes: 131_072 });
});

test('of a file without an end no more is asked for than the program takes', async () => {
  const { pieces, stopped, bytes } = await fetched(10_000);
  assert.ok(pieces < 12, `${pieces} pieces`);
  assert.deepEqual([stopped, bytes], [true, LARGEST]);
});

test('what is no pack is asked for once more, past what the browser kept; what the server says is taken', async () => {
  const asked = [];
  const come = async (...answers) => {
    asked.length = 0;
    globalThis.fetch = async (_, { cache }) => {
      asked.push(cache);
      return new Response(answers[Math.min(asked.length, answers.length) - 1], { status: answers[0] === 'no' ? 503 : 200 });
    };
    const pack = await havePack(/** @type {any} */ ({ open() {}, pause(why) { throw new Error(why); } })).catch(String);
    return [typeof pack === 'string' ? pack : new TextDecoder().decode(pack.files.get('mine.json')), asked.join()];
  };
  assert.deepEqual(await come('{"a": 1}'), ['{"a": 1}', 'default']);
  for (const spoiled of ['<p>Log in', '{"a": ', '', 'null']) assert.deepEqual(await come(spoiled, '{"a": 1}'), ['{"a": 1}', 'default,reload'], spoiled);
  assert.deepEqual(await come('<p>Log in'), ['Error: mine.json: HTML', 'default,reload']);
  assert.deepEqual(await come('no'), ['Error: mine.json: 503', 'default']);
});

test('a pack that cannot be used may be that of a shared tablet, unless it is whole and says nothing of it', () => {
  const pack = (text) => /** @type {any} */ ({ files: new Map([['mine.json', new TextEncoder().encode(text)]]) });
  for (const text of ['', 'null', '[]', '{}', '{"message": "not found"}', '{"needlewise": "pack", "name"', '{"needlewise": "pack", "kiosk": {}}']) assert.ok(mayBeKiosk(pack(text)), text);
  assert.ok(!mayBeKiosk(pack('{"needlewise": "pack", "name": 7}')));
});
