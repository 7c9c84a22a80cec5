import { expectAccessible } from './axe.ts';
import { collection } from './collection.ts';
import { findOverflow } from './overflow.ts';
import { expect, test } from './page-errors.ts';
import { openTimeline } from './timeline-surface.ts';

const listed = 'section#list [data-event]';
const of = (person: string) => collection.events.filter(({ people }) => people.includes(person)).length;

test('a person is filtered for, with as many events as the choice promised', async ({ page }) => {
  await openTimeline(page, '?show=list');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const person = page.getByLabel('Person');
  const option = person.locator('option[value="mikhail-gorbachev"]');
  await expect(option).toHaveText(`Mikhail Gorbachev (${of('mikhail-gorbachev')})`);
  await person.selectOption('mikhail-gorbachev');
  await expect(page.locator(listed)).toHaveCount(of('mikhail-gorbachev'));
  await expect(page).toHaveURL(/person=mikhail-gorbachev/);

  await page.reload();
  await expect(page.locator(listed)).toHaveCount(of('mikhail-gorbachev'));
  await page.getByRole('button', { name: 'Remove the filter Mikhail Gorbachev' }).click();
  await expect(page.locator(listed)).toHaveCount(collection.events.length);
});

test('filters join, and only what leads to something can be chosen', async ({ page }) => {
  await openTimeline(page, '?show=list&person=mikhail-gorbachev');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const kind = page.getByLabel('Kind of source');
  await expect(kind).toBeEnabled();
  const choices = await kind.locator('option:not([value=""])').allTextContents();
  expect(choices.length).toBeGreaterThan(1);
  const [first = ''] = choices;
  await kind.selectOption({ label: first });
  await expect(page.locator(listed)).toHaveCount(Number(/\((\d+)\)$/.exec(first)?.[1]));
});

test('a filter that leaves nothing says so, and is undone', async ({ page }) => {
  await openTimeline(page, '?show=list&place=atlantis');
  await expect(page.getByText('Nothing is left to show.')).toBeVisible();
  await expect(page.getByText(/^atlantis: 96 other events are hidden/)).toBeVisible();
  await page.getByRole('button', { name: 'Show all 96' }).click();
  await expect(page.locator(listed)).toHaveCount(collection.events.length);
});

test('filters are accessible, and fit a phone', async ({ page }) => {
  await openTimeline(page, '?person=james-baker');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect(page.getByLabel('Person')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await findOverflow(page)).toEqual([]);
});
