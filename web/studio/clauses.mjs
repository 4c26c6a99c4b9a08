// "Ask it only if": the clauses of one question, each with its question, its comparison and its answer, how they are joined, and
// the whole as a sentence. What they mean is in conditions.mjs.
// @ts-check
import { answerText, clauseAbout, clausesOf, comparisonOf, comparisons, NEW_CLAUSE, questionNamed, sentence, strangeAnswer, withAnswer, withClauses, withComparison } from './conditions.mjs';
import { choicePart, group, h, idAt, show, wrap } from './fields.mjs';
import { get, listAt, pointerOf } from './model.mjs';

/** @typedef {import('./model.mjs').Store} Store */
/** @typedef {import('./fields.mjs').Part} Part */
/** @typedef {import('./known.mjs').Known} Known */
/** @typedef {import('./known.mjs').Question} Question */

/** Own questions as conditions may name them. @param {any} item @returns {Question} */
const ownQuestion = (item) => ({
  own: true, linkId: String(item?.linkId ?? ''), title: String(item?.text ?? ''), type: String(item?.type ?? ''), repeats: item?.repeats === true,
  options: listAt(item, '/answerOption').map((option) => ({ code: String(option?.valueCoding?.code ?? ''), system: option?.valueCoding?.system, title: String(option?.valueCoding?.display ?? '') })),
});

/** All that a condition can ask about. @param {Store} store @param {Known} known @returns {Question[]} */
const everything = (store, known) => [...listAt(store.pack, '/questions').map(ownQuestion), ...known.questions];

/** Own questions that come before the one at `index`, ours, and the one that is named already. @param {Question[]} all @param {number} index @param {unknown} named */
function offered(all, index, named) {
  const chosen = questionNamed(all, named);
  const late = (/** @type {Question} */ question) => question.own && all.indexOf(question) >= index;
  return all.filter((question) => !late(question) || question === chosen)
    .map((question) => ({ value: question.linkId, label: `${question.title || question.linkId}${late(question) ? ' (comes later)' : ''}` }));
}

/** @param {Store} store @param {Known} known @param {number} index of the question @returns {Part} */
export function conditionPart(store, known, index) {
  const place = pointerOf('questions', index);
  const at = `${place}/enableWhen`;
  const now = () => clausesOf(get(store.pack, place));
  const any = () => get(store.pack, `${place}/enableBehavior`) === 'any';
  /** @param {import('./conditions.mjs').Clause[]} clauses @param {boolean} [joined] @param {string} [stroke] */
  const put = (clauses, joined = any(), stroke = at) => store.set(place, withClauses(get(store.pack, place), clauses, joined), stroke);

  const said = h('p', { class: 'sentence', id: `${idAt(at)}-sentence` });
  const joined = choicePart(store, {
    at: `${place}/enableBehavior`, label: 'How many must hold', choices: () => [{ value: 'all', label: 'All of them' }, { value: 'any', label: 'At least one of them' }],
    read: () => (any() ? 'any' : 'all'), write: (value) => put(now(), value === 'any'),
  });
  const clauses = now().map((_, number) => clausePart({ store, known, index, at: `${at}/${number}`, number,
    read: () => now()[number] ?? {}, write: (clause, stroke) => put(now().map((old, other) => (other === number ? clause : old)), any(), stroke),
    remove() {
      put(now().filter((_clause, other) => other !== number));
      document.getElementById(adder.id)?.focus();
    } }));
  const adder = h('button', { type: 'button', id: `${idAt(at)}-add`, click() {
    put([...now(), NEW_CLAUSE]);
    document.getElementById(idAt(`${at}/${now().length - 1}/question`))?.focus();
  } }, clauses.length > 0 ? 'Add another condition' : 'Add a condition');
  const element = group({ at, label: 'Ask it only if' }, said, ...(clauses.length > 1 ? [joined.element] : []), ...clauses.map((clause) => clause.element), adder);
  element.setAttribute('aria-describedby', `${said.id} ${element.getAttribute('aria-describedby')}`);
  return {
    element,
    update() {
      said.textContent = sentence(now(), any(), everything(store, known));
      joined.update();
      for (const clause of clauses) clause.update();
    },
  };
}

