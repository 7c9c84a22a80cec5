import { expect, test as base, type Page } from '@playwright/test';
import { Deployment } from './lesson/deployment.ts';
import { doModule3 } from './lesson/module-3.ts';
import { recordOf, saveWork } from './lesson/records.ts';
import { Student } from './lesson/student.ts';
import { openPage, waitForScripts } from './open-page.ts';

/** Each in a browser that has not been here: what a worker keeps outlives the emptying between tests. */
const test = base.extend({
  context: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({ baseURL: baseURL!, serviceWorkers: 'allow' });
    await use(context);
    await context.close();
  },
  page: async ({ context }, use) => use(await context.newPage())
});
test.describe.configure({ timeout: 120_000 });

/** Resolves once everything is kept, however long that takes. */
async function waitUntilKept(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const names = await caches.keys();
          const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match('/.sealed')));
          return found.some(Boolean);
        }),
      { timeout: 60_000 }
    )
    .toBe(true);
}

test('after one visit every page opens without a network, and answers are kept', async ({ page, context }) => {
  await openPage(page, '/');
  await waitUntilKept(page);
  await context.setOffline(true);

  for (const path of [
    '/',
    '/timeline?from=1990-11-01&to=1990-12-20&event=gorbachev-two-step-conversation',
    '/events/resolution-678-adopted',
    '/sources/unsc-res-678',
    '/places',
    '/compare/gorbachev-perez-de-cuellar-1990-11-19/unsc-res-678',
    '/teach/two-steps'
  ]) {
    const response = await openPage(page, path);
    expect(response.status(), path).toBe(200);
    await expect(page.locator('h1'), path).not.toBeEmpty();
  }
  await openPage(page, '/search?q=perez');
  await expect(page.locator('search li').first()).toContainText('Pérez de Cuéllar');

  await openPage(page, '/modules/two-steps');
  await page.getByRole('link', { name: 'Begin', exact: true }).click();
  await page.getByRole('textbox', { name: 'Your answer' }).fill('Without a network.');
  await expect(page.getByText('Saved on this device')).toBeVisible();
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Helsinki, ten weeks before' })).toBeVisible();
  await page.goBack();
  await page.reload();
  await waitForScripts(page);
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toHaveValue('Without a network.');

  const missing = await page.goto('/no-such-page');
  expect(missing!.status()).toBe(404);
});

test('on a connection that costs money the copy is offered with its size, and fetched when it is asked for', async ({
  page
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
  });
  const fetched: string[] = [];
  page.context().on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await openPage(page, '/modules');
  const bar = page.getByRole('complementary', { name: 'Offline copy' });
  await expect(bar).toContainText(/That is [34](\.\d)? MB\./, { timeout: 20_000 });
  expect(fetched).not.toContain('/offline.bin');
  await bar.getByRole('button', { name: 'Keep it' }).click();
  await waitUntilKept(page);
  await expect(bar).toBeHidden();
});

test('a newer version waits until the student is between steps, and an open page goes on with its own', async ({
  browser
}) => {
  const deployment = await Deployment.start();
  const context = await browser.newContext({ baseURL: deployment.address, serviceWorkers: 'allow' });
  const page = await context.newPage();
  await openPage(page, '/modules/two-steps/force-or-patience');
  await waitUntilKept(page);
  // The next visit is controlled from its beginning, and has asked what is kept.
  const asked = page.waitForRequest('**/offline.json');
  await page.reload();
  await waitForScripts(page);
  await asked;
  await page.getByRole('textbox', { name: 'Your answer' }).fill('Begun under the old version.');

  deployment.deploy();
  await page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await registration.update();
  });
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting !== null), {
      timeout: 60_000
    })
    .toBe(true);
  // It has all of itself, and has taken nothing over.
  await page.getByRole('textbox', { name: 'Your answer' }).fill('Begun under the old version, and gone on.');
  await expect(page.getByText('Saved on this device')).toBeVisible();
  await expect(page.locator('meta[name="revision"]')).toHaveCount(0);

  // Between two steps it takes over; the page after that is the newer one, and the answers are there. A pointer over
  // a link would let Chromium warm up the older worker, which under a debugger never rests again.
  await page.getByRole('link', { name: /^Next/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Helsinki, ten weeks before' })).toBeVisible();
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { waiting, active } = (await navigator.serviceWorker.getRegistration())!;
        // The page has heard of it, too.
        const isController = navigator.serviceWorker.controller === active;
        return { waiting: waiting?.state, active: active?.state, isController };
      })
    )
    .toEqual({ waiting: undefined, active: 'activated', isController: true });
  await page.getByRole('link', { name: /^Back/ }).click();
  await expect(page.locator('meta[name="revision"]')).toHaveCount(1);
  await waitForScripts(page);
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toHaveValue(
    'Begun under the old version, and gone on.'
  );
  await context.close();
  await deployment.stop();
});

