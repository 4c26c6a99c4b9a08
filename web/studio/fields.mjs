// The controls of the forms: native HTML, made once, each with its label, its hint and a place for what the linter says.
// Every control stands for a place in the pack and follows it.
// @ts-check
import { get, textAt } from './model.mjs';

/** @typedef {import('./model.mjs').Store} Store */
/** @typedef {{element: HTMLElement, update: () => void}} Part */
/** @typedef {{at: string, label: string, hint?: string, most?: number, language?: string}} Field */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, string | boolean | ((event: any) => void)>} [settings] attributes, or listeners by the name of the event
 * @param {...(Node | string)} inside
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, settings = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...inside);
  return element;
}

/** An id for what stands for a place in the pack: the same after the forms have been made anew. @param {string} at */
export const idAt = (at) => `at${at.replace(/[^\w-]/g, (sign) => `_${sign.charCodeAt(0)}_`)}`;

/** @param {string} id */
const saysOf = (id) => h('ul', { class: 'says', id: `${id}-says` });

/**
 * A label, a hint, the control and what the linter says of the place.
 * @param {Field} field @param {HTMLElement} control @param {...(Node | string)} more
 */
export function wrap({ at, label, hint }, control, ...more) {
  const id = control.id = idAt(at);
  const about = h('p', { class: 'hint', id: `${id}-hint` }, hint ?? '');
  about.hidden = !hint;
  control.setAttribute('aria-describedby', `${hint ? `${id}-hint ` : ''}${id}-says`);
  return h('div', { class: 'field', 'data-pointer': at, 'data-label': label }, h('label', { for: id }, label), about, control, ...more, saysOf(id));
}

/** Several controls for one place. @param {Field} field @param {...(Node | string)} inside */
export function group({ at, label, hint }, ...inside) {
  const id = idAt(at);
  const about = h('p', { class: 'hint', id: `${id}-hint` }, hint ?? '');
  about.hidden = !hint;
  return h('div', { class: 'field group', role: 'group', id, tabindex: '-1', 'aria-labelledby': `${id}-label`, 'aria-describedby': `${id}-hint ${id}-says`, 'data-pointer': at, 'data-label': label },
    h('p', { class: 'label', id: `${id}-label` }, label), about, ...inside, saysOf(id));
}

/** A value that is shown, unless the person is just writing it. @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control @param {string} value */
export function show(control, value) {
  if (control.value !== value) control.value = value;
}

/** @param {Store} store @param {Field & {type?: string}} field @returns {Part} */
export function textPart(store, field) {
  const { at, type = 'text', most, language } = field;
  const control = h('input', { type, autocomplete: 'off', spellcheck: type === 'text' ? 'true' : 'false', ...(most && { maxlength: String(most) }), ...(language && { lang: language }),
    input: () => store.set(at, control.value === '' ? undefined : control.value) });
  return { element: wrap(field, control), update: () => show(control, textAt(store.pack, at)) };
}

/** @param {Store} store @param {Field & {rows?: number, shown?: () => string}} field shown: what is there when the field is empty @returns {Part} */
export function areaPart(store, field) {
  const { at, rows = 2, language, shown } = field;
  const control = h('textarea', { rows: String(rows), ...(language && { lang: language, dir: 'auto' }),
    input: () => store.set(at, control.value === '' ? undefined : control.value) });
  return {
    element: wrap(field, control),
    update() {
      show(control, textAt(store.pack, at));
      if (shown) control.placeholder = shown();
    },
  };
}

/** A list of texts: one a line, or with an empty line between paragraphs. @param {Store} store @param {Field & {rows?: number, between?: string}} field @returns {Part} */
export function linesPart(store, field) {
  const { at, rows = 3, between = '\n', language } = field;
  const read = (/** @type {string} */ text) => text.split(between === '\n' ? /\n/ : /\n\s*\n/).map((line) => line.trim()).filter(Boolean);
  const control = h('textarea', { rows: String(rows), spellcheck: between === '\n' ? 'false' : 'true', ...(language && { lang: language, dir: 'auto' }), input() {
    const lines = read(control.value);
    store.set(at, lines.length > 0 ? lines : undefined);
  } });
  return {
    element: wrap(field, control),
    update() {
      const list = get(store.pack, at);
      const lines = Array.isArray(list) ? list.filter((line) => typeof line === 'string') : [];
      if (read(control.value).join(between) !== lines.join(between)) control.value = lines.join(between);
    },
  };
}

/**
 * @param {Store} store
 * @param {Field & {choices: () => {value: string, label: string}[], read?: () => string, write?: (value: string) => void}} field
 *   read, write: when it is not simply the text at the place
 * @returns {Part}
 */
export function choicePart(store, field) {
  const { at, choices, read = () => textAt(store.pack, at), write = (value) => store.set(at, value || undefined) } = field;
  const control = h('select', { input: () => write(control.value) });
  return { element: wrap(field, control), update: () => offer(control, choices(), read()) };
}

/** The choices of a list, and the one that is chosen even when nobody offers it. @param {HTMLSelectElement} control @param {{value: string, label: string}[]} choices @param {string} value */
export function offer(control, choices, value) {
  const all = choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: value }];
  const made = JSON.stringify(all);
  if (control.dataset.made !== made) {
    control.replaceChildren(...all.map((choice) => h('option', { value: choice.value }, choice.label)));
    control.dataset.made = made;
  }
  show(control, value);
}

/** @param {Store} store @param {Field & {on?: any, off?: any, isOn?: (value: any) => boolean}} field what is written when on and when off @returns {Part} */
export function tickPart(store, { at, label, hint, on = true, off = undefined, isOn = (value) => value === on }) {
  const id = idAt(at);
  const control = h('input', { type: 'checkbox', id, 'aria-describedby': `${hint ? `${id}-hint ` : ''}${id}-says`, input: () => store.set(at, control.checked ? on : off) });
  const about = h('p', { class: 'hint', id: `${id}-hint` }, hint ?? '');
  about.hidden = !hint;
  return {
    element: h('div', { class: 'field tick', 'data-pointer': at, 'data-label': label }, h('label', { for: id }, control, h('span', {}, label)), about, saysOf(id)),
    update() { control.checked = isOn(get(store.pack, at)); },
  };
}

/** Parts that are made anew when `keyOf` says something else; the focus stays where it was. @param {HTMLElement} element @param {() => string} keyOf @param {() => Part[]} build @returns {Part} */
export function changing(element, keyOf, build) {
  let key = '';
  /** @type {Part[]} */
  let parts = [];
  return {
    element,
    update() {
      if (key !== keyOf() || element.childElementCount === 0) {
        key = keyOf();
        const focused = element.contains(document.activeElement) ? document.activeElement?.id : '';
        parts = build();
        element.replaceChildren(...parts.map((part) => part.element));
        if (focused) document.getElementById(focused)?.focus();
      }
      for (const part of parts) part.update();
    },
  };
}

let pressed = false;
for (const name of ['pointerdown', 'pointerup', 'pointercancel']) window.addEventListener(name, () => { pressed = name === 'pointerdown'; }, true);

/** Runs when a press that has begun is over: what makes parts anew must not take a button away from under it. @param {() => void} run */
export function afterPress(run) {
  if (pressed) window.addEventListener('pointerup', () => setTimeout(run, 0), { once: true });
  else setTimeout(run, 0);
}
