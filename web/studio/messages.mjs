// What the linter says, at the field it is about, in a list with links, and as a count that is read out.
// @ts-check
import { h } from './fields.mjs';

/** @typedef {import('./lint.mjs').Problem} Problem */

const ELSEWHERE = 'json';  // id of the text of the pack: what has no field is mended there

/** @param {number} number @param {string} name */
const many = (number, name) => (number === 1 ? `1 ${name}` : `${number} ${name}s`);

/** @param {Problem[]} problems */
export function countOf(problems) {
  const counts = /** @type {const} */ (['error', 'warning', 'note']).map((severity) => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return number > 0 ? many(number, severity) : '';
  });
  return counts.filter(Boolean).join(', ') || 'Nothing to mend';
}

/** The worst of them. @param {Problem[]} problems @returns {Problem['severity'] | undefined} */
const worst = (problems) => /** @type {const} */ (['error', 'warning', 'note']).find((severity) => problems.some((problem) => problem.severity === severity));

/** "not a telephone number (figures …)" as sentences. @param {Problem} problem */
function sentence({ what, hint }) {
  const upper = (/** @type {string} */ text) => text.charAt(0).toUpperCase() + text.slice(1);
  return [what, hint].filter(Boolean).map((text) => `${upper(text)}${/[.?!]$/.test(text) ? '' : '.'}`).join(' ');
}

/**
 * The field a problem is about: the very place, else the first within it, else the nearest around it.
 * @param {HTMLElement[]} fields @param {string} pointer
 */
function fieldFor(fields, pointer) {
  if (pointer === '') return undefined;
  const at = (/** @type {HTMLElement} */ field) => field.dataset.pointer ?? '';
  const exact = fields.find((field) => at(field) === pointer) ?? fields.find((field) => at(field).startsWith(`${pointer}/`));
  const around = fields.filter((field) => pointer.startsWith(`${at(field)}/`)).sort((a, b) => at(b).length - at(a).length)[0];
  return exact ?? around;
}

/** The control of a field that takes the focus. @param {HTMLElement} field */
const controlOf = (field) => /** @type {HTMLElement} */ (field.matches('[tabindex]') ? field : field.querySelector('input, select, textarea') ?? field);

export class Messages {
  /** @param {HTMLElement} forms @param {HTMLElement} list @param {HTMLElement} count @param {import('./model.mjs').Store} store */
  constructor(forms, list, count, store) {
    this.forms = forms;
    this.list = list;
    this.count = count;
    this.store = store;
  }

  /** @param {Problem[]} problems */
  show(problems) {
    const fields = /** @type {HTMLElement[]} */ ([...this.forms.querySelectorAll('[data-pointer]')]);
    /** @type {Map<HTMLElement, Problem[]>} */
    const byField = new Map();
    this.list.replaceChildren(...problems.map((problem) => {
      const field = fieldFor(fields, problem.pointer);
      if (field) byField.set(field, [...byField.get(field) ?? [], problem]);
      return this.line(problem, field);
    }));
    /** @type {HTMLElement} */ (this.list.closest('details')).hidden = problems.length === 0;
    for (const field of fields) this.at(field, byField.get(field) ?? []);
    this.counts(byField);
    const said = countOf(problems);
    if (this.count.textContent !== said) this.count.textContent = said;
    this.count.dataset.state = worst(problems) ?? 'good';
  }

  /** @param {Problem} problem @param {HTMLElement | undefined} field */
  line(problem, field) {
    const target = field ? controlOf(field) : null;
    const card = /** @type {HTMLElement | null | undefined} */ (field?.closest('.card'));
    const name = field ? [...new Set([card?.dataset.label, field.dataset.label])].filter(Boolean).join(', ') : problem.pointer || 'The file';
    const follow = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.goTo(target);
    };
    return h('li', { class: problem.severity }, h('a', { href: `#${target?.id || ELSEWHERE}`, click: follow }, name), `: ${sentence(problem)}`);
  }

  /** Unfolds what the field is in. @param {HTMLElement | null} target */
  goTo(target) {
    const wanted = target ?? /** @type {HTMLElement} */ (document.getElementById(ELSEWHERE));
    for (let fold = wanted.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
    wanted.focus();
    wanted.scrollIntoView({ block: 'center' });
  }

  /** @param {HTMLElement} field @param {Problem[]} problems */
  at(field, problems) {
    const says = field.querySelector(':scope > .says');
    if (!says) return;
    const text = problems.map((problem) => problem.severity + sentence(problem)).join('\n');
    if (says.getAttribute('data-text') !== text) {
      says.setAttribute('data-text', text);
      says.replaceChildren(...problems.map((problem) => h('li', { class: problem.severity }, sentence(problem), ...this.mend(problem))));
    }
    const control = controlOf(field);
    if (control.matches('input, select, textarea')) control.setAttribute('aria-invalid', String(problems.some(({ severity }) => severity === 'error')));
  }

  /** The linter names a colour that would do. @param {Problem} problem @returns {(Node | string)[]} */
  mend({ pointer, hint }) {
    const colour = pointer === '/colours/accent' ? /#[0-9a-f]{6}/.exec(hint)?.[0] : undefined;
    return colour ? [' ', h('button', { type: 'button', click: () => this.store.set(pointer, colour, 'mend') }, `Use ${colour}`)] : [];
  }

  /** @param {Map<HTMLElement, Problem[]>} byField */
  counts(byField) {
    for (const subject of this.forms.querySelectorAll('#forms > details')) {
      const inside = [...byField].filter(([field]) => subject.contains(field)).flatMap(([, problems]) => problems);
      const count = /** @type {HTMLElement} */ (subject.querySelector('.count'));
      count.textContent = inside.length > 0 ? countOf(inside) : '';
      count.dataset.state = worst(inside) ?? 'good';
    }
  }
}
