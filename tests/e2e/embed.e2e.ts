import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expectAccessible } from './axe.ts';
import { openPage } from './open-page.ts';
import { findOverflow } from './overflow.ts';
import { expect, test } from './page-errors.ts';
import { collection } from './collection.ts';
import { mark } from './timeline-surface.ts';

/** Another site that shows the timeline as its readers paste it. */
async function hostPage(html: string): Promise<{ address: string; server: Server }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

interface Answer {
  readonly html: string;
  readonly width: number;
}

test('another site shows a view in a frame that takes its height', async ({ page, request, baseURL }) => {
  const asked = `${baseURL}/timeline?from=1990-11-01&to=1990-12-20`;
  const answer = (await (await request.get(`/oembed?url=${encodeURIComponent(asked)}`)).json()) as Answer;
  const { address, server } = await hostPage(`<!doctype html><title>Host</title><p>Before</p>${answer.html}`);
  try {
    const requests: string[] = [];
    page.on('request', (sent) => requests.push(new URL(sent.url()).origin));
    await page.goto(address);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('[data-timeline].ready')).toBeVisible();
    await expect(frame.getByRole('status')).toContainText(/1 November – 19 December 1990/);
    const inner = await frame.locator('.embed').evaluate((node: HTMLElement) => node.offsetHeight);
    await expect.poll(async () => (await page.locator('iframe').boundingBox())!.height).toBeCloseTo(inner, -1);

    // Choosing an event makes room for its panel.
    await frame.locator('[data-timeline] [data-event="gorbachev-two-step-conversation"]').click();
    await expect(frame.locator('#panel')).toBeVisible();
    await expect.poll(async () => (await page.locator('iframe').boundingBox())!.height).toBeGreaterThan(inner + 100);
    await expect(frame.getByRole('link', { name: 'Open in Two Steps' })).toHaveAttribute(
      'href',
      /\/timeline\?from=1990-11-01&to=1990-12-20&event=gorbachev-two-step-conversation$/
    );
    expect(new Set(requests)).toEqual(new Set([new URL(address).origin, new URL(baseURL!).origin]));
  } finally {
    server.close();
  }
});

test('what is pressed in a frame opens beside the page that holds it', async ({ page, context }) => {
  await openPage(page, '/embed/timeline');
  await mark(page, 'resolution-678-adopted').click();
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.locator('#panel').getByRole('link', { name: 'Read on' }).click()
  ]);
  await expect(opened).toHaveURL(/\/events\/resolution-678-adopted$/);
  await expect(page).toHaveURL(/\/embed\/timeline$/);
});

test('the embed has nothing of the site around it, and is not for search engines', async ({ page }) => {
  await openPage(page, '/embed/timeline');
  await expect(page.locator('header, footer, nav')).toHaveCount(0);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toHaveCount(0);
});

test('the embed is read without scripts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('/embed/timeline');
  await expect(page.locator('#list [data-event]')).toHaveCount(collection.events.length);
  await context.close();
});

test('how many events are shown is told of the picture alone: the list has all', async ({ page }) => {
  await openPage(page, '/embed/timeline');
  const shown = page.locator('.embed').getByText(/^\d+ of \d+ events, /);
  await expect(shown).toBeVisible();
  await page.setViewportSize({ width: 700, height: 640 });
  await expect(page.locator('#list')).toBeVisible();
  await expect(shown).toBeHidden();
});

test('the embed is accessible, and fits a narrow column', async ({ page }) => {
  await openPage(page, '/embed/timeline');
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await findOverflow(page)).toEqual([]);
});

test('the server answers for timelines of its own, and says what is wrong with other questions', async ({
  request,
  baseURL
}) => {
  const ask = (query: string) => request.get(`/oembed?${query}`);
  const own = encodeURIComponent(`${baseURL}/timeline`);
  expect(await (await ask(`url=${own}&maxwidth=400`)).json()).toMatchObject({
    type: 'rich',
    version: '1.0',
    width: 400
  });
  expect((await ask(`url=${own}&format=xml`)).status()).toBe(501);
  expect((await ask('url=https://elsewhere.example/timeline')).status()).toBe(404);
  expect((await ask('')).status()).toBe(400);
});

test('the timeline tells other sites where to ask', async ({ page, request }) => {
  await page.goto('/timeline');
  const link = page.locator('link[type="application/json+oembed"]');
  const answer = await request.get((await link.getAttribute('href'))!);
  expect(answer.status()).toBe(200);
});
