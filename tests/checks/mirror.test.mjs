// Rules of the document over the canvas that no browser on this machine would show us broken: what iOS is strict about, what
// would take text, scrolling or zooming away, and that nothing looks as if it could be pressed except what the document knows.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'node:test';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const sheets = { app: read('web/app.css'), canvas: read('web/canvas.css'), plain: read('web/plain.css') };

/** The rules of a style sheet, in their order, those inside @media too: what each is for, and what it says. */
function rulesOf(css) {
  return [...css.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector, body]) => ({
    selector: selector.trim().replace(/\s+/g, ' '),
    says: Object.fromEntries(body.split(';').map((line) => line.split(/:(.*)/s).slice(0, 2).map((part) => part?.trim())).filter(([name]) => name)),
  }));
}

const all = Object.entries(sheets).flatMap(([sheet, css]) => rulesOf(css).map((rule) => ({ sheet, ...rule })));
const broken = (rule) => all.filter(rule).map(({ sheet, selector, says }) => `${sheet}.css: ${selector} { ${Object.entries(says).map((pair) => pair.join(': ')).join('; ')} }`);

/** In px, of lengths that do not depend on what is around them; else unknown. */
const px = (size) => ({ px: 1, rem: 16 })[/[a-z]+$/.exec(size ?? '')?.[0] ?? ''] * Number.parseFloat(size);

test('no field is so small that iOS zooms into it', () => {
  const fields = all.filter(({ selector }) => /\b(input|select|textarea)\b/.test(selector) && !/progress/.test(selector));
  assert.ok(fields.length > 5);
  assert.deepEqual(fields.filter(({ says }) => says['font-size'] && (px(/max\((.*?),/.exec(says['font-size'])?.[1] ?? says['font-size']) < 16)), []);
  for (const sheet of ['canvas', 'plain']) {
    const sized = fields.filter((rule) => rule.sheet === sheet && rule.says['font-size']);
    for (const field of ['.date input', '.select select']) assert.ok(sized.some(({ selector }) => selector.includes(field)), `${sheet}.css gives ${field} a size of its own`);
  }
});

test('what is placed says where: left and top', () => {
  const placed = all.filter(({ says }) => says.position === 'absolute' || (says.position === 'fixed' && says.inset === undefined));
  const own = placed.filter(({ selector }) => !/::(before|after)/.test(selector));
  assert.ok(own.length > 4);
  const from = ({ says }, sides) => sides.some((side) => says[side] !== undefined || says.inset !== undefined);
  const wrong = own.filter((rule) => !(from(rule, ['left', 'inset-inline-start']) && from(rule, ['top', 'bottom', 'inset-block-start'])));
  // Pinned elements have their place from [data-key]; words for those who listen are clipped away wherever they are.
  assert.deepEqual(wrong.map(({ selector }) => selector).filter((selector) => !['[data-pinned]', '.said'].includes(selector)), []);
  for (const side of ['left', 'top', 'width', 'height']) assert.ok(all.find(({ selector, sheet }) => selector === '[data-key]' && sheet === 'canvas')?.says[side], `elements over the canvas say their ${side}`);
});

test('nothing over the canvas is filtered, turned or moved by other than its offsets', () => {
  assert.deepEqual(broken(({ sheet, says }) => sheet !== 'plain' && ['filter', 'backdrop-filter', 'transform', 'translate', 'scale', 'rotate', 'zoom', 'will-change'].some((name) => name in says)), []);
});

test('text keeps its size, can be selected, and pages can be scrolled and zoomed', () => {
  assert.ok(all.some(({ selector, says }) => selector === 'html' && says['-webkit-text-size-adjust'] === '100%'));
  assert.deepEqual(broken(({ says }) => Object.keys(says).some((name) => /user-select$/.test(name)) || says['-webkit-touch-callout'] !== undefined), []);
  const drawn = '.drawing[data-on]';  // for as long as a finger is to draw
  assert.deepEqual(broken(({ selector, says }) => selector !== drawn && says['touch-action'] !== undefined && !/pan-y|auto|manipulation/.test(says['touch-action'])), []);
  assert.deepEqual(broken(({ selector, says }) => /^(html|body|:root)$/.test(selector) && /hidden|clip/.test(says.overflow ?? '')), []);
  for (const page of readdirSync(join(root, 'web')).filter((name) => name.endsWith('.html'))) {
    assert.doesNotMatch(read(`web/${page}`), /user-scalable|maximum-scale|minimum-scale/, page);
    assert.match(read(`web/${page}`), /<meta name="viewport" content="width=device-width/, page);
  }
});

test('outlines are taken away only where a ring is painted, or where nothing is pressed', () => {
  const without = all.filter(({ says }) => says.outline === 'none' || says.outline === '0');
  assert.deepEqual(without.filter(({ sheet, selector }) => sheet !== 'canvas' && !/^h1:focus/.test(selector)).map(({ selector }) => selector), []);
});

// `if (this.on)`: while staff draw, the finger's touch belongs to the drawing.
test('no script takes a key, a wheel or a touch from the browser', () => {
  const wrong = [];
  for (const name of readdirSync(join(root, 'web')).filter((file) => file.endsWith('.mjs'))) {
    read(`web/${name}`).split('\n').forEach((line, i) => {
      if (/addEventListener\('(wheel|touchstart|touchmove|touchend)'/.test(line) && !/passive: true|if \(this\.on\)/.test(line)) wrong.push(`web/${name}:${i + 1}: ${line.trim()}`);
    });
  }
  assert.deepEqual(wrong, []);
});

/** The painter asks where pointer and focus are in one place, and only for boxes with a skin, marks, underlined words and the
 * regions of a picture; ui_layout_test.cpp proves on every page that these belong to nodes that react. */
test('only paint.cpp knows where pointer and focus are, and it asks for what can react only', () => {
  const files = readdirSync(join(root, 'src/ui'), { recursive: true }).filter((name) => /\.(h|cpp)$/.test(name)).map((name) => `src/ui/${name}`);
  const asks = files.filter((path) => /\binteraction\b|\.(hovered|focused|focus_visible)\b/.test(read(path)));
  assert.deepEqual(asks.sort(), ['src/ui/paint/paint.cpp', 'src/ui/paint/paint.h']);
  const lines = read('src/ui/paint/paint.cpp').split('\n').filter((line) => /\blevels\(/.test(line)).map((line) => line.trim());
  const known = [/^const Levels& levels\(int node/, /reacts \? levels\(node, box\.on\)/, /run\.underline \? levels\(node/, /const Mark& mark.*levels\(node, mark\.on\)/, /levels\(region\.node, region\.on\)/];
  assert.deepEqual(lines.filter((line) => !known.some((form) => form.test(line))), []);
});
