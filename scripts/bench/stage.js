/** Where a page is measured: a browser of its own, with the probe in it. */
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from '../chromium.js';
import { probe } from './probe.js';

/** @typedef {import('playwright').Page} Page */

/** A cheap laptop's. */
const laptop = { width: 1366, height: 768 };
/** No page reaches anybody else. */
const args = [...chromiumArgs, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

/** What did not come in time. */
export class TooLate extends Error {}

/**
 * @template T
 * @param {Promise<T>} work
 * @param {number} ms
 * @returns {Promise<T>}
 * @throws {TooLate} when the work is not done by then
 */
export function within(work, ms) {
  const timer = new AbortController();
  const late = wait(ms, undefined, { signal: timer.signal }).then(() => {
    throw new TooLate(`not within ${ms} ms`);
  });
  // Whichever comes second is of no interest.
  late.catch(() => {});
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => timer.abort());
}

/**
 * @template T
 * @param {{ surface: string, mark: string, screen?: { width: number, height: number }, flags?: readonly string[] }} what a
 *   screen that is named is touched; flags are the browser's, beside those that all have
 * @param {number} slowdown 1, or 4 for a processor that is four times as slow
 * @param {(page: Page, devtools: import('playwright').CDPSession) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function onStage({ surface, mark, screen, flags = [] }, slowdown, use) {
  const server = await chromium.launchServer({ executablePath: findChromium(), args: [...args, ...flags] });
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage({ viewport: screen ?? laptop, hasTouch: screen !== undefined });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(probe, { surface, mark });
    return await use(page, devtools);
  } finally {
    // A page that is stuck would not let itself be closed.
    await server.kill();
  }
}

/** The browser's version, for the report. */
export async function readVersion() {
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  const version = browser.version();
  await browser.close();
  return version;
}

/**
 * Asks the probe in a page.
 * @template {keyof import('./probe.js').Probe} K
 * @param {Page} page
 * @param {K} what
 * @returns {Promise<Awaited<ReturnType<import('./probe.js').Probe[K]>>>}
 */
export const ask = (page, what) => page.evaluate((key) => /** @type {any} */ (globalThis).probe[key](), what);
