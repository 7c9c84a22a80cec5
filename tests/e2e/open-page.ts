import type { Page, Response } from '@playwright/test';

/**
 * Opens a page and waits until its scripts run, its fonts are there, and what its address asks
 * for is drawn. Addresses count from where the site is served, which may be a folder of a host.
 */
export async function openPage(page: Page, path: string): Promise<Response> {
  const response = await page.goto(`.${path}`);
  if (!response) throw new Error(`${path} did not load`);
  await waitForScripts(page);
  // A chosen event, a tour and a query are drawn by scripts alone.
  if (path.includes('event=')) await page.locator('#panel').waitFor();
  if (path.includes('show=table')) await page.locator('main table').waitFor();
  if (path.includes('tour=')) await page.locator('#timeline-tool').waitFor({ state: 'attached' });
  if (path.includes('q=')) await page.locator('search li').first().waitFor();
  return response;
}

/**
 * Shows a hand, for which the scripts of a page wait, until its components have come to life:
 * SvelteKit adds its announcer then.
 */
export async function waitForScripts(page: Page): Promise<void> {
  const announcer = page.locator('#svelte-announcer');
  for (let moves = 0; (await announcer.count()) === 0; moves += 1) {
    await page.mouse.move(1, 1 + (moves % 2));
    await page.waitForTimeout(20);
  }
  await page.evaluate(() => document.fonts.ready);
  await waitForDrawing(page);
}

/** Two frames: what measures itself has been told of its new size and has drawn. */
export async function waitForDrawing(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** From here on time passes only when it is told to, however slow the machine is; the clock must have been installed. */
export const holdTime = async (page: Page): Promise<void> =>
  page.clock.pauseAt(await page.evaluate(() => Date.now() + 2000));
