/**
 * Takes the power from a kiosk in the middle of an update, and looks what comes up.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deployment } from '../../tests/e2e/lesson/deployment.ts';
import { openBrowser } from './killable-browser.js';

/**
 * @typedef {{ after: number, isOffline: boolean, shown: string, others: string[], isWhole: boolean, errors: string[] }} Cut
 *   how long after the update began the power went, in ms; whether the network was gone when it came back; the revision that
 *   came up, those of other pages of the copy, and whether it is one version and works
 */

/**
 * @param {import('playwright').Page} page
 * @param {string} address
 */
async function open(page, address) {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${address}/kiosk`, { timeout: 60_000 });
  await page.mouse.move(3, 3);
  await page.locator('#svelte-announcer').waitFor({ state: 'attached', timeout: 60_000 });
  await page.locator('[data-phase="attract"]').waitFor();
}

/** The revisions of pages that the copy holds, this one's first; 0 is the first version. */
const revisions = (/** @type {import('playwright').Page} */ page) =>
  page.evaluate(() =>
    Promise.all(
      [location.href, '/kiosk/technician', '/timeline', '/glossary'].map(async (address) => {
        const response = await fetch(address, { headers: { accept: 'text/html' } });
        return /<meta name="revision" content="([^"]*)">/.exec(await response.text())?.[1] ?? '0';
      })
    )
  );

/** The kiosk looks for a newer version. */
const lookForNewer = (/** @type {import('playwright').Page} */ page) =>
  page.evaluate(() => {
    void navigator.serviceWorker.getRegistration().then((registration) => registration?.update());
  });

/**
 * An update that nobody disturbs.
 * @param {import('playwright').Page} page
 * @param {number} revision
 * @returns {Promise<number>} how long it took, in ms
 */
async function update(page, revision) {
  const begun = performance.now();
  await lookForNewer(page);
  await page.locator(`meta[name="revision"][content="${revision}"]`).waitFor({ state: 'attached', timeout: 90_000 });
  await page.locator('#svelte-announcer').waitFor({ state: 'attached', timeout: 60_000 });
  return performance.now() - begun;
}

/**
 * Until there is one copy, whole, of which a page came up: a version that stands.
 * @param {import('playwright').Page} page
 */
async function standing(page) {
  for (let tries = 0; tries < 360; tries += 1) {
    const stands = await page.evaluate(async () => {
      const [key, ...others] = await caches.keys();
      if (key === undefined || others.length > 0) return false;
      const has = (/** @type {string} */ mark) => caches.match(mark, { cacheName: key });
      return Boolean((await has('/.sealed')) && (await has('/.up')));
    });
    if (stands) return;
    await page.waitForTimeout(250);
  }
  throw new Error('no version stood within 90 s');
}

/**
 * @param {{ cuts: number, chance: () => number, ontold?: (cut: Cut) => void }} how
 * @returns {Promise<Cut[]>}
 */
export async function cutPower({ cuts, chance, ontold = () => {} }) {
  const profile = mkdtempSync(join(tmpdir(), 'two-steps-power-'));
  const deployment = await Deployment.start();
  const { address } = deployment;
  /** @type {Cut[]} */
  const done = [];
  /** The browser that is open, if one is. @type {Awaited<ReturnType<typeof openBrowser>> | null} */
  let running = null;
  const start = async () => (running = await openBrowser(profile));
  const cutOff = async () => {
    const ended = running;
    running = null;
    await ended?.kill();
  };
  let newest = 1;
  try {
    const first = await start();
    await open(first.page, address);
    await standing(first.page);
    await open(first.page, address);
    deployment.deploy({ revision: '1' });
    const longest = 1.2 * (await update(first.page, 1));
    await standing(first.page);
    // What was written is on the disk, as it is days before a power cut.
    await first.page.waitForTimeout(2000);
    await cutOff();

    for (let cut = 1; cut <= cuts; cut += 1) {
      const browser = await start();
      await open(browser.page, address);
      deployment.deploy({ revision: String(cut + 1) });
      await lookForNewer(browser.page);
      const after = Math.round(chance() * longest);
      await new Promise((passed) => setTimeout(passed, after));
      await cutOff();

      const isOffline = cut % 2 === 0;
      const again = await start();
      /** @type {string[]} */
      const errors = [];
      again.page.on('pageerror', ({ message }) => errors.push(message));
      await again.page.context().setOffline(isOffline);
      await open(again.page, address);
      const [shown = '0', ...others] = await revisions(again.page);
      // A visitor comes.
      await again.page.mouse.click(960, 360);
      await again.page.locator('.home').waitFor();
      const isOne = others.every((revision) => revision === shown);
      // One that has stood is not left for one before it.
      const isWhole = isOne && errors.length === 0 && Number(shown) >= newest;
      const told = { after, isOffline, shown, others, isWhole, errors };
      done.push(told);
      ontold(told);
      // With the power back it goes on with the update from the loop; at times nobody disturbs it.
      await again.page.context().setOffline(false);
      // What wakes the loop presses nothing for a moment.
      await again.page.waitForTimeout(650);
      await again.page.locator('[data-leave]').click();
      await again.page.locator('[data-phase="attract"]').waitFor();
      if (cut % 3 === 0 && cut < cuts) {
        if (Number(shown) < cut + 1) await update(again.page, cut + 1);
        await standing(again.page);
        newest = cut + 1;
        await again.page.waitForTimeout(2000);
      }
      await cutOff();
    }
    return done;
  } finally {
    await cutOff();
    await deployment.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
