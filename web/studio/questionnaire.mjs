// A questionnaire of the clinic's own: any FHIR R4 Questionnaire is chosen or pasted, checked by the program, seen in the preview,
// and put into the pack when somebody wants it there.
// @ts-check
import { changing, choicePart, group, h, textPart } from './fields.mjs';
import { lineAt, locate } from './locate.mjs';
import { fileName, mayTake, putIn, readForm, sized } from './looked.mjs';
import { linkIdAt, more, MOST_LINES, sentence } from './messages.mjs';
import { fromText, get, textAt } from './model.mjs';

/** @typedef {import('./model.mjs').Store} Store */
/** @typedef {import('./fields.mjs').Part} Part */
/** @typedef {import('./looked.mjs').Looked} Looked */

const AT = '/questionnaire';
const SOON = 300;                       // ms: the check waits until the person pauses
const MOST_MARKED = 80;                 // characters from a place on: all may stand in one line
const MOST_SHOWN = 512 << 10;           // characters: a text field with more would be slow

/** @param {Store} store @param {Looked} looked @param {(seen?: boolean) => void} preview shows it there; seen: and the preview itself, where it stands behind the form @returns {Part} */
export function questionnairePart(store, looked, preview) {
  const own = inPack(store, looked, preview);
  const box = lookPart(store, looked, preview);
  return { element: h('div', {}, own.element, box.element), update() {
    own.update();
    box.update();
  } };
}

/** What the pack has. @param {Store} store @param {Looked} looked @param {(seen?: boolean) => void} preview @returns {Part} */
function inPack(store, looked, preview) {
  const there = () => get(store.pack, AT);
  const said = h('p', {});
  const kind = () => (there() === undefined ? 'none' : get(store.pack, `${AT}/resource`) !== undefined ? 'resource' : 'url');
  const fields = changing(h('div', {}), kind, () => (kind() === 'none' ? [] : [
    ...(kind() === 'url' ? [textPart(store, { at: `${AT}/url`, label: 'Its address', most: 500, hint: 'A file beside the pack, such as “intake.json”, or an address with https://. Choose the file below to see it in the preview.' })] : []),
    choicePart(store, { at: `${AT}/place`, label: 'Where it stands', choices: () => [{ value: '', label: 'In the place of the consultation' }, { value: 'after', label: 'After the consultation, on the result' }],
      read: () => (textAt(store.pack, `${AT}/place`) === 'after' ? 'after' : ''), write: (value) => store.set(`${AT}/place`, value || undefined) }),
    { element: h('div', { class: 'row' },
      ...(kind() === 'resource' ? [h('button', { type: 'button', id: 'form-again', click() {
        if (!mayTake(looked)) return;
        looked.take('questionnaire.json', `${JSON.stringify(get(store.pack, `${AT}/resource`), null, 2)}\n`);
        preview(true);
      } }, 'Look at the one in the pack')] : []),
      h('button', { type: 'button', id: 'form-out', click() {
        store.set(AT, undefined);
        document.getElementById('form-file')?.focus();
      } }, 'Take it out of the pack')), update() {} },
  ]));
  return {
    element: group({ at: AT, label: 'In the pack' }, said, fields.element),
    update() {
      const title = textAt(store.pack, `${AT}/resource/title`);
      said.textContent = kind() === 'none' ? 'None yet.' : kind() === 'url' ? 'One that stands in a file of its own.' : `“${title || 'A questionnaire without a title'}”, all of it.`;
      fields.update();
    },
  };
}

