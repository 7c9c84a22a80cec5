/**
 * Kills a browser while a student types, and looks what is there when she comes back.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from './killable-browser.js';

/** A key older than this, in ms, may not be missing. */
export const promised = 250;

/**
 * @param {import('playwright').Page} page
 * @param {string} address
 */
async function openStep(page, address) {
  await page.goto(`${address}/modules/two-steps/force-or-patience`);
  await page.mouse.move(3, 3);
  const field = page.getByRole('textbox', { name: 'Your answer' });
  await field.focus();
  await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
  return field;
}

/**
 * Types until a moment between 0.2 and 2 s, kills, and reads what was kept.
 * @param {string} address where the product is served
 * @param {{ isLoaded: boolean, chance: () => number }} how whether other work fills the processor meanwhile
 * @returns {Promise<{ typed: number, due: number, kept: number, isSound: boolean }>} in characters: what was typed, what may not
 *   be missing, what was there; and whether what was there is the beginning of what was typed, and long enough
 */
export async function killWhileTyping(address, { isLoaded, chance }) {
  const profile = mkdtempSync(join(tmpdir(), 'two-steps-kill-'));
  const others = isLoaded ? [1, 2].map(() => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' })) : [];
  /** @type {{ at: number, length: number }[]} */
  const log = [];
  let text = '';
  try {
    const first = await openBrowser(profile);
    const field = await openStep(first.page, address);
    await field.waitFor();
    // A hand that has just reached the field.
    await first.page.waitForTimeout(300);
    const until = 200 + chance() * 1800;
    const begun = performance.now();
    let dies = /** @type {Promise<unknown> | null} */ (null);
    const timer = setTimeout(() => (dies = first.kill()), until);
    try {
      while (performance.now() - begun < until) {
        const key = 'abcdefghij klmnopqrst'[Math.floor(chance() * 21)] ?? 'x';
        await first.page.keyboard.press(key === ' ' ? 'Space' : key);
        text += key;
        log.push({ at: performance.now(), length: text.length });
        await new Promise((done) => setTimeout(done, chance() * 40));
      }
    } catch {
      // The browser went away under a key: whether that one came through is open.
    }
    clearTimeout(timer);
    const killed = begun + until;
    await (dies ?? first.kill());

    const second = await openBrowser(profile);
    const again = await openStep(second.page, address);
    const due = log.filter(({ at }) => at <= killed - promised).at(-1)?.length ?? 0;
    // The answers come once the page lives.
    let kept = await again.inputValue();
    for (let tries = 0; kept.length < due && tries < 40; tries += 1) {
      await second.page.waitForTimeout(50);
      kept = await again.inputValue();
    }
    await second.kill();
    // One more key may have come through than was heard of.
    const isSound = kept.length >= due && (text.startsWith(kept) || kept.startsWith(text));
    return { typed: text.length, due, kept: kept.length, isSound };
  } finally {
    for (const other of others) other.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
