// "Questions to ask": ticked, written and put in order by what the controls are called, in both skins; the list outlives a reload and stands on
// the sheet.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { atPath, openPage, openSite, people, ready, settled, words } from './helpers.mjs';
import { hurryToResult } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const question = (code) => words[`option.questions.${code}`];
const SISTER = 'Can I come with my sister?';

const main = (page) => page.getByRole('main');
const show = async (page, path) => {
  await page.evaluate((to) => { location.hash = `#/${to}`; }, path);
  await atPath(page, path);
  await settled(page);
};
/** The lines of the list, in their order. */
const listed = (page) => main(page).locator('ol > li').evaluateAll((items) => items.map((item) => item.querySelector('.words, p, span')?.textContent ?? item.firstChild?.textContent ?? ''));

for (const query of ['', 'view=plain']) {
  test(`a list is made by keyboard, put in order, kept and printed ${query}`, async () => {
    const { page, errors } = await openPage(site, { query, viewport: { width: 390, height: 844 } });
    await hurryToResult(page, people().yusuf);
    await show(page, 'result/questions');
    assert.ok(await page.getByText(words['questions.list.none']).isVisible());

    for (const group of ['safety', 'money']) await page.getByRole('button', { name: words[`questions.${group}.title`] }).press('Enter');
    await page.getByRole('group', { name: words['questions.safety.title'] }).getByRole('checkbox', { name: question('safety-2') }).press('Space');
    await page.getByRole('button', { name: words['questions.drop'] }).waitFor();
    const field = page.getByRole('textbox', { name: words['questions.add.label'] });
    await field.fill(SISTER);
    await field.press('Enter');
    await page.waitForFunction((said) => document.getElementById('announcer')?.textContent === said, words['questions.added']);
    await page.waitForFunction(() => document.querySelectorAll('main ol > li').length === 2);
    assert.equal(await field.inputValue(), '');
    assert.ok(await field.evaluate((element) => element === document.activeElement), 'the next one can be written at once');
    await field.fill(SISTER);  // again, and by the button
    await page.getByRole('button', { name: words['questions.add'], exact: true }).click();
    await page.waitForFunction((said) => document.getElementById('announcer')?.textContent === said, words['questions.there']);
    await page.waitForFunction(() => /** @type {HTMLInputElement | null} */ (document.querySelector('main input[type="text"]'))?.value === '');
    await page.getByRole('checkbox', { name: question('money-3') }).press('Space');
    await page.waitForFunction(() => document.querySelectorAll('main ol > li').length === 3);

    await page.getByRole('button', { name: `${words['questions.up']} ${SISTER}` }).press('Enter');
    await page.waitForFunction((first) => document.querySelector('main ol > li')?.textContent?.includes(first), SISTER);
    assert.deepEqual((await listed(page)).map((line) => line.trim()), [SISTER, question('safety-2'), question('money-3')]);
    await page.getByRole('button', { name: `${words['questions.drop']} ${question('money-3')}` }).press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('main ol > li').length === 2);
    assert.equal(await page.getByRole('checkbox', { name: question('money-3') }).isChecked(), false, 'what is taken off is not ticked any more');

    await page.reload();
    await ready(page);
    await page.waitForFunction(() => document.querySelectorAll('main ol > li').length === 2);
    await show(page, 'result/sheet');
    const text = await main(page).innerText();
    assert.ok(text.indexOf(SISTER) > 0 && text.indexOf(SISTER) < text.indexOf(question('safety-2')), 'in their order on the sheet');
    assert.ok(!text.includes(question('treatment-1')), 'and only those');
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}
