// The pack studio as a web admin meets it: what greets them, a pack from nothing by role and label, what the linter says at its field,
// conditions of several clauses, anybody's questionnaire, text that is no JSON, the preview, the download, and the two lines of HTML in
// a page of another origin.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { violations, withAxe } from './axe.mjs';
import { clinicPage, openHost, openHosts, shown } from './hosts.mjs';
import { ready, root, TODAY } from './helpers.mjs';

const LONG = { timeout: 30_000 };

describe('the pack studio', () => {
  let hosts;
  let folder;
  before(async () => {
    hosts = await openHosts();
    folder = mkdtempSync(join(tmpdir(), 'studio-'));
  });
  after(async () => {
    await hosts?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  async function open({ prepare, ...context } = {}) {
    const page = await (await hosts.browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block', ...context })).newPage();
    const errors = [];
    // The site in the preview says what is wrong with a pack, for those who look after it.
    page.on('console', (message) => { if (!message.text().startsWith('pack.json') && (message.type() === 'error' || /Content.Security.Policy|Trusted/i.test(message.text()))) errors.push(message.text()); });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.clock.install({ time: `${TODAY}T12:00:00` });
    await page.clock.resume();
    await prepare?.(page);
    await page.goto(`${hosts.site}/studio.html`);
    await ready(page);
    return { page, errors };
  }

  const field = (page, label) => page.locator('#edit').getByLabel(label, { exact: true });
  const count = (page) => page.locator('#count');
  const unfold = (page) => page.getByRole('button', { name: 'Unfold or fold all' }).click();
  const preview = async (page) => {
    const frame = await (await page.locator('#stage iframe').elementHandle()).contentFrame();
    await frame.locator('html[data-ready]').waitFor({ state: 'attached', ...LONG });
    return frame;
  };

  /** A small pack that the linter is content with. */
  async function fillIn(page) {
    await page.getByRole('button', { name: 'A new pack' }).click();
    await field(page, 'Name of the clinic').fill('Rose Clinic');
    await field(page, 'Name of the clinic').press('Tab');
    await unfold(page);
    await field(page, 'Telephone').fill('+44 20 7946 0999');
  }

  /** One page with such a pack for several tests, whichever of them comes first. */
  let filled;
  const filledIn = () => filled ??= open().then(async (opened) => {
    await fillIn(opened.page);
    return opened;
  });

  test('a pack from nothing, by role and label; what is downloaded works', async () => {
    const { page, errors } = await open({ acceptDownloads: true });
    await page.getByRole('list', { name: 'Three steps' }).getByRole('link', { name: /^Name and colours/ }).waitFor();
    assert.ok(await page.locator('#begun').isHidden(), 'before the first press there is nothing to fill in');
    await page.getByRole('button', { name: 'A new pack' }).click();
    assert.ok(await field(page, 'Name of the clinic').evaluate((input) => document.activeElement === input));
    await count(page).getByText('2 to fill in').waitFor();
    assert.equal(await page.getByText('This is missing.').count(), 0, 'what nobody has come to is no error');
    await page.keyboard.press('Tab');
    await page.getByText('This is missing.').first().waitFor();
    await count(page).getByText('1 error, 1 to fill in').waitFor();
    const summary = page.getByRole('region', { name: 'What is left to mend' });
    const wanted = page.getByRole('button', { name: 'Download the pack' }).first();
    await wanted.click();
    assert.ok(await summary.evaluate((part) => document.activeElement === part), 'the errors come first');
    assert.deepEqual(await summary.getByRole('link').allInnerTexts(), ['Name of the clinic', 'Id']);
    assert.match(await page.title(), /^Error: /);
    const [unfinished] = await Promise.all([page.waitForEvent('download'), summary.getByRole('button', { name: 'Download it unfinished' }).click()]);
    assert.equal(unfinished.suggestedFilename(), 'pack.json');
    await fillIn(page);
    await page.locator('#count').getByText('Nothing to mend').waitFor(LONG);
    assert.equal(await field(page, 'Id').first().inputValue(), 'rose-clinic', 'the id is made from the name');

    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.keyboard.type('Do you know us?');
    await field(page, 'Accent colour').fill('#8a1c3c');
    const waits = page.getByRole('group', { name: 'Anti-wrinkle injections in the area', exact: true });
    await waits.getByLabel('Anti-wrinkle injections in the area, from').fill('1');
    await waits.getByText('A number without a source or a note.').waitFor();
    await waits.getByLabel('where it comes from').fill('Our doctor asks for it.');
    await waits.getByText('Shorter than the wait this program uses.').waitFor();
    await waits.getByLabel('Anti-wrinkle injections in the area, from').fill('3');
    await page.locator('#count').getByText('Nothing to mend').waitFor(LONG);

    const [download] = await Promise.all([page.waitForEvent('download'), wanted.click()]);
    assert.equal(download.suggestedFilename(), 'rose-clinic.json');
    const file = join(folder, 'rose-clinic.json');
    await download.saveAs(file);
    const pack = JSON.parse(readFileSync(file, 'utf8'));
    assert.deepEqual(pack.waits, { toxin: { value: 3, unit: 'week', note: 'Our doctor asks for it.' } });
    assert.equal(pack.questions[0].linkId, 'do-you-know-us');
    assert.equal(pack.reviewed, TODAY);
    const program = join(root, 'build/native/needlewise');
    if (existsSync(program)) execFileSync(program, ['check', file, '--on', TODAY]);

    const lines = await page.getByLabel('Two lines of HTML').inputValue();
    assert.match(lines, /pack="packs\/rose-clinic\.json"/);
    hosts.pages.set('studio.html', clinicPage(hosts.site, lines.replace('<needlewise-consult', '<needlewise-consult id="inline"')));
    const { page: clinic } = await openHost(hosts, 'studio.html', {
      before: (fresh) => fresh.context().route(`${hosts.site}/packs/rose-clinic.json`, (route) => route.fulfill({ path: file, contentType: 'application/json' })),
    });
    const frame = await shown(clinic);
    await frame.getByText('Rose Clinic').first().waitFor({ state: 'attached', ...LONG });
    await clinic.context().close();
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  test('a pale colour: the nearest one that can be read stands at the field and in the list, and one press takes it', async () => {
    const { page, errors } = await filledIn();
    await field(page, 'Accent colour').fill('#f2b8c6');
    const says = page.locator('[data-pointer="/colours/accent"] .says');
    await says.getByText('The nearest colour that can be read is #').waitFor();
    const named = /#[0-9a-f]{6}\./.exec(await says.innerText())[0].slice(0, 7);
    await page.locator('#list').getByRole('link', { name: 'Accent colour' }).click();
    assert.ok(await field(page, 'Accent colour').evaluate((input) => document.activeElement === input), 'the link leads to the field');
    assert.equal(await field(page, 'Accent colour').getAttribute('aria-invalid'), 'true');
    assert.match(await count(page).innerText(), /1 error/);
    await page.getByRole('button', { name: 'Copy the lines' }).click();
    await page.getByRole('button', { name: 'Copy the lines all the same' }).waitFor();  // not before it has been said
    await page.getByRole('button', { name: `Use ${named}` }).click();
    await page.locator('#count').getByText('Nothing to mend').waitFor(LONG);
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.equal(await field(page, 'Accent colour').inputValue(), '#f2b8c6');
    await page.keyboard.press('Control+y');
    assert.equal(await field(page, 'Accent colour').inputValue(), named);
    assert.deepEqual(errors, []);
  });

  test('text that is no JSON says where, and nothing is lost; unknown fields stay', async () => {
    const { page, errors } = await open();
    await fillIn(page);
    await page.getByText('The pack as text (JSON)').click();
    const text = page.getByLabel('Text of the pack');
    const good = await text.inputValue();
    const faulty = good.replace('"name": "Rose Clinic",', '"name": "Rose Clinic"');
    await text.fill(faulty);
    await page.getByText(/This text cannot be read: not JSON at line \d+, column \d+/).waitFor();
    assert.equal(await text.inputValue(), faulty);
    assert.ok(await field(page, 'Name of the clinic').isDisabled(), 'the forms wait');
    assert.equal(await field(page, 'Name of the clinic').inputValue(), 'Rose Clinic');
    await text.fill(good.replace('"Rose Clinic",', '"Rose Clinic",\n  "_comment": "ours",'));
    await field(page, 'Name of the clinic').fill('Rosa Clinic');
    assert.match(await text.inputValue(), /"_comment": "ours"/);
    assert.match(await text.inputValue(), /"Rosa Clinic"/);
    await text.fill(good.replace('"Rose Clinic",', '"Rose Clinic",\n  "colour": 1,'));
    await page.locator('#list').getByText('"colour"').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.match(await text.inputValue(), /"Rosa Clinic"/);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  test('the preview shows the pack, keeps its page, and says when patients would not see it', async () => {
    const { page, errors } = await open();
    await page.getByRole('radio', { name: 'Phone' }).focus();
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await page.getByText(/^1280 px wide, shown at \d+ %$/).waitFor();
    const stage = await page.locator('#stage').boundingBox();
    const frameBox = await page.getByTitle('as wide as a desktop').boundingBox();
    assert.ok(frameBox.width <= stage.width + 1 && await page.locator('#stage iframe').evaluate((frame) => frame.clientWidth) >= 1278, 'a desktop, drawn smaller');
    await page.getByRole('radio', { name: 'Phone' }).check();
    await fillIn(page);
    await field(page, 'Accent colour').fill('#8a1c3c');
    await page.locator('#count').getByText('Nothing to mend').waitFor(LONG);
    await page.waitForFunction(() => {
      const inner = document.querySelector('#stage iframe').contentDocument;
      const accent = inner?.documentElement && getComputedStyle(inner.documentElement).getPropertyValue('--accent').trim();
      return accent === '#8a1c3c' && inner.documentElement.dataset.ready !== undefined && inner.body.textContent.includes('Rose Clinic');  // not that of the colour before
    }, undefined, LONG);
    let frame = await preview(page);
    assert.equal((await frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'))).trim(), '#8a1c3c');
    assert.ok(await page.getByText('This pack cannot be used yet.').isHidden());

    await page.getByLabel('Page', { exact: true }).selectOption('A made-up person\'s sheet');
    await page.waitForFunction(() => document.querySelector('#stage iframe').contentWindow.location.hash.startsWith('#/result'), undefined, LONG);
    await field(page, 'Telephone').fill('no');
    await page.getByText('This pack cannot be used yet.').waitFor();
    await page.waitForFunction(() => {
      const inner = document.querySelector('#stage iframe').contentWindow;
      return inner.document.documentElement?.dataset.ready !== undefined && inner.location.hash.startsWith('#/result') && !inner.document.body.textContent.includes('Rose Clinic');
    }, undefined, LONG);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  test('a condition of several clauses: each with its question, comparison and answer, and the whole as a sentence', async () => {
    const { page, errors } = await filledIn();
    const add = async (words, type) => {
      await page.getByRole('button', { name: 'Add a question' }).click();
      await page.keyboard.type(words);
      const card = page.locator('.card').last();
      await card.getByLabel('Kind of answer').selectOption({ label: type });
      return card;
    };
    await add('Do you smoke?', 'Yes or no');
    await add('How old are you?', 'A whole number');
    const card = await add('How many a day?', 'A short text');
    await count(page).getByText('Nothing to mend').waitFor(LONG);
    const said = card.locator('.sentence');
    assert.equal(await said.innerText(), 'Everybody is asked.');

    await card.getByRole('button', { name: 'Add a condition' }).click();
    await count(page).getByText(/to fill in$/).waitFor();
    const clause = (number) => ({ question: card.getByLabel(`Condition ${number}: question`), comparison: card.getByLabel(`Condition ${number}: comparison`), answer: card.getByLabel(`Condition ${number}: answer`) });
    assert.ok(await clause(1).question.evaluate((select) => document.activeElement === select), 'the new condition has the focus');
    await page.keyboard.press('Tab');
    await card.getByText('No question is chosen.').waitFor();
    await clause(1).question.selectOption({ label: 'Do you smoke?' });
    await card.getByRole('button', { name: 'Add another condition' }).click();
    await clause(2).question.selectOption({ label: 'How old are you?' });
    assert.equal(await clause(2).comparison.locator('option').count(), 8);
    await clause(2).comparison.selectOption({ label: 'is at least' });
    await clause(2).answer.fill('30');
    assert.equal(await said.innerText(), 'Asked only if “Do you smoke?” is “Yes”, and “How old are you?” is at least 30.');
    await card.getByLabel('How many must hold').selectOption('At least one of them');
    await count(page).getByText('Nothing to mend').waitFor(LONG);
    await page.getByText('The pack as text (JSON)').click();
    const text = page.getByLabel('Text of the pack');
    const last = async () => JSON.parse(await text.inputValue()).questions[2];
    assert.deepEqual((await last()).enableWhen, [{ question: 'do-you-smoke', operator: '=', answerBoolean: true }, { question: 'how-old-are-you', operator: '>=', answerInteger: 30 }]);
    assert.equal((await last()).enableBehavior, 'any');

    // What does not hold is said where it stands: another type, a circle, a question that is not there.
    await page.locator('.card').first().getByLabel('Kind of answer').selectOption('A date');
    await card.getByRole('group', { name: 'Condition 1', exact: true }).getByText('is answered with a Date, not a Boolean').waitFor();
    await clause(1).answer.fill('2026-01-01');
    await count(page).getByText('Nothing to mend').waitFor(LONG);
    await text.fill((await text.inputValue()).replace('"text": "Do you smoke?"', '"text": "Do you smoke?", "enableWhen": [{"question": "how-many-a-day", "operator": "exists", "answerBoolean": true}]'));
    await page.locator('.card').first().getByText('depends on itself: Do you smoke? → How many a day? → Do you smoke?').waitFor();
    await text.fill((await text.inputValue()).replace('"how-many-a-day"', '"gone"').replace('"question": "gone"', '"question": "nowhere"'));
    await page.locator('#list').getByText('There is no question "nowhere".').waitFor();
    await page.locator('#list').getByRole('link', { name: /^Question 1, Condition 1: question/ }).click();
    assert.ok(await page.locator('.card').first().getByLabel('Condition 1: question').evaluate((select) => document.activeElement === select));
    await page.getByRole('button', { name: 'Take out: condition 1 of question 1' }).click();
    await page.getByRole('button', { name: 'Take out: condition 2 of question 3' }).click();
    assert.equal((await last()).enableBehavior, undefined);
    assert.deepEqual(errors, []);
  });

  test('anybody’s questionnaire is checked, seen in the preview and put into the pack', async () => {
    const { page, errors } = await filledIn();
    const intake = (condition) => JSON.stringify({ resourceType: 'Questionnaire', status: 'active', title: 'Intake', item: [
      { linkId: 'job', type: 'string', text: 'What is your work?' },
      { linkId: 'sun', type: 'boolean', text: 'Are you outside a lot?', enableWhen: [{ question: condition, operator: 'exists', answerBoolean: true }] },
    ] }, null, 2);
    // Read from the disk by the browser itself: 16 MB through the driver's own channel take longer than a test should wait.
    const file = async (name, content) => {
      writeFileSync(join(folder, name), content);
      await page.getByLabel('A file', { exact: true }).setInputFiles(join(folder, name));
    };
    const told = page.locator('#form-told');
    await file('intake.json', intake('jobb'));
    await told.getByText('“Intake”: 2 questions, 1 error.').waitFor();
    await page.getByRole('list', { name: 'What is wrong with the questionnaire' }).getByText('There is no question "jobb".').waitFor();
    await page.getByRole('link', { name: 'Line 17, “sun”' }).click();
    const text = page.getByLabel('Or its text (JSON)');
    assert.equal(await text.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd).trim()), '"jobb",');
    await (await preview(page)).getByRole('link', { name: /./ }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('#stage iframe').contentDocument?.body.textContent.includes('Intake'), undefined, LONG);

    // What is too large, or no text, is refused; what stood there stays.
    await file('big.json', Buffer.alloc((16 << 20) + 1, ' '));
    await told.getByText('A questionnaire may have 16.0 MB. What you looked at before is still here.').waitFor();
    await file('latin.json', Buffer.from([0x7b, 0xe9]));
    await told.getByText('“latin.json” is not UTF-8 text, from line 1 on.').waitFor();
    assert.equal(await text.inputValue(), intake('jobb'));

    await text.fill(intake('job'));
    await told.getByText('“Intake”: 2 questions, nothing to mend.').waitFor();
    await page.getByRole('button', { name: 'Put it into the pack' }).click();
    await told.getByText('The questionnaire is in the pack.').waitFor();
    await page.getByLabel('Where it stands').selectOption('After the consultation, on the result');
    await count(page).getByText('Nothing to mend').waitFor(LONG);
    const pack = JSON.parse(await page.getByLabel('Text of the pack').inputValue());
    assert.deepEqual(pack.questionnaire, { resource: JSON.parse(intake('job')), place: 'after' });
    await page.getByRole('button', { name: 'Take it out of the pack' }).click();
    await page.getByText('None yet.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('“Intake”, all of it.').waitFor();
    assert.deepEqual(errors, []);
  });

  test('axe finds nothing, in both themes and narrow; the keyboard reaches all of it', async () => {
    const { page } = await open({ prepare: withAxe });
    // The consultation in the frame has tests of its own.
    await page.locator('#stage iframe').evaluate((frame) => frame.remove());
    await page.getByRole('button', { name: 'The example' }).click();
    await page.getByText('The example is open.').waitFor();
    await unfold(page);
    assert.deepEqual(await violations(page), []);
    await page.emulateMedia({ colorScheme: 'dark' });
    await field(page, 'Accent colour').fill('#ffeeee');
    await page.locator('[data-pointer="/colours/accent"] .says li').first().waitFor();
    assert.deepEqual(await violations(page), []);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), 'no scrolling sideways at 400 %');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Add a condition' }).first().click();
    await page.getByLabel('Condition 1: question').first().selectOption({ label: 'Skin type, worked out (1 to 6)' });
    await page.getByLabel('Or its text (JSON)').fill('{"resourceType": "Questionnaire", "item": [{"linkId": "a", "type": "none"}]}');
    await page.getByRole('list', { name: 'What is wrong with the questionnaire' }).getByRole('listitem').first().waitFor();
    assert.deepEqual(await violations(page), []);
    const start = page.getByRole('button', { name: 'A new pack' });
    await start.focus();
    for (const name of ['The example', 'Open a pack…']) {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.textContent), name);
    }
    await page.getByRole('button', { name: 'Add a question' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Why?');
    await page.getByRole('button', { name: 'Up: question 4' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '3. Why?' }).waitFor();
    await page.getByRole('button', { name: 'Take out: question 3' }).focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.getByRole('heading', { name: 'Why?' }).count(), 0);
    await page.context().close();
  });
});
