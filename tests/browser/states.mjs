// One of every kind of page and state, passed through in one go by tests that look at all of them. Not about answering: the
// answers are given in the page itself, fast.
import { atPath, decide, optionLabel, pathOf, people, questionTitle, questionnaire, settled, words } from './helpers.mjs';

const parts = ['course', 'studies', 'visit', 'healing', 'aftercare', 'over-time', 'compare', 'questions', 'check', 'take', 'sheet', 'send'];

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {object} State
 * @property {string} name
 * @property {string} path
 * @property {(page: Page) => Promise<void>} [reach] what leads from the page to the state
 */

/** Before there is an answer. @type {State[]} */
const unanswered = [
  { name: 'home', path: '' },
  { name: 'question-single', path: 'questions/goal' },
  { name: 'question-error', path: 'questions/goal', reach: goOn },
  { name: 'question-group-errors', path: 'questions/phototype-last-sun', reach: goOn },
  { name: 'review-none', path: 'review' },
  { name: 'review-missing', path: 'questions/area', reach: answerAndReview },
];

/** Of yusuf, who sees the most pages. @type {State[]} */
export const answered = [
  { name: 'question-multiple', path: 'questions/conditions' },
  { name: 'question-pictures', path: 'questions/acne-scar-type' },
  { name: 'question-swatches', path: 'questions/phototype-eyes' },
  { name: 'question-map', path: 'questions/area' },
  { name: 'question-dates', path: 'questions/recent-dates' },
  { name: 'question-group', path: 'questions/event' },
  { name: 'question-why', path: 'questions/isotretinoin', reach: openFirst },
  { name: 'review', path: 'review' },
  { name: 'result', path: 'result' },
  ...parts.map((part) => ({ name: `result-${part}`, path: `result/${part}` })),
  { name: 'dialog', path: 'result', reach: startOver },
  { name: 'learn', path: 'learn' },
  { name: 'topic', path: 'learn/pain' },
  { name: 'topic-healing', path: 'learn/healing' },
  { name: 'procedure', path: 'learn/procedure' },
  { name: 'what-to-ask', path: 'learn/questions' },
  { name: 'sources', path: 'sources' },
  { name: 'sources-opened', path: 'sources', reach: openFirst },
  { name: 'about', path: 'about' },
  { name: 'accessibility', path: 'accessibility' },
  { name: 'settings', path: 'settings' },
  { name: 'help', path: 'help' },
  { name: 'staff', path: 'staff' },
  { name: 'brief', path: 'staff/brief' },
  { name: 'pack', path: 'pack' },
  { name: 'missing', path: 'no/such/page' },
  { name: 'gallery', path: 'gallery' },
  { name: 'question-date-error', path: 'questions/event', reach: pastEvent },
];

export const allStates = [...unanswered, ...answered];

/** What staff show a person who has a sheet, one slide after the other. @param {Page} page on any page @param {(path: string) => Promise<void>} visit */
export async function passSlides(page, visit) {
  await go(page, 'staff');
  await page.locator('main .button[data-look="primary"]').first().click();
  await page.waitForFunction(() => location.hash.startsWith('#/staff/show/'));
  for (let path = ''; path !== 'staff/show/code'; await page.keyboard.press('PageDown')) {
    await page.waitForFunction((last) => !location.hash.endsWith(last || '?'), path);
    path = pathOf(page);
    await settled(page);
    await visit(path);
  }
}

/**
 * Every state once: `visit` is called when it stands.
 * @param {Page} page at home, without answers
 * @param {(state: State) => Promise<void>} visit
 * @param {(state: State) => boolean} [wanted]
 * @param {() => Promise<void>} [answer] gives the answers of yusuf
 */
export async function passThrough(page, visit, wanted = () => true, answer = () => hurry(page, people().yusuf)) {
  const pass = async (states) => {
    for (const state of states.filter(wanted)) {
      await go(page, state.path);
      await state.reach?.(page);
      await settled(page);
      await visit(state);
      if (await page.locator('dialog[open]').count()) await page.keyboard.press('Escape');
    }
  };
  await pass(unanswered);
  await answer();
  await pass(answered);
}