/** One that is looked at. @param {Store} store @param {Looked} looked @param {(seen?: boolean) => void} preview @returns {Part} */
function lookPart(store, looked, preview) {
  const told = h('p', { class: 'hint', role: 'status', id: 'form-told' });
  const file = h('input', { type: 'file', id: 'form-file', accept: '.json,application/json,application/fhir+json', 'aria-describedby': 'form-told' });
  const text = h('textarea', { id: 'form-text', rows: '8', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', wrap: 'off', 'aria-describedby': 'form-told', placeholder: '{ "resourceType": "Questionnaire", … }' });
  const list = h('ul', { class: 'says', 'aria-label': 'What is wrong with the questionnaire' });
  const seen = h('button', { type: 'button', id: 'form-see', click: () => preview(true) }, 'See it in the preview');
  const put = h('button', { type: 'button', id: 'form-put', class: 'main', click() { told.textContent = putIn(store, looked); } }, 'Put it into the pack');
  const beside = h('button', { type: 'button', id: 'form-beside', click() {
    store.set(AT, { url: fileName(looked.name), ...(get(store.pack, `${AT}/place`) === 'after' && { place: 'after' }) });
    looked.written = false;
    told.textContent = `The pack names “${fileName(looked.name)}”. Put that file beside the pack.`;
  } }, 'Name it as a file beside the pack');
  const acts = h('div', { class: 'row' }, seen, put, beside);
  let timer = 0;

  file.addEventListener('change', async () => {
    const chosen = file.files?.[0];
    file.value = '';
    if (chosen) refuseOr(await readForm(chosen, looked), told, preview);
  });
  text.addEventListener('paste', (event) => {
    const length = event.clipboardData?.getData('text').length ?? 0;
    if (length <= MOST_SHOWN) return;
    event.preventDefault();
    told.textContent = `What you paste has ${sized(length)}. Up to ${sized(MOST_SHOWN)} can be pasted: choose it as a file instead. What stood here is still there.`;
  });
  text.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => looked.take(looked.name || 'questionnaire.json', text.value, true), SOON);
  });
  looked.listen(() => {
    const shown = looked.text.length <= MOST_SHOWN;
    if (text.value !== looked.text) text.value = shown ? looked.text : '';
    told.textContent = summary(looked, shown);
    const problems = looked.checked?.problems ?? [];
    const value = problems.length > 0 ? fromText(looked.text) ?? {} : {};
    list.replaceChildren(...problems.slice(0, MOST_LINES).map((problem) => line(looked.text, linkIdAt(value, problem.pointer), problem, shown ? text : null)), ...more(problems.length));
    acts.hidden = looked.checked === null;
    put.disabled = beside.disabled = !looked.checked?.used;
  });
  acts.hidden = true;
  return {
    element: h('div', { class: 'field group', role: 'group', 'aria-labelledby': 'form-look' },
      h('p', { class: 'label', id: 'form-look' }, 'Look at a questionnaire'),
      h('p', { class: 'hint' }, 'Any FHIR R4 Questionnaire. It is checked here and shown in the preview; the pack stays as it is until you put it in.'),
      h('div', { class: 'field' }, h('label', { for: 'form-file' }, 'A file'), file),
      h('div', { class: 'field' }, h('label', { for: 'form-text' }, 'Or its text (JSON)'), text),
      told, list, acts),
    update() {},
  };
}

/** @param {string} why @param {HTMLElement} told @param {(seen?: boolean) => void} preview */
function refuseOr(why, told, preview) {
  if (why) told.textContent = why;
  else preview();
}

/** @param {Looked} looked @param {boolean} shown whether its text stands in the field */
function summary({ name, text, checked }, shown) {
  if (!checked) return '';
  const many = (/** @type {number} */ number, /** @type {string} */ what) => `${number} ${what}${number === 1 ? '' : 's'}`;
  const count = (/** @type {string} */ severity) => checked.problems.filter((problem) => problem.severity === severity).length;
  const found = [count('error') > 0 && many(count('error'), 'error'), count('warning') > 0 && many(count('warning'), 'warning')].filter(Boolean).join(' and ');
  if (!checked.used) return 'It cannot be read. What is wrong stands below; your text stays as it is.';
  return `“${checked.title || name || 'Without a title'}”: ${many(checked.questions ?? 0, 'question')}, ${found || 'nothing to mend'}.${shown ? '' : ` With ${sized(text.length)} its text is too long to be shown here.`}`;
}

/** @param {string} all the questionnaire @param {string} linkId @param {import('./lint.mjs').Problem} problem @param {HTMLTextAreaElement | null} text where it can be mended */
function line(all, linkId, problem, text) {
  const said = `: ${sentence(problem)}`;
  if (!text) return h('li', { class: problem.severity }, linkId ? `“${linkId}”` : problem.pointer || 'The file', said);
  const written = /line (\d+), column (\d+)/.exec(problem.what);
  const at = written ? placeOf(all, Number(written[1]), Number(written[2])) : locate(all, problem.pointer);
  const where = h('a', { href: '#form-text', click(event) {
    event.preventDefault();
    goTo(text, at);
  } }, `Line ${lineAt(all, at)}${linkId && `, “${linkId}”`}`);
  return h('li', { class: problem.severity }, where, said);
}

/** @param {string} text @param {number} line @param {number} column */
function placeOf(text, line, column) {
  let from = 0;
  for (let number = 1; number < line; number += 1) from = text.indexOf('\n', from) + 1;
  return Math.min(from + column - 1, text.length);
}

/** @param {HTMLTextAreaElement} text @param {number} at */
function goTo(text, at) {
  const end = text.value.indexOf('\n', at);
  text.focus();
  text.setSelectionRange(at, Math.min(end < 0 ? text.value.length : end, at + MOST_MARKED));
  const lines = text.value.split('\n').length;
  text.scrollTop = (lineAt(text.value, at) / lines) * text.scrollHeight - text.clientHeight / 2;
}