/**
 * @param {{store: Store, known: Known, index: number, at: string, number: number, read: () => import('./conditions.mjs').Clause,
 *   write: (clause: import('./conditions.mjs').Clause, stroke?: string) => void, remove: () => void}} clause
 * @returns {Part}
 */
function clausePart({ store, known, index, at, number, read, write, remove }) {
  const name = `Condition ${number + 1}`;
  const asked = () => questionNamed(everything(store, known), read().question);
  const which = choicePart(store, {
    at: `${at}/question`, label: `${name}: question`,
    choices: () => [{ value: '', label: 'Choose a question' }, ...offered(everything(store, known), index, read().question)],
    read: () => asked()?.linkId ?? String(read().question ?? ''),
    write(linkId) {
      const question = questionNamed(everything(store, known), linkId);
      write(question ? clauseAbout(question) : NEW_CLAUSE);
    },
  });
  const question = asked();
  const how = choicePart(store, {
    at: `${at}/operator`, label: `${name}: comparison`, choices: () => (question ? comparisons(question) : []),
    read: () => comparisonOf(read()), write: (value) => write(withComparison(read(), question, value)),
  });
  const what = question && read().operator !== 'exists' ? answerPart({ store, at: `${at}/answer`, label: `${name}: answer`, question, asked, read, write }) : null;
  shortLabel(which.element, name, 'Question');
  shortLabel(how.element, name, 'Comparison');
  if (what) shortLabel(what.element, name, 'Answer');
  const out = h('button', { type: 'button', id: `${idAt(at)}-out`, 'aria-label': `Take out: ${name.toLowerCase()} of question ${index + 1}`, click: remove }, 'Take out');
  const element = group({ at, label: name }, h('div', { class: 'clause' }, which.element, ...(question ? [how.element] : []), ...(what ? [what.element] : [])), out);
  return {
    element,
    update() {
      which.update();
      how.update();
      what?.update();
    },
  };
}

/** Who listens hears which condition a control belongs to; who looks sees it above. @param {HTMLElement} element @param {string} name @param {string} label */
const shortLabel = (element, name, label) => element.querySelector('label')?.replaceChildren(h('span', { class: 'said' }, `${name}: `), label);

/**
 * The control that fits the type of the question.
 * @param {{store: Store, at: string, label: string, question: Question, asked: () => Question | undefined, read: () => import('./conditions.mjs').Clause,
 *   write: (clause: import('./conditions.mjs').Clause, stroke?: string) => void}} answer
 * @returns {Part}
 */
function answerPart({ store, at, label, question, asked, read, write }) {
  const put = (/** @type {string} */ text) => write(withAnswer(read(), question, text), at);
  const text = () => answerText(read(), question);
  const strange = h('p', { class: 'hint' });
  const tell = () => {
    const found = strangeAnswer(read(), question);
    strange.hidden = found === '';
    strange.textContent = found && `The file has ${found}, which this question is never answered with.`;
  };
  if (question.type === 'boolean' || question.type === 'choice') {
    const choices = () => (question.type === 'boolean' ? [{ value: 'true', label: 'Yes' }, { value: 'false', label: 'No' }]
      : (asked() ?? question).options.map(({ code, title }) => ({ value: code, label: title || code })));
    const part = choicePart(store, { at, label, choices: () => (text() === '' ? [{ value: '', label: 'Choose an answer' }, ...choices()] : choices()), read: text, write: put });
    part.element.append(strange);
    return { element: part.element, update() {
      part.update();
      tell();
    } };
  }
  const type = question.type === 'date' ? 'date' : question.type === 'integer' || question.type === 'decimal' ? 'number' : 'text';
  const control = h('input', { type, autocomplete: 'off', ...(type === 'number' && { step: question.type === 'integer' ? '1' : 'any' }), input: () => put(control.value) });
  return { element: wrap({ at, label }, control, strange), update() {
    const same = type === 'number' && control.value !== '' && Number(control.value) === Number(text() || NaN);
    if (!same && !(document.activeElement === control && type !== 'text')) show(control, text());
    tell();
  } };
}
