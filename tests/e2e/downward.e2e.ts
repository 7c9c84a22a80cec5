import type { Page } from '@playwright/test';
import { collection } from './collection.ts';
import { openPage } from './open-page.ts';
import { expect, test } from './page-errors.ts';

test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: 'reduce' } });

const conversation = 'gorbachev-two-step-conversation';
const rows = (page: Page) => page.getByRole('list', { name: 'Timeline of events, from the earliest down' });
const mark = (page: Page, event: string) => rows(page).locator(`[data-event="${event}"]`);
const fewer = (page: Page) => page.getByRole('button', { name: 'Fewer events' });
const weightOf = (event: string) => collection.events.find(({ id }) => id === event)!.significance;

test('time runs downward on a phone: every event, in order, before any script', async ({ page, request }) => {
  const html = await (await request.get('/timeline')).text();
  const sent = html.slice(html.indexOf('class="downward'));
  const ids = [...sent.matchAll(/data-event="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(collection.events.map(({ id }) => id));

  await openPage(page, '/timeline');
  await expect(page.locator('[data-timeline]')).toBeHidden();
  await expect(rows(page).getByRole('heading', { name: 'November 1990' })).toBeAttached();
  const [first, second] = await Promise.all(
    [0, 1].map((at) => rows(page).locator('[data-event]').nth(at).boundingBox())
  );
  expect(second!.y).toBeGreaterThan(first!.y + 20);
  expect(second!.x).toBe(first!.x);
});

test('a wide window has the picture alone', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openPage(page, '/timeline');
  await expect(page.locator('[data-timeline]')).toBeVisible();
  await expect(rows(page)).toBeHidden();
});

test('a press opens the panel from the foot, with the event in sight above it', async ({ page }) => {
  await openPage(page, '/timeline');
  await mark(page, conversation).click();
  const panel = page.locator('#panel');
  await expect(panel).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`event=${conversation}`));
  await expect(mark(page, conversation)).toHaveAttribute('aria-current', 'true');

  const [row, sheet] = await Promise.all([mark(page, conversation).boundingBox(), panel.boundingBox()]);
  expect(row!.y).toBeGreaterThan(0);
  expect(row!.y + row!.height).toBeLessThanOrEqual(sheet!.y);

  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toHaveCount(0);
  await expect(mark(page, conversation)).toBeFocused();
});

test('Enter opens the panel and Escape closes it', async ({ page }) => {
  await openPage(page, '/timeline');
  await mark(page, conversation).press('Enter');
  await expect(page.locator('#panel')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#panel')).toHaveCount(0);
  await expect(mark(page, conversation)).toBeFocused();
});

test('the panel of another event begins at its beginning', async ({ page }) => {
  await openPage(page, '/timeline');
  await mark(page, conversation).click();
  const panel = page.locator('.panel');
  const wentDown = await panel.evaluate((box) => {
    box.scrollTop = box.scrollHeight;
    return box.scrollTop;
  });
  expect(wentDown).toBeGreaterThan(0);
  const before = collection.events[collection.events.findIndex(({ id }) => id === conversation) - 1]!;
  await mark(page, before.id).click();
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(before.title);
  await expect.poll(() => panel.evaluate((box) => box.scrollTop)).toBe(0);
});

test('an address with an event shows it', async ({ page }) => {
  await openPage(page, `/timeline?event=${conversation}`);
  await expect(page.locator('#panel')).toBeVisible();
  await expect(mark(page, conversation)).toBeInViewport();
});

test('fewer events leave the weightier, and counts that open in their place', async ({ page }) => {
  await openPage(page, '/timeline');
  await fewer(page).click();
  await fewer(page).click();
  await expect(page.getByRole('status').filter({ hasText: 'Key events' })).toBeVisible();
  await expect(fewer(page)).toHaveAttribute('aria-disabled', 'true');

  const shown = () =>
    rows(page)
      .locator('[data-event]')
      .evaluateAll((marks) => marks.map((each) => (each as HTMLElement).dataset.event!));
  const key = collection.events.filter(({ significance }) => significance === 3).map(({ id }) => id);
  expect(await shown()).toEqual(key);
  const counts = rows(page).getByRole('button', { name: /more events?$/ });
  const counted = (await counts.allTextContents()).reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
  expect(key.length + counted).toBe(collection.events.length);

  const before = await counts.count();
  await counts.first().click();
  await expect(counts).toHaveCount(before - 1);
  const opened = (await shown()).find((id) => weightOf(id) < 3)!;
  await expect(mark(page, opened)).toBeFocused();

  await page.getByRole('button', { name: 'More events', exact: true }).click();
  await page.getByRole('button', { name: 'More events', exact: true }).click();
  expect(await shown()).toHaveLength(collection.events.length);
});

test('what is read stays in place when rows above it go', async ({ page }) => {
  await openPage(page, '/timeline');
  await mark(page, conversation).evaluate((node) => node.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await fewer(page).focus();
  const before = (await mark(page, conversation).boundingBox())!.y;
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Main events' })).toBeVisible();
  expect(Math.abs((await mark(page, conversation).boundingBox())!.y - before)).toBeLessThan(2);
});

test('the strip of months leads to a month and follows the reader', async ({ page }) => {
  await openPage(page, '/timeline');
  const strip = page.getByRole('slider', { name: 'Month' });
  const first = await strip.getAttribute('aria-valuetext');
  await strip.focus();
  await page.keyboard.press('End');
  await expect(strip).not.toHaveAttribute('aria-valuetext', first!);
  const last = (await strip.getAttribute('aria-valuetext'))!;
  await expect(rows(page).getByRole('heading', { name: last })).toBeInViewport();

  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect(strip).toHaveAttribute('aria-valuetext', first!);
});
