import { expect, test, type Browser, type Page } from '@playwright/test';
import { Deployment } from './lesson/deployment.ts';
import { begin, landscape, openKiosk } from './kiosk.ts';

test.describe.configure({ timeout: 150_000 });

/** The copies that are whole, by the marks that they have. */
const copies = (page: Page) =>
  page.evaluate(async () => {
    const marks = ['.sealed', '.up', '.tried', '.failed'];
    const all = await Promise.all(
      (await caches.keys()).map(async (name) => {
        const found = await Promise.all(
          marks.map(async (mark) => ((await caches.match(`/${mark}`, { cacheName: name })) ? mark : ''))
        );
        return found.join('');
      })
    );
    return all.sort();
  });

/** A kiosk with its copy, controlled by its worker. */
async function standing(browser: Browser, deployment: Deployment): Promise<Page> {
  const context = await browser.newContext({
    baseURL: deployment.address,
    serviceWorkers: 'allow',
    viewport: landscape
  });
  const page = await context.newPage();
  await openKiosk(page);
  await expect.poll(() => copies(page), { timeout: 60_000 }).toEqual(['.sealed.up']);
  await openKiosk(page);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  return page;
}

const lookForNewer = (page: Page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())!.update()));
const isWaiting = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting !== null);

test('a newer version waits while somebody is there, and is taken in the loop', async ({ browser }) => {
  const deployment = await Deployment.start();
  const page = await standing(browser, deployment);
  await begin(page);
  deployment.deploy();
  await lookForNewer(page);
  await expect.poll(() => isWaiting(page), { timeout: 60_000 }).toBe(true);
  await page.locator('.door').first().click();
  await expect(page.locator('.tour')).toBeVisible();
  await expect(page.locator('meta[name="revision"]')).toHaveCount(0);
  expect(await isWaiting(page)).toBe(true);

  await page.locator('[data-leave]').click();
  await expect(page.locator('meta[name="revision"]')).toHaveCount(1, { timeout: 20_000 });
  await expect(page.locator('[data-phase="attract"]')).toBeVisible();
  // It came up, and the copy before it is gone.
  await expect.poll(() => copies(page)).toEqual(['.sealed.up.tried']);
  const counts = await page.evaluate(() => JSON.parse(localStorage.getItem('two-steps-kiosk-counts')!));
  expect(counts.stops).toEqual({ tour: 1 });
  await page.context().close();
  await deployment.stop();
});

test('a version that does not come up within 30 s is left for the one before, without a network too', async ({
  browser
}) => {
  const deployment = await Deployment.start();
  const page = await standing(browser, deployment);
  deployment.deploy({ isBroken: true });
  await lookForNewer(page);
  await expect(page.locator('meta[name="revision"]')).toHaveCount(1, { timeout: 60_000 });
  await expect(page.locator('meta[name="revision"]')).toHaveCount(0, { timeout: 45_000 });
  const works = async () => {
    await expect(page.locator('#svelte-announcer')).toBeAttached();
    await begin(page);
    await expect(page.locator('.home')).toBeVisible();
    await page.locator('[data-leave]').click();
  };
  await works();
  expect(await copies(page)).toEqual(['.sealed.tried.failed', '.sealed.up']);

  await page.context().setOffline(true);
  await page.reload();
  await expect(page.locator('meta[name="revision"]')).toHaveCount(0);
  await works();
  await page.context().close();
  await deployment.stop();
});
