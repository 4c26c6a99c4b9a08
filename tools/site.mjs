// Makes build/site from web/, the web module, the fonts and the content. Every file but the pages and the ones that
// others link to by name carries a hash of its bytes in its name; text files get .br and .gz twins.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { PNG } from 'pngjs';
import { HASHED } from '../web/stored.mjs';
import { bundle } from './bundle.mjs';
import { firstPages } from './first.mjs';
import { policy } from './headers.mjs';
import { servedFiles, writeNginx } from './hosting.mjs';
import { lostPage } from './lost.mjs';
import { asFile, COMPUTED, readingPages } from './reading.mjs';
import { fill } from './template.mjs';
import { licences } from './third_party.mjs';

const module = { folder: 'build/cmake-web', names: ['needlewise.mjs', 'needlewise.wasm', 'first.wasm', 'second.wasm'] };
/** What is loaded when the first page is there. */
const LATER = ['second.wasm', 'more-content.json', 'more-figures.json', 'more-text/en.json'];
const stamp = 'build/site.stamp';
const target = 'build/site';
const work = 'build/site.new';

const seen = fingerprint();
if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === seen) process.exit(0);

/** Names on the site by the names that pages use. */
const names = new Map();
/** @type {Map<string, Buffer>} */
const out = new Map();
/** @type {Map<Buffer, Buffer>} */
const packed = new Map();
/** Of the ways to pack, the smallest: which one that is differs from file to file, and machine code likes small blocks. */
const WAYS = [{}, { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT }, { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT, [constants.BROTLI_PARAM_LGBLOCK]: 16 }];

try {
  await assemble();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
write();
report();

async function assemble() {
  const english = JSON.parse(readFileSync('assets/text/en.json', 'utf8'));
  add('needlewise.wasm', readFileSync(`${module.folder}/first.wasm`));
  add('second.wasm', readFileSync(`${module.folder}/second.wasm`));
  for (const font of readdirSync('build/fonts')) add(font, readFileSync(`build/fonts/${font}`));
  for (const [name, text] of bundle()) add(name, Buffer.from(text), !name.startsWith('packs/'));
  const wordsIn = (folder) => Object.fromEntries([...names].filter(([name]) => name.startsWith(folder)).map(([name, hashed]) => [path.basename(name, '.json'), hashed]));
  const [languages, moreWords] = [wordsIn('text/'), wordsIn('more-text/')];

  const web = readdirSync('web').filter((name) => statSync(`web/${name}`).isFile() && name !== 'jsconfig.json').sort();
  const words = { english, names, languages, moreWords, policy: policy({ inPage: true }), picture: (name) => readFileSync(`web/${name}`, 'utf8') };
  const page = (name) => fill(readFileSync(`web/${name}`, 'utf8'), words, `web/${name}`);

  for (const name of web.filter((name) => name.endsWith('.css') && name !== 'lost.css')) {
    const { code } = await transform(page(name), { loader: 'css', minify: true, target: 'safari16' });
    add(name, Buffer.from(code));
  }
  await script('app.mjs', { hashed: true });
  await script('demo.mjs', { hashed: true });
  await script('studio.mjs', { hashed: true });
  const still = await addReading(words);
  words.reading = still.links;
  await script('embed.mjs', { define: { EMBED_WORDS: JSON.stringify(embedWords(english, Object.keys(languages))) } }); // clinics link to it by name
  for (const name of web.filter((name) => /\.(svg|png|ico|txt)$/.test(name) || name.startsWith('_'))) {
    add(name, readFileSync(`web/${name}`), false);
  }
  add('licences.txt', Buffer.from(licences()), false);
  for (const name of web.filter((name) => name.endsWith('.webmanifest'))) {
    add(name, Buffer.from(JSON.stringify(JSON.parse(fill(readFileSync(`web/${name}`, 'utf8'), { ...words, json: true }, `web/${name}`)))), false);
  }
  const pages = web.filter((name) => name.endsWith('.html'));
  words.sizes = sizesOf(['needlewise.wasm', 'content.json', 'figures.json', 'regular.ttf', 'semibold.ttf', ...Object.keys(languages).map((code) => `text/${code}.json`)]);
  words.first = still.first.html;
  for (const [code, texts] of Object.entries(still.first.texts)) add(`first/${code}.json`, Buffer.from(JSON.stringify(texts)));
  words.firstWords = wordsIn('first/');
  words.integrity = (name) => `sha256-${createHash('sha256').update(out.get(names.get(name))).digest('base64')}`;
  words.version = versionOf(pages.map((name) => readFileSync(`web/${name}`)));
  const said = Object.fromEntries(['en', ...Object.keys(languages).filter((code) => code !== 'en')].map((code) => [code, JSON.parse(readFileSync(`assets/text/${code}.json`, 'utf8'))]));
  for (const name of pages) add(name, name === '404.html' ? Buffer.from(lostPage(readFileSync(`web/${name}`, 'utf8'), said, policy({ inPage: true, lost: true }))) : Buffer.from(page(name).replace(/<!--[^]*?-->\s*/g, '').replace(/\n\s+/g, '\n')), false);
  // The service worker comes last: it knows every other file by name.
  await script('sw.mjs', { define: { SITE_VERSION: JSON.stringify(words.version), SITE_FILES: JSON.stringify(neededBy('index.html')), SITE_WORDS: JSON.stringify([languages, moreWords, words.firstWords].flatMap(Object.values)) } });
  for (const [name, text] of servedFiles([...out.keys()])) add(name, Buffer.from(text), false);
}

/** Of the program and of all that is on the site: another file anywhere is another version. */
function versionOf(pages) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  return `${version}-${hash(Buffer.concat([Buffer.from([...out.keys()].join()), ...[...out].filter(([name]) => !HASHED.test(name)).map(([, bytes]) => bytes), ...pages]))}`;
}

