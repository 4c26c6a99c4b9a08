// The pack that is being made: a value that never changes, functions that make the next one, and a history of them. Places
// in it are JSON pointers, the same that the linter uses.
// @ts-check

/** @typedef {Record<string, any>} Pack */

const FORMAT = { $schema: 'pack.schema.json', needlewise: 'pack', format: 1 };
const ORDER = ['$schema', 'needlewise', 'format', 'extends', 'id', 'name', 'logo', 'colours', 'languages', 'country', 'contact', 'booking', 'price',
  'visit_minutes', 'interval', 'sessions', 'waits', 'topics', 'questions', 'questionnaire', 'legal', 'words', 'reviewed', 'review_by', 'allowed_origins', 'send', 'kiosk'];
const MOST_STEPS = 200;
const ONE_STROKE = 1500;  // ms: typing in one field without a pause is undone as one

/** @param {string} pointer @returns {string[]} */
export const stepsOf = (pointer) => pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** @param {...(string | number)} steps */
export const pointerOf = (...steps) => steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const isNode = (/** @type {any} */ value) => typeof value === 'object' && value !== null;
const own = (/** @type {any} */ value, /** @type {string} */ step) => (isNode(value) && Object.hasOwn(value, step) ? value[step] : undefined);

/** @param {any} value @param {string} pointer @returns {any} undefined when there is nothing */
export const get = (value, pointer) => stepsOf(pointer).reduce(own, value);

/** A number, true, null or an object where text should stand is no text. @param {any} value @param {string} pointer @returns {string} */
export function textAt(value, pointer) {
  const found = get(value, pointer);
  return typeof found === 'string' ? found : '';
}

/** @param {any} value @param {string} pointer @returns {any[]} */
export function listAt(value, pointer) {
  const found = get(value, pointer);
  return Array.isArray(found) ? found : [];
}

/** Another value with that at the place; undefined takes it out, and parts that are empty without it. @param {any} value @param {string} pointer @param {any} to */
export const set = (value, pointer, to) => put(value, stepsOf(pointer), to) ?? {};

/** @param {any} value @param {string[]} steps @param {any} to @returns {any} */
function put(value, [step, ...rest], to) {
  if (step === undefined) return to;
  const before = own(value, step);
  const after = put(before, rest, to);
  if (Array.isArray(value)) {
    const list = [...value];
    if (after === undefined) list.splice(Number(step), 1);
    else list[Number(step)] = after;
    return list.length > 0 ? list : undefined;
  }
  const fields = isNode(value) ? { ...value } : {};
  if (after === undefined) delete fields[step];
  else Object.defineProperty(fields, step, { value: after, enumerable: true, configurable: true, writable: true });  // "__proto__" too
  return Object.keys(fields).length > 0 ? fields : undefined;
}

/** As a file: known fields first, in the order of the documentation, then whatever else there is. @param {Pack} pack */
export function toText(pack) {
  const rest = Object.keys(pack).filter((name) => !ORDER.includes(name));
  const names = [...ORDER.filter((name) => Object.hasOwn(pack, name)), ...rest];
  return `${JSON.stringify(Object.fromEntries(names.map((name) => [name, pack[name]])), null, 2)}\n`;
}

/** @param {string} text @returns {Pack | null} nothing when it is not JSON, or no object */
export function fromText(text) {
  try {
    const value = JSON.parse(text);
    return isNode(value) && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** @param {Date} day */
const iso = (day) => `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;

/** A pack that says nothing yet. @param {Date} [now] */
export function emptyPack(now = new Date()) {
  const next = new Date(now.getFullYear() + 1, now.getMonth(), now.getDate());
  return toText({ ...FORMAT, languages: ['en'], reviewed: iso(now), review_by: iso(next) });
}

/** "Example Skin Clinic" as an id: "example-skin-clinic". @param {string} name @param {number} [most] */
export function idFrom(name, most = 40) {
  return name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, most).replace(/^-|-$/g, '');
}

/** @typedef {{text: string, pack: Pack, faulty: boolean}} State  faulty: the text is not a pack; `pack` is the last that was */

export class Store {
  /** @param {string} text */
  constructor(text) {
    /** @type {State} */
    this.state = { text, pack: fromText(text) ?? {}, faulty: fromText(text) === null };
    /** @type {State[]} */
    this.before = [];
    /** @type {State[]} */
    this.after = [];
    this.kept = text;  // what has been opened or downloaded
    this.stroke = { place: '', at: 0 };
    /** @type {((state: State) => void)[]} */
    this.listeners = [];
  }

  get pack() { return this.state.pack; }
  get changed() { return this.state.text !== this.kept; }

  /** @param {(state: State) => void} listener */
  listen(listener) { this.listeners.push(listener); }

  /** @param {string} pointer @param {any} value undefined: take it out @param {string} [place] where typing goes on, else the pointer */
  set(pointer, value, place = pointer) {
    const pack = set(this.pack, pointer, value);
    const text = toText(pack);
    if (text !== this.state.text) this.become({ text, pack, faulty: false }, place);
  }

  /** Text somebody wrote. @param {string} text @param {string} [place] */
  write(text, place = '') {
    const pack = fromText(text);
    if (text !== this.state.text) this.become({ text, pack: pack ?? this.pack, faulty: pack === null }, place);
  }

  /** Another file: nothing of it is unsaved. @param {string} text */
  open(text) {
    this.kept = text;
    const pack = fromText(text);
    this.become({ text, pack: pack ?? {}, faulty: pack === null }, '');
  }

  saved() { this.kept = this.state.text; }

  /** @param {State} state @param {string} place */
  become(state, place) {
    const now = Date.now();
    const goesOn = place !== '' && place === this.stroke.place && now - this.stroke.at < ONE_STROKE;
    if (!goesOn) this.before.push(this.state);
    if (this.before.length > MOST_STEPS) this.before.shift();
    this.after = [];
    this.stroke = { place, at: now };
    this.show(state);
  }

  undo() { this.step(this.before, this.after); }
  redo() { this.step(this.after, this.before); }

  /** @param {State[]} from @param {State[]} to */
  step(from, to) {
    const state = from.pop();
    if (!state) return;
    to.push(this.state);
    this.stroke = { place: '', at: 0 };
    this.show(state);
  }

  /** @param {State} state */
  show(state) {
    this.state = state;
    for (const listener of this.listeners) listener(state);
  }
}
