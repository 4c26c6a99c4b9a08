// What the address asks for, read once when the page is opened (the program changes it later on, see host.mjs), and what the browser
// says of where a person is and what they read. Of what the address gives twice the first counts.
// @ts-check
import { pathOf } from './history.mjs';

// Mail programs write the "#" of a link as "%23": then the page that was meant stands at the end of what is asked for.
const [, before, page] = location.search.match(/^(.*?)%23(?:%2f|\/)(.*)$/i) ?? [];
if (page !== undefined && !location.hash) history.replaceState(history.state, '', `${location.pathname}${before}#/${page}`);

const given = new URLSearchParams(location.search);
const text = (/** @type {string} */ name) => given.get(name) ?? '';

/** @type {Record<string, string>} the page behind each start */
const STARTS = { assess: 'questions', learn: 'learn', staff: 'staff' };

export const asked = Object.freeze({
  pack: text('pack'),                      // its address
  questionnaire: text('questionnaire'),    // likewise
  preview: given.has('preview'),           // by the pack studio
  lang: text('lang'),
  country: text('country'),
  chosen: given.has('chosen'),             // that country, by the person
  start: Object.hasOwn(STARTS, text('start')) ? STARTS[text('start')] : '',
  staff: given.getAll('start').includes('staff'),  // rather once too often: what staff do is not kept
  plain: text('view') === 'plain',
  settings: given.has('settings'),         // to be offered in somebody else's page
  gallery: given.has('gallery'),
});

/** The page that the address names now; it may name another one before the program has started. */
export const pathNow = () => pathOf(location.hash) || asked.start;

/**
 * Where the person may be: what they chose here before, what the address says, and what the browser is set to. Only the first of
 * its languages counts: those after it are often there from the beginning.
 * @returns {[string, string][]} as the program takes it, see src/app/app.cpp
 */
export function whereabouts() {
  const [first = ''] = navigator.languages;
  const alike = navigator.languages.filter((tag) => tag.split('-')[0] === first.split('-')[0]);
  return [[`country/${asked.chosen ? 'chosen' : 'asked'}`, asked.country], ['country/region', alike.map(regionOf).find(Boolean) ?? '']];
}

/** @param {string} tag "de-AT" @returns {string | undefined} "AT" */
function regionOf(tag) {
  try {
    return new Intl.Locale(tag).region;
  } catch {
    return undefined;
  }
}

/**
 * The one asked for, else the first of the browser's that there is, else the clinic's first, else English.
 * @param {string[]} all there are @param {string[]} [offered] by the clinic
 */
export function chooseLanguage(all, offered) {
  const both = offered?.filter((code) => all.includes(code)) ?? [];
  const there = both.length > 0 ? both : all;
  return [asked.lang, ...navigator.languages].map((tag) => [tag, tag.split('-')[0]].find((code) => there.includes(code))).find(Boolean) ?? both[0] ?? 'en';
}
