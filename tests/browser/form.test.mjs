// Anybody's questionnaire in the browser, in both skins: filled in from the first page to the file, and what is shown when it is broken.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { PNG } from 'pngjs';
import { violations, withAxe } from './axe.mjs';
import { atPath, continueButton, openPage, openSite, settled, words } from './helpers.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const extension = (name, value) => ({ url: `http://hl7.org/fhir/StructureDefinition/${name}`, ...value });
const option = (code) => ({ valueCoding: { system: 'urn:x', code, display: `Option ${code}` } });
const form = {
  resourceType: 'Questionnaire', url: 'urn:intake', status: 'active', title: 'Intake', item: [
    { linkId: 'you', type: 'group', text: 'About you', item: [
      { linkId: 'name', type: 'string', text: 'Your name', required: true, maxLength: 40 },
      { linkId: 'seen', type: 'dateTime', text: 'Last visit' },
      { linkId: 'wake', type: 'time', text: 'You wake at' },
      { linkId: 'weight', type: 'quantity', text: 'Weight', extension: ['kg', 'g'].map((code) => extension('questionnaire-unitOption', { valueCoding: { system: 'http://unitsofmeasure.org', code, display: code } })) },
      { linkId: 'which', type: 'open-choice', text: 'Which?', answerOption: 'abcdefghijkl'.split('').map(option) }] },
    { linkId: 'child', type: 'group', text: 'Child', repeats: true, item: [
      { linkId: 'age', type: 'integer', text: 'Age', extension: [extension('minValue', { valueInteger: 0 })] },
      { linkId: 'school', type: 'boolean', text: 'At school?', enableWhen: [{ question: 'age', operator: '>=', answerInteger: 6 }] }] },
    { linkId: 'sum', type: 'integer', text: 'Counted', extension: [{ url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression', valueExpression: { language: 'text/fhirpath', expression: '1' } }] }],
};

/** @param {string} body */
const serving = (body) => async (page) => {
  await withAxe(page);
  await page.route('**/forms/intake.json', (route) => route.fulfill({ contentType: 'application/json', body }));
};

const main = (page) => page.locator('main');

for (const skin of ['canvas', 'plain']) {
  test(`a form is filled in and saved in the ${skin} skin`, async () => {
    const { page, errors } = await openPage(site, { query: `questionnaire=forms/intake.json${skin === 'plain' ? '&view=plain' : ''}`, before: serving(JSON.stringify(form)) });
    const wrong = {};
    const check = async (name) => {
      await settled(page);
      const found = [...await violations(page), ...((await page.locator('#mirror').innerText()).match(/⟦.*?⟧/g) ?? [])];
      if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) found.push('scrolls sideways');
      if (found.length) wrong[name] = found;
    };
    await page.getByRole('heading', { level: 1, name: 'Intake' }).waitFor();
    await check('start');
    await main(page).getByRole('link', { name: words['form.start'] }).click();
    await atPath(page, 'form/1');
    await continueButton(page).click();
    await main(page).getByRole('alert').waitFor();
    await check('missing');
    await page.getByLabel('Your name').fill('Ada');
    await page.getByLabel('Last visit').fill('2026-11-05T14:30');
    await page.getByLabel('You wake at').fill('06:15');
    await page.getByLabel('Weight', { exact: true }).fill('70,5');
    await page.getByLabel('Which?', { exact: true }).selectOption({ label: 'Option c' });
    await check('first page');
    await continueButton(page).click();
    await atPath(page, 'form/2');
    await page.getByLabel('Age', { exact: true }).fill('7');
    await page.getByRole('radio', { name: words['answer.yes'] }).check();
    await page.getByRole('button', { name: words['form.add'].replace('{name}', 'Child') }).click();
    await page.getByLabel('Age', { exact: true }).nth(1).fill('3');
    assert.equal(await page.getByRole('radiogroup').count(), 1, 'a child of three is not at school');
    await check('repeated');
    await continueButton(page).click();
    await atPath(page, 'form/3');
    await main(page).getByText(words['form.not-supported']).waitFor();
    await check('not supported');
    await continueButton(page).click();
    await atPath(page, 'form/review');
    assert.match(await main(page).innerText(), /Weight\s+70.5 kg[^]*Which\?\s+Option c/);
    await check('review');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words['form.save'] }).click()]);
    const saved = JSON.parse(readFileSync(await download.path(), 'utf8'));
    assert.deepEqual([saved.resourceType, saved.status, saved.questionnaire], ['QuestionnaireResponse', 'completed', 'urn:intake']);
    const [you, first, second] = saved.item;
    assert.deepEqual(you.item.map((item) => item.answer[0]), [{ valueString: 'Ada' },
      { valueDateTime: await page.evaluate(() => { const east = -new Date('2026-11-05T14:30').getTimezoneOffset(); const two = (n) => String(n).padStart(2, '0'); return `2026-11-05T14:30:00${east === 0 ? 'Z' : `${east < 0 ? '-' : '+'}${two(Math.trunc(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`}`; }) },
      { valueTime: '06:15:00' }, { valueQuantity: { value: 70.5, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' } },
      { valueCoding: { system: 'urn:x', code: 'c', display: 'Option c' } }]);
    assert.deepEqual([first, second].map((item) => item.item.map((each) => each.answer)), [[[{ valueInteger: 7 }], [{ valueBoolean: true }]], [[{ valueInteger: 3 }]]]);
    assert.deepEqual(wrong, {});
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

for (const skin of ['canvas', 'plain']) {
  test(`what the browser tells nobody of is an answer, or is said to be none, in the ${skin} skin`, async () => {
    const control = { valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'slider' }] } };
    const quiet = { ...form, item: [{ linkId: 'all', type: 'group', text: 'All', item: [
      { linkId: 'pain', type: 'integer', text: 'Pain', extension: [extension('questionnaire-itemControl', control), extension('minValue', { valueInteger: 0 }), extension('maxValue', { valueInteger: 10 })] },
      { linkId: 'since', type: 'date', text: 'Since' }, { linkId: 'why', type: 'string', text: 'Why?' }] }] };
    const { page, errors } = await openPage(site, { query: `questionnaire=forms/intake.json${skin === 'plain' ? '&view=plain' : ''}`, before: serving(JSON.stringify(quiet)) });
    await main(page).getByRole('link', { name: words['form.start'] }).click();
    await atPath(page, 'form/1');
    const slider = page.getByRole('slider', { name: 'Pain' });
    await slider.press('Tab');
    await settled(page);
    assert.equal(await slider.getAttribute('aria-valuetext'), words['review.unanswered'], 'who only passes by answers nothing');
    await slider.press('Home');
    await settled(page);
    assert.equal(await slider.getAttribute('aria-valuetext'), '0');
    await page.getByLabel('Since').focus();
    await page.keyboard.type('12');
    await continueButton(page).click();
    await main(page).getByRole('alert').waitFor();
    assert.match(await main(page).getByRole('alert').innerText(), new RegExp(words['form.error.date']));
    assert.ok(await page.getByLabel('Since').evaluate((field) => field.validity.badInput), 'the part that was typed stays');
    await page.getByLabel('Since').fill('');
    await page.getByLabel('Why?').fill('Because');
    await page.getByLabel('Why?').press('Enter');
    await atPath(page, 'form/review');
    assert.match(await main(page).innerText(), /Pain\s+0[^]*Why\?\s+Because/);
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

/** A photo that is red all over. */
function photo(width, height) {
  const png = new PNG({ width, height });
  for (let i = 0; i < png.data.length; i += 4) png.data.set([200, 20, 20, 255], i);
  return PNG.sync.write(png).toString('base64');
}

for (const skin of ['canvas', 'plain']) {
  test(`pictures of a form are seen and have names, and none is fetched, in the ${skin} skin`, async () => {
    const media = (name, attachment) => ({ url: `http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-${name}`, valueAttachment: { contentType: 'image/png', ...attachment } });
    const kind = (code, width) => ({ ...option(code), extension: [media('itemAnswerMedia', { data: photo(width, 90) })] });
    const pictures = { ...form, item: [{ linkId: 'all', type: 'group', text: 'Pictures', item: [
      { linkId: 'where', type: 'string', text: 'Where?', extension: [media('itemMedia', { title: 'A back', data: photo(480, 300) })] },
      { linkId: 'kind', type: 'choice', text: 'Which?', answerOption: [kind('a', 120), kind('b', 60)] },
      { linkId: 'far', type: 'string', text: 'How far?', extension: [media('itemMedia', { title: 'A map', url: 'https://elsewhere.example/map.png' })] },
      { linkId: 'odd', type: 'string', text: 'And this?', extension: [media('itemMedia', { title: 'A film', contentType: 'image/gif', data: 'R0lGODlhAQABAAAAACw=' })] }] }] };
    const { page, errors, requests } = await openPage(site, { query: `questionnaire=forms/intake.json${skin === 'plain' ? '&view=plain' : ''}`, before: serving(JSON.stringify(pictures)) });
    await main(page).getByRole('link', { name: words['form.start'] }).click();
    await atPath(page, 'form/1');
    await settled(page);
    const seen = (name) => page.getByRole('img', { name, exact: true }).locator('img').evaluate(async (image) => {
      await image.decode();
      const { width, height } = image.getBoundingClientRect();
      return [image.naturalWidth, image.naturalHeight, Math.abs(width / height - image.naturalWidth / image.naturalHeight) < 0.02, getComputedStyle(image).opacity];
    });
    assert.deepEqual(await seen('A back'), [480, 300, true, '1']);
    assert.deepEqual([await seen('Option a'), await seen('Option b')], [[120, 90, true, '1'], [60, 90, true, '1']]);
    assert.equal(await main(page).getByRole('link', { name: 'A map' }).getAttribute('href'), 'https://elsewhere.example/map.png');
    await main(page).getByText('the picture "A film" is not shown: it is neither PNG nor JPEG').waitFor();
    // What is seen where the photo lies is the photo.
    const box = await page.getByRole('img', { name: 'A back' }).boundingBox();
    const shot = PNG.sync.read(await page.screenshot({ clip: { x: box.x + box.width / 2, y: box.y + box.height / 2, width: 2, height: 2 } }));
    assert.deepEqual([...shot.data.subarray(0, 3)], [200, 20, 20]);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual([requests, errors], [[], []]);
    await page.context().close();
  });
}

test('a form that cannot be read says so', async () => {
  for (const body of ['{"resourceType": "Questionnaire", "item": [', '{"resourceType": "Patient"}', '']) {
    const { page } = await openPage(site, { query: 'questionnaire=forms/intake.json', before: serving(body) });
    await page.getByRole('heading', { level: 1, name: words['form.refused.title'] }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  }
});

test('a form that did not come comes when the page is loaded again', async () => {
  let comes = false;
  const { page } = await openPage(site, { query: 'questionnaire=forms/intake.json', before: (fresh) => fresh.route('**/forms/intake.json', (route) => (comes ? route.fulfill({ json: form }) : route.abort())) });
  await page.getByRole('heading', { level: 1, name: words['form.refused.title'] }).waitFor();
  comes = true;
  await page.getByRole('button', { name: words['trouble.reload'], exact: true }).click();
  await page.getByRole('heading', { level: 1, name: form.title }).waitFor();
  await page.context().close();
});

test('a form is taken from this site only', async () => {
  const { page } = await openPage(site, { query: 'questionnaire=https://elsewhere.example/intake.json' });
  await page.getByRole('heading', { level: 1, name: words['form.refused.title'] }).waitFor();
  assert.match(await main(page).innerText(), /is the address right, and on this site\?/);
  await page.context().close();
});
