// The choices side by side, by what they are called: two at a time on a phone, by keyboard too, and all of them from 1000 px.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { atPath, openPage, openSite, people, settled, words } from './helpers.mjs';
import { hurryToResult } from './states.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

async function openCompare(width, query) {
  const opened = await openPage(site, { query, viewport: { width, height: 844 } });
  await hurryToResult(opened.page, people().yusuf);
  await opened.page.evaluate(() => { location.hash = '#/result/compare'; });
  await atPath(opened.page, 'result/compare');
  await settled(opened.page);
  return opened;
}

const columns = (page) => page.getByRole('columnheader').allTextContents();
const name = (option) => words[`alternative.${option}.name`];

for (const query of ['', 'view=plain']) {
  test(`a phone compares any two, chosen by keyboard ${query}`, async () => {
    const { page, errors } = await openCompare(390, query);
    assert.deepEqual((await columns(page)).slice(1), [name('microneedling'), name('nothing')]);
    const second = page.getByRole('combobox', { name: words['compare.second'] });
    await second.focus();
    await page.keyboard.type(name('peel').slice(0, 5));
    await page.keyboard.press('Enter');
    await page.getByRole('columnheader', { name: name('peel') }).waitFor();
    assert.deepEqual((await columns(page)).slice(1), [name('microneedling'), name('peel')]);
    for (const row of ['benefit', 'harm', 'recovery', 'visits', 'certainty'])
      assert.equal(await page.getByRole('rowheader', { name: words[`alternative.row.${row}`], exact: true }).getAttribute('scope'), 'row', row);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing leaves the page at the side');
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  test(`a desktop shows all of them, and a window that grows does so at once ${query}`, async () => {
    const { page } = await openCompare(390, query);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('columnheader', { name: name('laser') }).waitFor();
    const shown = await columns(page);
    for (const option of ['nothing', 'microneedling', 'laser', 'peel', 'tca-cross']) assert.ok(shown.includes(name(option)), option);
    assert.equal(await page.getByRole('combobox', { name: words['compare.second'] }).count(), 0);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing leaves the page at the side');
    await page.context().close();
  });
}
