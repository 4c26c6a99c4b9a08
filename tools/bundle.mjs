// Packs what the site needs at run time: content.json (questionnaire, rules, numbers, theme and the evidence that they
// name), figures.json (SVG by id), and each language and each pack as a file of its own, all without spaces.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';

/** @returns {Map<string, string>} contents by file name, for tools/site.mjs to hash and write */
export function bundle() {
  const files = new Map();
  const content = Object.fromEntries(
    ['questionnaire', 'model', 'theme'].flatMap((folder) => jsonIn(`assets/${folder}`)),
  );
  const evidence = Object.fromEntries(jsonIn('assets/evidence'));
  const named = stringsIn([content, evidence['assets/evidence/statements.json']]);
  for (const [name, value] of Object.entries(evidence)) {
    content[name] = /\/(facts|trials)\.json$/.test(name) ? onlyNamed(value, named) : value;
  }
  files.set('content.json', JSON.stringify(content));

  for (const [name, value] of [...jsonIn('assets/text'), ...jsonIn('assets/packs')]) {
    files.set(name.replace('assets/', ''), JSON.stringify(value));
  }

  const figures = filesIn('assets/figures', '.svg').map((file) => [path.basename(file, '.svg'), readFileSync(file, 'utf8')]);
  files.set('figures.json', JSON.stringify(Object.fromEntries(figures)));
  return files;
}

function filesIn(folder, extension) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith(extension)).sort().map((name) => `${folder}/${name}`);
}

function jsonIn(folder) {
  return filesIn(folder, '.json').map((file) => {
    try {
      return [file, JSON.parse(readFileSync(file, 'utf8'))];
    } catch (error) {
      throw new Error(`${file} is not valid JSON: ${error.message}`);
    }
  });
}

/** The records whose id something names. They are an array, or an array in the one member that is one. */
function onlyNamed(records, named) {
  const keep = (list) => list.filter((record) => named.has(record.id));
  if (Array.isArray(records)) return keep(records);
  return Object.fromEntries(Object.entries(records).map(([key, value]) => [key, Array.isArray(value) ? keep(value) : value]));
}

/** Every string value anywhere inside. */
function stringsIn(value, found = new Set()) {
  if (typeof value === 'string') found.add(value);
  else if (value && typeof value === 'object') for (const inner of Object.values(value)) stringsIn(inner, found);
  return found;
}
