// What the linter says, at the field it is about, in a list with links, and as a count that is read out. What is only not filled in
// yet is no error before somebody has been there, or wants to have or share the pack.
// @ts-check
import { afterPress, h } from './fields.mjs';
import { get, pointerOf, stepsOf } from './model.mjs';

/** @typedef {import('./lint.mjs').Problem} Problem */

export const MOST_LINES = 100;  // of a list
const ELSEWHERE = 'json';  // id of the text of the pack: what has no field is mended there

/** @param {number} number @param {string} name */
const many = (number, name) => (number === 1 ? `1 ${name}` : `${number} ${name}s`);

/** @param {Problem[]} problems @param {number} [waiting] how many things are not filled in yet */
function countOf(problems, waiting = 0) {
  const counts = /** @type {const} */ (['error', 'warning', 'note']).map((severity) => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return number > 0 ? many(number, severity) : '';
  });
  return [...counts, waiting > 0 ? `${waiting} to fill in` : ''].filter(Boolean).join(', ') || 'Nothing to mend';
}

/** The worst of them. @param {Problem[]} problems @returns {Problem['severity'] | undefined} */
const worst = (problems) => /** @type {const} */ (['error', 'warning', 'note']).find((severity) => problems.some((problem) => problem.severity === severity));

/** @param {Problem} problem */
const isError = ({ severity }) => severity === 'error';

