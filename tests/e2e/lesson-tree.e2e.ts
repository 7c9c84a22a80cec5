import { expect, test } from '@playwright/test';
import { openPage } from './open-page.ts';

/** One question of each type, as a screen reader finds it. */
const questions = [
  { type: 'poll', path: '/modules/two-steps/force-or-patience', id: 'what-next' },
  { type: 'short', path: '/modules/two-steps/force-or-patience', id: 'what-was-heard' },
  { type: 'evidence', path: '/modules/two-steps/the-two-steps', id: 'the-steps' },
  { type: 'choice', path: '/modules/two-steps/the-two-steps', id: 'how-many' },
  { type: 'comparison', path: '/modules/two-steps/his-words-and-the-councils', id: 'join' },
  { type: 'sequence', path: '/modules/two-steps/his-words-and-the-councils', id: 'how-the-date-came' },
  { type: 'drafting', path: '/modules/two-steps/the-drafting-table', id: 'draft' },
  { type: 'scale', path: '/modules/two-steps/your-argument', id: 'how-much' },
  { type: 'argument', path: '/modules/two-steps/your-argument', id: 'argument' },
  { type: 'placement', path: '/modules/paris-19-november/before-and-after', id: 'six-events' }
];

for (const { type, path, id } of questions) {
  test(`the tree of a question of the type ${type}`, async ({ page }) => {
    await openPage(page, path);
    await expect(page.locator(`[data-question="${id}"]`)).toMatchAriaSnapshot({ name: `${type}.aria.yml` });
  });
}

test('a sentence that can be chosen is a button of its own words, and there is one stop for all of them', async ({
  page
}) => {
  await openPage(page, '/modules/two-steps/the-two-steps');
  await page.getByRole('button', { name: 'Choose words in the document The first step' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Choosing words for: The first step' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^On the one hand, it is stated/ })).toHaveCount(1);
  expect(await page.locator('.sentence[tabindex="0"]').count()).toBe(1);
  await expect(page.locator('.sentence[tabindex="0"]')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.sentence')).toHaveCount(0);
});
