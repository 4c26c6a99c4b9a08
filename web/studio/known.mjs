// What a pack can name: the languages, steps of the visit, waits, topics and questions of the site's own content, with the
// words patients read. Nothing of it is written here a second time.
// @ts-check

/** @typedef {{low?: number, typical?: number, high?: number, unit: string}} Figure */
/** @typedef {{id: string, title: string, figure: Figure}} Named */
/** @typedef {{linkId: string, title: string, type: string, repeats?: boolean, own?: boolean, options: {code: string, system?: string, title: string}[]}} Question  own: of the clinic */
/**
 * @typedef {object} Known
 * @property {{code: string, name: string}[]} languages
 * @property {Named[]} steps
 * @property {Named[]} waits
 * @property {{id: string, title: string}[]} topics
 * @property {Question[]} questions
 * @property {Figure} interval
 * @property {Figure} sessions
 */

const decode = (/** @type {Uint8Array | undefined} */ bytes) => JSON.parse(new TextDecoder().decode(bytes));

/** @param {Map<string, Uint8Array>} files of load.mjs, with English words @param {string[]} codes @returns {Known} */
export function knownOf(files, codes) {
  const content = joined(decode(files.get('content.json')), decode(files.get('more-content.json')));
  const words = decode(files.get('text.json'));
  const numbers = content['assets/model/numbers.json'];
  return {
    languages: codes.map((code) => ({ code, name: words[`language.${code}`] ?? code })),
    steps: content['assets/model/visit.json'].map((/** @type {any} */ step) => ({
      id: step.minutes.replace('visit.', ''), title: words[`visit.${step.id}.title`], figure: numbers[step.minutes],
    })),
    waits: waitsOf(content['assets/model/rules.json'], words, numbers),
    topics: content['assets/model/topics.json'].map((/** @type {any} */ topic) => ({ id: topic.id, title: words[`learn.${topic.id}.title`] })),
    questions: [...questionsOf(content['assets/questionnaire/consultation.json'].item, words), SKIN_TYPE],
    interval: numbers['course.convention.interval'],
    sessions: numbers['course.convention.sessions'],
  };
}

/** Both parts of what tools/bundle.mjs has shared out. @param {Record<string, any>} one @param {Record<string, any>} other */
const joined = (one, other) => ({ ...one, ...Object.fromEntries(Object.entries(other).map(([name, value]) => {
  if (!(name in one) || name === 'more-content') return [name, value];
  return [name, Array.isArray(value) ? [...one[name], ...value] : { ...one[name], ...value }];
})) });

/** Several rules may have the same words, such as a tan on lighter and on darker skin: then the name of the wait tells them apart. */
function waitsOf(/** @type {any[]} */ rules, /** @type {Record<string, string>} */ words, /** @type {Record<string, Figure>} */ numbers) {
  const found = new Map();
  for (const rule of rules) {
    if (!rule.wait) continue;
    const id = rule.wait.number.replace('wait.', '');
    if (!found.has(id)) found.set(id, { id, title: words[`finding.${rule.id}.title`], figure: numbers[rule.wait.number] });
  }
  const all = [...found.values()];
  return all.map((wait) => (all.some((other) => other !== wait && other.title === wait.title) ? { ...wait, title: `${wait.title} (${wait.id})` } : wait));
}

/** Worked out of the answers; conditions may ask about it as about an answer. @type {Question} */
const SKIN_TYPE = { linkId: 'phototype', title: 'Skin type, worked out (1 to 6)', type: 'integer', options: [] };

/** @param {any[]} items @param {Record<string, string>} words @returns {Question[]} */
function questionsOf(items, words) {
  return items.flatMap(({ linkId, type, repeats, answerOption = [], item = [] }) => [
    ...(type === 'group' || type === 'display' ? [] : [{
      linkId, type, repeats: repeats === true, title: words[`question.${linkId}.title`] ?? linkId,
      options: answerOption.map((/** @type {any} */ { valueCoding }) => ({
        code: valueCoding.code, system: valueCoding.system, title: words[`option.${linkId}.${valueCoding.code}`] ?? valueCoding.display ?? valueCoding.code,
      })),
    }]),
    ...questionsOf(item, words),
  ]);
}

/** "2 weeks", "20 to 30 minutes". @param {Figure} figure */
export function sayFigure({ low, typical, high, unit }) {
  const range = typical ?? (low !== undefined && high !== undefined && low !== high ? `${low} to ${high}` : low ?? high);
  return `${range} ${unit}${range === 1 ? '' : 's'}`;
}
