/**
 * Pictures of every page type at four widths in both themes, in `shots/`.
 *
 *   npm run shots [-- name …]   only the named page types; BASE_URL for a server that runs already
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { pageTypes } from '../tests/page-types.js';
import { build, isStale } from './build.js';
import { chromiumArgs, findChromium } from './chromium.js';
import { serve } from './serve.js';

const widths = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 }
];
const folder = 'shots';

const names = process.argv.slice(2);
const chosen = pageTypes.filter(({ name }) => names.length === 0 || names.includes(name));
if (!process.env.BASE_URL && isStale('node')) {
  const code = build('node');
  if (code !== 0) process.exit(code);
}
const server = process.env.BASE_URL ? null : await serve({ port: 0 });
const base = process.env.BASE_URL ?? server?.address;

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
for (const viewport of widths) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
    for (const { name, path } of chosen) {
      await page.goto(base + path);
      // Scripts wait for a hand.
      await page.mouse.move(1, 1);
      // The picture shows the whole page, which a window would lay out part by part.
      await page.addStyleTag({ content: '* { content-visibility: visible !important; }' });
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(folder, `${name}-${viewport.width}-${colorScheme}.png`), fullPage: true });
    }
    await page.close();
  }
}
await browser.close();
await server?.close();
console.log(`${chosen.length * widths.length * 2} pictures in ${folder}/`);
