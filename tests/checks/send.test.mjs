// Answers on their way to the clinic: three tries, nothing stored, and a plain reason when they cannot be delivered. And who
// may hold the other end of the line.
import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';

class Window extends EventTarget {
  constructor() {
    super();
    this.parent = this;
    this.location = { origin: 'http://site.example' };
  }
}

const online = (value) => Object.defineProperty(globalThis, 'navigator', { value: { onLine: value }, configurable: true });
globalThis.window = new Window();
const { placeToSend, post, Sender } = await import('../../web/send.mjs');
const { Port } = await import('../../web/port.mjs');

const ADDRESS = 'https://clinic.example/fhir';
const never = () => new AbortController().signal;
let asked;

/** Answers one request after the other with a status, or not at all. */
function clinic(...answers) {
  asked = [];
  globalThis.fetch = async (address, options) => {
    asked.push({ address, ...options });
    const answer = answers.shift();
    if (answer === 'hangs') return new Promise((_, reject) => { options.signal.addEventListener('abort', () => reject(new Error('aborted'))); });
    if (typeof answer !== 'number') throw new TypeError('network');
    return { ok: answer < 300, status: answer };
  };
}

beforeEach(() => online(true));

test('delivered as FHIR, without cookies, referrer or redirects', async () => {
  clinic(201);
  assert.equal(await post(ADDRESS, '{"a":1}', never()), '');
  const [{ address, method, body, headers, credentials, redirect, referrerPolicy, cache }] = asked;
  assert.deepEqual({ address, method, body, headers, credentials, redirect, referrerPolicy, cache }, {
    address: ADDRESS, method: 'POST', body: '{"a":1}', headers: { 'Content-Type': 'application/fhir+json' }, credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', cache: 'no-store',
  });
});

test('three tries when it may help, one when it cannot', async () => {
  const pauses = [1, 1];
  for (const [answers, why, tries] of [
    [[503, 201], '', 2], [['network', 429, 200], '', 3], [[500, 502, 503, 201], 'unreachable', 3], [['network', 'network', 'network'], 'unreachable', 3],
    [[400], 'refused', 1], [[403], 'refused', 1], [[413], 'refused', 1],
  ]) {
    clinic(...answers);
    assert.equal(await post(ADDRESS, '{}', never(), pauses), why);
    assert.equal(asked.length, tries, String(answers));
  }
});

test('without a network it waits in memory and goes when there is one', async () => {
  online(false);
  clinic(200);
  const sent = post(ADDRESS, '{}', never());
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  assert.equal(asked.length, 0);
  online(true);
  window.dispatchEvent(new Event('online'));
  assert.equal(await sent, '');
});

test('what is cleared does not go', async () => {
  online(false);
  clinic(200);
  const told = [];
  const sender = new Sender((...news) => told.push(news), () => false);
  sender.address = ADDRESS;
  sender.send('{}');
  sender.forget();
  online(true);
  window.dispatchEvent(new Event('online'));
  await sender.last;
  assert.deepEqual([asked.length, told], [0, []]);
  clinic('hangs');
  sender.send('{}');
  await new Promise((resolve) => { setTimeout(resolve, 5); });
  sender.forget();
  await sender.last;
  assert.deepEqual([asked.length, asked[0].signal.aborted, told], [1, true, []]);
});

test('to the page that embeds: accepted, refused in its words, not taken, too late', async (t) => {
  const told = [];
  const offered = [];
  const sender = new Sender((...news) => told.push(news), (id, fhir) => offered.push([id, fhir]) > 0);
  const turn = () => new Promise((resolve) => { setImmediate(resolve); });
  for (const [accepted, why] of [[true, ''], [false, 'We are closed.'], [false, '']]) {
    sender.send('{"b":2}');
    await turn();
    sender.answer(99, true, '');  // to nothing that was asked
    sender.answer(offered.at(-1)[0], accepted, why);
    await sender.last;
  }
  assert.deepEqual(told, [['sent', ''], ['send-failed', 'We are closed.'], ['send-failed', 'refused']]);
  assert.equal(new Set(offered.map(([id]) => id)).size, 3);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  sender.send('{}');
  await turn();
  t.mock.timers.tick(10_000);
  await sender.last;
  assert.deepEqual(told.at(-1), ['send-failed', 'late']);
  const alone = new Sender((...news) => told.push(news), () => false);
  alone.send('{}');
  await alone.last;
  assert.deepEqual(told.at(-1), ['send-failed', 'nobody']);
  alone.send('x'.repeat(1_000_001));
  await alone.last;
  assert.deepEqual(told.at(-1), ['send-failed', 'long']);
});

test('only to https, to the site itself, or to this machine', () => {
  const places = { 'https://a.example/x': 'https://a.example/x', 'http://localhost:9/x': 'http://localhost:9/x', '/fhir': 'http://site.example/fhir', 'http://site.example/y': 'http://site.example/y' };
  for (const [endpoint, place] of Object.entries(places)) assert.equal(placeToSend(endpoint), place);
  for (const bad of ['http://a.example', '//a.example/x', 'javascript:alert(1)', 'data:,', 'ftp://a.example', '', 'x', 'https://']) assert.equal(placeToSend(bad), '', bad);
});

/** The frame's end, with a parent that writes down whom hello was said to. */
function line(allowed, ancestor) {
  globalThis.window = new Window();
  const hello = [];
  const parent = { postMessage: (data, origin) => hello.push([data.type, origin]) };
  window.parent = parent;
  window.location = { origin: 'https://site.example', ancestorOrigins: ancestor && [ancestor] };
  const port = new Port(() => {});
  let answered = false;
  port.open(allowed, () => { answered = true; });
  const give = (origin, source = parent) => {
    const { port1, port2 } = new MessageChannel();
    port1.unref?.();
    window.dispatchEvent(Object.assign(new Event('message'), { source, origin, data: { type: 'needlewise-port' }, ports: [port2] }));
    const taken = port.port === port2;
    port1.close();
    return taken;
  };
  return { port, hello, give, answered: () => answered };
}

test('with a list of origins, hello is said to those on it and a port taken from those alone', () => {
  const allowed = ['https://a.example', 'https://b.example'];
  assert.deepEqual(line(allowed).hello.map(([, origin]) => origin), [...allowed, 'https://site.example']);
  assert.deepEqual(line(allowed, 'https://b.example').hello, [['needlewise-hello', 'https://b.example']]);
  assert.deepEqual(line(allowed, 'https://evil.example').hello, []);
  assert.equal(line(allowed, 'null').hello.length, 3, 'Firefox names no parent where the frame gives no referrer');
  const { port, give, answered } = line(allowed);
  assert.ok(!give('https://evil.example'));
  assert.ok(!give('https://a.example.evil.example'));
  assert.ok(!give('null'));
  assert.ok(!give('https://a.example', {}), 'not the parent');
  assert.ok(!answered());
  assert.ok(give('https://a.example'));
  assert.ok(answered() && port.trusted);
  assert.ok(!give('https://b.example'), 'one is enough');
});

test('without a list any page may embed, and none is trusted with answers', () => {
  const { port, hello, give } = line([]);
  assert.deepEqual(hello, [['needlewise-hello', '*']]);
  assert.ok(give('https://anywhere.example'));
  assert.ok(!port.trusted);
});
