// Draws the icons of the installed app from web/icon.svg, with the browser of the tests. Run it when the drawing changes:
// node tools/icons.mjs
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const svg = readFileSync('web/icon.svg', 'utf8');
const full = svg.replace(' rx="8"', '');  // the system cuts the corners itself
const inner = full.replace('<g ', '<g transform="translate(16 16) scale(.72) translate(-16 -15.5)" ');  // a circle may be cut out of it
const pictures = [['icon-192', 192, svg], ['icon-512', 512, svg], ['icon-maskable', 512, inner], ['apple-touch-icon', 180, full]];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--force-color-profile=srgb'] });
for (const [name, size, picture] of pictures) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${picture}`);
  await page.screenshot({ path: `web/${name}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
