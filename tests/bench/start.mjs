// What it takes until somebody can answer: Needlewise, and a questionnaire of SurveyJS with as many questions, in the same run, on a CPU
// slowed down four times and a line of 9 Mbit/s and 60 ms. Needs the built site; prints, and judges nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM } from '../browser/chromium.mjs';
import { openSite, root } from '../browser/helpers.mjs';
import { measureAll, openPeer, printTable, RATE, surveyFiles } from './shared/visit.mjs';

const ROUNDS = 5;
const QUESTIONS = 30;

const elements = Array.from({ length: QUESTIONS }, (_, i) => ({ type: 'radiogroup', name: `q${i}`, title: `Question ${i + 1}`, choices: ['One', 'Two', 'Three', 'Four'] }));
const survey = await openPeer(surveyFiles((path) => readFileSync(join(root, 'node_modules', path)), { questionsOnPageMode: 'questionPerPage', elements }));
const site = await openSite([], CHROMIUM);
const peer = `SurveyJS, ${QUESTIONS} questions`;
// The first pages stand in the page itself (tools/first.mjs): read and answered from then on, whatever comes when.
const answerable = '[data-still] .option input, [data-still] a[data-look="primary"]';
const option = 'label:has(> input[type="radio"]), .option:not(#mirror [data-still] *)';
const typical = await measureAll(site.browser, [
  { name: 'Needlewise, home, read', url: site.url, ready: answerable, complete: 'html[data-complete]' },
  { name: 'Needlewise, home', url: site.url, ready: 'html[data-ready]', complete: 'html[data-complete]' },
  { name: 'Needlewise, first question', url: `${site.url}/#/questions`, ready: 'html[data-ready]', complete: 'html[data-complete]', option },
  { name: peer, url: survey.url, ready: '.sd-question input', complete: '.sd-question input', option: '.sd-question .sd-item label' },
], ROUNDS);

console.log(`\nStart in Chromium, 390x844, CPU ${RATE} times slower, 9 Mbit/s, 60 ms, nothing kept (median of ${ROUNDS}; in brackets: times SurveyJS)`);
printTable(typical, peer, [['early', 'kB before ready', 1000], ['all', 'kB in all', 1000], ['ready', 'ready, ms', 1], ['painted', 'first words seen, ms', 1], ['longest', 'longest task, ms', 1], ['click', 'option to 2nd frame, ms', 1]]);
await site.close();
survey.close();
