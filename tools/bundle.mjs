// Packs what the site needs at run time: content.json (questionnaire, and the numbers and evidence that home and the questions
// rest on; more-content.json has rules and all else), figures.json (SVG by id, and how parts of them move; more-figures.json has those
// that home and the first questions do not show), and each language and each pack as a file of its own, all without spaces.
// Words of later pages are in more-text/.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// What src/content/load/evidence.cpp reads of a record; the rest stays with the project.
const shown = {
  facts: ['id', 'statement', 'applies_to', 'evidence_level', 'checked', 'url', 'source', 'extra'],
  trials: ['id', 'arm', 'outcome_measure', 'n', 'phototypes', 'citation', 'doi_or_pmid', 'design', 'checked', 'url'],
};

/** Sections of the words that neither home nor the questions show; tests/checks/early.test.mjs knows when that is wrong. */
const LATER = new Set([
  'about', 'accessibility', 'aftercare', 'alternative', 'brief', 'care-chart', 'certainty', 'check', 'clinic', 'compare', 'concern', 'country',
  'course', 'days', 'downtime', 'driver', 'embed', 'event', 'expectation', 'finding', 'form', 'gallery', 'healing', 'help', 'idle', 'improvement',
  'learn', 'level', 'moment', 'open', 'over-time', 'pack', 'part', 'phase', 'pin', 'plan', 'present', 'procedure', 'questions', 'redflag', 'result',
  'review', 'scale', 'send', 'sheet', 'sign', 'sources', 'span', 'staff', 'stage', 'studies', 'take', 'text-size', 'theme', 'urgency', 'visit',
  'wipe',
]);
/** The same of parts of sections: a question that is asked on the sheet, messages about what is done there, units of what studies measured. */
const LATER_KEYS = /^(?:option|question)\.questions\.|^notice\.(?:cop|open|save)|^unit\.(?:celsius|fahrenheit|grade|hairs|of-100|out-of-10|percent|second|session)\./;
/** Parts of the model that only the sheet and other later pages rest on. What says which pages there are is not among them. */
const LATER_PARTS = ['rules', 'no-finding', 'courses', 'improvements', 'drivers', 'healing', 'aftercare', 'red-flags', 'alternatives'].map((name) => `assets/model/${name}.json`);

const isEarlyFigure = (name) => /^(home|goal|scar)-/.test(name);
const isLater = (key) => LATER.has(key.split('.')[0]) || LATER_KEYS.test(key)
  || (key.startsWith('figure.') && !isEarlyFigure(key.slice('figure.'.length)));

/** @returns {Map<string, string>} contents by file name, for tools/site.mjs to hash and write */
export function bundle() {
  const files = new Map();
  const content = Object.fromEntries(['questionnaire', 'model'].flatMap((folder) => jsonIn(`assets/${folder}`)));
  const evidence = Object.fromEntries(jsonIn('assets/evidence'));
  const named = stringsIn([content, evidence['assets/evidence/statements.json']]);
  const first = namedEarly(evidence['assets/evidence/statements.json'], content['assets/model/numbers.json']);
  const later = {};
  for (const [name, value] of Object.entries(evidence)) {
    const fields = shown[path.basename(name, '.json')];
    content[name] = fields ? value.filter((record) => named.has(record.id)).map((record) => only(fields, record)) : value;
  }
  const share = (name, isEarly) => { [content[name], later[name]] = shared(content[name], isEarly); };
  for (const name of ['facts', 'trials']) share(`assets/evidence/${name}.json`, ({ id }) => first.records.has(id));
  share('assets/evidence/statements.json', ([key]) => !isLater(key));
  share('assets/model/numbers.json', ([name]) => first.numbers.has(name));
  for (const name of LATER_PARTS) {
    later[name] = content[name];
    delete content[name];
  }
  files.set('content.json', JSON.stringify({ ...content, 'more-content': LATER_PARTS }));
  files.set('more-content.json', JSON.stringify({ ...later, 'more-content': LATER_PARTS }));

  for (const [name, value] of jsonIn('assets/packs')) files.set(name.replace('assets/', ''), JSON.stringify(value));
  for (const [name, value] of jsonIn('assets/text')) {
    const language = path.basename(name);
    for (const [folder, later] of /** @type {const} */ ([['text', false], ['more-text', true]])) {
      files.set(`${folder}/${language}`, JSON.stringify(Object.fromEntries(Object.entries(value).filter(([key]) => isLater(key) === later))));
    }
  }

  const figures = filesIn('assets/figures', '.svg').map((file) => [path.basename(file, '.svg'), smallSvg(readFileSync(file, 'utf8'))]);
  const motion = Object.fromEntries(jsonIn('assets/figures'))['assets/figures/motion.json'];
  const early = ([name]) => isEarlyFigure(name);
  for (const [file, fits] of /** @type {const} */ ([['figures.json', early], ['more-figures.json', (one) => !early(one)]])) {
    const some = (entries) => Object.fromEntries(entries.filter(fits));
    files.set(file, JSON.stringify({ svg: some(figures), motion: some(Object.entries(motion)) }));
  }
  return files;
}

/** What home and the questions rest on: the numbers their sentences name, and the records of these and of the sentences. */
function namedEarly(statements, numbers) {
  const named = { records: new Set(), numbers: new Set() };
  for (const [key, text] of jsonIn('assets/text').flatMap(([, words]) => Object.entries(words))) {
    if (isLater(key)) continue;
    for (const id of statements[key] ?? []) named.records.add(id);
    for (const [, said] of text.matchAll(/\{([a-z0-9.-]+)\}/g)) {
      for (const name of [said, said.replace(/\.\w+$/, '')].filter((each) => each in numbers)) {
        named.numbers.add(name);
        for (const id of numbers[name].sources ?? []) named.records.add(id);
      }
    }
  }
  return named;
}

/** The entries of a list or an object that fit, and the others. */
function shared(all, fits) {
  const entries = Array.isArray(all) ? all : Object.entries(all);
  const both = [entries.filter(fits), entries.filter((entry) => !fits(entry))];
  return Array.isArray(all) ? both : both.map(Object.fromEntries);
}

const filesIn = (folder, extension) => readdirSync(folder).filter((name) => name.endsWith(extension)).sort().map((name) => `${folder}/${name}`);

function jsonIn(folder) {
  return filesIn(folder, '.json').map((file) => {
    try {
      return [file, JSON.parse(readFileSync(file, 'utf8'))];
    } catch (error) {
      throw new Error(`${file} is not valid JSON: ${error.message}`);
    }
  });
}

function only(fields, record) {
  const kept = { ...record, extra: record.extra?.secondary ? { secondary: true } : null };
  return Object.fromEntries(fields.filter((field) => kept[field] != null).map((field) => [field, kept[field]]));
}

/** Without comments, spaces, and the title and description: the page has its own, in the person's language. */
function smallSvg(text) {
  return text.replace(/<!--[^]*?-->|<(title|desc)>[^<]*<\/\1>/g, '').replace(/>\s+</g, '><').replace(/\s+/g, ' ').replace(/ ?\/>/g, '/>').trim();
}

/** Every string value anywhere inside. */
function stringsIn(value, found = new Set()) {
  if (typeof value === 'string') found.add(value);
  else if (value && typeof value === 'object') for (const inner of Object.values(value)) stringsIn(inner, found);
  return found;
}
