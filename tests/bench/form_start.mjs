// Forms of 30, 300 and 2,000 questions, ten to a page: Needlewise with a FHIR questionnaire, SurveyJS, and LHC-Forms with the same
// questionnaire, in the same run. Needs the built site; prints, and judges nothing.
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { CHROMIUM } from '../browser/chromium.mjs';
import { openSite, root } from '../browser/helpers.mjs';
import { measureAll, openPeer, printTable, RATE, surveyFiles } from './shared/visit.mjs';

const ROUNDS = 3;
const ON_A_PAGE = 10;
const CHOICES = ['One', 'Two', 'Three', 'Four'];

const file = (path) => readFileSync(join(root, 'node_modules', path));
const pagesOf = (questions, page) => Array.from({ length: questions / ON_A_PAGE }, (_, i) => page(i, Array.from({ length: ON_A_PAGE }, (_unused, j) => i * ON_A_PAGE + j)));

const questionnaire = (questions) => ({
  resourceType: 'Questionnaire', status: 'active', url: 'http://bench.test/form', title: `${questions} questions`,
  item: pagesOf(questions, (i, numbers) => ({
    linkId: `page-${i}`, type: 'group', text: `Page ${i + 1}`,
    item: numbers.map((number) => ({ linkId: `q${number}`, type: 'choice', text: `Question ${number + 1}`, answerOption: CHOICES.map((display, code) => ({ valueCoding: { code: String(code), display } })) })),
  })),
});

const surveyOf = (questions) => ({
  pages: pagesOf(questions, (i, numbers) => ({ name: `page${i}`, title: `Page ${i + 1}`, elements: numbers.map((number) => ({ type: 'radiogroup', name: `q${number}`, title: `Question ${number + 1}`, choices: CHOICES })) })),
});

/** LHC-Forms as its documentation has it: all of the form on one page. */
function lhcFiles(form) {
  const folder = 'lforms/dist/lforms';
  const scripts = ['webcomponent/assets/lib/zone.min.js', 'webcomponent/lhc-forms.js', 'fhir/R4/lformsFHIR.min.js'];
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>LHC-Forms</title>
<link rel="stylesheet" href="webcomponent/styles.css">${scripts.map((path) => `<script defer src="${path}"></script>`).join('')}<script defer src="page.js"></script><div id="form"></div>`;
  const styles = readdirSync(join(root, 'node_modules', folder, 'webcomponent')).filter((name) => name === 'styles.css');
  return new Map(/** @type {[string, [string, Buffer]][]} */ ([
    ['/', ['text/html', Buffer.from(page)]],
    ...styles.map((name) => [`/webcomponent/${name}`, ['text/css', file(`${folder}/webcomponent/${name}`)]]),
    ...scripts.map((path) => [`/${path}`, ['text/javascript', file(`${folder}/${path}`)]]),
    ['/page.js', ['text/javascript', Buffer.from(`LForms.Util.addFormToPage(LForms.Util.convertFHIRQuestionnaireToLForms(${JSON.stringify(form)}, 'R4'), 'form')`)]],
  ]));
}

// The site with the forms beside it, sent with brotli as the files of the others are.
const SIZES = [30, 300, 2000];
const built = process.env.NEEDLEWISE_SITE ?? join(root, 'build/site');
const folder = mkdtempSync(join(tmpdir(), 'forms-'));
for (const name of readdirSync(built)) symlinkSync(join(built, name), join(folder, name));
for (const questions of SIZES) {
  const text = JSON.stringify(questionnaire(questions));
  writeFileSync(join(folder, `form-${questions}.json`), text);
  writeFileSync(join(folder, `form-${questions}.json.br`), brotliCompressSync(text));
}
process.env.NEEDLEWISE_SITE = folder;

const site = await openSite([], CHROMIUM);
for (const questions of SIZES) {
  const survey = await openPeer(surveyFiles(file, surveyOf(questions)));
  const lhc = await openPeer(lhcFiles(questionnaire(questions)));
  const typical = await measureAll(site.browser, [
    { name: 'Needlewise', url: `${site.url}/?questionnaire=form-${questions}.json#/form/1`, ready: 'html[data-ready]:has(fieldset)', complete: 'html[data-complete]:has(fieldset)', option: '.option' },
    { name: 'SurveyJS', url: survey.url, ready: '.sd-question input', complete: '.sd-question input', option: '.sd-question .sd-item label' },
    { name: 'LHC-Forms', url: lhc.url, ready: '#form input', complete: '#form input' },
  ], ROUNDS);
  console.log(`\n${questions} questions, ${ON_A_PAGE} to a page, CPU ${RATE} times slower, 9 Mbit/s, 60 ms, nothing kept (median of ${ROUNDS}; in brackets: times SurveyJS)`);
  printTable(typical, 'SurveyJS', [['all', 'kB in all', 1000], ['ready', 'ready, ms', 1], ['longest', 'longest task, ms', 1], ['click', 'option to 2nd frame, ms', 1]]);
  survey.close();
  lhc.close();
}
await site.close();
rmSync(folder, { recursive: true });
