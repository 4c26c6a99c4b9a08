// What the person does, from the native elements to the program: activations as (key, value), and where pointer and focus
// are, so that the painted page can show it. Of keys only Enter on an answer is taken, wheel and touch are left alone.
// @ts-check
import { withZone } from './clock.mjs';
import { onClick } from './dom.mjs';
import { Gestures } from './gestures.mjs';
import { listenForTaps } from './taps.mjs';

/**
 * @typedef {import('./mirror.mjs').Mirror} Mirror
 * @typedef {import('./engine.mjs').Engine} Engine
 */

/**
 * @param {HTMLElement} host @param {Mirror} mirror @param {Engine} engine @param {() => void} changed
 */
export function listen(host, mirror, engine, changed) {
  let waits = false;  // the program has been told something and has shown nothing since
  mirror.whenUpdated = () => { waits = false; };
  new Gestures(() => (waits ? '' : `${mirror.published?.path} ${host.querySelectorAll('dialog[open]').length}`)).listen(host);
  listenForActivations(host, mirror, (key, value) => {
    waits = true;
    engine.event(key, value);
    changed();
  });
  listenForEnter(host, mirror);
  const state = { hovered: 0, pressed: 0, focused: 0, visible: false };
  listenForPresence(host, mirror, (part) => {
    if (Object.entries(part).every(([name, value]) => state[/** @type {keyof typeof state} */ (name)] === value)) return;
    Object.assign(state, part);
    engine.interact(state.hovered, state.pressed, state.focused, state.visible);
    changed();
  });
}

const onSharedTablet = () => document.documentElement.dataset.kiosk !== undefined;

/** @param {HTMLElement} host @param {Mirror} mirror @param {(key: number, value: string) => void} activate */
function listenForActivations(host, mirror, activate) {
  const tapped = listenForTaps(host);
  host.addEventListener('change', (event) => {
    const entry = mirror.entryAt(event.target);
    if (entry && event.target instanceof HTMLSelectElement) {
      activate(entry.node.key, event.target.value);
      entry.node = { ...entry.node, value: '' };  // whatever the program makes of it is put into the list with the next page
    }
    if (entry?.node.kind === 'text') return;
    if (!entry || !(event.target instanceof HTMLInputElement)) return;
    if (event.target.type === 'range') return;
    if (event.target.type === 'date') activate(entry.node.key, event.target.value);
    else activate(entry.node.key, !event.target.checked ? '0' : tapped(event.target) ? 'tap' : '1');
  });
  host.addEventListener('input', (event) => {  // a slider answers while it is moved, words as they are typed
    const entry = mirror.entryAt(event.target);
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    const value = field.type === 'datetime-local' ? withZone(field.value) : field.value;
    if (entry?.node.kind === 'slider' || entry?.node.kind === 'text') activate(entry.node.key, value);
  });
  onClick((event) => {
    const region = event.target instanceof HTMLElement && event.target.dataset.answer;
    if (region) return document.getElementById(region)?.click();  // the focus stays: else the map would slide away from under the finger
    const entry = mirror.entryAt(event.target);
    if (entry?.node.kind === 'button') {
      if (inForm(mirror)) tellUnfinished(host, mirror, activate);
      activate(entry.node.key, '');
    }
    // A link to a page is followed by the browser: the address changes, and history.mjs hears of it.
    if (entry?.node.kind !== 'link' || (entry.view.root.dataset.field === undefined && !onSharedTablet())) return;
    event.preventDefault();  // a link to a field moves the focus, not the address; a shared tablet has no history and no tabs
    if (entry.node.look === 'skip') return focusMain(mirror);
    activate(entry.node.key, '');
  });
  // The least of a slider's values can be the answer: chosen where it stands already, which is no change to the browser.
  for (const end of ['pointerup', 'keyup']) host.addEventListener(end, (event) => {
    const { target: field, key = 'Home' } = /** @type {KeyboardEvent} */ (event);
    const entry = mirror.entryAt(field);
    if (entry?.node.kind === 'slider' && inForm(mirror) && field instanceof HTMLInputElement && field.value === '0' && /^(Ar|Ho|Page| )/.test(key)) activate(entry.node.key, '0');
  });
  host.addEventListener('cancel', (event) => {  // Escape in a dialog
    const entry = mirror.entryAt(event.target);
    if (!entry) return;
    event.preventDefault();
    activate(entry.node.key, '');
  }, true);
  host.addEventListener('submit', (event) => {
    event.preventDefault();  // Enter in a date field sends nothing anywhere
    const form = event.target instanceof HTMLFormElement && event.target.querySelector('[type="password"]') ? event.target : null;
    /** @type {HTMLElement | null | undefined} */ (form?.querySelector('.button[data-look="primary"]'))?.click();
  });
}

