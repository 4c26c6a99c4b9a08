// The forms: one fieldset for each subject of table.mjs, in a part that can be folded.
// @ts-check
import { areaPart, changing, h, linesPart, textPart, tickPart } from './fields.mjs';
import { get, idFrom, pointerOf, textAt } from './model.mjs';
import { colourPart, figurePart, languagesPart, logoPart, pricePart, saidPart } from './parts.mjs';
import { questionsPart } from './questions.mjs';
import { subjects } from './table.mjs';

/** @typedef {import('./model.mjs').Store} Store */
/** @typedef {import('./fields.mjs').Part} Part */
/** @typedef {import('./known.mjs').Known} Known */
/** @typedef {import('./table.mjs').Row} Row */

/** @param {Part[]} parts @returns {Part} */
const together = (parts) => ({ element: h('div', {}, ...parts.map((part) => part.element)), update: () => parts.forEach((part) => part.update()) });

/** Of each kind of row but one, which needs more than the pack. @type {Record<Exclude<Row['kind'], 'questionnaire'>, (store: Store, known: Known, row: Row) => Part>} */
const kinds = {
  text: (store, _known, row) => textPart(store, row),
  area: (store, _known, row) => areaPart(store, row),
  lines: (store, _known, row) => linesPart(store, row),
  tick: (store, _known, row) => tickPart(store, row),
  logo: (store, _known, row) => logoPart(store, row),
  colour: (store, _known, row) => colourPart(store, row),
  languages: (store, known, row) => languagesPart(store, known, row),
  said: (store, known, row) => saidPart(store, known, row),
  paragraphs: (store, known, row) => saidPart(store, known, { ...row, paragraphs: true }),
  price: (store, _known, row) => pricePart(store, row),
  figure: (store, known, row) => figurePart(store, { ...row, figure: row.at === '/interval' ? known.interval : known.sessions }),
  steps: (store, known, row) => together(known.steps.map(({ id, title, figure }) => figurePart(store, { at: row.at + pointerOf(id), label: title, figure }))),
  waits: (store, known, row) => together(known.waits.map(({ id, title, figure }) => figurePart(store, { at: row.at + pointerOf(id), label: title, figure, units: ['day', 'week'] }))),
  topics: (store, known, row) => together(known.topics.map(({ id, title }) => tickPart(store, { at: row.at + pointerOf(id), label: title, on: undefined, off: false, isOn: (value) => value !== false }))),
  questions: (store, known) => questionsPart(store, known),
  kiosk: (store, _known, row) => kioskPart(store, row),
};

/** @param {Store} store @param {Row} row @returns {Part} */
function kioskPart(store, row) {
  const isOn = () => typeof get(store.pack, row.at) === 'object' && get(store.pack, row.at) !== null;
  const on = tickPart(store, { ...row, on: { pin: '', idle_minutes: 3 }, isOn });
  const more = changing(h('div', {}), () => String(isOn()), () => (!isOn() ? [] : [
    textPart(store, { at: `${row.at}/pin`, label: 'PIN for staff', most: 8,
      hint: '4 to 8 figures. It keeps the curious away and nobody else: this file stands where anyone can read it. Lock the tablet to one page too.' }),
    minutesPart(store, { at: `${row.at}/idle_minutes`, label: 'Minutes without a touch', hint: 'From 1 to 10. A warning comes half a minute before.' }),
  ]));
  return together([on, more]);
}

/** @param {Store} store @param {import('./fields.mjs').Field} field @returns {Part} */
function minutesPart(store, field) {
  const part = textPart(store, { ...field, type: 'number' });
  const control = /** @type {HTMLInputElement} */ (part.element.querySelector('input'));
  control.min = '1';
  control.max = '10';
  control.addEventListener('input', () => {
    if (control.value !== '') store.set(field.at, Number(control.value));
  });
  return { element: part.element, update() {
    const now = get(store.pack, field.at);
    if (document.activeElement !== control) control.value = typeof now === 'number' ? String(now) : '';
  } };
}

/** @param {HTMLElement} place @param {Store} store @param {Known} known @param {Part} questionnaire @returns {Part} */
export function makeForms(place, store, known, questionnaire) {
  /** @type {Part[]} */
  const parts = [];
  let headed = '';
  for (const subject of subjects) {
    if (subject.part !== headed) place.append(h('h3', { id: `part-${subject.id}`, tabindex: '-1' }, headed = subject.part));
    const rows = subject.rows.map((row) => (row.kind === 'questionnaire' ? questionnaire : kinds[row.kind](store, known, row)));
    parts.push(...rows);
    place.append(h('details', { class: 'subject', id: `subject-${subject.id}`, 'data-place': subject.rows.map((row) => `/${row.at.split('/')[1]}`).join(' '), ...(subject.id === 'clinic' && { open: true }) },
      h('summary', {}, h('span', { class: 'title' }, subject.title), h('span', { class: 'count' })),
      h('fieldset', {}, h('legend', { class: 'said' }, subject.title), h('p', { class: 'about' }, subject.about), ...rows.map((row) => row.element))));
  }
  const name = document.getElementById('at_47_name');
  name?.addEventListener('change', () => {
    const id = idFrom(textAt(store.pack, '/name'));
    if (get(store.pack, '/id') === undefined && id) store.set('/id', id);
  });
  return {
    element: place,
    update() {
      for (const fieldset of place.querySelectorAll('fieldset')) fieldset.disabled = store.state.faulty;
      for (const part of parts) part.update();
    },
  };
}
