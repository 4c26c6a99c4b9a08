// Taking the result along: files, link, code, paper; and opening a link again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { violations, withAxe } from './axe.mjs';
import { atPath, exported, linkOf, openPage, openSite, pathOf, people, root, settled, toast, TODAY, words } from './helpers.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** The site has less of the evidence in it than the folder it is made of, so its content has another fingerprint. */
const anyVersion = (text) => text.replace(/\d{4}-\d\d-\d\d-[0-9a-f]{8}/g, 'VERSION').replace(/urn:uuid:[0-9a-f-]+/g, 'UUID');

/** A person's sheet, opened by their link, at the part "take". */
async function takePage(name, options = {}) {
  const opened = await openPage(site, { path: linkOf(name), ...options });
  await atPath(opened.page, 'result');
  await goTo(opened.page, 'result/take');
  return opened;
}

async function goTo(page, path) {
  await page.evaluate((to) => { location.hash = `#/${to}`; }, path);
  await atPath(page, path);
  await settled(page);
}

const press = (page, key) => page.getByRole('button', { name: words[key], exact: true }).click();

async function download(page, key) {
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, key)]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

test('files are those of the command line', async () => {
  const { page, errors, requests } = await takePage('priya', { query: 'country=GB' });
  const calendar = await download(page, 'take.calendar.save');
  const text = await download(page, 'take.file.words');
  const fhir = await download(page, 'take.file.clinic');
  assert.deepEqual([calendar.name, text.name, fhir.name], ['days.ics', 'sheet.txt', 'answers.json']);
  assert.equal(calendar.text, exported('priya', 'ics'));
  assert.equal(anyVersion(text.text), anyVersion(exported('priya', 'text')));
  assert.deepEqual(JSON.parse(anyVersion(fhir.text)), JSON.parse(anyVersion(exported('priya', 'fhir'))));
  await toast(page, words['notice.saved']).waitFor();
  assert.deepEqual(errors, []);
  assert.deepEqual(requests, []);
  await page.context().close();
});

test('the copied link opens the same answers, and none stay in address or history', async () => {
  const { page } = await takePage('ruth', { permissions: ['clipboard-read', 'clipboard-write'], query: 'lang=en&theme=dark' });
  await press(page, 'take.device.copy');
  await toast(page, words['notice.copied']).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, `${site.url}/?lang=en${exported('ruth', 'link').trim()}`);
  const other = await page.context().newPage();
  await other.goto(link);
  await atPath(other, 'result');
  await settled(other);
  assert.equal(await other.evaluate(() => location.href), `${site.url}/?lang=en#/result`);
  await goTo(other, 'result/take');
  await press(other, 'take.device.copy');
  await toast(other, words['notice.copied']).waitFor();
  assert.equal(await other.evaluate(() => navigator.clipboard.readText()), link);
  await other.goBack();
  await other.waitForFunction(() => location.hash === '#/result');
  await page.context().close();
});

test('where copying is refused the link can be copied by hand', async () => {
  const { page } = await takePage('ruth', { before: (fresh) => fresh.addInitScript(() => { Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } }); }) });
  await press(page, 'take.device.copy');
  const field = page.getByLabel(words['take.device.link']);
  await field.waitFor();
  assert.match(await field.inputValue(), /#\/open\/1\./);
  await page.context().close();
});

test('a link asks before it takes the place of answers', async () => {
  const { page } = await takePage('ruth');
  const before = await page.evaluate(() => history.length);
  await page.evaluate((to) => { location.hash = `#/${to}`; }, linkOf('omar'));
  const keep = page.getByRole('button', { name: words['offered.keep'] });
  await keep.waitFor();
  assert.equal(pathOf(page), 'result/take');
  assert.ok(await page.evaluate(() => document.activeElement?.matches('dialog')), 'the dialog itself has the focus, so that its question is heard first');
  await keep.click();
  await goTo(page, 'review');
  await page.getByText(words['option.goal.laxity']).first().waitFor();
  await page.evaluate((to) => { location.hash = `#/${to}`; }, linkOf('omar'));
  await press(page, 'offered.take');
  await atPath(page, 'result');
  await toast(page, words['notice.opened']).waitFor();
  assert.ok(await page.evaluate(() => history.length) <= before + 3);
  await page.context().close();
});

test('a broken link says what to do, and the right one opens', async () => {
  const { page, errors } = await openPage(site, { path: linkOf('ruth').slice(0, -4) });
  await atPath(page, 'open');
  await page.getByText(words['open.fault.damaged']).waitFor();
  await page.getByLabel(words['open.field']).fill(`${site.url}/#/${linkOf('ruth')}`);
  await press(page, 'open.button');
  await atPath(page, 'result');
  assert.deepEqual(errors, []);
  await page.context().close();
});

/** How many pages a page is on paper; kept as a file where SHEETS names a folder. @param {string} format @param {string} name */
async function pagesOf(page, format, name) {
  const pdf = await page.pdf({ format, ...(process.env.SHEETS && { path: `${process.env.SHEETS}/${name}-${format}.pdf` }) });
  return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g).length;
}

/** Whose sheets are the longest. */
const LONG = ['ruth', 'omar', 'yusuf'];

test('everyone’s sheet fits on two pages, A4 and Letter', async () => {
  const { page } = await openPage(site, { query: 'view=plain', before: (fresh) => fresh.addInitScript(() => { window.print = () => { document.documentElement.dataset.printed = location.hash; }; }) });
  for (const name of Object.keys(people())) {
    await page.evaluate((to) => { location.hash = `#/${to}`; }, linkOf(name));
    const take = page.getByRole('button', { name: words['offered.take'] });
    if (await page.locator('dialog').count() || name !== 'amara') await take.click();
    await atPath(page, 'result');
    await goTo(page, 'result/sheet');
    for (const format of LONG.includes(name) ? ['A4', 'Letter'] : ['A4']) {
      const pages = await pagesOf(page, format, name);
      assert.ok(pages <= 2, `${name} ${format}: ${pages} pages`);
    }
  }
  await goTo(page, 'result/take');
  await press(page, 'take.paper.print');
  await page.waitForFunction(() => document.documentElement.dataset.printed === '#/result/sheet');
  await page.context().close();
});

test('the longest sheets fit on two pages in every language', async () => {
  const over = [];
  for (const language of ['de', 'es', 'fr', 'pl', 'ar']) {
    for (const name of ['helen', 'yusuf']) {
      const { page } = await openPage(site, { path: linkOf(name), query: `view=plain&lang=${language}` });
      await atPath(page, 'result');
      await goTo(page, 'result/sheet');
      const pages = await pagesOf(page, 'Letter', `${name}-${language}`);
      if (pages > 2) over.push(`${name} ${language}: ${pages} pages`);
      await page.context().close();
    }
  }
  assert.deepEqual(over, []);
});

for (const query of ['', 'view=plain']) {
  test(`the code and what tools for access say (${query || 'canvas'})`, async () => {
    const { page } = await takePage('yusuf', { query, before: withAxe });
    const path = await page.locator('.code path').getAttribute('d');
    assert.ok(path.length > 1000);
    for (const part of ['result/take', 'result/sheet', 'open']) {
      await goTo(page, part);
      assert.deepEqual(await violations(page), [], part);
    }
    await page.context().close();
  });
}
