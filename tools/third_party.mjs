// Other people's work that is part of what ships, with its version and its licence as they lie in the dependencies of this build:
// THIRD_PARTY.md says which, build/site/licences.txt has the texts in full.
//
//   node tools/third_party.mjs    writes THIRD_PARTY.md
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const text = (file) => readFileSync(path.isAbsolute(file) ? file : path.join(root, file), 'utf8');
const deps = 'build/deps';

/** The first comment of a source file, without its stars. @param {string} file */
const head = (file) => text(file).match(/^\s*\/\*([^]*?)\*\//)?.[1].replace(/^ ?\* ?/gm, '').trim() ?? '';

/** @param {string} file @param {...RegExp} patterns one number each */
const version = (file, ...patterns) => patterns.map((pattern) => text(file).match(pattern)?.[1] ?? '?').join('.');

/** As Debian says it; elsewhere, where it is written. @param {string} name of the package @param {string} url */
const copyright = (name, url) => (existsSync(`/usr/share/doc/${name}/copyright`) ? text(`/usr/share/doc/${name}/copyright`).trim() : url);

export const parts = [
  {
    name: 'Dear ImGui', url: 'https://github.com/ocornut/imgui', licence: 'MIT', what: 'layout of triangles and letters on the canvas',
    version: () => version(`${deps}/imgui/imgui.h`, /define IMGUI_VERSION\s+"([^"]+)"/), text: () => text(`${deps}/imgui/LICENSE.txt`),
  },
  {
    name: 'SDL', url: 'https://libsdl.org', licence: 'Zlib', what: 'the window and its drawing context',
    version: () => version(`${deps}/sdl2/include/SDL_version.h`, /MAJOR_VERSION\s+(\d+)/, /MINOR_VERSION\s+(\d+)/, /PATCHLEVEL\s+(\d+)/), text: () => text(`${deps}/sdl2/LICENSE.txt`),
  },
  {
    name: 'JSON for Modern C++', url: 'https://github.com/nlohmann/json', licence: 'MIT', what: 'reading of JSON',
    version: () => version(`${deps}/json/nlohmann/detail/abi_macros.hpp`, /VERSION_MAJOR (\d+)/, /VERSION_MINOR (\d+)/, /VERSION_PATCH (\d+)/),
    text: () => copyright('nlohmann-json3-dev', 'https://github.com/nlohmann/json/blob/v3.11.2/LICENSE.MIT'),
  },
  {
    name: 'NanoSVG', url: 'https://github.com/memononen/nanosvg', licence: 'Zlib', what: 'reading of pictures',
    version: () => 'as packaged by Debian 13', text: () => head(`${deps}/nanosvg/nanosvg/nanosvg.h`),
  },
  {
    name: 'QR Code generator', url: 'https://www.nayuki.io/page/qr-code-generator-library', licence: 'MIT', what: 'codes that a camera reads',
    version: () => version(`${deps}/qrcodegen/rust/Cargo.toml`, /^version = "([^"]+)"/m), text: () => head(`${deps}/qrcodegen/c/qrcodegen.c`),
  },
  {
    name: 'Emscripten', url: 'https://emscripten.org', licence: 'MIT or NCSA', what: 'the frame of the program in the browser',
    version: () => text(`${deps}/emscripten/emscripten-version.txt`).trim().replaceAll('"', ''), text: () => EMSCRIPTEN,
  },
  {
    name: 'musl', url: 'https://musl.libc.org', licence: 'MIT', what: 'the C library within the program',
    version: () => 'of Emscripten', text: () => text(`${deps}/emscripten/system/lib/libc/musl/COPYRIGHT`),
  },
  {
    name: 'LLVM libc++ and compiler-rt', url: 'https://llvm.org', licence: 'Apache-2.0 WITH LLVM-exception', what: 'the C++ library within the program',
    version: () => 'of Emscripten', text: () => copyright('clang-19', 'https://llvm.org/LICENSE.txt'),
  },
  {
    name: 'Inter', url: 'https://rsms.me/inter', licence: 'OFL-1.1', what: 'the typeface, as a subset',
    version: () => '4.0 beta 7', text: () => copyright('fonts-inter', 'https://openfontlicense.org'),
  },
];

const EMSCRIPTEN = `Copyright (c) 2010-2024 Emscripten authors, see the AUTHORS file of Emscripten.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** THIRD_PARTY.md */
export function table() {
  const rows = parts.map((part) => `| [${part.name}](${part.url}) | ${part.version()} | ${part.licence} | ${part.what} |`);
  return `# Other people's work in what ships

Made by \`node tools/third_party.mjs\` from the dependencies of the build. The site holds the licences in full (\`licences.txt\`). Nothing
from npm ships: it builds and tests only.

| what | version | licence | for |
|---|---|---|---|
${rows.join('\n')}
`;
}

/** licences.txt: all of them, and the project's own first. */
export function licences() {
  const own = { name: 'Needlewise', licence: 'MIT', url: '', version: () => '', text: () => text('LICENSE') };
  return [own, ...parts].map((part) => {
    const said = part.text().trim();
    if (!said) throw new Error(`there is no licence text for ${part.name}`);
    return `${[part.name, part.version()].filter(Boolean).join(' ')} (${part.licence}) ${part.url}\n\n${said}\n`;
  }).join(`\n${'-'.repeat(78)}\n\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(path.join(root, 'THIRD_PARTY.md'), table());