/** @param {Mirror} mirror */
const inForm = (mirror) => mirror.published?.path.startsWith('form/');

/**
 * A day or a time of which only a part was typed is empty to the browser, and nobody hears of it: it is said before a button is pressed.
 * @param {HTMLElement} host @param {Mirror} mirror @param {(key: number, value: string) => void} activate
 */
function tellUnfinished(host, mirror, activate) {
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (host.querySelectorAll('main :is([type^="date"], [type="time"])'))) {
    const entry = mirror.entryAt(field);
    if (entry && !field.value) activate(entry.node.key, field.validity.badInput ? '?' : '');
  }
}

/**
 * Enter on an answer that is given goes on, as in every form; where one field has a button of its own, it presses that.
 * @param {HTMLElement} host @param {Mirror} mirror
 */
function listenForEnter(host, mirror) {
  host.addEventListener('keydown', (event) => {
    const field = event.target;
    if (event.key !== 'Enter' || event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (!(field instanceof HTMLInputElement)) return;
    const path = mirror.published?.path ?? '';
    const own = field.type === 'text' && ['open', 'result/questions'].includes(path);
    if (!own && !/^(questions|form)\//.test(path)) return;
    const given = field.type === 'radio' || field.type === 'checkbox' ? field.checked : ['date', 'text'].includes(field.type) && field.value !== '';
    if (!given) return;
    event.preventDefault();
    if (own) field.dataset.handed = field.value;  // so that the field knows what was taken from it
    const buttons = /** @type {HTMLElement[]} */ ([...host.querySelectorAll(own ? 'main .button' : '.button[data-look="primary"]')]);
    buttons.find((button) => !own || field.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING)?.click();
  });
}

/**
 * @param {HTMLElement} host @param {Mirror} mirror
 * @param {(part: {hovered?: number, pressed?: number, focused?: number, visible?: boolean}) => void} tell
 */
function listenForPresence(host, mirror, tell) {
  const keyAt = (/** @type {EventTarget | null} */ target) => {
    const entry = mirror.entryAt(target);
    return entry?.view.control && entry.node.w > 0 ? entry.node.key : 0;  // what is not painted has no ring
  };
  host.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'touch') tell({ hovered: keyAt(event.target) });
  });
  host.addEventListener('pointerleave', () => tell({ hovered: 0, pressed: 0 }));
  host.addEventListener('pointerdown', (event) => tell({ pressed: keyAt(event.target) }));
  for (const end of ['pointerup', 'pointercancel']) host.addEventListener(end, () => tell({ pressed: 0 }));
  host.addEventListener('focusin', (event) => tell({ focused: keyAt(event.target), visible: ringed(event.target) }));
  host.addEventListener('focusout', () => tell({ focused: 0, visible: false }));
  // The first key after a click makes the ring visible without moving the focus.
  host.addEventListener('keyup', (event) => tell({ visible: ringed(event.target) }));
}

/** @param {EventTarget | null} target */
const ringed = (target) => target instanceof Element && target.matches(':focus-visible');

/**
 * Moves the focus to a node: an answer for a question, the control itself, or the section. Into a dialog that has just opened it moves
 * with the dialog: whoever listens hears what is asked before what can be answered.
 * @param {Mirror} mirror @param {number} key
 */
export function focusNode(mirror, key) {
  const entry = mirror.entry(key);
  if (!entry) return;
  const answer = entry.node.kind === 'choice' ? chosen(entry.view.root) : null;
  const target = answer ?? entry.view.control ?? entry.view.heading ?? entry.view.root;
  const dialog = target.closest('dialog');
  if (dialog && (document.activeElement === dialog || !dialog.contains(document.activeElement))) return dialog.focus();
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}

/** @param {HTMLElement} choice @returns {HTMLElement | null} */
const chosen = (choice) => choice.querySelector('input:checked') ?? choice.querySelector('input');

/** Past the banner. @param {Mirror} mirror */
function focusMain(mirror) {
  focusHeading(mirror);
  document.activeElement?.scrollIntoView({ block: 'nearest' });
}

/** @param {Mirror} mirror */
export function focusHeading(mirror) {
  const key = mirror.published?.heading ?? 0;
  mirror.entry(key)?.view.heading?.focus({ preventScroll: true });
}

