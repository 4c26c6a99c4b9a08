// The linter: the compiled program, which here paints nothing and shows no page. What it says of a pack is what
// `needlewise check` says of it.
// @ts-check
import { Engine } from '../engine.mjs';
import { allWordsOf, joinSecond, languages, loadAll, moreContent } from '../load.mjs';

/** @typedef {{severity: 'error' | 'warning' | 'note', pointer: string, what: string, hint: string}} Problem */
/** @typedef {{used: boolean, problems: Problem[]}} Checked  used: patients would meet the pack, and not the content without it */

/** @typedef {Checked & {title?: string, questions?: number}} CheckedForm  used: it can be filled in */

/** @returns {Promise<{check: (text: string) => Checked, checkForm: (text: string) => CheckedForm, files: Map<string, Uint8Array>}>} */
export async function startLinter() {
  const canvas = document.createElement('canvas');
  canvas.id = 'canvas';
  canvas.hidden = true;
  canvas.getContext = () => null;  // without one the program can do everything but paint
  document.body.append(canvas);
  let said = '';
  const nothing = () => {};
  const host = {
    publish: nothing, showPath: nothing, focus: nothing, announce: nothing, requestWords: nothing, setText: () => [0, 0, 1],
    /** @param {string} what @param {string} _name @param {string} text */
    request(what, _name, text) { if (what === 'checked') said = text; },
  };
  const { module, exports, files } = await loadAll(canvas, host, 'en');
  await joinSecond(exports);
  files.set('more-content.json', await moreContent());
  files.set('text.json', await allWordsOf('en', files.get('text.json')));
  const engine = new Engine(module, host);
  engine.open();
  for (const [name, bytes] of files) engine.load(name, bytes);
  engine.load('languages', new TextEncoder().encode(Object.keys(languages()).join(' ')));
  engine.start('en', '');
  /** @param {string} what @param {string} text */
  const ask = (what, text) => {
    said = '';
    engine.tell(what, text);
    return JSON.parse(said);
  };
  return {
    files,
    check(text) {
      const { used, problems } = ask('check-pack', text);
      return { used, problems: problems.map(placed) };
    },
    checkForm: (text) => ask('check-form', text),
  };
}

/** The linter says of what is missing where it is missing from; here it is the field itself, and nobody writes "answerCoding". @param {Problem} problem @returns {Problem} */
function placed(problem) {
  if (problem.what === 'there is no question ""') return { ...problem, what: 'no question is chosen', hint: '' };
  const [, missing, any] = /^"([\w$]+)(…?)" is missing$/.exec(problem.what) ?? [];
  return missing ? { ...problem, pointer: `${problem.pointer}/${missing}`, what: 'this is missing', hint: any ? '' : problem.hint } : problem;
}
