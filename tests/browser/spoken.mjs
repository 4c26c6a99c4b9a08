// What a screen reader says of a page from its first word to its last, by Guidepup's virtual screen reader: it runs in the page and
// follows the standards to the letter, where real ones have habits.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const module = readFileSync(createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js'), 'utf8');
/** Without `import`, which the policy of the page would refuse. */
const script = module.replace(/export\s*\{([^}]*)\};?/, (_, names) => `globalThis.virtual = ${/([^\s,]+) as virtual\b/.exec(names)?.[1] ?? 'virtual'};`).replace(/\/\/# source.*/, '');

/**
 * @param {import('playwright-core').Page} page @returns {Promise<string[]>} one line for each thing that is said
 */
export async function listen(page) {
  if (await page.evaluate(() => !('virtual' in globalThis))) await page.evaluate(script);
  return heard(await page.evaluate(readAll));
}

/** Runs in the page, where what is folded away keeps its box: the reader takes its style for shown. @returns {Promise<string[]>} */
async function readAll() {
  const { virtual } = /** @type {any} */ (globalThis);
  const folded = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[hidden="until-found"]')]);
  for (const element of folded) element.setAttribute('aria-hidden', 'true');
  await virtual.start({ container: document.body });
  while (await virtual.lastSpokenPhrase() !== 'end of document') await virtual.next();
  const log = await virtual.spokenPhraseLog();
  await virtual.stop();
  for (const element of folded) element.removeAttribute('aria-hidden');
  return log;
}

const CONTROL = /^(?:link|button|heading|radio|checkbox|radiogroup|group|figure|table|row|combobox|slider), /;

/**
 * As a real reader says it: without ends and the names of what holds only words, and without reading once more, from within it, what
 * a control, heading or row is called.
 * @param {string[]} phrases
 */
function heard(phrases) {
  /** @type {string[]} */
  const lines = [];
  let named = '';
  for (const phrase of phrases) {
    if (/^(?:end\b|(?:paragraph|document|caption|status)$|option, )/.test(phrase)) continue;
    const words = phrase.replace(/^(?:caption|button|cell|columnheader|rowheader), /, '').replace(/, (?:not )?expanded$/, '');
    if (!CONTROL.test(phrase) ? named.includes(words) : phrase.startsWith('button, ') && named.startsWith('heading, ') && named.includes(words)) {
      if (/expanded$/.test(phrase)) lines[lines.length - 1] += `, ${/(?:not )?expanded$/.exec(phrase)?.[0]}`;
      continue;
    }
    if (CONTROL.test(phrase)) {
      named = phrase;
      if (lines.length > 0 && phrase.startsWith(`slider, ${lines[lines.length - 1]}, `)) lines.pop();  // its label
    }
    lines.push(phrase);
  }
  return lines;
}
