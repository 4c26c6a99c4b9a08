// Reads what the application publishes: every node of the page with its rectangle, as one block of little-endian words.
// This file is the one description of the format; src/app/mirror.cpp writes it. tests/browser/records.test.mjs holds both to it.
//
//   header   14 words  magic "NWM4", words per record, records, strings, bytes of strings, page height (f32),
//                      page flags, path, title, language, key of the main heading, theme, minutes until a kiosk
//                      clears everything, labels that no node has (LABELS below)
//   records  a fixed number of words each, parents before children, in reading order (FIELDS below)
//   strings  offsets (strings + 1 words) into the UTF-8 bytes that follow; string 0 is empty
// @ts-check

export const MAGIC = 0x344d574e;
export const HEADER_WORDS = 14;
export const NO_PARENT = 0xffffffff;

/** The order is that of `What` in src/core/pages/page.h. */
export const KINDS = /** @type {const} */ (['section', 'heading', 'paragraph', 'list', 'item', 'choice', 'option', 'date',
  'button', 'link', 'figure', 'progress', 'chart', 'table', 'row', 'cell', 'status', 'slider', 'select', 'text', 'code']);

/** The order is that of `Landmark`. */
export const LANDMARKS = /** @type {const} */ (['none', 'banner', 'main', 'navigation', 'contentinfo', 'form', 'region', 'alert', 'dialog', 'alertdialog']);

/** Names of `Look`, `Style`, `ButtonLook` and `LinkLook`, by kind. */
export const LOOKS = {
  section: ['plain', 'card', 'stop', 'ask', 'wait', 'tell', 'good', 'note', 'says', 'found', 'actions', 'links', 'figures',
    'beside', 'tabs', 'segments', 'stepper', 'toast', 'columns', 'leaf', 'ruled', 'machine', 'dock', 'contents', 'rail', 'caution', 'warning'],
  choice: ['list', 'compact'],
  paragraph: ['body', 'lead', 'small', 'eyebrow', 'figure'],
  button: ['primary', 'secondary', 'quiet', 'chip', 'fold'],
  link: ['text', 'card', 'primary', 'nav', 'tab', 'skip'],
  chart: ['timeline', 'visit', 'calendar', 'improvement', 'people', 'curve'],
  table: ['grid', 'matrix'],
  text: ['line', 'lines', 'whole', 'decimal', 'secret', 'moment', 'time'],
};

export const FLAGS = {
  multiple: 1, selected: 2, required: 4, invalid: 8, hasExpanded: 16, expanded: 32, hasPressed: 64, pressed: 128,
  current: 256, ordered: 512, header: 1024, pinned: 2048, folded: 4096,
};

export const PAGE_FLAGS = { dark: 1, highContrast: 2, presenting: 4, drawing: 8, kiosk: 16, rightToLeft: 32 };

/** Words of one record. `u`: whole number, `f`: float, `s`: index of a string. Everything is in page coordinates, CSS px. */
export const FIELDS = /** @type {const} */ ([
  ['key', 'u'], ['parent', 'u'], ['kind', 'u'], ['flags', 'u'], ['level', 'u'], ['look', 'u'], ['landmark', 'u'],
  ['x', 'f'], ['y', 'f'], ['w', 'f'], ['h', 'f'],                                  // with everything in it
  ['fieldX', 'f'], ['fieldY', 'f'], ['fieldW', 'f'], ['fieldH', 'f'],              // what a pointer hits
  ['nameX', 'f'], ['nameY', 'f'], ['nameW', 'f'], ['nameH', 'f'], ['nameSize', 'f'], ['nameLine', 'f'], ['nameWeight', 'u'], ['nameShown', 's'],
  ['hintX', 'f'], ['hintY', 'f'], ['hintW', 'f'], ['hintH', 'f'], ['hintSize', 'f'], ['hintLine', 'f'], ['hintWeight', 'u'], ['hintShown', 's'],
  ['errorX', 'f'], ['errorY', 'f'], ['errorW', 'f'], ['errorH', 'f'], ['errorSize', 'f'], ['errorLine', 'f'], ['errorWeight', 'u'], ['errorShown', 's'],
  ['name', 's'], ['hint', 's'], ['error', 's'], ['value', 's'], ['min', 's'], ['max', 's'],
  ['target', 's'],                                                                 // "#/path", "https://…"; empty for a field
  ['language', 's'],                                                               // "de"; of name, hint and error where they differ: "en||en"
  ['image', 's'],                                                                  // "healing-section 3 channels=0.6": name, tone, levels
]);

