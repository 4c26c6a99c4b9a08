// Controls for what is more than one line of text: the logo, the colour, the languages, words in every language, and figures
// with their unit and their source.
// @ts-check
import { areaPart, changing, group, h, idAt, linesPart, offer, show, textPart, wrap } from './fields.mjs';
import { sayFigure } from './known.mjs';
import { get, listAt, pointerOf, textAt } from './model.mjs';

/** @typedef {import('./model.mjs').Store} Store */
/** @typedef {import('./fields.mjs').Part} Part */
/** @typedef {import('./fields.mjs').Field} Field */
/** @typedef {import('./known.mjs').Known} Known */

const MOST_LOGO = 20 << 10;  // bytes, as the linter has it

/** Languages of the pack: those it names, else all there are. @param {Store} store @param {Known} known */
export function languagesOf(store, known) {
  const named = listAt(store.pack, '/languages').filter((code) => typeof code === 'string');
  return named.length > 0 ? named : known.languages.map(({ code }) => code);
}

/** @param {Known} known @param {string} code */
export const nameOf = (known, code) => known.languages.find((language) => language.code === code)?.name ?? code;

/** @param {Store} store @param {Field} field @returns {Part} */
export function logoPart(store, field) {
  const { at } = field;
  const said = h('p', { class: 'hint', role: 'status' });
  const picture = h('img', { alt: 'The logo as it is now', class: 'logo' });
  const input = h('input', { type: 'file', accept: '.svg,image/svg+xml', async change() {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    if (file.size > MOST_LOGO) return void (said.textContent = `“${file.name}” has ${Math.ceil(file.size / 1024)} kB. A logo may have 20.`);
    said.textContent = '';
    store.set(at, plainSvg(await file.text()));
  } });
  const remove = h('button', { type: 'button', click: () => store.set(at, undefined) }, 'Take the logo out');
  return {
    element: wrap(field, input, picture, remove, said),
    update() {
      const svg = textAt(store.pack, at);
      picture.hidden = remove.hidden = svg === '';
      const address = svg && `data:image/svg+xml,${encodeURIComponent(svg)}`;
      if (picture.getAttribute('src') !== address) picture.setAttribute('src', address || 'data:,');
    },
  };
}

/** Without what programs write before and into a drawing that nobody sees. @param {string} text */
const plainSvg = (text) => text.replace(/^\uFEFF/, '').replace(/<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^>]*>/gi, '').trim();

/** @param {Store} store @param {Field} field @returns {Part} */
export function colourPart(store, field) {
  const { at } = field;
  const text = h('input', { type: 'text', spellcheck: 'false', autocomplete: 'off', maxlength: '7', placeholder: '#0f5f57', input: () => store.set(at, text.value.trim() || undefined) });
  const well = h('input', { type: 'color', 'aria-label': `${field.label}: choose from a palette`, input: () => store.set(at, well.value) });
  const element = wrap(field, text);
  const row = h('div', { class: 'row' });
  text.replaceWith(row);
  row.append(text, well);
  return {
    element,
    update() {
      const value = textAt(store.pack, at);
      show(text, value);
      if (/^#[0-9a-f]{6}$/i.test(value)) well.value = value.toLowerCase();
      else if (value === '') well.value = '#0f5f57';
    },
  };
}

/** Which there are, and which is the main one. @param {Store} store @param {Known} known @param {Field} field @returns {Part} */
export function languagesPart(store, known, field) {
  const { at } = field;
  const chosen = () => listAt(store.pack, at);
  const ticks = known.languages.map(({ code, name }) => {
    const control = h('input', { type: 'checkbox', id: idAt(`${at}-${code}`), input() {
      const rest = chosen().filter((other) => other !== code);
      const next = control.checked ? [...rest, code] : rest;
      store.set(at, next.length > 0 ? next : undefined);
    } });
    return { code, control, element: h('label', { class: 'choice' }, control, h('span', { lang: code }, name)) };
  });
  const main = h('select', { id: idAt(`${at}-main`), input: () => store.set(at, [main.value, ...chosen().filter((code) => code !== main.value)]) });
  const mainRow = h('div', { class: 'row' }, h('label', { for: main.id }, 'Main language'), main);
  return {
    element: group(field, h('div', { class: 'choices' }, ...ticks.map((tick) => tick.element)), mainRow),
    update() {
      const now = chosen();
      for (const { code, control } of ticks) control.checked = now.includes(code);
      mainRow.hidden = now.length < 2;
      if (now.length > 0) offer(main, now.map((code) => ({ value: code, label: nameOf(known, code) })), now[0]);
    },
  };
}

/**
 * A field for each language of the pack. `at` has "{}" where the language stands.
 * @param {Store} store @param {Known} known @param {Field & {rows?: number, paragraphs?: boolean}} field @returns {Part}
 */
export function saidPart(store, known, field) {
  const { at, label, hint, rows, paragraphs } = field;
  const there = () => {
    const parent = get(store.pack, at.slice(0, at.indexOf('/{}'))) ?? {};
    return [...new Set([...languagesOf(store, known), ...Object.keys(typeof parent === 'object' ? parent : {})])];
  };
  return changing(h('div', { class: 'said-in' }), () => there().join(), () => there().map((code, index) => {
    const one = { at: at.replace('{}', pointerOf(code).slice(1)), label: there().length > 1 ? `${label} (${nameOf(known, code)})` : label, hint: index === 0 ? hint : '', language: code, rows };
    return paragraphs ? linesPart(store, { ...one, between: '\n\n' }) : areaPart(store, one);
  }));
}

/** @param {string} text */
const figureIn = (text) => (text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text));