/** How large files are, and how much of that travels: by these the page says how much has arrived. */
function sizesOf(files) {
  return Object.fromEntries(files.filter((name) => names.has(name)).map((name) => {
    const bytes = out.get(names.get(name));
    return [names.get(name), [bytes.length, brotli(bytes).length]];
  }));
}

/** The hashed files that a page names, and those that they name, in English: what a first visit loads. */
function neededBy(page) {
  const hashed = [...out.keys()].filter((name) => HASHED.test(name) && (!/^(first|text|more-text)\//.test(name) || [names.get('text/en.json'), names.get('more-text/en.json')].includes(name)));
  const found = new Set([page]);
  for (const name of found) {
    if (!/\.(html|css|mjs)$/.test(name)) continue;
    const text = out.get(name).toString();
    for (const other of hashed) if (text.includes(other)) found.add(other);
  }
  found.delete(page);
  return [...found].sort();
}

/** What embed.mjs says before the consultation is loaded, in every language. */
function embedWords(english, languages) {
  const keys = { title: 'embed.title', lead: 'embed.lead', privacy: 'privacy.answers', start: 'embed.start', page: 'embed.page', loading: 'loading', direction: 'format.direction' };
  return Object.fromEntries(languages.map((language) => {
    const said = { ...english, ...JSON.parse(readFileSync(`assets/text/${language}.json`, 'utf8')) };
    return [language, Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, said[key]]))];
  }));
}

/**
 * The pages for those without WebAssembly, and the first pages. They take seconds to make, so they are kept while what they are made of is the same.
 * @returns links to the ones, in each language by its own name, and the others
 */
async function addReading({ names, languages, policy }) {
  const kept = 'build/reading.json';
  const whole = readFileSync(`${module.folder}/needlewise.wasm`);
  const parts = ['content.json', 'more-content.json', 'figures.json', 'more-figures.json', 'regular.ttf', 'semibold.ttf'];
  const files = new Map(parts.map((name) => [name, out.get(names.get(name))]));
  for (const code of Object.keys(languages)) files.set(`text/${code}.json`, readFileSync(`assets/text/${code}.json`));
  const scripts = ['engine', 'records', 'mirror', 'dom', 'elements', 'charts', 'fields', 'figures'].map((name) => readFileSync(`web/${name}.mjs`));
  const made = hash(Buffer.concat([whole, ...files.values(), ...scripts, ...['first', 'program', 'reading'].map((name) => readFileSync(`tools/${name}.mjs`))]));
  let reading = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
  if (reading.made !== made) {
    const site = { module: new URL(`../${module.folder}/needlewise.mjs`, import.meta.url).href, wasm: whole, files, languages: Object.keys(languages), drawn: (image, computed) => `../../figures/${image}.${computed ? 'png' : 'svg'}` };
    reading = { made, first: await firstPages(site), ...await readingPages(site) };
    writeFileSync(kept, JSON.stringify(reading));
  }
  const template = readFileSync('web/read/page.html', 'utf8');
  const said = Object.fromEntries(Object.keys(languages).map((code) => [code, JSON.parse(readFileSync(`assets/text/${code}.json`, 'utf8'))]));
  const own = Object.fromEntries(Object.entries(said).map(([code, text]) => [code, text[`language.${code}`]]));
  const shown = new Set();
  for (const page of reading.pages) {
    add(`read/${page.language}/${page.file}`, Buffer.from(asFile(template, page, { names, policy, languages: own, label: said[page.language]['language.label'] })), false);
    for (const [, image] of page.body.matchAll(/figures\/([\w-]+)\.svg/g)) shown.add(image);
  }
  const svg = Object.assign({}, ...['figures.json', 'more-figures.json'].map((name) => JSON.parse(out.get(names.get(name)).toString()).svg));
  for (const image of shown) add(`figures/${image}.svg`, Buffer.from(svg[image]), false);
  for (const [image, pixels] of Object.entries(reading.computed)) add(`figures/${image}.png`, pngOf(Buffer.from(pixels, 'base64')), false);
  const links = Object.entries(own).map(([code, name]) => `<a class="link" data-look="text" lang="${code}" href="read/${code}/index.html">${name}</a>`).join(' ');
  return { links, first: reading.first };
}