test('a copy that breaks off is thrown away, told, and fetched anew when it is asked for', async ({
  browser,
  baseURL
}) => {
  const context = await browser.newContext({ baseURL: baseURL!, serviceWorkers: 'allow' });
  let breaks = true;
  await context.route('**/offline.bin', (route) => (breaks ? route.abort() : route.continue()));
  const page = await context.newPage();
  await openPage(page, '/');
  const bar = page.getByRole('complementary', { name: 'Offline copy' });
  await expect(bar).toContainText('could not be fetched', { timeout: 20_000 });
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  breaks = false;
  await bar.getByRole('button', { name: 'Try again' }).click();
  await waitUntilKept(page);
  await context.close();
});

test('a copy of another version than its worker is thrown away and told, and the right one is taken', async ({
  browser
}) => {
  const deployment = await Deployment.start();
  // The server is updated after the worker was fetched, and before the copy is.
  deployment.deploy({ packed: 'newest' });
  const context = await browser.newContext({ baseURL: deployment.address, serviceWorkers: 'allow' });
  const page = await context.newPage();
  await openPage(page, '/');
  const bar = page.getByRole('complementary', { name: 'Offline copy' });
  await expect(bar).toContainText('could not be fetched', { timeout: 20_000 });
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  deployment.deploy();
  await bar.getByRole('button', { name: 'Try again' }).click();
  await waitUntilKept(page);

  // Who has a copy keeps it, whole, until there is a newer one that is.
  const kept = await page.evaluate(() => caches.keys());
  deployment.deploy({ revision: 'third', packed: 'fourth' });
  const look = () =>
    page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!;
      const found = new Promise<ServiceWorker>((done) =>
        registration.addEventListener('updatefound', () => done(registration.installing!), { once: true })
      );
      await registration.update();
      const worker = await found;
      return new Promise<string>((done) => {
        const settle = () => worker.state !== 'installing' && done(worker.state);
        worker.addEventListener('statechange', settle);
        settle();
      });
    });
  expect(await look()).toBe('redundant');
  expect(await page.evaluate(() => caches.keys())).toEqual(kept);
  await page.reload();
  await expect(page.locator('meta[name="revision"]')).toHaveAttribute('content', 'newer');
  deployment.deploy({ revision: 'fourth' });
  expect(await look()).toBe('installed');
  await context.close();
  await deployment.stop();
});

test('a whole module is done while the network comes and goes, and nothing is missing', async ({
  browser,
  baseURL
}) => {
  const context = await browser.newContext({
    baseURL: baseURL!,
    serviceWorkers: 'allow',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 }
  });
  const page = await context.newPage();
  await openPage(page, '/');
  await waitUntilKept(page);
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  let isDone = false;
  let state = 1119;
  const weather = (async () => {
    for (let isOff = true; !isDone; isOff = !isOff) {
      await context.setOffline(isOff);
      state = (state * 16807) % 2147483647;
      await new Promise((next) => setTimeout(next, 150 + (state % 700)));
    }
    await context.setOffline(false);
  })();
  await doModule3(new Student(page, 'mouse'));
  isDone = true;
  await weather;
  const { operations } = await saveWork(page);
  expect(Object.keys(recordOf(operations))).toHaveLength(16);
  expect(failures).toEqual([]);
  await context.close();
});
