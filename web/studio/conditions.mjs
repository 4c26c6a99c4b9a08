// When a question is asked: FHIR's enableWhen, one clause or several. What fits which type of question, what a new clause is made
// of, and the whole as a sentence. Nothing here touches the page.
// @ts-check

/** @typedef {import('./known.mjs').Question} Question */
/** @typedef {{question?: string, operator?: string} & Record<string, any>} Clause  as FHIR has it, with one answer[x] */

const IS = /** @type {const} */ ([['=', 'is'], ['!=', 'is not']]);
const INCLUDES = /** @type {const} */ ([['=', 'includes'], ['!=', 'does not include']]);
const NUMBERS = /** @type {const} */ ([...IS, ['>', 'is more than'], ['>=', 'is at least'], ['<', 'is less than'], ['<=', 'is at most']]);
const DATES = /** @type {const} */ ([...IS, ['>', 'is after'], ['>=', 'is on or after'], ['<', 'is before'], ['<=', 'is on or before']]);
/** FHIR says it with answerBoolean; here the two are comparisons of their own. */
const GIVEN = /** @type {const} */ ([['exists true', 'has an answer'], ['exists false', 'has no answer']]);

/** The answer[x] of each type of question. @type {Record<string, string>} */
const ANSWERS = { boolean: 'answerBoolean', integer: 'answerInteger', decimal: 'answerDecimal', date: 'answerDate', string: 'answerString', text: 'answerString', choice: 'answerCoding' };

const bare = (/** @type {unknown} */ id) => String(id ?? '').replace(/^clinic-/, '');

/** The comparisons an answer to the question can be put to. @param {Question} question @returns {{value: string, label: string}[]} */
export function comparisons({ type, repeats }) {
  const fitting = type === 'integer' || type === 'decimal' ? NUMBERS : type === 'date' ? DATES : repeats ? INCLUDES : IS;
  return [...fitting, ...GIVEN].map(([value, label]) => ({ value, label }));
}

/** @param {Clause} clause */
export const comparisonOf = (clause) => (clause.operator === 'exists' ? `exists ${clause.answerBoolean !== false}` : clause.operator ?? '');

/** The clinic's own come first, under the id the clinic wrote or the one the program makes of it. @param {Question[]} all @param {unknown} id */
export const questionNamed = (all, id) => all.find((question) => question.own && bare(question.linkId) === bare(id)) ?? all.find((question) => !question.own && question.linkId === id);

/** Its answer[x] by name. @param {Clause} clause */
const answerName = (clause) => Object.keys(clause).find((name) => /^answer[A-Z]/.test(name)) ?? '';

/** Without its answer. @param {Clause} clause @returns {Clause} */
const blank = (clause) => Object.fromEntries(Object.entries(clause).filter(([name]) => !/^answer[A-Z]/.test(name)));

/** As a control shows it: the code, the number, true or false. Empty when there is none of the question's type. @param {Clause} clause @param {Question | undefined} question */
export function answerText(clause, question) {
  const value = clause[question ? ANSWERS[question.type] : answerName(clause)] ?? (question?.type === 'decimal' ? clause.answerInteger : undefined);
  if (value === undefined || value === null) return '';
  return String(typeof value === 'object' ? value.code ?? '' : value);
}

/** What the file has in the place of an answer of the question's type: it came from somewhere else. @param {Clause} clause @param {Question | undefined} question */
export function strangeAnswer(clause, question) {
  if (!question || clause.operator === 'exists' || answerText(clause, question) !== '') return '';
  const name = answerName(clause);
  return name ? `${name} ${JSON.stringify(clause[name])}` : '';
}

/** Another answer, as a control has it; an empty one is none. @param {Clause} clause @param {Question} question @param {string} text @returns {Clause} */
export function withAnswer(clause, question, text) {
  const name = ANSWERS[question.type];
  const rest = blank(clause);
  if (text === '' || !name) return rest;
  if (question.type === 'boolean') return { ...rest, [name]: text === 'true' };
  if (question.type === 'integer' || question.type === 'decimal') return Number.isFinite(Number(text)) ? { ...rest, [name]: Number(text) } : rest;
  if (question.type !== 'choice') return { ...rest, [name]: text };
  const option = question.options.find(({ code }) => code === text);
  return { ...rest, [name]: { ...(option?.system && { system: option.system }), code: text } };
}

