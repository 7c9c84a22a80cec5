import { expectAccessible } from './axe.ts';
import { collection } from './collection.ts';
import { openPage } from './open-page.ts';
import { expect, test } from './page-errors.ts';
import { mark, openTimeline, panel, surface } from './timeline-surface.ts';

const secret = 'gorbachev-two-step-conversation';
const november = 'from=1990-11-01&to=1990-12-20';
const secrets = collection.events.filter(({ publicThen }) => publicThen === false);

test('a switch leaves out what was secret at the time, everywhere, and says so', async ({ page }) => {
  await openTimeline(page, `?${november}`);
  await expect(mark(page, secret)).toBeVisible();
  await page.getByRole('button', { name: 'What was known' }).click();
  await page.getByLabel('Leave out what was secret at the time').check();
  await expect(mark(page, secret)).toHaveCount(0);
  await expect(page.locator('.omitted')).toContainText(
    `${secrets.length} events that were secret at the time are hidden.`
  );
  await expect(page).toHaveURL(/known=then/);
  const listed = await page
    .locator('#list [data-event]')
    .evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset.event));
  expect(listed).toHaveLength(collection.events.length - secrets.length);
  for (const { id } of secrets) expect(listed).not.toContain(id);

  // A panel names nothing that is hidden.
  await mark(page, 'resolution-678-adopted').click();
  await expect(panel(page)).toBeVisible();
  await expect(panel(page).locator(`a[href*="${secret}"]`)).toHaveCount(0);

  await page.getByRole('button', { name: 'Show all 96' }).click();
  await expect(mark(page, secret)).toBeVisible();
  await expect(page).not.toHaveURL(/known/);
});

test('a day of the past hides what came later, in the picture, the list, the search and on paper', async ({ page }) => {
  await openTimeline(page, `?${november}&known=1990-11-19T18:00`);
  await expect(page.locator('.omitted')).toContainText('As it was known on 19 November 1990');
  const shown = await surface(page)
    .locator('[data-event]')
    .evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset.event));
  expect(shown).not.toContain('resolution-678-adopted');
  expect(shown).not.toContain(secret);
  for (const { id, date } of collection.events) {
    if (date.start > Date.UTC(1990, 10, 20)) await expect(page.locator(`#list [data-event="${id}"]`)).toHaveCount(0);
  }
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('resolution 678');
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('link', { name: /a last chance/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('As it was known on 19 November 1990')).toBeVisible();
  await expect(page.locator('#list [data-event="resolution-678-adopted"]')).toHaveCount(0);
});

test('the search of its own page stands on the same day', async ({ page }) => {
  await openPage(page, '/search?q=resolution%20678&known=1990-11-19T18:00');
  await expect(page.locator('search li a[href*="resolution-678-adopted"]')).toHaveCount(0);
  await openPage(page, '/search?q=resolution%20678');
  await expect(page.locator('search li a[href*="resolution-678-adopted"]').first()).toBeVisible();
});

test('a chosen event that is hidden gives its panel up', async ({ page }) => {
  await openTimeline(page, `?${november}&event=${secret}`);
  await expect(panel(page)).toBeVisible();
  await page.getByRole('button', { name: 'What was known' }).click();
  await page.getByLabel('Leave out what was secret at the time').check();
  await expect(panel(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/event=/);
});

test('a day and an hour are typed, and what is wrong with them is said', async ({ page }) => {
  await openTimeline(page);
  await page.getByRole('button', { name: 'What was known' }).click();
  await page.getByLabel('Day', { exact: true }).fill('1970-01-01');
  await page.getByRole('button', { name: 'Stand there' }).click();
  await expect(page.locator('#timeline-tool').getByRole('alert')).toContainText('Choose days between');
  await page.getByLabel('Day', { exact: true }).fill('1990-11-29');
  await page.getByLabel('Hour (may be left empty)').fill('23:30');
  await page.getByRole('button', { name: 'Stand there' }).click();
  await expect(page).toHaveURL(/known=1990-11-29T23:30/);
  await expect(mark(page, 'resolution-678-adopted')).toBeVisible();
  await page.getByRole('button', { name: 'Back to today' }).click();
  await expect(page).not.toHaveURL(/known/);
});

test('what was known is accessible', async ({ page }) => {
  await openTimeline(page, '?known=1990-11-19T18:00');
  await page.getByRole('button', { name: 'What was known' }).click();
  await expect(page.getByLabel('Day', { exact: true })).toBeVisible();
  await expectAccessible(page);
});
