// As much of JSON Schema 2020-12 as assets/packs/pack.schema.json uses. A keyword it does not know is an error, not passed over.

const said = new Set(['$schema', '$id', '$defs', 'title', 'description', 'default', 'format']);

const typeOf = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value);
const isObject = (value) => typeOf(value) === 'object';
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** Each keyword: whether the value keeps to it. What is said of objects says nothing of other values, and so on. */
const keywords = {
  type: ({ value, rule }) => [rule].flat().some((type) => type === typeOf(value) || (type === 'number' && typeOf(value) === 'integer')),
  const: ({ value, rule }) => same(value, rule),
  enum: ({ value, rule }) => rule.some((each) => same(value, each)),
  pattern: ({ value, rule }) => typeof value !== 'string' || new RegExp(rule, 'u').test(value),
  minLength: ({ value, rule }) => typeof value !== 'string' || [...value].length >= rule,
  maxLength: ({ value, rule }) => typeof value !== 'string' || [...value].length <= rule,
  minimum: ({ value, rule }) => typeof value !== 'number' || value >= rule,
  maximum: ({ value, rule }) => typeof value !== 'number' || value <= rule,
  minItems: ({ value, rule }) => !Array.isArray(value) || value.length >= rule,
  maxItems: ({ value, rule }) => !Array.isArray(value) || value.length <= rule,
  uniqueItems: ({ value }) => !Array.isArray(value) || new Set(value.map((each) => JSON.stringify(each))).size === value.length,
  required: ({ value, rule }) => !isObject(value) || rule.every((name) => name in value),
  propertyNames: ({ value, rule, fits }) => !isObject(value) || Object.keys(value).every((name) => fits(name, rule)),
  properties: ({ value, rule, fits }) => !isObject(value) || Object.entries(value).every(([name, each]) => !(name in rule) || fits(each, rule[name], name)),
  additionalProperties: ({ value, rule, schema, fits }) => !isObject(value)
    || Object.entries(value).every(([name, each]) => name in (schema.properties ?? {}) || (rule !== false && fits(each, rule, name))),
  items: ({ value, rule, fits }) => !Array.isArray(value) || value.every((each, i) => fits(each, rule, i)),
  anyOf: ({ value, rule, fits }) => rule.some((each) => fits(value, each)),
  allOf: ({ value, rule, fits }) => rule.every((each) => fits(value, each)),
  not: ({ value, rule, fits }) => !fits(value, rule),
  if: ({ value, rule, schema, fits }) => fits(value, (fits(value, rule) ? schema.then : schema.else) ?? {}),
  then: () => true,
  else: () => true,
};

/** The first place where the value does not keep to the schema; empty when it does. */
export function fault(root, value) {
  let worst = '';
  const at = [];
  const fits = (inner, schema, step) => {
    if (step !== undefined) at.push(step);
    const holds = Object.entries(schema).every(([word, rule]) => {
      if (said.has(word)) return true;
      if (word === '$ref') return fits(inner, rule.split('/').slice(1).reduce((inside, name) => inside[name], root));
      if (!(word in keywords)) throw new Error(`the schema uses "${word}", which this test cannot judge`);
      const good = keywords[word]({ value: inner, rule, schema, fits });
      if (!good) worst ||= `/${at.join('/')}: ${word}`;
      return good;
    });
    if (step !== undefined) at.pop();
    return holds;
  };
  worst = '';
  return fits(value, root) ? '' : worst;
}
