import type { Page } from '@playwright/test';
import { expect, test } from './page-errors.ts';
import { bounds, opening, openTimeline, viewOf } from './timeline-surface.ts';

const DAY = 86_400_000;

/** The brush comes when a hand comes near. */
async function approach(page: Page) {
  await page.locator('.strip .selection').hover();
  await expect(page.locator('.strip .overlay')).toBeAttached();
}

test('the strip shows where the view lies, and its window is dragged along', async ({ page }) => {
  await openTimeline(page);
  const held = page.locator('.strip .selection');
  await approach(page);
  const strip = (await page.locator('.strip > svg').boundingBox())!;
  const before = (await held.boundingBox())!;
  const shareOf = (time: number) => (time - bounds.from) / (bounds.to - bounds.from);
  expect((before.x - strip.x) / strip.width).toBeCloseTo(shareOf(opening.from), 1);
  expect((before.x + before.width - strip.x) / strip.width).toBeCloseTo(shareOf(opening.to), 1);

  const middle = { x: before.x + before.width / 2, y: before.y + before.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 60, middle.y, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => viewOf(page).from).toBeGreaterThan(opening.from + 30 * DAY);
  // Moved, not stretched: a day is a rounding of the address.
  expect(Math.abs(viewOf(page).span - (opening.to - opening.from))).toBeLessThan(DAY);
  expect((await held.boundingBox())!.x).toBeCloseTo(before.x + 60, -1);
});

test('an end of the window is drawn to a nearer view, and a press beside it brings it there', async ({ page }) => {
  await openTimeline(page);
  const held = page.locator('.strip .selection');
  await approach(page);
  const box = (await held.boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, y, { steps: 6 });
  await page.mouse.up();
  // The address may be that of a view on the way there.
  const half = (opening.to - opening.from) / 2;
  const offBy = (span: number) => Math.abs(viewOf(page).span - span);
  await expect.poll(() => offBy(half)).toBeLessThan(2 * DAY);

  const { span } = viewOf(page);
  await page.mouse.click(box.x - 60, y);
  await expect.poll(() => viewOf(page).to).toBeLessThan(opening.from);
  await expect.poll(() => offBy(span)).toBeLessThan(2 * DAY);
});

test('two fields for days do the same, and say what is wrong with them', async ({ page }) => {
  await openTimeline(page);
  const [first, last] = [page.getByLabel('From', { exact: true }), page.getByLabel('To', { exact: true })];
  await expect(first).toHaveValue('1990-08-01');
  await first.fill('1990-11-19');
  await last.fill('1990-11-29');
  await last.blur();
  await expect
    .poll(() => viewOf(page))
    .toMatchObject({
      from: Date.UTC(1990, 10, 19),
      to: Date.UTC(1990, 10, 30)
    });

  const complaint = page.locator('.overview [role="alert"]');
  await first.fill('1990-12-24');
  await first.blur();
  await expect(complaint).toHaveText('The first day must come before the last.');
  await expect(first).toHaveValue('1990-12-24');

  await first.fill('1970-01-01');
  await first.blur();
  const [earliest, latest] = [bounds.from, bounds.to - 1].map((time) =>
    new Date(time).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  );
  await expect(complaint).toHaveText(`Choose days between ${earliest} and ${latest}.`);

  await first.fill('1990-11-20');
  await first.blur();
  await expect(complaint).toBeEmpty();
  await expect.poll(() => viewOf(page).from).toBe(Date.UTC(1990, 10, 20));
});

test('the fields follow the buttons', async ({ page }) => {
  await openTimeline(page);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  const whole = new Date(bounds.from).toISOString().slice(0, 10);
  await expect(page.getByLabel('From', { exact: true })).toHaveValue(whole);
});