/** @param {Page} page @param {string} path */
export async function go(page, path) {
  await page.evaluate((hash) => { location.hash = hash; }, `#/${path}`);
  await atPath(page, path);
  await page.waitForFunction((wanted) => /** @type {any} */ (document.getElementById('mirror')).published.path === wanted, path);
  await settled(page);
}

/** By what it does, not by its words: a test may be in another language. @param {Page} page */
async function goOn(page) {
  await page.locator('main .button[data-look="primary"]').click();
  await page.locator('[role="alert"].section').waitFor({ state: 'attached' });
}

/** The first of the answers, and then what is missing. @param {Page} page */
async function answerAndReview(page) {
  await decide(page.getByRole('checkbox').first());
  await go(page, 'review');
}

/** @param {Page} page */
async function openFirst(page) {
  await page.locator('main button[aria-expanded="false"]').first().click();
  await page.locator('main button[aria-expanded="true"]').first().waitFor({ state: 'attached' });
}

/** @param {Page} page */
async function startOver(page) {
  await page.locator('main > .button[data-look="quiet"]').click();
  await page.locator('dialog[open]').waitFor();
}

/** @param {Page} page */
async function pastEvent(page) {
  await page.locator('.date input').first().fill('2020-01-01');
  await goOn(page);
}

/**
 * Gives all answers of a person and stops at the review.
 * @param {Page} page @param {Map<string, string[]>} answers
 */
export async function hurry(page, answers) {
  const items = questionnaire.item.flatMap((section) => section.item).flatMap((item) => (item.type === 'group' ? item.item : [item]));
  const given = Object.fromEntries(items.filter((item) => answers.has(item.linkId))
    .map((item) => [questionTitle(item), answers.get(item.linkId)?.map((code) => (item.type === 'date' ? code : optionLabel(item, code)))]));
  await go(page, `questions/${items[0].linkId}`);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 128 });  // less to paint
  await page.evaluate(answerAll, given);
  await atPath(page, 'review');
  if (size) await page.setViewportSize(size);
}

/**
 * Gives all answers of a person and opens the result, much faster than a person would (reachResult in helpers.mjs).
 * @param {Page} page @param {Map<string, string[]>} answers
 */
export async function hurryToResult(page, answers) {
  await hurry(page, answers);
  await page.getByRole('button', { name: words['review.show'], exact: true }).click();
  await atPath(page, 'result');
  await settled(page);
}

/** Runs in the page. @param {Record<string, string[]>} given answers by the words of their question */
async function answerAll(given) {
  const drawn = () => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
  const inputs = () => /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('main input')]);
  const questionOf = (/** @type {HTMLInputElement} */ input) => (input.type === 'date' ? input.labels?.[0] : input.closest('fieldset')?.querySelector('.title'))?.textContent ?? '';
  const isWanted = (/** @type {HTMLInputElement} */ input) => {
    const wanted = given[questionOf(input)] ?? [];
    return input.type === 'date' ? wanted.length > 0 && input.value !== wanted[0] : !input.checked && wanted.includes(input.labels?.[0]?.textContent ?? '');
  };
  for (let pages = 0; location.hash.startsWith('#/questions/'); pages++) {
    if (pages > 60) throw new Error(`no end of questions at ${location.hash}`);
    for (let input = inputs().find(isWanted); input; input = inputs().find(isWanted)) {  // an answer may bring another question
      if (input.type === 'date') {
        input.value = given[questionOf(input)][0];
        input.dispatchEvent(new Event('change', { bubbles: true }));
      } else input.click();
      await drawn();
    }
    const before = location.hash;
    /** @type {HTMLElement} */ (document.querySelector('main .button[data-look="primary"]')).click();
    for (let i = 0; location.hash === before; i++) {
      if (i > 100) throw new Error(`${before} goes no further`);
      await drawn();
    }
    await drawn();
  }
}
