// What the browser tests share: a server for the built site, a browser, and a page that is watched for everything that must
// never happen: an error, a refused inline style or script, a request after the start.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { start } from '../../tools/serve.mjs';
import { SHELL } from './chromium.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const words = JSON.parse(readFileSync(join(root, 'assets/text/en.json'), 'utf8'));
export const questionnaire = JSON.parse(readFileSync(join(root, 'assets/questionnaire/consultation.json'), 'utf8'));

const numbers = JSON.parse(readFileSync(join(root, 'assets/model/numbers.json'), 'utf8'));

/** The words at a key with the bare figures of numbers in them, "{age.early.low} to {age.early.high}". @param {string} key @param {Record<string, string>} [from] of another language */
export function said(key, from = words) {
  return from[key]?.replace(/\{([a-z0-9.-]+)\.(low|typical|high)\}/g, (_, name, part) => String(numbers[name][part]));
}

/** The day of all the cases. */
export const TODAY = '2026-11-22';

const flags = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--enable-unsafe-swiftshader', '--force-color-profile=srgb', '--hide-scrollbars'];

/** The module is compiled once, not a second time for speed: a page of a test is gone before that pays. */
const compiledOnce = ['--js-flags=--liftoff-only'];

/** @param {string[]} [more] flags of the browser; benches give none @param {string} [program] */
export async function openSite(more = compiledOnce, program = SHELL) {
  const folder = process.env.NEEDLEWISE_SITE ?? join(root, 'build/site');
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} has no site: ./dev build makes it`);
  const { server, url } = await start({ root: folder });
  const browser = await chromium.launch({ executablePath: program, args: [...flags, ...more] });
  return {
    url, browser,
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * A page that is ready to use, without a service worker (tests/browser/offline.test.mjs asks for it) and with reduced motion: without
 * a graphics card frames are dear. Tests of what moves ask for 'no-preference'. The gallery is asked for, so that it is looked at, too.
 * @param {Awaited<ReturnType<typeof openSite>>} site
 * @param {{path?: string, query?: string, before?: (page: import('playwright-core').Page) => Promise<void>}
 *   & import('playwright-core').BrowserContextOptions} [options]
 */
export async function openPage(site, { path = '', query = '', before, ...context } = {}) {
  const page = await (await site.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB', serviceWorkers: 'block', reducedMotion: 'reduce', ...context })).newPage();
  const watched = watch(page);
  await page.addInitScript(pretendDay, TODAY);
  await before?.(page);
  await page.goto(`${site.url}/?${[query, 'gallery'].filter(Boolean).join('&')}${path ? `#/${path}` : ''}`);
  await ready(page);
  watched.requests.length = 0;
  return { page, ...watched };
}

/** With all that comes after the first page; tests/browser/parts.test.mjs has what can be done before. */
export const ready = (page) => page.locator('html[data-complete]').waitFor({ state: 'attached', timeout: 60_000 });

/** Errors, and requests since the page was ready. */
function watch(page) {
  const errors = [];
  const requests = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy|Trusted/i.test(message.text())) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:')) requests.push(request.url());  // a picture made in the page itself
  });
  return { errors, requests };
}

/** Runs in the page: the clock starts on that day at noon, and runs. */
export function pretendDay(day) {
  const Real = Date;
  const shift = new Real(`${day}T12:00:00`).getTime() - Real.now();
  globalThis.Date = class extends Real {
    constructor(...parts) {
      if (parts.length === 0) super(Real.now() + shift);
      else super(...parts);
    }
    static now() { return Real.now() + shift; }
  };
}

export const pathOf = (page) => decodeURI(new URL(page.url()).hash.replace(/^#\/?/, ''));

/** Waits until the page shows this path and its heading has come. */
export async function atPath(page, path) {
  await page.waitForFunction((wanted) => decodeURI(location.hash.replace(/^#\/?/, '')) === wanted, path);
  await page.locator('h1').waitFor({ state: 'attached' });
}

/** Lets all frames that are asked for be drawn: two in a row without a change of the document. */
export const settled = (page) => page.evaluate(() => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)));
}));

/** A message that is shown for a while, good news or not. */
export const TOAST = ':is([data-look="toast"], [data-look="warning"])';

/** The message that is shown for a while, with these words; those who listen hear it from elsewhere. @param {string} text */
export const toast = (page, text) => page.locator(`#mirror ${TOAST}`).getByText(text, { exact: true });

