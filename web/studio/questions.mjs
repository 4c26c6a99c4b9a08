// The questions a clinic adds: cards that can be added, moved and taken out. What patients read is asked for in every language
// of the pack; ids and codes are made from the words of the main language and can be seen, for whoever reads the answers.
// @ts-check
import { conditionPart } from './clauses.mjs';
import { clausesOf, recoded, renamed } from './conditions.mjs';
import { afterPress, areaPart, changing, choicePart, group, h, textPart, tickPart } from './fields.mjs';
import { get, idFrom, listAt, pointerOf, set, textAt } from './model.mjs';
import { languagesOf, nameOf } from './parts.mjs';

/** @typedef {import('./model.mjs').Store} Store */
/** @typedef {import('./fields.mjs').Part} Part */
/** @typedef {import('./known.mjs').Known} Known */

const AT = '/questions';
const MOST = 10;
const TYPES = [
  ['choice', 'One of several answers'], ['boolean', 'Yes or no'], ['string', 'A short text'], ['text', 'A longer text'],
  ['integer', 'A whole number'], ['decimal', 'A number'], ['date', 'A date'],
].map(([value, label]) => ({ value, label }));

/** What FHIR's own translations say, where a file has them: {"_text": {"extension": [{"extension": [lang, content]}]}}. @param {any} sibling @param {string} language */
function translated(sibling, language) {
  for (const one of listAt(sibling, '/extension')) {
    const parts = Object.fromEntries(listAt(one, '/extension').map((part) => [part?.url, part]));
    if (parts.lang?.valueCode === language) return String(parts.content?.valueString ?? parts.content?.valueMarkdown ?? '');
  }
  return '';
}

/** The same name with a number when it is taken. @param {string} wanted @param {string[]} taken */
function free(wanted, taken) {
  let name = wanted;
  for (let number = 2; taken.includes(name); number += 1) name = `${wanted}-${number}`;
  return name;
}

/** @param {Store} store @param {Known} known @returns {Part} */
export function questionsPart(store, known) {
  const list = () => listAt(store.pack, AT);
  const add = h('button', { type: 'button', id: 'add-question', click() {
    const linkId = free('question', list().map((item) => item?.linkId));
    store.set(AT, [...list(), { linkId, type: 'boolean', text: '', required: false }]);
    document.getElementById(`at_47_questions_47_${list().length - 1}_47_text`)?.focus();
  } }, 'Add a question');
  const shape = () => JSON.stringify([languagesOf(store, known), list().map((item) => [item?.type, listAt(item, '/answerOption').map((option) => option?.valueCoding?.code), item?.repeats, clausesOf(item).map(({ question, operator }) => [question, operator === 'exists'])])]);
  const cards = changing(h('div', { class: 'cards' }), shape, () => list().map((_, index) => card(store, known, index)));
  return {
    element: h('div', {}, cards.element, add),
    update() {
      cards.update();
      add.disabled = list().length >= MOST;
    },
  };
}

/** @param {Store} store @param {Known} known @param {number} index @returns {Part} */
function card(store, known, index) {
  const at = pointerOf('questions', index);
  const item = get(store.pack, at);
  const [main, ...others] = languagesOf(store, known);
  const parts = [
    textPart(store, { at: `${at}/text`, label: others.length > 0 ? `Question (${nameOf(known, main)})` : 'Question', most: 300, language: main }),
    ...others.map((code) => areaPart(store, { at: `${at}/words/${code}/text`, label: `Question (${nameOf(known, code)})`, rows: 1, language: code, shown: () => translated(get(store.pack, `${at}/_text`), code) })),
    choicePart(store, { at: `${at}/type`, label: 'Kind of answer', choices: () => TYPES, write: (type) => store.set(at, ofType(get(store.pack, at), type), `${at}/type`) }),
    ...(item?.type === 'choice' || item?.answerOption ? [optionsPart(store, known, at)] : []),
    ...[main, ...others].map((code) => areaPart(store, { at: `${at}/words/${code}/hint`, label: others.length > 0 ? `Hint below it (${nameOf(known, code)})` : 'Hint below it', rows: 1, language: code })),
    tickPart(store, { at: `${at}/required`, label: 'Patients must answer it', off: false }),
    ...(item?.type === 'choice' ? [tickPart(store, { at: `${at}/repeats`, label: 'Patients may choose several answers' })] : []),
    conditionPart(store, known, index),
    idPart(store, index),
  ];
  const text = /** @type {HTMLInputElement} */ (parts[0].element.querySelector('input'));
  text.addEventListener('change', () => afterPress(() => nameIt(store)));
  const title = h('h4', {}, '');
  const tools = h('div', { class: 'row' },
    tool('Up', () => move(store, index, index - 1), index === 0), tool('Down', () => move(store, index, index + 1), index === listAt(store.pack, AT).length - 1),
    tool('Take out', () => {
      store.set(at, undefined);
      document.getElementById('add-question')?.focus();
    }));
  /** @param {string} label @param {() => void} click @param {boolean} [disabled] */
  function tool(label, click, disabled = false) {
    return h('button', { type: 'button', id: `${label.replace(' ', '-')}-${index}`, 'aria-label': `${label}: question ${index + 1}`, disabled, click }, label);
  }
  return {
    element: h('div', { class: 'card', 'data-pointer': at, 'data-label': `Question ${index + 1}`, id: `card-${index}`, tabindex: '-1' }, h('div', { class: 'row apart' }, title, tools), h('ul', { class: 'says', id: `card-${index}-says` }), ...parts.map((part) => part.element)),
    update() {
      title.textContent = `${index + 1}. ${textAt(store.pack, `${at}/text`) || 'A new question'}`;
      for (const part of parts) part.update();
    },
  };
}

