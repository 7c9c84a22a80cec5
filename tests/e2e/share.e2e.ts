import { readFile } from 'node:fs/promises';
import { expectAccessible } from './axe.ts';
import { expect, test } from './page-errors.ts';
import { openTimeline, surface } from './timeline-surface.ts';

const view = '?from=1990-11-01&to=1990-12-20';

test('the link to a view is copied, and brings it back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTimeline(page, `${view}&lanes=superpowers,un`);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(page.url());
  await expect(page.getByLabel('Show it in another site')).toHaveValue(
    /<iframe src="[^"]*\/embed\/timeline\?from=1990-11-01&amp;to=1990-12-20&amp;lanes=superpowers,un"/
  );
});

test('where a browser does not let it copy, the text is selected and the way is said', async ({ page }) => {
  await openTimeline(page);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy the code' }).click();
  await expect(page.getByText(/press Ctrl and C/)).toBeVisible();
  const code = page.getByLabel('Show it in another site');
  expect(
    await code.evaluate((field: HTMLTextAreaElement) => field.selectionEnd - field.selectionStart)
  ).toBeGreaterThan(80);
});

test('the view is saved as SVG, with the events in view and where it is from', async ({ page }) => {
  await openTimeline(page, view);
  const labels = await surface(page).locator('.cell:not([aria-hidden]) .label').allTextContents();
  await page.getByRole('button', { name: 'Share' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as SVG' }).click()
  ]);
  expect(download.suggestedFilename()).toBe('two-steps-1990-11-01-to-1990-12-19.svg');
  const svg = await readFile(await download.path(), 'utf8');
  const words = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    return read.querySelector('parsererror') ? [] : [...read.querySelectorAll('text')].map((node) => node.textContent);
  }, svg);
  for (const label of labels) expect(words).toContain(label);
  expect(words.at(-1)).toMatch(/^Two Steps · 1 November – 19 December 1990 · http.*from=1990-11-01/);
});

test('the view is saved as PNG, with two pixels for each', async ({ page }) => {
  await openTimeline(page, view);
  await page.getByRole('button', { name: 'Share' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as PNG' }).click()
  ]);
  const png = await readFile(await download.path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(2 * 1242);
  expect(png.length).toBeGreaterThan(40_000);
});

test('sharing is accessible', async ({ page }) => {
  await openTimeline(page, view);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByLabel('Link to this view')).toBeVisible();
  await expectAccessible(page);
});
