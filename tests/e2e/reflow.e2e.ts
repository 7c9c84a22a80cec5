import { expect, test } from '@playwright/test';
import { pageTypes } from '../page-types.js';
import { openPage, waitForDrawing } from './open-page.ts';
import { findCutText, findOverflow } from './overflow.ts';
import { sweep } from './one-page.ts';

const windows = [
  { name: 'a small phone', size: { width: 320, height: 640 } },
  // 1280 × 1024 px at a zoom of 400 %.
  { name: 'a laptop at 400 %', size: { width: 320, height: 256 } }
];

/** What a reader's own style may set without loss: WCAG 1.4.12. */
const textSpacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

for (const { name, path } of pageTypes) {
  sweep(`${name} fits into 320 px, and with its text spaced`, async ({ page }) => {
    await page.setViewportSize(windows[0]!.size);
    await openPage(page, path);
    for (const { name: kind, size } of windows) {
      await page.setViewportSize(size);
      await waitForDrawing(page);
      expect.soft(await findOverflow(page), kind).toEqual([]);
      expect.soft(await findCutText(page), kind).toEqual([]);
    }

    await page.addStyleTag({ content: textSpacing });
    for (const size of [{ width: 1280, height: 800 }, windows[0]!.size]) {
      await page.setViewportSize(size);
      await waitForDrawing(page);
      expect.soft(await findCutText(page), `spaced, ${size.width} px`).toEqual([]);
      expect.soft(await findOverflow(page), `spaced, ${size.width} px`).toEqual([]);
    }
  });
}

test('what is opened over a page fits into 320 px', async ({ page }) => {
  await page.setViewportSize(windows[0]!.size);
  await openPage(page, '/sources/gorbachev-perez-de-cuellar-1990-11-19');
  await page.locator('[data-excerpt] [data-term]').first().click();
  await expect(page.locator('#term-note')).toBeVisible();
  await waitForDrawing(page);
  expect(await findOverflow(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.locator('#site-menu')).toBeVisible();
  expect(await findOverflow(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.locator('header').getByRole('link', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('resolution');
  await expect(page.getByRole('dialog').locator('li').first()).toBeVisible();
  expect(await findOverflow(page)).toEqual([]);
});
