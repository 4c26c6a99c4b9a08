// Pictures of every screen in build/screenshots, to be looked at: ./dev screenshots [NAME…]
// <state>-<viewport>-<look>.png; with names, only those whose file's name contains one of them.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPage, openSite, people, ready, root, settled } from './helpers.mjs';
import { hurry, passSlides, passThrough } from './states.mjs';

const wanted = process.argv.slice(2);
const folder = process.env.NEEDLEWISE_SCREENSHOTS ?? join(root, 'build/screenshots');
mkdirSync(folder, { recursive: true });

const sizes = [
  { name: '390', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  { name: '768', viewport: { width: 768, height: 1024 }, deviceScaleFactor: 2 },
  { name: '1024', viewport: { width: 1024, height: 768 }, deviceScaleFactor: 1 },
  { name: '1280', viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
];
/** @type {{name: string, query?: string, colorScheme?: 'dark' | 'light', contrast?: 'more'}[]} */
const looks = [
  { name: 'light' }, { name: 'dark', colorScheme: 'dark' }, { name: 'contrast', contrast: 'more' }, { name: 'plain', query: 'view=plain' },
  { name: 'de', query: 'lang=de' }, { name: 'ar', query: 'lang=ar' },
];
/** Pages that are not the program's, by their address. */
const documents = { studio: 'studio.html', demo: 'demo.html', lost: '404.html', 'read-home': 'read/en/index.html', 'read-pain': 'read/en/pain.html' };

const site = await openSite();
for (const size of sizes) for (const look of looks) {
  const screen = `${size.name}-${look.name}`;
  const chosen = (name) => wanted.length === 0 || wanted.some((part) => `${name}-${screen}`.includes(part));
  const here = wanted.filter((part) => fits(part, size.name, look.name));
  if (wanted.length > 0 && here.length === 0) continue;
  const { query = '', ...options } = { ...size, ...look };
  const { page } = await openPage(site, options);  // in English: the answers are found by their words
  const inLook = async () => {
    await page.goto(`${site.url}/?${query}&gallery${new URL(page.url()).hash}`);
    await ready(page);
  };
  if (query) await inLook();
  const shot = (name) => (chosen(name) ? shoot(page, join(folder, `${name}-${screen}.png`), size.viewport) : undefined);
  await passThrough(page, async ({ name }) => { await shot(name); }, ({ name }) => chosen(name), async () => {
    if (query.startsWith('lang')) await page.goto(`${site.url}/?gallery`).then(() => ready(page));
    await hurry(page, people().yusuf);
    if (query.startsWith('lang')) await inLook();
  });
  if (wanted.length === 0 || here.some((part) => part.startsWith('slide'))) {
    await passSlides(page, async (path) => { await shot(path.replace('staff/show/', 'slide-')); });
  }
  for (const [name, address] of look.name === 'light' || look.name === 'dark' ? Object.entries(documents).filter(([name]) => chosen(name)) : []) {
    await page.goto(`${site.url}/${address}`);
    await page.waitForLoadState('networkidle');
    await shot(name);
  }
  await page.context().close();
}
await site.close();

/** Whether what is wanted, "result", "result-390" or "result-390-dark", may be on this screen. @param {string} part @param {string} size @param {string} look */
function fits(part, size, look) {
  const [, own = size, worn = look] = /-(\d+)(?:-(\w+))?$/.exec(part) ?? [];
  return own === size && worn === look;
}

/** The whole page: a window as tall as the page, since the canvas only paints what is in view; a slide or a dialog as it stands. */
async function shoot(page, path, viewport) {
  await settled(page);
  const whole = !path.includes('/slide-') && !await page.locator('dialog[open]').count();
  const height = whole ? await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight)) : 0;
  if (height > viewport.height) await page.setViewportSize({ width: viewport.width, height: Math.min(6000, height) });
  await settled(page);
  await settled(page);
  await page.screenshot({ path });
  await page.setViewportSize(viewport);
  console.log(path);
}
