import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { openPage } from './open-page.ts';
import { findCutText, findOverflow } from './overflow.ts';
import { expect, test } from './page-errors.ts';

const help = (page: Page) => page.getByRole('region', { name: 'How to use the timeline' });
const singleKeys = (page: Page) => page.getByRole('checkbox', { name: 'Single keys' });
const search = (page: Page) => page.locator('header').getByRole('link', { name: 'Search' });

test('? opens the help, and Escape gives the focus back', async ({ page }) => {
  await openPage(page, '/timeline');
  await page.keyboard.press('?');
  await expect(help(page).getByRole('table', { name: 'Keys' })).toBeVisible();
  await expect(help(page).getByRole('table', { name: 'Mouse and touch' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help(page)).toHaveCount(0);
  await expect(page.locator('[data-tool="help"]')).toBeFocused();
});

test('all single keys can be switched off, on every page, and on again', async ({ page }) => {
  await openPage(page, '/timeline');
  await page.locator('[data-tool="help"]').click();
  await singleKeys(page).uncheck();
  await expect(help(page).getByRole('row', { name: 'Opens Find' })).toContainText('(off)');
  await help(page).getByRole('button', { name: 'Close the help' }).click();

  for (const path of ['/timeline', '/about']) {
    await openPage(page, path);
    for (const key of ['?', 'f', '/']) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    await expect(help(page)).toHaveCount(0);
    await expect(page.getByRole('searchbox')).toHaveCount(0);
    await expect(search(page)).not.toHaveAttribute('aria-keyshortcuts');
    await expect(search(page).locator('kbd')).toBeHidden();
  }

  await openPage(page, '/timeline');
  await page.locator('[data-tool="help"]').click();
  await expect(singleKeys(page)).not.toBeChecked();
  await singleKeys(page).check();
  await expect(search(page)).toHaveAttribute('aria-keyshortcuts', '/');
  await page.keyboard.press('f');
  await expect(page.getByRole('searchbox', { name: 'Find on the timeline' })).toBeFocused();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a dialog over the page keeps its keys', async ({ page }) => {
  await openPage(page, '/timeline');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('button', { name: 'Close the search' }).focus();
  await page.keyboard.press('?');
  await expect(help(page)).toHaveCount(0);
});

test('fits into 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openPage(page, '/timeline');
  await page.locator('[data-tool="help"]').click();
  await expect(help(page)).toBeVisible();
  expect(await findOverflow(page)).toEqual([]);
  expect(await findCutText(page)).toEqual([]);
});

test('axe finds nothing on the help', async ({ page }) => {
  test.setTimeout(120_000);
  await openPage(page, '/timeline');
  await page.locator('[data-tool="help"]').click();
  await singleKeys(page).uncheck();
  await expectAccessible(page);
});
