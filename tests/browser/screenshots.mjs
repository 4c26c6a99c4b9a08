// Pictures of every screen in build/screenshots, to be looked at: ./dev screenshots [NAME…]
// <page>-<viewport>-<scheme>.png; with names, only the pages whose name contains one of them.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { atPath, openPage, openSite, people, reachResult, root, settled } from './helpers.mjs';

const wanted = process.argv.slice(2);
const folder = process.env.NEEDLEWISE_SCREENSHOTS ?? join(root, 'build/screenshots');
mkdirSync(folder, { recursive: true });

const pages = {
  home: '', 'question-goal': 'questions/goal', 'question-skin': 'questions/phototype-eyes', 'question-group': 'questions/about-you',
  'question-dates': 'questions/recent-dates', 'question-event': 'questions/event', review: 'review', result: 'result', course: 'result/course',
  studies: 'result/studies', visit: 'result/visit', healing: 'result/healing', aftercare: 'result/aftercare', 'over-time': 'result/over-time',
  compare: 'result/compare', 'questions-to-ask': 'result/questions', learn: 'learn', pain: 'learn/pain', sources: 'sources', about: 'about', help: 'help',
  procedure: 'learn/procedure', 'learn-healing': 'learn/healing', 'question-area': 'questions/area', 'question-scars': 'questions/acne-scar-type', gallery: 'gallery',
};
const sizes = [
  { name: '390', viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 },
  { name: '768', viewport: { width: 768, height: 1024 }, deviceScaleFactor: 2 },
  { name: '1280', viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
];
/** @type {{name: string, [option: string]: string}[]} */
const looks = [
  { name: 'light', colorScheme: 'light' }, { name: 'dark', colorScheme: 'dark' },
  { name: 'contrast', colorScheme: 'light', contrast: 'more' }, { name: 'plain', colorScheme: 'light', query: 'view=plain' },
];
const screens = sizes.flatMap((size) => looks.map((look) => ({ ...size, ...look, name: `${size.name}-${look.name}` })));

const site = await openSite();
for (const { name, ...options } of screens) {
  if (wanted.length && !Object.keys(pages).some((page) => chosen(page, name))) continue;
  const { page } = await openPage(site, options);
  await reachResult(page, people().yusuf);
  for (const [id, path] of Object.entries(pages)) {
    if (!chosen(id, name)) continue;
    await page.evaluate((hash) => { location.hash = hash; }, `#/${path}`);
    await atPath(page, path);
    await shoot(page, join(folder, `${id}-${name}.png`), options);
  }
  await page.context().close();
}
await site.close();

/** @param {string} id @param {string} screen */
function chosen(id, screen) {
  return wanted.length === 0 || wanted.some((part) => `${id}-${screen}`.includes(part));
}

/** The whole page: a window as tall as the page, since the canvas only paints what is in view. */
async function shoot(page, path, { viewport }) {
  await settled(page);
  const height = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight));
  await page.setViewportSize({ width: viewport.width, height: Math.min(6000, Math.max(viewport.height, height)) });
  await settled(page);
  await settled(page);
  await page.screenshot({ path });
  await page.setViewportSize(viewport);
  console.log(path);
}
