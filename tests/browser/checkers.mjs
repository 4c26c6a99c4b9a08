// Two more engines beside axe, made by other people after other readings of WCAG: IBM's checker and HTML_CodeSniffer. What they find
// is a fault, unless a reason stands here.
import { createRequire } from 'node:module';
import { withAxe } from './axe.mjs';

const { resolve } = createRequire(import.meta.url);
const scripts = [resolve('accessibility-checker-engine/ace-window.js'), resolve('html_codesniffer/build/HTMLCS.js')];

/** To be given to openPage as `before`: axe and both of them. @param {import('playwright-core').Page} fresh */
export async function withCheckers(fresh) {
  await withAxe(fresh);
  for (const path of scripts) await fresh.addInitScript({ path });
}

/**
 * What they say that is no fault, by rule; HTML_CodeSniffer's by the end of its code.
 * @type {Record<string, {why: string, where?: RegExp, skin?: string}>} `where` in the markup it is said of, `skin` where it holds in one only
 */
const SAID = {
  // Asked of a person, whatever the page is like: what is meant is held by tests of our own.
  style_highcontrast_visible: { why: 'forced colours show the plain skin: plain.test.mjs' },
  style_color_misuse: { why: 'every colour stands beside words: tree.test.mjs has them' },
  style_viewport_resizable: { why: 'text at 200 % and zoom at 400 %: zoom.test.mjs' },
  style_focus_visible: { why: 'a ring is seen round every kind of control: complete.test.mjs' },
  element_tabbable_unobscured: { why: 'the focus is never under the bar: complete.test.mjs' },
  target_spacing_sufficient: { why: 'an answer under the bar at the bottom, until the page is scrolled', where: /^<input / },
  text_sensory_misuse: { why: '"right after", "small", "above" are about time, skin and numbers, none about where to look' },
  text_block_heading: { why: 'the name of a question among others on its page: it is the label of a field or the legend of a group' },
  heading_markup_misuse: { why: 'headings that are questions or sentences; each has text under it' },
  // Both engines look for colours in the document; over the canvas its letters are transparent.
  text_contrast_sufficient: { why: 'the canvas paints the words: the theme is tested in tests/unit', skin: 'canvas' },
  'G18.Abs': { why: 'the colour behind a placed element is not found; axe finds it in the plain skin, the theme is tested in tests/unit' },
  'G145.Abs': { why: 'the same of large words', skin: 'canvas' },
  // Read differently than it is.
  element_attribute_deprecated: { why: 'the policy of a page that is a file anywhere has no other place', where: /Security-Policy|content="default-src/ },
  aria_role_redundant: { why: 'Safari drops the role of a list without bullets', where: /^<[uo]l / },
  aria_child_valid: { why: 'a group of radio buttons has a title, a hint and an error in it, as every fieldset', where: /^<fieldset / },
  aria_keyboard_handler_exists: { why: 'the radio buttons in it are native', where: /^<fieldset / },
  form_submit_button_exists: { why: 'Continue stands in the bar at the bottom; Enter in a field goes on' },
  'H32.2': { why: 'the same' },
  label_content_exists: { why: 'a part of the picture is a second label of its answer, for the pointer', where: /class="region"/ },
  form_label_unique: { why: 'the same', where: /class="region"/ },
  input_label_exists: { why: 'of two labels only the last is looked at, of a range none; tree.test.mjs holds the name of each', where: /type="(?:checkbox|range)"/ },
  select_options_grouped: { why: 'countries and languages in order of their names' },
  'H85.2': { why: 'the same' },
  NoSuchID: { why: 'an address of this page: #/… is shown by the program', where: /href="#\// },
  'H67.2': { why: 'a picture of what the words beside it say' },
  H48: { why: 'paragraphs and groups with a link or two in their sentence', where: /^<(?:div|p|section|fieldset|li|span)\b/ },
  'H91.Select.Value': { why: 'the value is set, and no attribute of it' },
  'H91.A.Placeholder': { why: 'an empty address loads the page again', where: /href=""/ },
  'C32,C31,C33,C38,SCR34,G206': { why: 'the bar and the messages are as wide as the page and stay: zoom.test.mjs' },
  G141: { why: 'the summary of errors is said before the title, as is usual' },
};

/** Every rule that has said something since the start, so that a reason nobody needs any more is found. @type {Set<string>} */
export const heard = new Set();
export const reasons = Object.keys(SAID);

/**
 * @param {import('playwright-core').Page} page @param {string} skin
 * @returns {Promise<string[]>} one line for each fault, with where
 */
export async function secondOpinions(page, skin) {
  const found = await page.evaluate(askBoth);
  return found.filter(({ rule, markup }) => {
    heard.add(rule);
    const known = SAID[rule];
    return !known || (known.skin && known.skin !== skin) || (known.where && !known.where.test(markup));
  }).map(({ rule, what, markup }) => `${rule}: ${what} | ${markup}`);
}

/** Runs in the page. @returns {Promise<{rule: string, what: string, markup: string}[]>} */
async function askBoth() {
  const { ace_ibma: ibm, HTMLCS: sniffer } = /** @type {any} */ (globalThis);
  const report = await new ibm.Checker().check(document, ['WCAG_2_2', 'IBM_Accessibility']);
  const first = report.results.filter((/** @type {any} */ { value }) => value[1] !== 'PASS')
    .map((/** @type {any} */ { ruleId, message, snippet }) => ({ rule: ruleId, what: message, markup: snippet.slice(0, 1000) }));
  await new Promise((resolved, refused) => { sniffer.process('WCAG2AA', document, resolved, refused); });
  const second = sniffer.getMessages().filter((/** @type {any} */ { type }) => type !== sniffer.NOTICE)
    .map((/** @type {any} */ { code, msg, element }) => ({ rule: code.replace(/^WCAG2AA\.Principle\d\.Guideline\w+\.\w+?\.(?=[A-Z])/, '').replace('G1,G123,G124.', ''), what: msg, markup: (element.outerHTML ?? '').slice(0, 1000) }));
  return [...first, ...second];
}