/** What the command line exports for a person of tests/cases. @param {string} name @param {string} format @returns {string} */
export function exported(name, format) {
  const program = process.env.NEEDLEWISE ?? join(root, 'build/native/needlewise');
  const { stdout, stderr, status } = spawnSync(program, ['export', join(root, `tests/cases/${name}.json`), '--format', format, '--country', 'GB', '--on', TODAY, '--assets', join(root, 'assets')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** The page that opens a person's answers, "open/…". @param {string} name */
export const linkOf = (name) => exported(name, 'link').trim().replace('#/', '');

// ---- People -----------------------------------------------------------------------------------------------------------

/** The made-up people of tests/cases by name, each a map from linkId to the answers given. */
export const people = () => Object.fromEntries(readdirSync(join(root, 'tests/cases')).filter((name) => name.endsWith('.json'))
  .map((name) => [name.replace('.json', ''), answersOf(JSON.parse(readFileSync(join(root, 'tests/cases', name), 'utf8')))]));

/** @returns {Map<string, (string)[]>} codes and dates by linkId */
export function answersOf(response) {
  const answers = new Map();
  const visit = (items = []) => {
    for (const item of items) {
      if (item.answer) answers.set(item.linkId, item.answer.map((answer) => answer.valueCoding?.code ?? answer.valueDate ?? String(answer.valueBoolean)));
      visit(item.item);
    }
  };
  visit(response.item);
  return answers;
}

const flagged = (item, name) => item.extension?.some(({ url, valueBoolean }) => url === `urn:needlewise:${name}` && valueBoolean) ?? false;

/** The questions of a question page: the item itself, or those of a group, and those that share the page. */
export function questionsOn(linkId) {
  const items = questionnaire.item.find((section) => section.item.some((item) => item.linkId === linkId)).item;
  const first = items.findIndex((item) => item.linkId === linkId);
  const next = items.findIndex((item, i) => i > first && !flagged(item, 'with-previous'));
  return items.slice(first, next < 0 ? undefined : next).flatMap((item) => (item.type === 'group' ? item.item : [item]));
}

/** Whether a tap on the last answer of a page goes on by itself. */
export const goesOn = (linkId) => questionsOn(linkId).every((item) => flagged(item, 'goes-on'));

/** Chooses an answer as the keyboard and screen readers do: the page stays. @param {import('playwright-core').Locator} input */
export async function decide(input) {
  if (await input.isChecked()) return;
  await input.focus();
  await input.press('Space');
}

export const questionTitle = (item, from = words) => said(`question.${item.linkId}.title`, from);
export const optionLabel = (item, code, from = words) => said(`option.${item.linkId}.${code}`, from) ?? from[code === 'true' ? 'answer.yes' : 'answer.no'];

/**
 * Answers every question a person is asked, by `answer`, from the first question to the review.
 * @param {(question: {item: any, given: string[]}) => Promise<void>} answer
 * @param {(path: string) => Promise<void>} goOn
 */
export async function walk(page, answers, answer, goOn) {
  const asked = [];
  for (let path = pathOf(page); path.startsWith('questions/'); path = pathOf(page)) {
    for (const item of questionsOn(path.replace('questions/', ''))) {
      const given = answers.get(item.linkId);
      if (!given) continue;
      await answer({ item, given });
      asked.push(item.linkId);
    }
    if (asked.length > 100) throw new Error(`the questions do not end: ${asked.join(', ')}`);
    await goOn(path.replace('questions/', ''));
    await pageIsLeft(page, path);
    await settled(page);
  }
  return asked;
}

/** Waits until another page is shown, and says what stands there where none comes. @param {string} path of the page before */
async function pageIsLeft(page, path) {
  const gone = (before) => decodeURI(location.hash.replace(/^#\/?/, '')) !== before;
  await page.waitForFunction(gone, path, { timeout: 20_000, polling: 50 }).catch(async (reason) => {
    const seen = await page.evaluate(() => [document.activeElement?.outerHTML.slice(0, 120), document.querySelector('main')?.innerText.slice(0, 600)].join('\n'));
    throw new Error(`still at ${path}:\n${seen}`, { cause: reason });
  });
}

/** Answers by role and label alone, as a person with a screen reader would. */
export const byRole = (page, from = words) => async ({ item, given }) => {
  if (item.type === 'date') return page.getByLabel(questionTitle(item, from), { exact: true }).fill(given[0]);
  const kind = item.repeats ? 'checkbox' : 'radio';
  const group = page.getByRole(item.repeats ? 'group' : 'radiogroup', { name: questionTitle(item, from), exact: true });
  for (const code of given) await decide(group.getByRole(kind, { name: optionLabel(item, code, from), exact: true }));
};

export const continueButton = (page, from = words) => page.getByRole('button', { name: from['action.continue'], exact: true });

/** A link whose name begins with these words; cards go on with what is behind them. */
export const linkNamed = (page, text) => page.getByRole('link', { name: new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) });

/** From home to the result of a person, by role and label, in the language of these words. */
export async function reachResult(page, answers, from = words) {
  await linkNamed(page, from['home.door.prepare']).click();
  await page.waitForFunction(() => location.hash.startsWith('#/questions/'));
  await settled(page);
  await walk(page, answers, byRole(page, from), () => continueButton(page, from).click());
  await page.getByRole('button', { name: from['review.show'], exact: true }).click();
  await atPath(page, 'result');
}
