// Another engine for FHIR forms, LHC-Forms, given the same questionnaires and responses: it enables the same items and gives back the same
// answers. Where it does not, the reason stands here, and in docs/forms.md what we do.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { SHELL } from './chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.NEEDLEWISE ?? join(root, 'build/native/needlewise');
const engine = join(root, 'node_modules/lforms/dist/lforms');
const cases = process.env.FHIR_CASES ?? join(root, '../shared/fhir-cases');
const json = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));

const PAGE = `<!doctype html><meta charset="utf-8"><body>${['webcomponent/assets/lib/zone.min.js', 'webcomponent/lhc-forms.js', 'fhir/R4/lformsFHIR.min.js'].map((path) => `<script src="${path}"></script>`).join('')}`;

let browser;
let page;
before(async () => {
  browser = await chromium.launch({ executablePath: SHELL, args: ['--no-sandbox'] });
  page = await browser.newPage();
  await page.route('http://engine.test/**', (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: PAGE });
    const file = join(engine, path);
    return existsSync(file) ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: readFileSync(file) }) : route.fulfill({ status: 404 });
  });
  await page.goto('http://engine.test/');
  await page.waitForFunction(() => Boolean(globalThis.LForms?.Util && globalThis.LForms?.FHIR?.R4), null, { polling: 100, timeout: 20_000 });
});
after(() => browser?.close());

/** What LHC-Forms makes of them: each linkId with whether it and all around it is enabled, and the response it gives back. */
const theirs = (questionnaire, response) => page.evaluate(({ questionnaire, response }) => {
  const { LForms } = globalThis;
  const form = LForms.Util.convertFHIRQuestionnaireToLForms(questionnaire, 'R4');
  const data = new LForms.LFormsData(LForms.Util.mergeFHIRDataIntoLForms('QuestionnaireResponse', response, form, 'R4'));
  const off = (item) => Boolean(item) && (item._skipLogicStatus === 'target-disabled' || off(item._parentItem));
  const enabled = {};
  for (const item of data.itemList) enabled[item.linkId] = (enabled[item.linkId] ?? false) || !off(item);
  return { enabled, response: LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4', data) };
}, { questionnaire, response });

const ours = (questionnaire, response) => {
  const { stdout, stderr, status } = spawnSync(program, ['enabled', questionnaire, response], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
};

/** Items and all below them. */
const within = (items = []) => items.flatMap((item) => [item, ...within(item.item)]);

/** In LHC-Forms no condition on a day or a time of day ever holds, and none on the order of words; what hangs on one is not compared. */
const untold = (questionnaire) => {
  const items = within(questionnaire.item);
  const typed = (...types) => new Set(items.filter((item) => types.includes(item.type)).map((item) => item.linkId));
  const timed = typed('date', 'dateTime', 'time'), words = typed('string', 'text', 'url');
  const hangs = items.filter((item) => item.enableWhen?.some(({ question, operator }) => (timed.has(question) && operator !== 'exists') || (words.has(question) && /[<>]/.test(operator))));
  return new Set(hangs.flatMap((item) => within([item]).map(({ linkId }) => linkId)));
};

const offered = (questionnaire, value) => within(questionnaire.item).some((item) => item.answerOption?.some(({ valueCoding }) => valueCoding?.code === value.code && valueCoding?.system === value.system));

/** A value as it counts: without what is only for people and what LHC-Forms adds; dateTimes as instants, and days as the first of what is meant. */
function counts(value) {
  const { valueCoding, valueQuantity, valueDateTime, valueDate } = value;
  if (valueCoding) return `${valueCoding.system}|${valueCoding.code}`;
  if (valueQuantity?.code) return `${valueQuantity.value} ${valueQuantity.system}|${valueQuantity.code}`;
  if (valueDateTime) return new Date(valueDateTime).toISOString();
  if (valueDate) return (valueDate + '-01-01').slice(0, 10);
  return JSON.stringify(value);
}

/** Every answer with its linkId in order; no references, which LHC-Forms does not know, and no codings that nobody offers, which it drops. */
const answers = (questionnaire, items = []) => items.flatMap((item) => [
  ...(item.answer ?? []).flatMap(({ item: below, ...value }) => [
    ...(value.valueReference || (value.valueCoding && !offered(questionnaire, value.valueCoding)) ? [] : [`${item.linkId}: ${counts(value)}`]),
    ...answers(questionnaire, below)]),
  ...answers(questionnaire, item.item)]);

/** What differs, in words. @param {string} questionnaireFile @param {string} responseFile @returns {Promise<string[]>} */
async function difference(questionnaireFile, responseFile) {
  const [questionnaire, response] = [json(questionnaireFile), json(responseFile)];
  const [mine, other] = [ours(questionnaireFile, responseFile), await theirs(questionnaire, response)];
  const left = untold(questionnaire);
  const [said, back] = [answers(questionnaire, response.item), answers(questionnaire, other.response.item)];
  return [...Object.keys(mine).filter((id) => !left.has(id) && mine[id] !== other.enabled[id]).map((id) => `${id} is ${mine[id]} here`),
    ...said.filter((each) => !back.includes(each)).map((each) => `gone: ${each}`), ...back.filter((each) => !said.includes(each)).map((each) => `new: ${each}`)];
}

test('the consultation is read alike', async () => {
  const wrong = {};
  for (const file of readdirSync(join(root, 'tests/cases')).filter((name) => name.endsWith('.json'))) {
    const found = await difference(join(root, 'assets/questionnaire/consultation.json'), join(root, 'tests/cases', file));
    if (found.length > 0) wrong[file] = found;
  }
  assert.deepEqual(wrong, {});
});

test('public questionnaires are read alike', { skip: existsSync(cases) ? false : `no cases in ${cases}: set FHIR_CASES` }, async () => {
  const wrong = {};
  const seen = new Set();
  for (const { id, questionnaire, response, expect } of json(join(cases, 'cases.json')).cases) {
    if (!expect.enabled && !expect.valid) continue;  // what is not valid each engine mends in its own way
    const found = await difference(join(cases, questionnaire), join(cases, response));
    if (found.length > 0) wrong[id] = found;
    seen.add(questionnaire);
  }
  assert.deepEqual(wrong, {});
  assert.ok(seen.size >= 10, `${seen.size} questionnaires`);
});