/** Conditions about the question follow its id when it has been written. @param {Store} store @param {number} index @returns {Part} */
function idPart(store, index) {
  const part = textPart(store, { at: pointerOf('questions', index, 'linkId'), label: 'Id', hint: 'It names the answer in what you receive. It must not change once answers have come in.', most: 40 });
  const control = /** @type {HTMLInputElement} */ (part.element.querySelector('input'));
  let before = '';
  control.addEventListener('focus', () => { before = control.value; });
  control.addEventListener('change', () => {
    const now = control.value;
    const was = before;
    before = now;
    if (was && now) afterPress(() => {
      if (!listAt(store.pack, AT).some((item) => item?.linkId === was)) store.set(AT, renamed(listAt(store.pack, AT), was, now), 'id');
    });
  });
  return part;
}

/** A choice needs two answers to choose from: they wait to be written. @param {any} item @param {string} type */
function ofType(item, type) {
  const answers = type === 'choice' && listAt(item, '/answerOption').length === 0 ? ['answer', 'answer-2'] : [];
  return { ...item, type, ...(answers.length > 0 && { answerOption: answers.map((code) => ({ valueCoding: { code, display: '' } })) }) };
}

/** @param {Store} store @param {number} from @param {number} to */
function move(store, from, to) {
  const list = [...listAt(store.pack, AT)];
  list.splice(to, 0, ...list.splice(from, 1));
  store.set(AT, list, 'move');
  document.getElementById(`card-${to}`)?.focus();
}

/** Conditions about it go along. @param {any[]} items @param {number} index @param {string} linkId */
const rename = (items, index, linkId) => renamed(items, items[index]?.linkId, linkId).map((item, other) => (other === index ? { ...item, linkId } : item));

/** Questions that have only the id they were born with get one from their words. @param {Store} store */
function nameIt(store) {
  for (const [index, item] of listAt(store.pack, AT).entries()) {
    const taken = listAt(store.pack, AT).map((other) => other?.linkId);
    const name = idFrom(textAt(item, '/text'), 30);
    if (/^question(-\d+)?$/.test(item?.linkId) && name) store.set(AT, rename(listAt(store.pack, AT), index, free(name, taken)), 'name');
  }
}

/** @param {Store} store @param {Known} known @param {string} at of the question @returns {Part} */
function optionsPart(store, known, at) {
  const [main, ...others] = languagesOf(store, known);
  const list = () => listAt(store.pack, `${at}/answerOption`);
  const rows = list().flatMap((option, index) => {
    const place = `${at}/answerOption/${index}`;
    const code = textAt(option, '/valueCoding/code');
    const own = textPart(store, { at: `${place}/valueCoding/display`, label: others.length > 0 ? `Answer ${index + 1} (${nameOf(known, main)})` : `Answer ${index + 1}`, most: 300, language: main });
    own.element.querySelector('input')?.addEventListener('change', () => afterPress(() => codeIt(store, at)));
    const more = others.map((language) => textPart(store, { at: `${at}/words/${language}/options${pointerOf(code)}`, label: `Answer ${index + 1} (${nameOf(known, language)})`, most: 300, language }));
    const remove = h('button', { type: 'button', id: `${own.element.querySelector('input')?.id}-out`, 'aria-label': `Take out: answer ${index + 1}`, click: () => store.set(place, undefined) }, 'Take out');
    own.element.append(remove);
    return [own, ...more];
  });
  const add = h('button', { type: 'button', id: `add${at.replaceAll('/', '-')}`, click() {
    store.set(`${at}/answerOption`, [...list(), { valueCoding: { code: free('answer', list().map((option) => option?.valueCoding?.code)), display: '' } }]);
    /** @type {HTMLInputElement | null} */ (document.querySelector(`[data-pointer="${at}/answerOption/${list().length - 1}/valueCoding/display"] input`))?.focus();
  } }, 'Add an answer');
  return {
    element: group({ at: `${at}/answerOption`, label: 'Answers to choose from' }, ...rows.map((row) => row.element), add),
    update() { for (const row of rows) row.update(); },
  };
}

/** The same for answers and their codes. @param {Store} store @param {string} at */
function codeIt(store, at) {
  for (const [index, option] of listAt(store.pack, `${at}/answerOption`).entries()) {
    const taken = listAt(store.pack, `${at}/answerOption`).map((other) => other?.valueCoding?.code);
    const name = idFrom(textAt(option, '/valueCoding/display'), 30);
    if (!/^answer(-\d+)?$/.test(option?.valueCoding?.code) || !name) continue;
    const code = free(name, taken);
    const items = recoded(listAt(store.pack, AT), get(store.pack, `${at}/linkId`), option.valueCoding.code, code);
    store.set(AT, listAt(set({ questions: items }, `${at}/answerOption/${index}/valueCoding/code`, code), AT), 'code');
  }
}
