// What people take along, judged by others: the FHIR bundle by two validators of R4 (the published JSON Schema, and the structure
// definitions), the calendar by two readers of iCalendar.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.NEEDLEWISE ?? join(root, 'build/native/needlewise');
const people = readdirSync(join(root, 'tests/cases')).filter((name) => name.endsWith('.json'));

/** @param {string} file @param {string} format @returns {string} nothing where there is none */
const exported = (file, format) => spawnSync(program, ['export', join(root, 'tests/cases', file), '--format', format, '--on', '2026-11-22', '--assets', join(root, 'assets')], { encoding: 'utf8' }).stdout;

/** Both by name: what each finds wrong with a resource. */
function judges() {
  const Schema = require('@asymmetrik/fhir-json-schema-validator');
  const { Fhir } = require('fhir');
  const schema = new Schema();
  const definitions = new Fhir();
  return {
    schema: (/** @type {object} */ resource) => schema.validate(resource) ?? [],
    definitions: (/** @type {object} */ resource) => definitions.validate(resource).messages.filter((/** @type {{severity: string}} */ each) => ['error', 'fatal'].includes(each.severity)),
  };
}

test('every bundle keeps to FHIR R4', () => {
  for (const [name, judge] of Object.entries(judges())) {
    for (const file of people) {
      const bundle = JSON.parse(exported(file, 'fhir'));
      assert.deepEqual(judge(bundle), [], `${name}: ${file}`);
      assert.deepEqual(judge(bundle.entry[0].resource), [], `${name}: the response of ${file}`);
    }
    const broken = JSON.parse(exported(people[0], 'fhir'));
    broken.entry[0].resource.status = 'nearly';
    delete broken.type;
    assert.notDeepEqual(judge(broken), [], `${name} finds what is wrong`);
  }
});

test('the consultation is a FHIR R4 questionnaire', () => {
  const questionnaire = JSON.parse(readFileSync(join(root, 'assets/questionnaire/consultation.json'), 'utf8'));
  for (const [name, judge] of Object.entries(judges())) assert.deepEqual(judge(questionnaire), [], name);
});

const day = (/** @type {Date} */ date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

test('every calendar is read alike by two readers', () => {
  const calendar = require('node-ical');
  const seen = [];
  for (const file of people) {
    const text = exported(file, 'ics');
    if (!text) continue;
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    const one = events.map((event) => [event.uid, event.startDate.toString(), event.endDate.toString(), event.summary, event.description]);
    const other = Object.values(calendar.sync.parseICS(text)).filter((each) => each.type === 'VEVENT')
      .map((event) => [event.uid, day(event.start), day(event.end), event.summary, event.description]);
    assert.deepEqual(one, other, file);
    assert.equal(new Set(one.map(([uid]) => uid)).size, one.length, 'an event is itself only once');
    assert.equal(one.length, text.match(/BEGIN:VEVENT/g)?.length);
    seen.push(...one);
  }
  assert.ok(seen.length > 3);
  for (const [, from, until, summary, description] of seen) {
    assert.ok(from < until && summary && description && !/\\[,;n]/.test(summary + description), summary);
  }
});
