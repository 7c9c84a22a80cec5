/**
 * What a key costs while a student answers, and how long it takes until it is on disk. Unthrottled; prints a table.
 *
 *   npm run bench:answers
 */
import { chromium } from 'playwright';
import { build, isStale } from './build.js';
import { chromiumArgs, findChromium } from './chromium.js';
import { installPackages, requireNode } from './setup.js';

installPackages();
requireNode();
if (isStale('node') && build('node') !== 0) process.exit(1);
const { serve } = await import('./serve.js');

const keys = 300;
const server = await serve({ port: 0 });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
await page.addInitScript(() => {
  const figures = { tasks: /** @type {number[]} */ ([]), kept: /** @type {number[]} */ ([]) };
  Object.assign(window, { figures });
  let pressed = 0;
  // What runs for a key: the answer's own work, and the effects that follow it before anything else does.
  addEventListener('input', () => (pressed = performance.now()), { capture: true });
  addEventListener('input', () => queueMicrotask(() => figures.tasks.push(performance.now() - pressed)));
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...args) {
    const made = transaction.apply(this, args);
    if (args[1] === 'readwrite') {
      const since = pressed;
      made.addEventListener('complete', () => figures.kept.push(performance.now() - since));
    }
    return made;
  };
});
await page.goto(`${server.address}/modules/two-steps/your-argument`);
await page.mouse.move(3, 3);
await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
const field = page.getByRole('textbox', { name: /^Your reasoning/ });
await field.focus();
await page.waitForTimeout(500);
for (let key = 0; key < keys; key += 1) {
  await page.keyboard.press(
    'abcdefghij klmnop'[key % 17] === ' ' ? 'Space' : /** @type {string} */ ('abcdefghijklmnop'[key % 16])
  );
  await page.waitForTimeout(20);
}
await page.waitForTimeout(500);
const { tasks, kept } = /** @type {{ tasks: number[], kept: number[] }} */ (
  await page.evaluate(() => /** @type {any} */ (window).figures)
);
await browser.close();
await server.close();

/** @param {number[]} all @param {number} share */
const at = (all, share) =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? NaN;
const row = (/** @type {string} */ name, /** @type {number[]} */ all) =>
  console.log(
    `${name.padEnd(34)}${[0.5, 0.95, 1].map((share) => at(all, share).toFixed(1).padStart(9)).join('')}   ms`
  );
console.log(`${''.padEnd(34)}${['median', '95 %', 'most'].map((name) => name.padStart(9)).join('')}`);
row('a key on the main thread', tasks);
row('from a key until it is on disk', kept);
process.exit(at(tasks, 0.5) < 2 && at(kept, 1) < 250 ? 0 : 1);
