import type { Page } from '@playwright/test';
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

test.describe('the tool for lanes', () => {
  const open = async (page: Page) => page.getByRole('button', { name: 'Lanes', exact: true }).click();
  const order = (page: Page) => surface(page).locator('.lane h3').allTextContents();

  test('moves a lane, keeps the focus on what moved it, and the address holds the order', async ({ page }) => {
    await openTimeline(page);
    await open(page);
    const up = page.getByRole('button', { name: 'Move Military up' });
    for (let step = 0; step < 4; step += 1) {
      await up.press('Enter');
      await expect(up).toBeFocused();
    }
    await expect.poll(() => order(page)).toEqual(['Military', 'United Nations', 'Superpowers', 'Europe', 'The region']);
    await expect(up).toHaveAttribute('aria-disabled', 'true');
    await expect(page.locator('.lanes [role="status"]')).toHaveText('Military is now lane 1 of 5');
    await expect(page).toHaveURL(/lanes=military,un,superpowers,europe,region/);
    await page.reload();
    await expect.poll(() => order(page)).toEqual(['Military', 'United Nations', 'Superpowers', 'Europe', 'The region']);
  });

  test('folds a lane to a line that still counts its events, and the arrow in the picture unfolds it', async ({
    page
  }) => {
    await openTimeline(page);
    const lane = surface(page).locator('.lane-un');
    const { height } = (await lane.boundingBox())!;
    await open(page);
    await page.getByRole('checkbox', { name: /Folded.*United Nations/ }).check();
    await expect(lane.locator('.label')).toHaveCount(0);
    await expect(lane.locator('.count').first()).toBeVisible();
    expect((await lane.boundingBox())!.height).toBeLessThan(height / 2);
    await expect(page).toHaveURL(/fold=un/);
    await lane.locator('.fold').click();
    await expect(lane.locator('.label').first()).toBeVisible();
    await expect(page).not.toHaveURL(/fold=/);
  });

  test('puts two lanes one under the other, folds the others, and all come back', async ({ page }) => {
    await openTimeline(page);
    const asFirst = await order(page);
    await open(page);
    await page.getByLabel('Upper lane').selectOption({ label: 'Europe' });
    await page.getByLabel('Lower lane').selectOption({ label: 'Military' });
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect.poll(async () => (await order(page)).slice(0, 2)).toEqual(['Europe', 'Military']);
    for (const folded of ['un', 'superpowers', 'region']) {
      await expect(surface(page).locator(`.lane-${folded} .label`)).toHaveCount(0);
    }
    await expect(surface(page).locator('.lane-military .label').first()).toBeVisible();
    await page.getByRole('button', { name: 'All lanes as at first' }).click();
    await expect.poll(() => order(page)).toEqual(asFirst);
    await expect(page).not.toHaveURL(/fold=|lanes=/);
  });
});
