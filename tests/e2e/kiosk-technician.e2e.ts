import type { Page } from '@playwright/test';
import { findViolations } from './axe.ts';
import { begin, landscape, openKiosk, screens, setUp } from './kiosk.ts';
import { measureScreen } from './kiosk-measures.ts';
import { holdTime, waitForScripts } from './open-page.ts';
import { expect, test } from './page-errors.ts';

/** The technician's page says nothing to who has no script or no number: it is looked at here, and not with the others. */
test.describe.configure({ timeout: 120_000 });
test.use({ viewport: landscape });

const settings = {
  location: 'Hall 3',
  technician: { gesture: ['top-left', 'top-right', 'bottom-right'], pin: '1990' }
};
const hours = (counts: Record<number, number>) => Array.from({ length: 24 }, (_, hour) => counts[hour] ?? 0);
const counts = {
  version: 1,
  days: { '2026-11-18': hours({ 9: 4, 10: 12 }), '2026-11-19': hours({ 23: 1 }) },
  before: 100,
  // Half of the visits were over within 40 seconds.
  stays: [2, 1, 0, 0, 0, 1, 2, 9, 2],
  stops: { home: 3, document: 14 },
  endings: { left: 7, idle: 10 },
  opinions: {},
  errors: [{ message: 'Uncaught Error: made to fail', count: 2, day: '2026-11-18' }]
};

async function press(page: Page, number: string): Promise<void> {
  for (const digit of number) await page.getByRole('button', { name: digit, exact: true }).click();
}

/** The pad of numbers, before any was entered. */
async function openPad(page: Page, theme: 'dark' | 'light' = 'dark'): Promise<void> {
  await setUp(page, { ...settings, theme });
  await page.addInitScript((text) => localStorage.setItem('two-steps-kiosk-counts', text), JSON.stringify(counts));
  await page.goto('./kiosk/technician');
  await waitForScripts(page);
  await expect(page.getByRole('group', { name: 'Enter the technician’s number' })).toBeVisible();
}

test('the technician comes in by a gesture and a number, and goes back', async ({ page }) => {
  await setUp(page, settings);
  await openKiosk(page);
  await begin(page);
  for (const [x, y] of [
    [10, 10],
    [1910, 10],
    [1910, 1070]
  ] as const)
    await page.mouse.click(x, y);
  await expect(page).toHaveURL(/\/kiosk\/technician$/);
  await press(page, '1234');
  await expect(page.getByText('That is not the number')).toBeVisible();
  await press(page, '1990');
  await expect(page.getByRole('heading', { name: 'The technician’s page' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the visitors’ screen' }).click();
  await expect(page.locator('[data-phase="attract"]')).toBeVisible();
});

test('counts, errors and the screen are told, and saved as a table', async ({ page }) => {
  await openPad(page);
  await press(page, '1990');
  const told = page.locator('dl');
  await expect(told.nth(0)).toContainText('Hall 3');
  await expect(page.locator('[data-visits]')).toHaveText('117');
  await expect(told.nth(0)).toContainText('38 seconds');
  await expect(told.nth(1)).toContainText('14');
  await expect(told.nth(2)).toContainText('Uncaught Error: made to fail');
  await expect(told.nth(2)).toContainText('2 times, last on 2026-11-18');
  await expect(page.locator('tbody th')).toHaveText(['2026-11-19', '2026-11-18']);
  await expect(page.locator('tbody .sum')).toHaveText(['1', '16']);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the counts (CSV)' }).click()
  ]);
  expect(download.suggestedFilename()).toMatch(/^two-steps-kiosk-hall-3-\d{4}-\d\d-\d\d\.csv$/);
});

test('glass and screen are tested field by field and colour by colour', async ({ page }) => {
  await openPad(page);
  await press(page, '1990');
  await page.getByRole('button', { name: 'Test touch and screen' }).click();
  await page.mouse.move(100, 100);
  await page.mouse.move(700, 100, { steps: 20 });
  await expect(page.locator('.test [role="status"]')).toContainText(/Felt: [4-9] of 144/);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Next plain colour' }).click();
  for (const colour of ['0, 0, 0', '255, 255, 255', '255, 0, 0', '0, 255, 0', '0, 0, 255', '128, 128, 128']) {
    await expect(page.locator('.colour')).toHaveCSS('background-color', `rgb(${colour})`);
    await page.locator('.colour').click({ position: { x: 400, y: 300 } });
  }
  await expect(page.locator('.colour')).toHaveCount(0);
  await page.getByRole('button', { name: 'End the test' }).click();
  await expect(page.locator('.technician')).toBeVisible();
});

test('who tries numbers waits after three, and the page is shut after five minutes without a touch', async ({
  page
}) => {
  await page.clock.install();
  await openPad(page);
  await holdTime(page);
  await press(page, '111122223333');
  await expect(page.getByText('Three wrong numbers')).toBeVisible();
  for (const digit of '1990') await page.getByRole('button', { name: digit, exact: true }).click({ force: true });
  await expect(page.locator('.technician')).toHaveCount(0);
  await page.clock.runFor(31_000);
  await press(page, '1990');
  await expect(page.locator('.technician')).toBeVisible();
  await page.clock.runFor(4 * 60_000);
  await page.mouse.click(900, 300);
  await page.clock.runFor(4 * 60_000);
  await expect(page.locator('.technician')).toBeVisible();
  await page.clock.runFor(62_000);
  await expect(page.locator('[data-phase="attract"]')).toBeVisible();
});

test('without a number in the settings the technician’s page stays shut', async ({ page }) => {
  await page.goto('./kiosk/technician');
  await expect(page.getByText('kiosk.json names no technician')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await expect(page.locator('.technician')).toHaveCount(0);
});

test('five keys open the page and go through it', async ({ page }) => {
  await openPad(page);
  await page.getByRole('button', { name: '1', exact: true }).focus();
  // From 1 to 9, twice; then down to 0, below the middle of the pad.
  for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter', 'Enter'])
    await page.keyboard.press(key);
  for (const key of ['ArrowLeft', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(page.locator('.technician')).toBeVisible();
  const names = ['Test touch and screen', 'Save the counts (CSV)', 'Back to the visitors’ screen'];
  await page.getByRole('button', { name: names[0]! }).focus();
  for (const name of names) {
    await expect(page.getByRole('button', { name })).toBeFocused();
    await page.keyboard.press('ArrowRight');
  }
});

for (const { size, unit } of screens) {
  test(`at ${size.width} × ${size.height} the page is large enough, within reach, and axe finds nothing`, async ({
    page
  }) => {
    await page.setViewportSize(size);
    const nothing = { small: [], close: [], high: [], fine: [], cut: [] };
    for (const theme of ['dark', 'light'] as const) {
      await openPad(page, theme);
      await expect(page.locator(`.kiosk.is-${theme} .digits`)).toBeVisible();
      expect.soft(await measureScreen(page, unit), `pad, ${theme}`).toEqual(nothing);
      expect.soft(await findViolations(page), `pad, ${theme}`).toEqual([]);
      await press(page, '1990');
      await expect(page.locator('.technician')).toBeVisible();
      expect.soft(await measureScreen(page, unit), `page, ${theme}`).toEqual(nothing);
      expect.soft(await findViolations(page), `page, ${theme}`).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), theme).toBe(0);
    }
  });
}
