// Without WebAssembly, and without any script: what there is to learn, what to ask and when to get help are still there.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openSite, root, words } from './helpers.mjs';

const folder = process.env.NEEDLEWISE_SITE ?? join(root, 'build/site');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const languages = readdirSync(join(folder, 'read'));
const topics = JSON.parse(readFileSync(join(root, 'assets/model/topics.json'), 'utf8'));
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

async function open(address, options = {}) {
  const context = await site.browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  const page = await context.newPage();
  const errors = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('response', (response) => { if (!response.ok()) errors.push(`${response.status()} ${response.url()}`); });
  await page.goto(`${site.url}/${address}`);
  return { page, errors, close: () => context.close() };
}

test('every language has every page, and every link between them leads somewhere', () => {
  const all = ['index', 'procedure', 'questions', 'help', 'about', 'accessibility', ...(topics.topics ?? topics).map((topic) => topic.id)].map((name) => `${name}.html`);
  for (const language of languages) {
    const files = readdirSync(join(folder, 'read', language)).filter((name) => name.endsWith('.html'));
    assert.deepEqual(files.toSorted(), all.toSorted(), language);
    for (const file of files) {
      const html = readFileSync(join(folder, 'read', language, file), 'utf8');
      assert.match(html, new RegExp(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`));
      assert.equal(html.match(/<h1/g).length, 1, `${language}/${file}`);
      assert.doesNotMatch(html, / style=|<button|\u27e6|\{\{/, `${language}/${file}`);
      for (const [, href] of html.matchAll(/<a [^>]*href="([^"#:]+)(?:#[^"]*)?"/g)) {
        assert.ok(readFileSync(join(folder, 'read', language, href)), `${language}/${file} -> ${href}`);
      }
    }
  }
});

test('without scripts the first page leads to them, and they stand by themselves', async () => {
  const { page, errors, close } = await open('', { javaScriptEnabled: false });
  await page.locator('noscript a[lang="en"]').click();  // found by text and role nothing in <noscript> is, though it is shown
  await page.getByRole('heading', { level: 1, name: words['learn.title'] }).waitFor();
  await page.getByRole('link', { name: words['learn.pain.title'] }).click();
  await page.getByRole('heading', { level: 1, name: words['learn.pain.title'] }).waitFor();
  await page.locator('summary').first().click();
  assert.ok(await page.locator('details[open] li').count() > 0, 'the sources of a statement unfold');
  await page.getByRole('link', { name: words['nav.help'] }).click();
  await page.getByRole('heading', { level: 1, name: words['help.title'] }).waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test('without WebAssembly the person is told and can read on', async () => {
  const context = await site.browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto(site.url);
  const alert = page.getByRole('alert').filter({ hasText: words['trouble.title'] });
  await alert.getByRole('link', { name: words['language.de'], exact: true }).click();
  await page.waitForURL(/read\/de\/index\.html/);
  await context.close();
});

test('axe finds nothing on them, in light and dark', async () => {
  const { page, close } = await open('read/en/index.html', { bypassCSP: true });
  for (const [scheme, files] of [['light', ['en/index', 'en/procedure', 'en/healing', 'en/questions', 'ar/help']], ['dark', ['en/pain', 'de/accessibility']]]) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const file of files) {
      await page.goto(`${site.url}/read/${file}.html`);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${file} ${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${file} does not scroll sideways`);
    }
  }
  await close();
});