/** @param {Buffer} pixels red, green, blue and alpha, row by row @returns {Buffer} */
function pngOf(pixels) {
  const [width, height] = COMPUTED;
  return PNG.sync.write(Object.assign(new PNG({ width, height }), { data: pixels }), { colorType: 2 });
}

/** Bundles web/NAME and all it imports; `./needlewise.mjs` is the module that Emscripten made. */
async function script(name, { hashed = false, define = {} } = {}) {
  const result = await build({
    entryPoints: [`web/${name}`],
    bundle: true, splitting: hashed, minify: true, write: false, outdir: work, format: 'esm', target: ['es2022'],
    entryNames: '[name]', chunkNames: '[name].[hash]', outExtension: { '.js': '.mjs' }, legalComments: 'none',
    logLevel: 'error', define,
    plugins: [{
      name: 'module',
      setup: (builder) => builder.onResolve({ filter: /\/needlewise\.mjs$/ }, () => ({ path: path.resolve(module.folder, 'needlewise.mjs') })),
    }],
  });
  for (const file of result.outputFiles) {
    const base = path.basename(file.path);
    add(base, Buffer.from(file.contents), hashed && base === name);
  }
}

function add(name, bytes, hashed = true) {
  const { dir, name: stem, ext } = path.parse(name);
  const full = hashed ? path.join(dir, `${stem}.${hash(bytes)}${ext}`) : name;
  names.set(name, full);
  out.set(full, bytes);
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8);
}

/** Writes beside the old site and swaps, so that a running server never shows half of one. */
function write() {
  rmSync(work, { recursive: true, force: true });
  for (const [name, bytes] of out) {
    const file = path.join(work, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    if (/\.(png|ico)$/.test(name) || /^[_.]/.test(name)) continue;
    writeFileSync(`${file}.br`, brotli(bytes));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
  rmSync(target, { recursive: true, force: true });
  renameSync(work, target);
  writeNginx('build/hosting/nginx.conf', '/var/www/needlewise');
  writeFileSync(stamp, seen);
}

function brotli(bytes) {
  const pack = (way) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, ...way } });
  if (!packed.has(bytes)) packed.set(bytes, WAYS.map(pack).reduce((best, one) => (one.length < best.length ? one : best)));
  return packed.get(bytes);
}

/** Sizes with brotli of what a first visit in English loads. */
function report() {
  const kB = (bytes) => (bytes / 1000).toFixed(1);
  const sizes = ['index.html', ...neededBy('index.html')].map((name) => /** @type {const} */ ([name.replace(/\.\w{8}(\.\w+)$/, '$1'), statSync(`${target}/${name}.br`).size]));
  const sum = (part) => kB(part.reduce((total, [, size]) => total + size, 0));
  const list = (part) => part.map(([name, size]) => `${name} ${kB(size)}`).join(', ');
  const later = sizes.filter(([name]) => LATER.includes(name));
  const first = sizes.filter(([name]) => !LATER.includes(name));
  console.log(`First visit, brotli: ${sum(first)} kB before the first page (${list(first)}), ${sum(later)} kB after it (${list(later)})`);
}

/** Name, size and time of every input: when these are as they were, there is nothing to do. */
function fingerprint() {
  const lines = [];
  const visit = (entry) => {
    if (!existsSync(entry)) return;
    const stat = statSync(entry);
    if (stat.isDirectory()) for (const name of readdirSync(entry).sort()) visit(path.join(entry, name));
    else lines.push(`${entry} ${stat.size} ${stat.mtimeMs}`);
  };
  ['web', 'assets', 'build/fonts', 'tools', 'package-lock.json'].forEach(visit);
  for (const name of module.names) visit(path.join(module.folder, name));
  return lines.join('\n');
}