/** Another comparison; a clause that asked only whether there is an answer needs one again. @param {Clause} clause @param {Question | undefined} question @param {string} comparison @returns {Clause} */
export function withComparison(clause, question, comparison) {
  const [operator, given] = comparison.split(' ');
  if (given) return { ...blank(clause), operator, answerBoolean: given === 'true' };
  const next = { ...clause, operator };
  return clause.operator === 'exists' && question ? withAnswer(next, question, firstAnswer(question)) : next;
}

/** A clause about another question begins anew. @param {Question} question @returns {Clause} */
export const clauseAbout = (question) => withAnswer({ question: question.linkId, operator: '=' }, question, firstAnswer(question));

/** One that lacks nothing but its question. @type {Clause} */
export const NEW_CLAUSE = { question: '', operator: 'exists', answerBoolean: true };

/** What can be chosen is chosen; what must be written is not written for anybody. @param {Question} question */
const firstAnswer = ({ type, options }) => (type === 'boolean' ? 'true' : type === 'choice' ? options[0]?.code ?? '' : '');

/** @param {string} text */
const quoted = (text) => `“${text}”`;

/** @param {Clause} clause @param {Question[]} all */
function say(clause, all) {
  const question = questionNamed(all, clause.question);
  if (!question) return clause.question ? `${quoted(clause.question)} (there is no such question)` : '…';
  const comparison = comparisonOf(clause);
  const compares = comparisons(question).find(({ value }) => value === comparison)?.label ?? (comparison || '…');
  const asked = `${quoted(question.title || question.linkId)} ${compares}`;
  if (clause.operator === 'exists') return asked;
  const answer = answerText(clause, question);
  if (answer === '') return `${asked} …`;
  const title = question.type === 'boolean' ? (answer === 'true' ? 'Yes' : 'No') : question.options.find(({ code }) => code === answer)?.title;
  return `${asked} ${['integer', 'decimal', 'date'].includes(question.type) ? answer : quoted(title || answer)}`;
}

/** The whole as a sentence. @param {Clause[]} clauses @param {boolean} any @param {Question[]} all @returns {string} */
export function sentence(clauses, any, all) {
  if (clauses.length === 0) return 'Everybody is asked.';
  return `Asked only if ${clauses.map((clause) => say(clause, all)).join(any ? ', or ' : ', and ')}.`.replace(/….$/, '…');
}

/** The clauses of an item, whatever the file has there. @param {any} item @returns {Clause[]} */
export const clausesOf = (item) => (Array.isArray(item?.enableWhen) ? item.enableWhen : []).map((/** @type {any} */ clause) => (typeof clause === 'object' && clause !== null ? clause : {}));

/** An item with other clauses: how they are joined is said where there are two. @param {any} item @param {Clause[]} clauses @param {boolean} any */
export function withClauses(item, clauses, any) {
  const { enableWhen: _, enableBehavior: _behavior, ...rest } = item;
  return { ...rest, ...(clauses.length > 0 && { enableWhen: clauses }), ...(clauses.length > 1 && { enableBehavior: any ? 'any' : 'all' }) };
}

/** @param {any[]} items @param {(clause: Clause) => Clause} change */
const inClauses = (items, change) => items.map((item) => (Array.isArray(item?.enableWhen) ? { ...item, enableWhen: clausesOf(item).map(change) } : item));

/** A question has another id: the conditions about it go along. @param {any[]} items @param {string} from @param {string} to */
export const renamed = (items, from, to) => inClauses(items, (clause) => (from && bare(clause.question) === bare(from) ? { ...clause, question: to } : clause));

/** The same for the code of an answer. @param {any[]} items @param {string} linkId @param {string} from @param {string} to */
export const recoded = (items, linkId, from, to) => inClauses(items, (clause) => (bare(clause.question) === bare(linkId) && clause.answerCoding?.code === from
  ? { ...clause, answerCoding: { ...clause.answerCoding, code: to } } : clause));
