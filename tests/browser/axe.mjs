// axe, which looks for what breaks WCAG 2.0 to 2.2 at A and AA, and for what is bad practice.
import { createRequire } from 'node:module';

const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** To be given to openPage as `before`. @param {import('playwright-core').Page} fresh */
export const withAxe = (fresh) => fresh.addInitScript({ path });

/**
 * @param {import('playwright-core').Page} page @param {{contrast?: boolean}} [look] without contrast, the slowest of its rules,
 *   where only the words differ from a page that was looked at already
 * @returns {Promise<string[]>} one line for each rule that is broken, with where
 */
export const violations = (page, { contrast = true } = {}) => page.evaluate(async ({ wanted, colours }) => {
  const { violations: broken } = await /** @type {any} */ (globalThis).axe.run(document, {
    runOnly: wanted, resultTypes: ['violations'], rules: { 'color-contrast': { enabled: colours } },
  });
  return broken.map((/** @type {any} */ rule) => `${rule.id}: ${rule.nodes.map((/** @type {any} */ node) => node.html.slice(0, 160)).slice(0, 3).join(' | ')}`);
}, { wanted: tags, colours: contrast });
