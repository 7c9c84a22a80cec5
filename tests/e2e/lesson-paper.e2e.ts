import { expect, test, type Page } from '@playwright/test';
import { openPage } from './open-page.ts';

async function answerSome(page: Page): Promise<void> {
  await openPage(page, '/modules/two-steps/the-two-steps');
  await page.getByRole('button', { name: 'Choose words in the document The first step' }).click();
  await page.getByRole('button', { name: /^On the one hand/ }).click();
  await page.getByRole('textbox', { name: 'Why these words?' }).fill('It says what will be done.');
  await page.getByRole('radio', { name: 'One, with two elements' }).locator('..').click();
  await expect(page.getByText('Saved on this device')).toBeVisible();
}

test('a step on paper has the answers as text, the evidence in place, and nothing to press', async ({ page }) => {
  await answerSome(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('It says what will be done.').and(page.locator('p'))).toBeVisible();
  await expect(page.locator('[data-pick] blockquote')).toContainText('On the one hand');
  await expect(page.locator('textarea').first()).toBeHidden();
  for (const button of await page.getByRole('button').all()) await expect(button).toBeHidden();
});

test('all documents of a step are on paper, whichever was shown', async ({ page }) => {
  await openPage(page, '/modules/two-steps/his-words-and-the-councils');
  await page.emulateMedia({ media: 'print' });
  for (const title of ['Record of Gorbachev and Pérez de Cuéllar, Paris', 'Security Council resolution 678 (French)']) {
    await expect(page.getByRole('heading', { level: 2, name: title, exact: true })).toBeVisible();
  }
});

test('the copy of all answers quotes the evidence in place, with its source, and the name is printed and not kept', async ({
  page
}) => {
  await answerSome(page);
  await openPage(page, '/modules/two-steps/work');
  const figure = page.getByRole('figure').filter({ hasText: 'The first step' });
  await expect(figure.locator('blockquote')).toHaveText(
    'On the one hand, it is stated that the most severe measures will be used if the previous resolutions are not fulfilled.'
  );
  await expect(figure).toContainText('Record of Gorbachev and Pérez de Cuéllar, Paris');
  await expect(figure).toContainText('19 November 1990');
  await expect(figure).toContainText('It says what will be done.');
  await page.getByRole('textbox', { name: 'Your name, for the print' }).fill('A student');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('A student')).toBeVisible();
  const kept = await page.evaluate(async () => {
    const request = indexedDB.open('two-steps');
    const database = await new Promise<IDBDatabase>((done) => (request.onsuccess = () => done(request.result)));
    const all = database.transaction('operations').objectStore('operations').getAll();
    return JSON.stringify(await new Promise((done) => (all.onsuccess = () => done(all.result))));
  });
  expect(kept).toContain('It says what will be done.');
  expect(kept).not.toContain('A student');
});
