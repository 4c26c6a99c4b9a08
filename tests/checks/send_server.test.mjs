// Sending to a real server, which accepts, refuses, hesitates, hangs up and talks nonsense.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import test, { after } from 'node:test';

class Window extends EventTarget {
  constructor() {
    super();
    this.parent = this;
    this.location = { origin: 'http://site.example' };
  }
}

Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });
globalThis.window = new Window();
const { post, Sender } = await import('../../web/send.mjs');

const FHIR = '{"resourceType":"Bundle","entry":[{"fullUrl":"urn:uuid:1"}]}';
const PAUSES = [1, 1];
const open = [];
after(() => Promise.all(open.map((server) => new Promise((resolve) => {
  server.closeAllConnections?.();
  server.close(resolve);
}))));

/** @param {import('node:net').Server} server @returns {Promise<string>} */
const listening = (server) => new Promise((resolve) => {
  open.push(server);
  server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}/in`));
});

/** A server that treats one request after the other as these say; what it received is in `got`. */
async function clinic(...behaviours) {
  const got = [];
  const url = await listening(createServer((request, response) => {
    let body = '';
    request.on('data', (part) => { body += part; }).on('end', () => {
      got.push({ method: request.method, type: request.headers['content-type'], body });
      const behave = behaviours[Math.min(got.length, behaviours.length) - 1];
      behave(response, request);
    });
  }));
  return { url, got };
}

const status = (code) => (response) => response.writeHead(code).end();
const hangsUp = (_, request) => request.socket.destroy();
const cutsOff = (response) => {
  response.writeHead(201, { 'Content-Length': 1000 }).write('{"half":');
  setTimeout(() => response.destroy(), 5);
};
const redirects = (response) => response.writeHead(307, { Location: '/elsewhere' }).end();
const hesitates = (response) => setTimeout(() => response.writeHead(201).end(), 300);

test('what a server does, and what the person is told', async () => {
  for (const [name, behaviours, why, tries] of [
    ['accepts', [status(201)], '', 1],
    ['accepts without words', [status(204)], '', 1],
    ['hesitates', [hesitates], '', 1],
    ['is cut off after its answer began', [cutsOff], '', 1],
    ['refuses', [status(422)], 'refused', 1],
    ['is not allowed', [status(401)], 'refused', 1],
    ['has trouble once', [status(503), status(201)], '', 2],
    ['hangs up once', [hangsUp, status(201)], '', 2],
    ['hangs up for ever', [hangsUp], 'unreachable', 3],
    ['sends elsewhere', [redirects], 'unreachable', 3],
  ]) {
    const { url, got } = await clinic(...behaviours);
    assert.equal(await post(url, FHIR, new AbortController().signal, PAUSES), why, name);
    assert.equal(got.length, tries, name);
    for (const one of got) assert.deepEqual(one, { method: 'POST', type: 'application/fhir+json', body: FHIR }, `${name}: every try is the same, so that its id tells`);
  }
});

test('garbage is no answer', async () => {
  let asked = 0;
  const url = await listening(createSocketServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      asked += 1;
      socket.end('\u0000\u0001\u0002 not HTTP at all\r\n\r\n');
    });
  }));
  assert.equal(await post(url, FHIR, new AbortController().signal, PAUSES), 'unreachable');
  assert.equal(asked, 3);
});

test('nobody listens', async () => {
  const server = createSocketServer();
  const url = await listening(server);
  await new Promise((resolve) => { server.close(resolve); });
  open.pop();
  assert.equal(await post(url, FHIR, new AbortController().signal, PAUSES), 'unreachable');
});

test('clearing stops what is on its way, and nothing is told afterwards', async () => {
  const { url, got } = await clinic(hesitates);
  const told = [];
  const sender = new Sender((what, why) => told.push([what, why]), () => false);
  sender.address = url;
  sender.send(FHIR);
  while (got.length === 0) await new Promise((resolve) => { setTimeout(resolve, 5); });
  sender.forget();
  await sender.last;
  assert.deepEqual(told, []);
});

test('two sendings go one after the other, each once', async () => {
  const { url, got } = await clinic(hesitates, status(201));
  const told = [];
  const sender = new Sender((what, why) => told.push([what, why]), () => false);
  sender.address = url;
  sender.send('{"a":1}');
  sender.send('{"a":2}');
  await sender.last;
  assert.deepEqual(got.map(({ body }) => body), ['{"a":1}', '{"a":2}']);
  assert.deepEqual(told, [['sent', ''], ['sent', '']]);
});
