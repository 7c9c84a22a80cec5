import { collection } from './collection.ts';
import { expect, test } from './page-errors.ts';
import { eventsShown, mark, openTimeline, panel, surface } from './timeline-surface.ts';

const laneOf = (event: string) => collection.events.find(({ id }) => id === event)!.lane;

test('a lane goes and comes back, and the address holds which are shown', async ({ page }) => {
  await openTimeline(page);
  const lanes = page.getByRole('group', { name: 'Lanes shown' });
  for (const name of ['The region', 'Military', 'Superpowers']) await lanes.getByRole('button', { name }).click();
  await expect(surface(page).locator('.lane')).toHaveCount(2);
  const { drawn, counted } = await eventsShown(page);
  expect(new Set([...drawn, ...counted].map(laneOf))).toEqual(new Set(['un', 'europe']));
  await expect(page.locator('.strip > svg path')).toHaveCount(2);
  await expect(page).toHaveURL(/\?lanes=un,europe$/);
  await expect(page.locator('.toolbar [role="status"]')).toContainText(`${drawn.length + counted.length} of 96 events`);

  await page.reload();
  await expect(surface(page).locator('.lane')).toHaveCount(2);
  await lanes.getByRole('button', { name: 'Military' }).click();
  await expect(surface(page).locator('.lane')).toHaveCount(3);
});

test('the last lane stays', async ({ page }) => {
  await openTimeline(page, '?lanes=region');
  const last = page.getByRole('group', { name: 'Lanes shown' }).getByRole('button', { name: 'The region' });
  await expect(last).toHaveAttribute('aria-disabled', 'true');
  await last.press('Enter');
  await expect(last).toHaveAttribute('aria-pressed', 'true');
  await expect(surface(page).locator('.lane')).toHaveCount(1);
});

test('an event that is chosen is shown, though its lane was not', async ({ page }) => {
  await openTimeline(page, '?lanes=superpowers');
  await mark(page, 'gorbachev-two-step-conversation').press('Enter');
  await panel(page).getByRole('link', { name: 'The CFE Treaty is signed in Paris' }).click();
  await expect(mark(page, 'cfe-treaty-signed')).toHaveAttribute('aria-current', 'true');
  await expect(page).toHaveURL(/lanes=superpowers,europe/);
});

test('the list of a phone has the same lanes', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/timeline?lanes=europe');
  const shown = page.locator('#list [data-event]');
  await expect(shown).toHaveCount(collection.events.filter(({ lane }) => lane === 'europe').length);
});
