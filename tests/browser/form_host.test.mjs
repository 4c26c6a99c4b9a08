// Answers to anybody's questionnaire around its pages: kept over a reload, brought by a clinic's pack, sent to its address and to the page
// that embeds this one.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { atPath, continueButton, openPage, openSite, pathOf, people, ready, settled, toast, words } from './helpers.mjs';
import { clinicPage, openHost, openHosts, withPack } from './hosts.mjs';
import { hurryToResult } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const intake = (more = []) => ({ resourceType: 'Questionnaire', url: 'urn:intake', status: 'active', title: 'Intake', item: [
  { linkId: 'name', type: 'string', text: 'Your name', required: true },
  { linkId: 'smoke', type: 'boolean', text: 'Do you smoke?' }, ...more] });
const pack = (fields) => ({ needlewise: 'pack', format: 1, id: 'mine', name: 'A Clinic', contact: { phone: '020 7946 0000' }, reviewed: '2026-11-01', review_by: '2027-11-01', ...fields });
const serving = (files) => async (page) => {
  for (const [path, body] of Object.entries(files)) await page.route(`**/${path}`, (route) => route.fulfill({ json: body }));
};
const main = (page) => page.locator('main');
const stored = (page) => page.evaluate(() => Object.values(sessionStorage).join());

async function fill(page) {
  await main(page).getByRole('link', { name: words['form.start'] }).click();
  await atPath(page, 'form/1');
  await page.getByLabel('Your name').fill('Ada');
  await page.getByRole('radio', { name: words['answer.no'] }).check();
  await settled(page);
}

async function reload(page) {
  await page.reload();
  await ready(page);
  await settled(page);
}