/** Two boxes for a figure or a range: one figure is "value", two are "low" and "high". @param {Store} store @param {string} at @param {string} label @param {Record<string, any>} fresh what a new one has besides */
function rangeBoxes(store, at, label, fresh) {
  const write = () => {
    const before = get(store.pack, at);
    const { value: _, low: _low, high: _high, ...rest } = typeof before === 'object' && before ? before : fresh;
    const [low, high] = [figureIn(from.value), figureIn(to.value)];
    const figures = low === undefined && high === undefined ? {} : low === undefined || high === undefined || low === high ? { value: low ?? high } : { low, high };
    const next = { ...figures, ...rest };
    const empty = Object.keys(next).every((name) => name in fresh || next[name] === '');
    store.set(at, empty ? undefined : next);
  };
  const box = (/** @type {string} */ name, /** @type {string} */ says) => h('input', { type: 'number', min: '0', step: 'any', id: idAt(`${at}/${name}`), 'aria-label': `${label}, ${says}`, input: write });
  const [from, to] = [box('low', 'from'), box('high', 'to')];
  return {
    row: [from, h('span', { 'aria-hidden': 'true' }, 'to'), to],
    update() {
      const now = get(store.pack, at);
      const [low, high] = [now?.value ?? now?.low, now?.value === undefined ? now?.high : undefined];
      for (const [control, value] of /** @type {const} */ ([[from, low], [to, high]])) {
        if (figureIn(control.value) !== value && document.activeElement !== control) control.value = typeof value === 'number' ? String(value) : '';
      }
    },
  };
}

/** @param {Store} store @param {Field & {figure: import('./known.mjs').Figure, units?: string[]}} field @returns {Part} */
export function figurePart(store, { at, label, hint, figure, units = [figure.unit] }) {
  const boxes = rangeBoxes(store, at, label, { unit: figure.unit });
  const unit = h('select', { id: idAt(`${at}/unit`), 'aria-label': `${label}, unit`, input: () => { if (get(store.pack, at)) store.set(`${at}/unit`, unit.value); } });
  const fixed = h('span', {}, `${figure.unit}s`);
  const note = textPart(store, { at: `${at}/note`, label: 'Where it comes from', most: 300 });
  note.element.removeAttribute('data-pointer');  // what the linter says stands once, below
  note.element.querySelector('.says')?.remove();
  const control = /** @type {HTMLInputElement} */ (note.element.querySelector('input'));
  control.setAttribute('aria-label', `${label}: where it comes from`);
  control.removeAttribute('aria-describedby');
  return {
    element: group({ at, label, hint: `${hint ?? ''}Without one of your own: ${sayFigure(figure)}.` }, h('div', { class: 'row' }, ...boxes.row, units.length > 1 ? unit : fixed), note.element),
    update() {
      const now = get(store.pack, at);
      boxes.update();
      offer(unit, units.map((each) => ({ value: each, label: `${each}s` })), textAt(now, '/unit') || figure.unit);
      note.element.hidden = now === undefined;
      note.update();
    },
  };
}

/** @param {Store} store @param {Field} field @returns {Part} */
export function pricePart(store, { at, label, hint }) {
  const boxes = rangeBoxes(store, at, label, { currency: 'GBP' });
  const currency = h('input', { type: 'text', class: 'short', maxlength: '3', id: idAt(`${at}/currency`), autocomplete: 'off', spellcheck: 'false', input: () => store.set(`${at}/currency`, currency.value.toUpperCase() || undefined) });
  return {
    element: group({ at, label, hint }, h('div', { class: 'row' }, ...boxes.row), h('div', { class: 'row' }, h('label', { for: currency.id }, 'Currency'), currency)),
    update() {
      boxes.update();
      show(currency, textAt(store.pack, `${at}/currency`));
    },
  };
}
