// Serves build/site on the loopback interface: ./dev serve. Other modules (the browser tests) call start() themselves.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFor, headersForAll, typeOf } from './headers.mjs';

/** Starts a server and resolves to it and its address. Port 0 takes any free one; pages on this machine may show it in a frame. */
export function start({ root = fileURLToPath(new URL('../build/site', import.meta.url)), port = 0, host = 'localhost', send = [] } = {}) {
  const headers = headersForAll({ send, parents: ['http://localhost:*'] });
  const server = createServer((request, response) => answer(root, headers, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve({ server, url: `http://localhost:${server.address().port}` }));
  });
}

function answer(root, headers, request, response) {
  const found = request.method === 'GET' || request.method === 'HEAD' ? fileFor(root, request.url ?? '/') : undefined;
  const file = found ?? path.join(root, '404.html');
  const status = found ? 200 : 404;
  if (!existsSync(file)) {
    response.writeHead(404, { ...headers, 'Content-Type': typeOf('a.txt') }).end('There is no such page.\n');
    return;
  }
  const coding = codingFor(file, request.headers['accept-encoding'] ?? '');
  const sent = coding ? `${file}.${coding}` : file;
  const { size, mtimeMs } = statSync(sent);
  const kept = { ...headers, 'Cache-Control': cacheFor(file), Vary: 'Accept-Encoding', ETag: `"${size}-${mtimeMs}"` };
  if (found && request.headers['if-none-match'] === kept.ETag) {
    response.writeHead(304, kept).end();
    return;
  }
  response.writeHead(status, {
    ...kept,
    'Content-Type': typeOf(file),
    'Content-Length': size,
    ...(coding && { 'Content-Encoding': coding === 'br' ? 'br' : 'gzip' }),
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(sent).on('error', () => response.destroy()).pipe(response);
}

function fileFor(root, url) {
  let name;
  try {
    name = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  const file = path.join(root, name.endsWith('/') ? `${name}index.html` : name);
  const inside = file.startsWith(root + path.sep) && !name.includes('\0') && !/\.(br|gz)$/.test(file);
  return inside && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function codingFor(file, accepted) {
  if (/\bbr\b/.test(accepted) && existsSync(`${file}.br`)) return 'br';
  if (/\bgzip\b/.test(accepted) && existsSync(`${file}.gz`)) return 'gz';
  return undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = process.argv.indexOf('--port');
  const port = given < 0 ? 8000 : Number(process.argv[given + 1]);
  try {
    const { url } = await start({ port });
    console.log(`Needlewise is at ${url} (Ctrl+C stops it)`);
  } catch (error) {
    const why = error.code === 'EADDRINUSE' ? `port ${port} is taken. Try ./dev serve --port ${port + 1}` : error.message;
    console.error(`FAILED: cannot serve: ${why}`);
    process.exit(1);
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
}
