import type { Page } from '@playwright/test';
import { onAxis } from '#lib/model/historical-date.ts';
import { expectAccessible, phone } from './axe.ts';
import { collection } from './collection.ts';
import { openPage } from './open-page.ts';
import { findOverflow } from './overflow.ts';
import { expect, test } from './page-errors.ts';
import { mark, marks, opening, openTimeline, panel, surface, viewOf } from './timeline-surface.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const field = (page: Page) => page.getByRole('searchbox', { name: 'Find on the timeline' });
const button = (page: Page) => page.locator('[data-tool="find"]');
const status = (page: Page) => page.locator('.find-tool').getByRole('status');
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Events in which a name stands, read from the collection, in order of time. */
function eventsWith(name: string) {
  const names = new Map(collection.people.map((person) => [person.id, person.name]));
  return collection.events
    .filter(({ title, shortTitle, summary, people }) =>
      plain([title, shortTitle, summary, ...people.map((id) => names.get(id))].join(' ')).includes(name)
    )
    .map(({ id, date, window }) => ({ id, start: onAxis(window?.from ?? date, collection.axis.offset).start }))
    .sort((a, b) => a.start - b.start);
}
const found = eventsWith('perez');

async function open(page: Page, query = ''): Promise<void> {
  await openTimeline(page, query);
  await page.keyboard.press('f');
  await expect(field(page)).toBeFocused();
}

test('marks what holds the words, and leaves the rest legible beside it', async ({ page }) => {
  await open(page);
  await field(page).pressSequentially('Perez');
  await expect(status(page)).toHaveText(`${found.length} of ${collection.events.length} events match.`);
  const drawn = await marks(page).evaluateAll((all) => all.map((node) => (node as HTMLElement).dataset.event ?? ''));
  const matching = await marks(page)
    .and(page.locator('.is-match'))
    .evaluateAll((all) => all.map((node) => (node as HTMLElement).dataset.event ?? ''));
  const expected = found.map(({ id }) => id).filter((id) => drawn.includes(id));
  expect(matching.sort()).toEqual(expected.sort());
  expect(matching.length).toBeLessThan(drawn.length);
  expect(await page.locator('.strip rect.match').count()).toBeGreaterThan(0);
  await expect(page).toHaveURL(/\?find=Perez$/);
});

test('Enter goes from match to match in order of time, and the mark of each is there and in view', async ({ page }) => {
  await open(page);
  await field(page).fill('perez');
  await expect(status(page)).toContainText('events match');
  const ahead = found.filter(({ start }) => start >= opening.from);
  const around = [...ahead, ...found.filter(({ start }) => start < opening.from)];
  for (const [step, { id, start }] of around.entries()) {
    await page.keyboard.press('Enter');
    await expect(mark(page, id)).toHaveAttribute('aria-current', 'true');
    await expect(mark(page, id)).toHaveClass(/is-match/);
    await expect(page).toHaveURL(new RegExp(`event=${id}`));
    const { from, to } = viewOf(page);
    expect(start, `${step}: ${id}`).toBeGreaterThanOrEqual(from);
    expect(start, `${step}: ${id}`).toBeLessThanOrEqual(to);
  }
  await expect(status(page)).toHaveText(/^Match \d+ of \d+\.$/);
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Shift+Enter');
  await expect(mark(page, around.at(-2)!.id)).toHaveAttribute('aria-current', 'true');
  await page.getByRole('button', { name: 'Next match' }).click();
  await expect(mark(page, around.at(-1)!.id)).toHaveAttribute('aria-current', 'true');
});

test('Escape clears, a second one closes and gives the focus back', async ({ page }) => {
  await open(page);
  await field(page).fill('baghdad');
  await expect(page).toHaveURL(/find=baghdad/);
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await expect(surface(page)).not.toHaveClass(/is-finding/);
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveCount(0);
  await expect(button(page)).toBeFocused();
  await expect(page).toHaveURL(/\/timeline$/);
});

test('an address with words opens the field with them, and leaves the focus where it was', async ({ page }) => {
  await openTimeline(page, '?find=Geneva+Baker');
  await expect(field(page)).toHaveValue('Geneva Baker');
  await expect(field(page)).not.toBeFocused();
  await expect(mark(page, 'geneva-meeting')).toHaveClass(/is-match/);
  await button(page).click();
  await expect(field(page)).toHaveCount(0);
  await expect(surface(page)).not.toHaveClass(/is-finding/);
});

test('the words stay while another tool is looked at', async ({ page }) => {
  await open(page);
  await field(page).fill('geneva');
  await expect(mark(page, 'geneva-meeting')).toHaveClass(/is-match/);
  await page.locator('[data-tool="help"]').click();
  await expect(field(page)).toHaveCount(0);
  await expect(mark(page, 'geneva-meeting')).toHaveClass(/is-match/);
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('geneva');
});

test('what matches in a hidden lane is told of', async ({ page }) => {
  await openTimeline(page, '?lanes=europe&find=geneva');
  await expect(status(page)).toContainText(/not shown now\.$/);
});

test('f within a field is a letter', async ({ page }) => {
  await open(page);
  await field(page).pressSequentially('fifty f');
  await expect(field(page)).toHaveValue('fifty f');
  await page.locator('input[type="date"]').first().focus();
  await page.keyboard.press('f');
  await expect(field(page)).not.toBeFocused();
});

test('axe finds nothing while words are looked for', async ({ page }) => {
  await openPage(page, '/timeline?find=perez&event=gorbachev-two-step-conversation');
  await expect(status(page)).toHaveText(/Match/);
  await expectAccessible(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true });

  test('a match stands between the field and its panel', async ({ page }) => {
    await openPage(page, '/timeline');
    await button(page).tap();
    await field(page).fill('perez');
    await expect(status(page)).toContainText('events match');
    for (const { id } of found.slice(0, 4)) {
      await page.getByRole('button', { name: 'Next match' }).tap();
      await expect(page).toHaveURL(/event=/);
      await expect(panel(page)).toBeVisible();
      const current = page.locator('#list [aria-current="true"]');
      await expect(current).toHaveClass(/is-match/);
      await expect
        .poll(async () => {
          const [own, above, below] = await Promise.all(
            [current, page.locator('#timeline-tool'), page.locator('.panel')].map((part) => part.boundingBox())
          );
          return own!.y >= above!.y + above!.height && own!.y + own!.height <= below!.y;
        }, id)
        .toBe(true);
    }
  });

  test('fits into 320 px', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await openPage(page, '/timeline?find=perez');
    await expect(status(page)).toContainText('events match');
    expect(await findOverflow(page)).toEqual([]);
  });
});
