// Two more engines beside axe, by other people and with other rules: IBM's Accessibility Checker (WCAG 2.2 with IBM's additions) and
// HTML_CodeSniffer (WCAG 2.1 AA). They find nothing on any page in any state, in either skin.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test, { after, before } from 'node:test';
import { openPage, openSite } from './helpers.mjs';
import { passThrough } from './states.mjs';

const read = (path) => readFileSync(createRequire(import.meta.url).resolve(path), 'utf8');

/** What is not counted, and why. By engine and the name of its rule. @type {Record<string, Record<string, string>>} */
const KNOWN = {
  IBM: {},
  HTML_CodeSniffer: {
    '2_4_1.G1,G123,G124.NoSuchID': 'the address after "#" names a page of the program, not a place on this one',
    '3_2_2.H32.2': 'Enter on an answer goes on (web/input.mjs), from a date that is half typed it must not',
  },
};

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const engines = {
  IBM: {
    content: `${read('accessibility-checker-engine/ace.js')}; globalThis.ace = ace;`,
    /** Runs in the page. */
    async judge() {
      const checker = new /** @type {any} */ (globalThis).ace.Checker();
      const { results } = await checker.check(document, ['WCAG_2_2', 'IBM_Accessibility']);
      return results.filter(({ value }) => value[0] === 'VIOLATION' && value[1] === 'FAIL').map(({ ruleId, path, message, snippet }) => [ruleId, `${message} ${path.dom} ${snippet}`]);
    },
  },
  HTML_CodeSniffer: {
    content: read('html_codesniffer/build/HTMLCS.js'),
    /** Runs in the page. */
    judge: () => new Promise((resolve) => {
      const { HTMLCS } = /** @type {any} */ (globalThis);
      HTMLCS.process('WCAG2AA', document, () => resolve(HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR)
        .map(({ code, msg, element }) => [code.replace(/^WCAG2AA\.Principle\d\.Guideline\d_\d\./, ''), `${msg} ${element.outerHTML?.slice(0, 160) ?? ''}`])));
    }),
  },
};

for (const skin of ['canvas', 'plain']) {
  test(`IBM and HTML_CodeSniffer find nothing in the ${skin} skin`, async () => {
    const { page } = await openPage(site, { query: skin === 'plain' ? 'view=plain' : '', async before(fresh) {
      for (const { content } of Object.values(engines)) await fresh.addInitScript({ content });
    } });
    const found = {};
    await passThrough(page, async ({ name: state }) => {
      for (const [name, { judge }] of Object.entries(engines)) {
        const bad = /** @type {[string, string][]} */ (await page.evaluate(judge)).filter(([rule]) => !(rule in KNOWN[name]));
        for (const [rule, where] of bad) found[`${name} ${rule}`] ??= `${state}: ${where.slice(0, 300)}`;  // the first place of each
      }
    });
    assert.deepEqual(found, {});
    await page.context().close();
  });
}