for (const query of ['', '&view=plain']) {
  test(`a reload loses nothing, and starting over keeps nothing ${query}`, async () => {
    const files = { 'forms/intake.json': intake() };
    const { page, errors } = await openPage(site, { query: `questionnaire=forms/intake.json${query}`, before: serving(files) });
    await fill(page);
    await reload(page);
    assert.equal(pathOf(page), 'form/1');
    assert.equal(await page.getByLabel('Your name').inputValue(), 'Ada');
    assert.ok(await page.getByRole('radio', { name: words['answer.no'] }).isChecked());
    await continueButton(page).click();
    await atPath(page, 'form/review');
    await page.getByRole('button', { name: words['action.start-over'] }).click();
    await page.getByRole('dialog').getByRole('button', { name: words['start-over.yes'] }).click();
    await settled(page);
    assert.doesNotMatch(await stored(page), /Ada/);
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test('what was kept of another version of the form is left out and said', async () => {
  let served = intake([{ linkId: 'gone', type: 'string', text: 'Your pet' }]);
  const { page } = await openPage(site, { query: 'questionnaire=forms/intake.json', before: (fresh) => fresh.route('**/forms/intake.json', (route) => route.fulfill({ json: served })) });
  await fill(page);
  await page.getByLabel('Your pet').fill('Rex');
  await settled(page);
  served = intake();
  await reload(page);
  assert.equal(await page.getByLabel('Your name').inputValue(), 'Ada');
  await toast(page, words['notice.kept-part'].replace('{count}', '1')).waitFor();
  await page.context().close();
});

test('answers that are too long for the tab to keep are said not to be kept', async () => {
  const stories = Array.from({ length: 11 }, (_, i) => ({ linkId: `story${i}`, type: 'text', text: `Story ${i}` }));
  const { page } = await openPage(site, { query: 'questionnaire=forms/intake.json', before: serving({ 'forms/intake.json': intake(stories) }) });
  await fill(page);
  for (const { text } of stories) {
    assert.equal(await toast(page, words['notice.not-kept']).count(), 0, text);
    const field = page.getByRole('textbox', { name: text, exact: true });
    if (await field.count() === 0) await continueButton(page).click();  // it stands on the next page
    await field.fill('x'.repeat(99000));
    await settled(page);
  }
  await toast(page, words['notice.not-kept']).waitFor();
  assert.ok(await stored(page).then((all) => all.length < 1e6 && !all.includes('x'.repeat(50))), 'not half of it either');
  await page.context().close();
});

test('a form that cannot be had for once takes no answers along', async () => {
  const answer = { how: (route) => route.fulfill({ json: intake() }) };
  const { page } = await openPage(site, { query: 'questionnaire=forms/intake.json', before: (fresh) => fresh.route('**/forms/intake.json', (route) => answer.how(route)) });
  await fill(page);
  for (const how of [(route) => route.fulfill({ status: 503 }), (route) => route.fulfill({ contentType: 'text/html', body: '<p>Log in' }), (route) => route.abort()]) {
    const { how: before } = answer;
    answer.how = how;
    await reload(page);
    assert.match(await stored(page), /Ada/);
    answer.how = before;
  }
  await reload(page);
  assert.equal(await page.getByLabel('Your name').inputValue(), 'Ada');
  await page.context().close();
});

test('a pack brings a questionnaire in the place of the consultation, and it is sent to its address', async () => {
  const posted = [];
  let refuses = false;
  const { page, errors } = await openPage(site, { query: 'pack=packs/mine.json', before: async (fresh) => {
    await serving({ 'packs/mine.json': pack({ questionnaire: { resource: intake() }, send: { endpoint: '/answers' } }) })(fresh);
    await fresh.route('**/answers', (route) => {
      posted.push(route.request().postDataJSON());
      return route.fulfill({ status: refuses ? 400 : 201 });
    });
  } });
  await page.getByRole('heading', { level: 1, name: 'Intake' }).waitFor();
  await fill(page);
  await continueButton(page).click();
  await atPath(page, 'form/review');
  await page.getByRole('button', { name: words['take.send.show'] }).click();
  await atPath(page, 'form/send');
  assert.match(await main(page).innerText(), /Your name\s+Ada/);
  assert.deepEqual(posted, [], 'nothing goes before somebody said so');
  await page.getByRole('button', { name: words['send.yes'] }).click();
  await page.getByText(words['send.sent.title']).first().waitFor();
  assert.deepEqual(posted.map(({ resourceType, status, item }) => [resourceType, status, item.map(({ answer }) => answer)]),
    [['QuestionnaireResponse', 'completed', [[{ valueString: 'Ada' }], [{ valueBoolean: false }]]]]);
  await reload(page);
  assert.equal(pathOf(page), 'form/send');
  assert.ok(await page.getByText(words['send.sent.title']).first().isVisible(), 'and is still said after a reload');
  assert.equal(await page.getByText(words['send.not-asked']).count(), 0);
  await page.goBack();
  await atPath(page, 'form/review');
  await main(page).getByText(words['send.sent.title'], { exact: true }).waitFor();
  assert.equal(await page.getByRole('button', { name: words['take.send.show'] }).count(), 0, 'nothing goes twice');
  await page.goForward();
  await atPath(page, 'form/send');
  await page.evaluate(() => { for (const [key, text] of Object.entries(sessionStorage)) sessionStorage.setItem(key, text.replace('"form-sent"', '"form-sending"')); });
  await reload(page);
  await page.getByRole('heading', { name: words['send.cut-off.title'] }).waitFor();
  refuses = true;
  await page.getByRole('button', { name: words['send.again'] }).click();
  await page.getByRole('heading', { name: words['send.failed.title'] }).waitFor();
  await reload(page);
  await page.getByText(words['send.tried']).waitFor();
  await page.getByRole('button', { name: words['take.send.show'] }).click();
  await page.getByText(words['send.lead.tried']).waitFor();
  assert.deepEqual(errors.filter((error) => !error.includes('400')), []);  // the browser tells of the refusal
  await page.context().close();
});

test('a pack brings a questionnaire after the consultation, from beside it', async () => {
  const { page, errors } = await openPage(site, { query: 'pack=packs/mine.json', before: serving({ 'packs/mine.json': pack({ questionnaire: { url: 'intake.json', place: 'after' } }), 'packs/intake.json': intake() }) });
  await hurryToResult(page, people().yusuf);
  await main(page).getByRole('link', { name: /^Intake/ }).click();
  await atPath(page, 'form');
  await fill(page);
  await reload(page);
  assert.equal(await page.getByLabel('Your name').inputValue(), 'Ada');
  await page.evaluate(() => { location.hash = '#/result'; });
  await atPath(page, 'result');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a questionnaire of a pack from elsewhere is not fetched', async () => {
  const { page, requests } = await openPage(site, { query: 'pack=packs/mine.json', before: serving({ 'packs/mine.json': pack({ questionnaire: { url: 'https://elsewhere.example/intake.json' } }) }) });
  await page.getByRole('heading', { level: 1, name: words['form.refused.title'] }).waitFor();
  assert.ok(!requests.some((url) => url.includes('elsewhere')));
  await page.context().close();
});

test('the page around this one gets the answers it is sent', async () => {
  const hosts = await openHosts();
  hosts.pages.set('clinic.html', clinicPage(hosts.site, `<script type="module" src="${hosts.site}/embed.mjs"></script><needlewise-consult id="inline" lang="en" pack="packs/test.json"></needlewise-consult>`));
  const { page, errors } = await openHost(hosts, 'clinic.html', { before: withPack({ allowed_origins: [hosts.host], send: undefined, questionnaire: { resource: intake() } }) });
  await page.evaluate(() => document.addEventListener('needlewise-send', (event) => {
    Object.assign(window, { got: event.detail.fhir });
    event.detail.respondWith(true);
  }));
  const frame = page.frameLocator('#inline iframe');
  await frame.getByRole('link', { name: words['form.start'] }).click();
  await frame.getByLabel('Your name').fill('Ada');
  await frame.getByRole('button', { name: words['action.continue'] }).first().click();
  await frame.getByRole('button', { name: words['take.send.show'] }).click();
  await frame.getByRole('button', { name: words['send.yes'] }).click();
  await frame.getByText(words['send.sent.title']).first().waitFor();
  assert.deepEqual(await page.evaluate(() => [window.got.resourceType, window.got.item[0].answer]), ['QuestionnaireResponse', [{ valueString: 'Ada' }]]);
  assert.deepEqual(errors, []);
  await page.context().close();
  await hosts.close();
});