/**
 * @typedef {object} Box  where words are painted
 * @property {number} x @property {number} y @property {number} w @property {number} h
 * @property {number} size @property {number} line @property {number} weight
 * @property {string} shown "text-soft right underline": the document shows them, see show() in dom.mjs; empty: they are painted
 *
 * @typedef {Box & {pinned: boolean, text: string}} Label
 *
 * @typedef {object} Node
 * @property {number} key @property {number} parent index in `nodes`, or NO_PARENT
 * @property {typeof KINDS[number]} kind @property {number} flags @property {number} level
 * @property {string} look @property {typeof LANDMARKS[number]} landmark
 * @property {number} x @property {number} y @property {number} w @property {number} h
 * @property {number} fieldX @property {number} fieldY @property {number} fieldW @property {number} fieldH
 * @property {number} nameX @property {number} nameY @property {number} nameW @property {number} nameH
 * @property {number} nameSize @property {number} nameLine @property {number} nameWeight @property {string} nameShown
 * @property {number} hintX @property {number} hintY @property {number} hintW @property {number} hintH
 * @property {number} hintSize @property {number} hintLine @property {number} hintWeight @property {string} hintShown
 * @property {number} errorX @property {number} errorY @property {number} errorW @property {number} errorH
 * @property {number} errorSize @property {number} errorLine @property {number} errorWeight @property {string} errorShown
 * @property {string} name @property {string} hint @property {string} error
 * @property {string} value @property {string} min @property {string} max
 * @property {string} target @property {string} language @property {string} image
 *
 * @typedef {object} Published
 * @property {number} height @property {number} flags @property {string} path @property {string} title
 * @property {string} language @property {number} heading
 * @property {number} idleMinutes until a kiosk clears everything; 0: it is none
 * @property {string} theme colours by use: "page #rrggbb;surface #rrggbb;…"
 * @property {Node[]} nodes
 * @property {Label[]} labels that no node has
 */

/**
 * @param {Uint8Array} bytes
 * @returns {Published}
 */
export function decode(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (/** @type {number} */ index) => view.getUint32(index * 4, true);
  if (bytes.byteLength < HEADER_WORDS * 4 || word(0) !== MAGIC || word(1) !== FIELDS.length) {
    throw new Error('mirror: not a page of this version');
  }
  const [records, strings] = [word(2), word(3)];
  const offsets = HEADER_WORDS + records * FIELDS.length;
  const text = readStrings(bytes, view, offsets * 4, strings);
  const nodes = [];
  for (let i = 0; i < records; i++) nodes.push(readNode(view, HEADER_WORDS + i * FIELDS.length, text));
  return {
    height: view.getFloat32(20, true), flags: word(6), path: text[word(7)], title: text[word(8)],
    language: text[word(9)], heading: word(10), theme: text[word(11)], idleMinutes: word(12), labels: readLabels(text[word(13)]), nodes,
  };
}

/** @param {Uint8Array} bytes @param {DataView} view @param {number} at @param {number} count */
function readStrings(bytes, view, at, count) {
  const decoder = new TextDecoder();
  const base = at + (count + 1) * 4;
  const text = [];
  for (let i = 0; i < count; i++) {
    const [from, until] = [view.getUint32(at + i * 4, true), view.getUint32(at + i * 4 + 4, true)];
    text.push(from === until ? '' : decoder.decode(bytes.subarray(base + from, base + until)));
  }
  return text;
}

/**
 * LABELS: each is "x y w size line weight pinned shown", \x1f, its words, \x1e; lengths in hundredths of a px.
 * @param {string} all @returns {Label[]}
 */
function readLabels(all) {
  return all.split('\x1e').filter(Boolean).map((one) => {
    const [place, text] = one.split('\x1f');
    const [x, y, w, size, line, weight, pinned, ...shown] = place.split(' ');
    const px = (/** @type {string} */ hundredths) => Number(hundredths) / 100;
    return { x: px(x), y: px(y), w: px(w), h: 0, size: px(size), line: px(line), weight: Number(weight), pinned: pinned === '1', shown: shown.join(' '), text };
  });
}

/** @param {DataView} view @param {number} at @param {string[]} text @returns {Node} */
function readNode(view, at, text) {
  /** @type {Record<string, any>} */
  const node = {};
  FIELDS.forEach(([name, type], i) => {
    const offset = (at + i) * 4;
    if (type === 'f') node[name] = view.getFloat32(offset, true);
    else node[name] = type === 's' ? text[view.getUint32(offset, true)] : view.getUint32(offset, true);
  });
  node.kind = KINDS[node.kind];
  node.landmark = LANDMARKS[node.landmark];
  node.look = LOOKS[/** @type {keyof typeof LOOKS} */ (node.kind)]?.[node.look] ?? '';
  return /** @type {Node} */ (node);
}

/** @param {{flags: number}} node @param {keyof typeof FLAGS} flag */
export const has = (node, flag) => (node.flags & FLAGS[flag]) !== 0;

/** The language of a text of a node; nothing when it is the page's. @param {Node} node @param {'name' | 'hint' | 'error'} text */
export function languageOf({ language }, text) {
  const own = language.includes('|') ? language.split('|')[['name', 'hint', 'error'].indexOf(text)] : language;
  return own || null;
}

/** Where a text of a node is painted. @param {Node} node @param {'name' | 'hint' | 'error'} text @returns {Box} */
export function boxOf(node, text) {
  return {
    x: node[`${text}X`], y: node[`${text}Y`], w: node[`${text}W`], h: node[`${text}H`],
    size: node[`${text}Size`], line: node[`${text}Line`], weight: node[`${text}Weight`], shown: node[`${text}Shown`],
  };
}
