import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { collection } from './collection.ts';
import { openPage } from './open-page.ts';
import { findCutText, findOverflow } from './overflow.ts';
import { expect, test } from './page-errors.ts';

const total = collection.events.length;
const table = (page: Page) => page.getByRole('table');
const rows = (page: Page) => table(page).locator('tbody tr');
const head = (page: Page, name: string) => table(page).getByRole('columnheader', { name });

test('the table takes the place of the picture, and the address says so', async ({ page }) => {
  await openPage(page, '/timeline');
  await page.getByRole('button', { name: 'Table' }).click();
  await expect(table(page)).toHaveAccessibleName(`${total} events`);
  await expect(rows(page)).toHaveCount(total);
  await expect(page.locator('[data-timeline]')).toBeHidden();
  await expect(page.locator('#list')).toBeHidden();
  await expect(page).toHaveURL(/\?show=table$/);
  await page.reload();
  await expect(rows(page)).toHaveCount(total);
  await page.getByRole('button', { name: 'Timeline' }).click();
  await expect(table(page)).toHaveCount(0);
  await expect(page.locator('[data-timeline]')).toBeVisible();
});

test('its headings put it in order, and its links lead to the events', async ({ page }) => {
  await openPage(page, '/timeline?show=table');
  await expect(head(page, 'Date')).toHaveAttribute('aria-sort', 'ascending');
  await head(page, 'Event').getByRole('button').click();
  await expect(head(page, 'Event')).toHaveAttribute('aria-sort', 'ascending');
  const titles = collection.events
    .map(({ title }) => title)
    .sort(new Intl.Collator('en-GB', { numeric: true }).compare);
  await expect(rows(page).first()).toContainText(titles[0]!);
  await head(page, 'Event').getByRole('button').press('Enter');
  await expect(head(page, 'Event')).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page).first()).toContainText(titles.at(-1)!);
  await expect(page.locator('.certainty, [data-name="Certainty"]').nth(3)).not.toBeEmpty();

  await rows(page).first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.at(-1)!);
});

test('it has the lanes that are shown, and marks what is looked for', async ({ page }) => {
  await openPage(page, '/timeline?show=table&lanes=europe&find=treaty');
  const europe = collection.events.filter(({ lane }) => lane === 'europe');
  await expect(rows(page)).toHaveCount(europe.length);
  await expect(table(page).locator('.is-match').first()).toBeVisible();
  await page.getByRole('button', { name: 'Next match' }).click();
  await expect(table(page).locator('tr[aria-current="true"]')).toBeInViewport();
});

test('it is taken away as a file for spreadsheets', async ({ page }) => {
  await openPage(page, '/timeline?show=table');
  await expect(rows(page).first()).toContainText('Documented');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click()
  ]);
  expect(download.suggestedFilename()).toBe('two-steps-events.csv');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text.trim().split('\r\n')).toHaveLength(total + 1);
  for (const { date, title } of collection.events) {
    expect(text).toContain(date.edtf);
    expect(text).toContain(title.replaceAll('"', '""'));
  }
});

test('it is what is printed', async ({ page }) => {
  await openPage(page, '/timeline?show=table');
  await expect(rows(page)).toHaveCount(total);
  await page.emulateMedia({ media: 'print' });
  await expect(table(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download as CSV' })).toBeHidden();
  await expect(page.locator('#list')).toBeHidden();
});

for (const width of [320, 390]) {
  test(`its rows are blocks with the names of their cells at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await openPage(page, '/timeline');
    await page.getByRole('button', { name: 'Table' }).click();
    await expect(rows(page)).toHaveCount(total);
    expect(await findOverflow(page)).toEqual([]);
    expect(await findCutText(page)).toEqual([]);
    await expect(table(page).getByRole('row')).toHaveCount(total + 1);
    await head(page, 'Place').getByRole('button').click();
    await expect(head(page, 'Place')).toHaveAttribute('aria-sort', 'ascending');
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await expect(page.locator('#list')).toBeVisible();
  });
}

test('axe finds nothing on the table', async ({ page }) => {
  test.setTimeout(120_000);
  await openPage(page, '/timeline?show=table&find=gorbachev');
  await expect(rows(page).first()).toContainText('Documented');
  await expectAccessible(page);
});