/** "not a telephone number (figures …)" as sentences. @param {Pick<Problem, 'what' | 'hint'>} problem */
export function sentence({ what, hint }) {
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

/** In a questionnaire of the clinic's: which of its items, by its linkId. @param {any} pack @param {string} pointer */
function itemIn(pack, pointer) {
  const inside = pointer.startsWith('/questionnaire/resource/') ? linkIdAt(pack, pointer) : '';
  return inside && `“${inside}”: `;
}

/** The linkId of the item a place is in. @param {any} value @param {string} pointer */
export function linkIdAt(value, pointer) {
  const steps = stepsOf(pointer);
  for (let length = steps.length; length > 0; length -= 1) {
    const linkId = get(value, pointerOf(...steps.slice(0, length), 'linkId'));
    if (typeof linkId === 'string') return linkId;
  }
  return '';
}

/** A list may be as long as a questionnaire. @param {number} all */
export const more = (all) => (all > MOST_LINES ? [h('li', { class: 'note' }, `${all - MOST_LINES} more are not shown: mend these first.`)] : []);

/** The control of a field that takes the focus. @param {HTMLElement} field */
const controlOf = (field) => /** @type {HTMLElement} */ (field.matches('[tabindex]') ? field : field.querySelector('input, select, textarea') ?? field);

export class Messages {
  /**
   * @param {HTMLElement} forms @param {{summary: HTMLElement, list: HTMLElement, count: HTMLElement, anyway: HTMLButtonElement}} places
   * @param {import('./model.mjs').Store} store @param {() => Problem[]} look asks the linter now @param {() => void} shown
   */
  constructor(forms, { summary, list, count, anyway }, store, look, shown) {
    this.forms = forms;
    this.summary = summary;
    this.list = list;
    this.count = count;
    this.anyway = anyway;
    this.store = store;
    this.look = look;
    this.shown = shown;
    this.title = document.title;
    /** @type {Problem[]} */
    this.problems = [];
    /** Places somebody has been at. @type {Set<string>} */
    this.visited = new Set();
    this.errors = false;  // that are told
    this.asked = false;   // somebody wanted to have or share the pack
    this.act = () => {};
    forms.addEventListener('focusout', (event) => this.left(event));
    anyway.addEventListener('click', () => this.act());
  }

  /** Another pack. */
  begin() {
    this.visited.clear();
    this.asked = false;
    this.anyway.hidden = true;
  }

  /** All of it is told: somebody has made this pack, or wants it now. What is added later waits again. @param {Problem[]} problems */
  tell(problems) {
    for (const { pointer } of problems) this.visited.add(pointer);
    this.show(problems);
  }

  /** Does what is done with a pack that is whole; with any other there is a button to do it all the same. @param {string} label @param {() => void} act @returns {boolean} whether it is whole */
  whole(label, act) {
    this.asked = true;
    this.act = act;
    this.tell(this.look());
    this.anyway.hidden = !this.errors;
    this.anyway.textContent = label;
    if (!this.errors) act();
    return !this.errors;
  }

  /** Leads to the errors. */
  face() {
    this.summary.focus();
    this.summary.scrollIntoView({ block: 'start' });
  }

  /** @param {FocusEvent} event */
  left({ target, relatedTarget }) {
    if (!(target instanceof HTMLElement) || !target.isConnected || target === document.activeElement) return;  // the window was left, not the field
    const pointer = /** @type {HTMLElement | null} */ (target.closest('[data-pointer]'))?.dataset.pointer;
    if (pointer) this.visited.add(pointer);
    // Some things can stand in one field or another: they are looked at when the subject has been left.
    const subject = target.closest('details');
    const fields = this.fields();
    for (const problem of this.problems) {
      const field = fieldFor(fields, problem.pointer);
      if (field && subject?.contains(field) && !(relatedTarget instanceof Node && subject.contains(relatedTarget))) this.visited.add(problem.pointer);
    }
    afterPress(() => this.show(this.problems));  // what is pressed must not move away
  }

  fields() { return /** @type {HTMLElement[]} */ ([...this.forms.querySelectorAll('[data-pointer]')]); }

  /** Whether it is only not there yet, and nobody has passed by. @param {Problem} problem @param {HTMLElement | undefined} field */
  waits({ pointer }, field) {
    const value = get(this.store.pack, pointer);
    return field !== undefined && (value === undefined || value === '') && !this.visited.has(pointer);
  }

  /** @param {Problem[]} problems */
  show(problems) {
    this.problems = problems;
    const fields = this.fields();
    /** @type {Map<HTMLElement, Problem[]>} */
    const byField = new Map();
    /** @type {Map<HTMLElement, Problem[]>} */
    const waiting = new Map();
    const lines = problems.flatMap((problem) => {
      const field = fieldFor(fields, problem.pointer);
      const where = this.waits(problem, field) ? waiting : byField;
      if (field) where.set(field, [...where.get(field) ?? [], problem]);
      return where === waiting ? [] : [{ problem, field }];
    });
    const place = (/** @type {HTMLElement | undefined} */ field) => (field ? fields.indexOf(field) : -1);
    lines.sort((a, b) => place(a.field) - place(b.field));  // as they stand on the page
    const told = lines.map(({ problem }) => problem);
    this.list.replaceChildren(...lines.slice(0, MOST_LINES).map(({ problem, field }) => this.line(problem, field)), ...more(lines.length));
    this.summary.hidden = lines.length === 0;
    this.errors = told.some(isError);
    if (!this.errors) this.anyway.hidden = true;
    for (const field of fields) this.at(field, byField.get(field) ?? []);
    this.counts(byField, waiting);
    this.write(this.count, told, problems.length - told.length);
    document.title = this.asked && this.errors ? `Error: ${this.title}` : this.title;
    this.shown();
  }

  /** @param {HTMLElement} count @param {Problem[]} told @param {number} waiting */
  write(count, told, waiting) {
    const said = countOf(told, waiting);
    if (count.textContent !== said) count.textContent = said;
    count.dataset.state = worst(told) ?? (waiting > 0 ? 'note' : 'good');
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
    return h('li', { class: problem.severity }, h('a', { href: `#${target?.id || ELSEWHERE}`, click: follow }, name), `: ${itemIn(this.store.pack, problem.pointer)}${sentence(problem)}`);
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
      says.replaceChildren(...problems.slice(0, MOST_LINES).map((problem) => h('li', { class: problem.severity }, itemIn(this.store.pack, problem.pointer), sentence(problem), ...this.mend(problem))), ...more(problems.length));
    }
    const control = controlOf(field);
    if (control.matches('input, select, textarea')) control.setAttribute('aria-invalid', String(problems.some(isError)));
  }

  /** The linter names a colour that would do. @param {Problem} problem @returns {(Node | string)[]} */
  mend({ pointer, hint }) {
    const colour = pointer === '/colours/accent' ? /#[0-9a-f]{6}/.exec(hint)?.[0] : undefined;
    return colour ? [' ', h('button', { type: 'button', click: () => this.store.set(pointer, colour, 'mend') }, `Use ${colour}`)] : [];
  }

  /** @param {Map<HTMLElement, Problem[]>} byField @param {Map<HTMLElement, Problem[]>} waiting */
  counts(byField, waiting) {
    for (const subject of this.forms.querySelectorAll('#forms > details')) {
      const inside = (/** @type {Map<HTMLElement, Problem[]>} */ of) => [...of].filter(([field]) => subject.contains(field)).flatMap(([, problems]) => problems);
      const [told, quiet] = [inside(byField), inside(waiting).length];
      const count = /** @type {HTMLElement} */ (subject.querySelector('.count'));
      if (told.length + quiet > 0) this.write(count, told, quiet);
      else count.textContent = '';
    }
  }
}
