// The pack on its way (web/pack.mjs), without a browser: how much of it is taken.
import assert from 'node:assert/strict';
import test from 'node:test';

globalThis.location = /** @type {any} */ (new URL('https://clinic.example/?pack=mine.json'));
const { havePack } = await import('../../web/pack.mjs');

const LARGEST = 262_145;  // bytes, one more than the program takes

/** What comes of a pack in pieces of 64 kB, and how many of them were asked for. @param {number} pieces */
async function fetched(pieces) {
  const sent = { pieces: 0, stopped: false };
  globalThis.fetch = async () => new Response(new ReadableStream({
    pull(to) {
      if (sent.pieces === pieces) return to.close();
      sent.pieces++;
      to.enqueue(new Uint8Array(65_536).fill(32));
    },
    cancel() { sent.stopped = true; },
  }));
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
