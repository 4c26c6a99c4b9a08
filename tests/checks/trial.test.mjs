// The program in two parts, without a browser: what a call asks of the page, and when; calls while the second part is taken in.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Rest } from '../../web/rest.mjs';
import { Trial } from '../../web/trial.mjs';

/** A trial of a module without memory, and what the page was asked. */
function begun() {
  const asked = [];
  const host = { publish: (page) => asked.push([...page].join()), announce: (text) => asked.push(text) };
  const trial = new Trial(host);
  trial.module = { stackSave: () => 0, stackRestore() {}, _sbrk: () => 0, HEAPU8: new Uint8Array(8) };
  return { trial, asked };
}

test('what a call asks of the page comes when it has gone through', () => {
  const { trial, asked } = begun();
  assert.equal(trial.call(() => { trial.host.announce('one'); return asked.length; }), 0);
  assert.deepEqual(asked, ['one']);
});

for (const whole of [false, true]) {
  test(`a page that is made while the document is not ready for it is shown later, as it was then, ${whole ? 'with' : 'without'} the second part`, () => {
    const { trial, asked } = begun();
    trial.whole = whole;
    const page = new Uint8Array([1, 2]);
    trial.hold();
    trial.call(() => trial.host.publish(page));
    page.fill(9);  // the program uses the room again
    trial.call(() => trial.host.announce('two'));
    assert.deepEqual(asked, []);
    trial.release();
    assert.deepEqual(asked, ['1,2', 'two']);
    trial.call(() => trial.host.announce('three'));
    assert.deepEqual(asked, ['1,2', 'two', 'three']);
  });
}

test('calls wait until all that the second part brings is taken in, in their order, and nobody is told that they wait', async () => {
  const { trial } = begun();
  const done = [];
  let told = 0;
  trial.whenWaiting = () => told++;
  let steps = 0;
  const breath = async () => {
    assert.equal(trial.busy, true);
    trial.call(() => done.push(`pressed after step ${++steps}`));
  };
  await trial.complete(['words', 'content'].map((name) => () => trial.call(() => done.push(name))), breath);
  assert.deepEqual(done, ['words', 'content', 'pressed after step 1', 'pressed after step 2']);
  assert.deepEqual([trial.busy, told], [false, 0]);
  assert.equal(trial.call(() => 7), 7);
});

test('a call that needs the second part leaves no trace and is made again once that is there', async () => {
  const { trial, asked } = begun();
  let told = 0;
  trial.whenWaiting = () => told++;
  trial.call(() => {
    trial.module.HEAPU8[0] = 1;
    trial.host.announce('here');
    if (!trial.whole) throw new WebAssembly.RuntimeError('unreachable');
  });
  assert.deepEqual([asked, trial.busy, told], [[], true, 1]);
  await trial.complete([], async () => {});
  assert.deepEqual([asked, trial.busy], [['here'], false]);
});

/** As much of a document as the sign has that the rest is on its way. */
function documentWithSign() {
  const element = () => ({ hidden: true, querySelector: () => null, querySelectorAll: () => [], setAttribute() {}, removeAttribute() {}, getAttribute: () => null });
  globalThis.window = new EventTarget();
  globalThis.document = { getElementById: element, documentElement: { lang: 'en' } };
}

for (const [what, breaks] of /** @type {const} */ ([
  ['a call that waited', (trial, trap) => ({ steps: [], work: () => { if (trial.whole) trap(); else throw new WebAssembly.RuntimeError('not there yet'); } })],
  ['what the second part brings', (trial, trap) => ({ steps: [trap], work: () => { throw new WebAssembly.RuntimeError('not there yet'); } })],
])) {
  test(`the program that breaks at ${what} is trouble like any other, said once, and nothing goes on as if it were there`, async () => {
    documentWithSign();
    const { trial } = begun();
    const broken = new WebAssembly.RuntimeError('unreachable');
    const { steps, work } = breaks(trial, () => { throw broken; });
    const troubles = [];
    let goesOn = false;
    const rest = new Rest({ trial, join: async () => steps, words: undefined, changed: () => { goesOn = true; }, trouble: (reason) => troubles.push(reason) });
    trial.call(work);
    void rest.arrive().then(() => { goesOn = true; });
    await new Promise((resolve) => { setTimeout(resolve, 10); });
    assert.deepEqual([troubles, goesOn], [[broken], false]);
  });
}
