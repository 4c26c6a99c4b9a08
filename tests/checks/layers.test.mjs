// The rules of src/README.md, those of them that the build's walls see among them: who may include whom, no clock and no file in the core, no
// #ifdef anywhere, and no source file over 400 lines.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'node:test';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const MAX_LINES = 400;

const std = /^<[a-z_]+>$/;  // <vector>, <cmath> …, never <stdio.h>
const imgui = /^<imgui(_internal)?\.h>$/;
const seam = /^"platform\/platform\.h"$/;
const shared = /^"platform\/[a-z_]+\.h"$/;  // beside the two folders of machines
const machine = /^<(SDL|SDL_opengl|imgui|imgui_internal|imgui_impl_opengl3|emscripten|emscripten\/html5|GLES3\/gl3)\.h>$/;

const json = /^<nlohmann\/json\.hpp>$/;
const ground = /^"core\/(date|hash|problem|colour|figure_files|letters)\.h"$/;
const content = [ground, /^"core\/(form\/)?[a-z_]+\.h"$/];
const pages = [...content, /^"core\/(skin|assessment|journey|pages)\//];
/** A file of the folder itself or of the rooms named in it. @param {string} folder @param {...string} rooms */
const within = (folder, ...rooms) => new RegExp(`^"${folder}/(${rooms.map((room) => `${room}/`).join('|')})?[a-z_]+\\.h"$`);

/** Room by folder, the deepest that fits, or file by name; each include must be of one of these forms. CMakeLists.txt has the same arrows. */
const may = {
  'src/core': [std, ...content],
  ...Object.fromEntries(['date', 'hash', 'problem', 'colour', 'figure_files', 'letters'].flatMap((name) => [[`src/core/${name}.h`, [std, ground]], [`src/core/${name}.cpp`, [std, ground]]])),
  'src/core/form': [std, ground, /^"core\/form\//],
  'src/core/skin': [std, ground, /^"core\/skin\//],
  'src/core/assessment': [std, ...content, /^"core\/assessment\//],
  'src/core/journey': [std, ...content, /^"core\/journey\//],
  'src/core/pages': [std, ...pages],
  'src/content': [std, ...content, within('content'), json],
  'src/content/load': [std, ...content, within('content', 'load'), json],
  'src/content/form': [std, ground, /^"core\/form\//, within('content', 'form'), json],
  'src/content/exchange': [std, ...pages, within('content', 'load', 'exchange'), json],
  'src/content/check': [std, ...pages, within('content', 'load', 'check'), json],
  'src/content/pack': [std, ...pages, within('content', 'load', 'form', 'exchange', 'check', 'pack'), json],
  'src/ui': [std, ...pages, within('ui'), imgui, /^<qrcodegen\.h>$/],
  'src/ui/layout': [std, ...pages, within('ui', 'layout'), imgui],
  'src/ui/figures': [std, ...pages, within('ui', 'figures'), imgui, /^<nanosvg\/nanosvg\.h>$/],
  'src/ui/paint': [std, ...pages, within('ui', 'layout', 'figures', 'paint'), imgui],
  'src/platform': [std, shared, machine],
  'src/platform/web': [std, shared, /^"platform\/web\//, machine],
  'src/platform/desktop': [std, shared, /^"platform\/desktop\//, machine],
  'src/app': [std, /^"(core|content|ui|app)\//, seam],
  'src/cli': [std, /^"(core|content|cli)\//],
  'src/main.cpp': [std, /^"app\/app\.h"$/],
};

/** Words that mean a clock, a file or a stream; the core gets "today" and all text from outside. */
const forbiddenInCore = /\b(now|time|clock|localtime|gmtime)\s*\(|_clock\b|<(ctime|fstream|iostream|cstdio|filesystem|format|regex)>/;
const tooLargeForTheWeb = /^\s*#\s*include\s*<(iostream|format|regex|sstream)>/;
const forTheWeb = /^src\/(core|content|ui|app|platform\/web)\//;

const files = (folder) => readdirSync(join(root, folder)).flatMap((name) => {
  const path = `${folder}/${name}`;
  return statSync(join(root, path)).isDirectory() ? files(path) : [path];
});

const lines = (path) => readFileSync(join(root, path), 'utf8').split('\n');
const layerOf = (path) => Object.keys(may).filter((layer) => path === layer || path.startsWith(`${layer}/`)).sort((a, b) => b.length - a.length)[0];
const cpp = files('src').filter((path) => /\.(h|cpp)$/.test(path));

/** Every line that breaks a rule, as "path:line: what". @param {string[]} paths @param {(line: string, path: string) => string | undefined} rule */
function offences(paths, rule) {
  return paths.flatMap((path) => lines(path).flatMap((line, i) => {
    const what = rule(line, path);
    return what ? [`${path}:${i + 1}: ${what}`] : [];
  }));
}

test('every file of src belongs to a layer', () => {
  assert.deepEqual(cpp.filter((path) => !layerOf(path)), []);
});

test('includes point inwards only', () => {
  assert.deepEqual(offences(cpp, (line, path) => {
    const include = line.match(/^\s*#\s*include\s*([<"][^>"]+[>"])/)?.[1];
    if (include && !may[layerOf(path)].some((form) => form.test(include))) return `${layerOf(path)} may not include ${include}`;
  }), []);
});

test('the core reads no clock and no file', () => {
  assert.deepEqual(offences(cpp.filter((path) => path.startsWith('src/core/')), (line) => {
    const found = line.replace(/\/\/.*/, '').match(forbiddenInCore);
    if (found) return `the core may not use ${found[0]}`;
  }), []);
});

test('nothing large of the standard library comes into the web build', () => {
  assert.deepEqual(offences(cpp.filter((path) => forTheWeb.test(path)), (line) => {
    if (tooLargeForTheWeb.test(line)) return `${line.trim()} costs too much on the web`;
  }), []);
});

test('CMake picks the platform, not the preprocessor', () => {
  assert.deepEqual(offences(cpp, (line) => {
    if (/^\s*#\s*(if|ifdef|ifndef|elif)\b/.test(line)) return line.trim();
  }), []);
});

test('#include "…" of our own names a file that exists', () => {
  assert.deepEqual(offences(cpp, (line) => {
    const own = line.match(/^\s*#\s*include\s*"([^"]+)"/)?.[1];
    if (own && !statSync(join(root, 'src', own), { throwIfNoEntry: false })) return `no file src/${own}`;
  }), []);
});

test('JavaScript imports only files of its own folder, the folder above, or a folder below', () => {
  assert.deepEqual(offences(files('web').filter((path) => path.endsWith('.mjs')), (line) => {
    const from = line.match(/^\s*import\b.*from\s+'([^']+)'/)?.[1];
    if (from && !/^\.\.?\/([a-z]+\/)?[a-z-]+\.mjs$/.test(from)) return `web may not import ${from}`;
  }), []);
});

test('the page never makes markup from strings', () => {
  assert.deepEqual(offences(files('web').filter((path) => path.endsWith('.mjs')), (line) => {
    const found = line.replace(/\/\/.*/, '').match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|setAttribute\('style'|\beval\(|new Function/);
    if (found) return found[0];
  }), []);
});

test(`no source file is longer than ${MAX_LINES} lines`, () => {
  const sources = [...files('src'), ...files('web')].filter((path) => /\.(h|cpp|mjs|css|html)$/.test(path));
  const long = sources.map((path) => [relative(root, join(root, path)), lines(path).length - 1]).filter(([, count]) => count > MAX_LINES);
  assert.deepEqual(long, []);
});
