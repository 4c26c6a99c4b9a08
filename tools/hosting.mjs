// Writes what hosts need beside the site, all from headers.mjs: _headers (Netlify, Cloudflare Pages), .htaccess (Apache), a
// part of an nginx configuration, and a list for object stores. docs/hosting.md says when to use which.
//
//   node tools/hosting.mjs [--site FOLDER] [--base /PATH/] [--parent ORIGIN]... [--send ORIGIN]...
//   node tools/hosting.mjs list [--site FOLDER]
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { HASHED } from '../web/stored.mjs';
import { cacheFor, headersForAll, policy, typeOf, types } from './headers.mjs';

const told = 'Made by tools/hosting.mjs; docs/hosting.md explains it.';
const immutable = cacheFor('a.00000000.b');
const always = cacheFor('a');

/** @typedef {{base?: string, send?: string[], parents?: string[]}} Own what a clinic says of its own site */

/** The files that are served with the site, by name. @param {string[]} names @param {Own} [own] */
export const servedFiles = (names, own = {}) => new Map([['_headers', headersFile(names, own)], ['.htaccess', htaccess(own)]]);

/**
 * One rule for a file, because hosts join the values of several that match; and few, because hosts read a hundred. What has
 * none is asked for anew each time, as these hosts do by themselves.
 * @param {string[]} names @param {Own} own
 */
function headersFile(names, own) {
  const { base = '/' } = own;
  const lines = [`# ${told}`, `${base}*`, ...Object.entries(headersForAll(own)).map(([name, value]) => `  ${name}: ${value}`)];
  const fixed = names.filter((name) => HASHED.test(name)).sort();
  const changing = names.filter((name) => /^[^/]+\.(html|mjs|webmanifest)$/.test(name) && !HASHED.test(name)).sort();
  for (const name of [...fixed, '', ...changing]) lines.push(`${base}${name}`, `  Cache-Control: ${cacheFor(name)}`);
  return `${lines.join('\n')}\n`;
}

/** @param {Own} own */
function htaccess(own) {
  const coding = (accepted, ending) => [
    `RewriteCond %{HTTP:Accept-Encoding} \\b${accepted}\\b`, `RewriteCond %{REQUEST_FILENAME}.${ending} -f`,
    `RewriteRule ^(.+)$ $1.${ending} [E=no-gzip:1,E=no-brotli:1,END]`,
  ];
  return `${[
    `# ${told}`,
    '# Needs mod_dir, mod_headers, mod_mime, mod_rewrite and, for the folder, AllowOverride FileInfo Indexes.',
    'DirectoryIndex index.html',
    `ErrorDocument 404 ${own.base ?? '/'}404.html`,
    ...Object.entries(types).map(([ending, type]) => `AddType "${type}" ${ending}`),
    '# The compressed twin of a file goes out in its place, with the type of the file.',
    'AddEncoding br .br', 'AddEncoding gzip .gz', 'RemoveType .br .gz', 'RemoveLanguage .br',
    'RewriteEngine On', ...coding('br', 'br'), ...coding('gzip', 'gz'),
    'Header append Vary Accept-Encoding',
    ...Object.entries(headersForAll(own)).map(([name, value]) => `Header always set ${name} "${value}"`),
    `Header set Cache-Control "${always}"`,
    `<FilesMatch "${HASHED.source.replace('$', '')}(\\.(br|gz))?$">`, `Header set Cache-Control "${immutable}"`, '</FilesMatch>',
  ].join('\n')}\n`;
}

/** A part of a server block. @param {string} folder where the site lies on the server @param {Own} [own] */
export function nginx(folder, own = {}) {
  const { base = '/' } = own;
  return `${[
    `# ${told}`,
    '# Include it in a server block. It needs the modules gzip_static and brotli_static; without the second, take its line out.',
    ...(base === '/' ? [] : [`location = ${base.slice(0, -1)} { return 301 ${base}; }`]),
    `location ${base} {`,
    `  alias ${folder.replace(/\/*$/, '/')};`,
    '  index index.html;',
    `  error_page 404 ${base}404.html;`,
    '  types {', ...Object.entries(types).map(([ending, type]) => `    "${type}" ${ending.slice(1)};`), '  }',
    '  default_type application/octet-stream;',
    '  brotli_static on;',
    '  gzip_static on;',
    '  gzip_vary on;',
    `  set $needlewise_cache "${always}";`,
    `  if ($uri ~ "${HASHED.source}") { set $needlewise_cache "${immutable}"; }`,
    '  add_header Cache-Control $needlewise_cache;',
    ...Object.entries(headersForAll(own)).map(([name, value]) => `  add_header ${name} "${value}" always;`),
    '}',
  ].join('\n')}\n`;
}

/** For object stores, which do not negotiate: from, to, type, cache, coding; what names other files comes last. @param {string} site */
export function uploads(site) {
  const rank = (name) => (HASHED.test(name) ? 0 : name.endsWith('.html') ? 2 : name === 'sw.mjs' ? 3 : 1);
  return namesIn(site).filter((name) => !/^[_.]/.test(name)).sort((a, b) => rank(a) - rank(b) || a.localeCompare(b)).map((name) => {
    const twin = existsSync(path.join(site, `${name}.br`));
    return [path.join(site, twin ? `${name}.br` : name), name, typeOf(name), cacheFor(name), twin ? 'br' : ''];
  });
}

const namesIn = (site) => readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .map((entry) => path.relative(site, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll(path.sep, '/'))
  .filter((name) => !/\.(br|gz)$/.test(name));

/** Writes a clinic's own origins into a site that is already made. @param {string} site @param {Own} own */
export function apply(site, own) {
  const names = namesIn(site);
  for (const name of names.filter((name) => name.endsWith('.html'))) {
    const file = path.join(site, name);
    const before = readFileSync(file, 'utf8');
    const after = before.replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*/, (_, start) => start + policy({ ...own, inPage: true, lost: name === '404.html' }));
    if (after === before) continue;
    writeFileSync(file, after);
    writeFileSync(`${file}.br`, brotliCompressSync(after));
    writeFileSync(`${file}.gz`, gzipSync(after));
  }
  const served = names.filter((name) => !/^[_.]/.test(name));
  for (const [name, text] of servedFiles(served, own)) writeFileSync(path.join(site, name), text);
}

export function writeNginx(file, folder, own) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, nginx(folder, own));
}

function main(args) {
  const all = (option) => args.flatMap((arg, i) => (args[i - 1] === option ? [arg] : []));
  const site = all('--site')[0] ?? 'build/site';
  if (!existsSync(path.join(site, 'index.html'))) throw new Error(`${site} has no site: ./dev build makes it`);
  if (args[0] === 'list') return console.log(uploads(site).map((line) => line.join('\t')).join('\n'));
  const own = { base: all('--base')[0] ?? '/', send: all('--send'), parents: all('--parent') };
  if (!/^\/(.*\/)?$/.test(own.base)) throw new Error('--base begins and ends with a slash: /consult/');
  for (const origin of [...own.send, ...own.parents]) {
    if (!/^https?:\/\/[\w.*-]+(:(\d+|\*))?$/.test(origin)) throw new Error(`"${origin}" is no origin: https://clinic.example`);
  }
  apply(site, own);
  writeNginx('build/hosting/nginx.conf', '/var/www/needlewise', own);
  console.log(`Wrote ${site}/_headers, ${site}/.htaccess, the policy in its pages, and build/hosting/nginx.conf`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(`FAILED: ${error.message}`);
    process.exit(1);
  }
}
