import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { openPage } from './open-page.ts';

// Two runs of axe on a long page take a while on a slow machine.
test.describe.configure({ timeout: 120_000 });
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const choose = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).first().locator('..').click();

test('axe finds nothing on evidence, choices and what they show, in either reading level', async ({ page }) => {
  await openPage(page, '/modules/two-steps/the-two-steps');
  await press(page, 'Choose words in the document The first step');
  await expectAccessible(page);
  await page.getByRole('button', { name: /^On the one hand/ }).click();
  await choose(page, 'Two, one after the other');
  await press(page, 'See what this shows');
  await page.getByRole('textbox', { name: 'Your answer' }).fill('No triumph, and no war.');
  await press(page, 'Hint 1 of 1');
  await page.getByText('Compare with what a good answer can say').first().click();
  await expectAccessible(page);
  await choose(page, 'plainer words');
  await press(page, /^The first part says/);
  await expectAccessible(page);
});

test('axe finds nothing on joins and an order with the record beside them', async ({ page }) => {
  await openPage(page, '/modules/two-steps/his-words-and-the-councils');
  await choose(page, /^2\. Authorizes/);
  await press(page, 'See what can be said');
  await press(page, 'Compare with the record');
  await expectAccessible(page);
});

test('axe finds nothing on a whole draft with the record and the comparison open', async ({ page }) => {
  await openPage(page, '/modules/two-steps/the-drafting-table');
  for (const option of [
    'One resolution with two elements',
    '1 January 1991',
    'Appropriate measures',
    'Without one',
    'The Council again',
    'No other road'
  ]) {
    await page.getByRole('radio', { name: option, exact: true }).locator('..').click();
  }
  await page
    .getByRole('group', { name: /^China/ })
    .getByRole('radio', { name: 'Against' })
    .locator('..')
    .click();
  await expect(page.getByText('a permanent member’s vote against is a veto')).toBeVisible();
  await press(page, 'See the record');
  await page.getByText('Soviet Union', { exact: true }).last().click();
  await expect(page.getByText('As in your draft').first()).toBeVisible();
  await expectAccessible(page);
});

test('axe finds nothing on cards that are placed', async ({ page }) => {
  await openPage(page, '/modules/paris-19-november/before-and-after');
  for (const field of await page.locator('input[type="date"]').all()) await field.fill('1990-11-19');
  await expect(page.locator('.vis-item').first()).toBeVisible();
  await press(page, 'Compare with the record');
  await expectAccessible(page);
});

test('a day outside the stretch is refused with a sentence, and the one before stays', async ({ page }) => {
  await openPage(page, '/modules/paris-19-november/before-and-after');
  const field = page.locator('input[type="date"]').first();
  await field.fill('1990-11-19');
  await field.fill('1890-11-19');
  await expect(page.getByRole('alert').filter({ hasText: 'Choose a day from' })).toBeVisible();
  await page.reload();
  await page.mouse.move(5, 5);
  await expect(page.locator('input[type="date"]').first()).toHaveValue('1990-11-19');
});

test('a card is moved by hand, and its field follows', async ({ page }) => {
  await openPage(page, '/modules/paris-19-november/before-and-after');
  const field = page.locator('input[type="date"]').first();
  await field.fill('1991-01-15');
  const card = page.locator('.vis-item.vis-box').first();
  const dragBy = async (pixels: number) => {
    await card.hover();
    const { x, y, width, height } = (await card.boundingBox())!;
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + pixels, y + height / 2, { steps: 6 });
    await page.mouse.up();
  };
  await dragBy(60);
  await expect(field).not.toHaveValue('1991-01-15');
  await expect(field).toHaveValue(/^1991-/);
  const day = await field.inputValue();
  const stood = (await card.boundingBox())!.x;
  // Beyond the stretch it is refused, and goes back.
  await dragBy(-240);
  await expect(page.getByRole('alert').filter({ hasText: 'Choose a day from' })).toBeVisible();
  await expect(field).toHaveValue(day);
  await expect.poll(async () => Math.abs((await card.boundingBox())!.x - stood)).toBeLessThan(2);
});

test('forced colours tell what was chosen by more than a colour of ours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openPage(page, '/modules/two-steps/the-two-steps');
  await press(page, 'Choose words in the document The first step');
  await page.getByRole('button', { name: /^On the one hand/ }).click();
  await expect(page.locator('mark').first()).toHaveCSS('text-decoration-line', 'underline');
  const [chosen, other] = await Promise.all(
    ['the document’s words', 'plainer words'].map((name) =>
      page
        .getByRole('radio', { name })
        .locator('..')
        .evaluate((label) => getComputedStyle(label).backgroundColor)
    )
  );
  expect(chosen).not.toBe(other);
});
