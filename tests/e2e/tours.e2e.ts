import type { Page } from '@playwright/test';
import { onAxis } from '#lib/model/historical-date.ts';
import { collection } from './collection.ts';
import { holdTime, openPage } from './open-page.ts';
import { expect, test } from './page-errors.ts';
import { area, emptySpot, mark, openTimeline, panel, surface, viewOf } from './timeline-surface.ts';

const tour = collection.tours.find(({ id }) => id === 'one-day-two-stories')!;
const { offset } = collection.axis;

const player = (page: Page) => page.getByRole('region', { name: `Tour: ${tour.title}` });
const button = (page: Page, name: string) => player(page).getByRole('button', { name, exact: true });
const said = (page: Page) => player(page).getByRole('status');
const stopOf = (at: number) => tour.stops[at - 1]!;

async function expectStop(page: Page, at: number): Promise<void> {
  await expect(said(page)).toContainText(`Stop ${at} of ${tour.stops.length}`);
  await expect(said(page)).toContainText(stopOf(at).caption);
}

/** The picture shows the stretch of a stop, to the minute, and the address says so. */
async function expectView(page: Page, at: number): Promise<void> {
  const { from, to } = stopOf(at);
  await expect.poll(() => viewOf(page).from).toBe(onAxis(from, offset).start);
  expect(viewOf(page).to).toBe(onAxis(to, offset).end);
}

async function startTour(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tours' }).click();
  await page.getByRole('button', { name: `Start: ${tour.title}` }).click();
  await expectStop(page, 1);
}

test('a tour is chosen, plays by itself from stop to stop, and ends where it was chosen', async ({ page }) => {
  await page.clock.install();
  await openTimeline(page);
  await startTour(page);
  await expect(button(page, 'Pause')).toBeFocused();
  await holdTime(page);
  await page.clock.runFor(1500);
  await expectView(page, 1);
  await page.clock.runFor(30_000);
  await expectStop(page, 3);
  await page.clock.runFor(300_000);
  await expectStop(page, tour.stops.length);
  await expect(button(page, 'Play again')).toBeFocused();

  await button(page, 'End the tour').click();
  await expect(player(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: `Start: ${tour.title}` })).toBeFocused();
  await page.clock.runFor(500);
  expect(page.url()).not.toContain('tour=');
});

test('the view glides, and arrives exactly', async ({ page }) => {
  await openTimeline(page, `?tour=${tour.id}&stop=2`);
  await expectView(page, 2);
  const before = await surface(page).locator('.area').innerHTML();
  await button(page, 'Next').click();
  await expectStop(page, 3);
  // On the way nothing has settled, and the address waits.
  await page.waitForTimeout(300);
  expect(new URL(page.url()).searchParams.get('stop')).toBe('2');
  expect(await surface(page).locator('.area').innerHTML()).not.toBe(before);
  await expectView(page, 3);
  await expect(page).toHaveURL(/tour=one-day-two-stories&stop=3/);
  await expect(mark(page, stopOf(3).event!)).toHaveAttribute('aria-current', 'true');
});

for (const [name, touch] of [
  ['a press', async (page: Page) => page.mouse.click(...(Object.values(await emptySpot(page)) as [number, number]))],
  [
    'a key',
    async (page: Page) => {
      await button(page, 'Pause').blur();
      await page.keyboard.press('ArrowDown');
    }
  ],
  ['a key that means nothing to the player', async (page: Page) => button(page, 'Pause').press('z')],
  [
    'the wheel',
    async (page: Page) => {
      await area(page).hover({ position: { x: 300, y: 100 } });
      await page.mouse.wheel(0, 10);
    }
  ],
  ['the focus', async (page: Page) => mark(page, stopOf(1).event!).focus()]
] as const) {
  test(`${name} on the timeline lets a tour wait`, async ({ page }) => {
    await openTimeline(page, `?tour=${tour.id}`);
    await button(page, 'Play').click();
    await expect(button(page, 'Pause')).toBeVisible();
    await touch(page);
    await expect(button(page, 'Play')).toBeVisible();
    await expectStop(page, 1);
  });
}

test('keys and presses in the player are the player’s', async ({ page }) => {
  await openTimeline(page, `?tour=${tour.id}`);
  await button(page, 'Play').focus();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Pause')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Next')).toBeFocused();
  await expect(button(page, 'Pause')).toBeVisible();
  await page.keyboard.press('Enter');
  await expectStop(page, 2);
  await expect(button(page, 'Play')).toBeVisible();
  await expect(button(page, 'Next')).toBeFocused();
  await button(page, 'Previous').click();
  await expectStop(page, 1);
  await page.keyboard.press('Escape');
  await expect(player(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Tours' })).toBeFocused();
});

test('an address opens a tour at a stop, waiting, without taking the focus', async ({ page }) => {
  await openTimeline(page, `?tour=${tour.id}&stop=9`);
  await expectStop(page, 9);
  await expectView(page, 9);
  await expect(button(page, 'Play')).toBeVisible();
  await expect(page.locator('body')).toBeFocused();
  await expect(panel(page)).toHaveCount(0);
  // The words are the document's, with where they stand.
  const { id, passage } = stopOf(9).words!;
  const { excerpt } = collection.sources.find((source) => source.id === id)!;
  const { text } = excerpt!.passages.find((each) => each.id === passage)!;
  await expect(said(page).locator('blockquote')).toHaveText(text);
  await expect(said(page).locator('figcaption a')).toHaveAttribute('href', new RegExp(`${id}#passage-${passage}$`));
});

test('an address with a stop too many opens the last', async ({ page }) => {
  await openTimeline(page, `?tour=${tour.id}&stop=99`);
  await expectStop(page, tour.stops.length);
});

test('a tour that does not exist is told, and the others are offered', async ({ page }) => {
  await openTimeline(page, '?tour=the-grand-tour');
  await expect(page.getByText('There is no tour named “the-grand-tour”.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Start: / })).toHaveCount(collection.tours.length);
});

test('the lanes of a tour go with it, and the reader’s come back', async ({ page }) => {
  await openTimeline(page, '?lanes=un,europe,military');
  const own = collection.tours.find(({ id }) => id === 'how-the-two-step-idea-travelled')!;
  await page.getByRole('button', { name: 'Tours' }).click();
  await page.getByRole('button', { name: `Start: ${own.title}` }).click();
  await expect(surface(page).locator('.lane')).toHaveCount(2);
  await page.getByRole('button', { name: 'End the tour' }).click();
  await expect(surface(page).locator('.lane')).toHaveCount(3);
});

test('another tool, or a press on an event, takes the place of the tour', async ({ page }) => {
  await openTimeline(page, `?tour=${tour.id}&stop=8`);
  await expectStop(page, 8);
  await said(page).getByRole('link').first().click();
  await expect(panel(page)).toBeVisible();
  await expect(player(page)).toBeVisible();
  await page.getByRole('button', { name: 'Lanes', exact: true }).click();
  await expect(player(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/tour=/);
});

test('what has the focus does not lie behind the player', async ({ page }) => {
  await openTimeline(page, `?tour=${tour.id}&stop=2`);
  await expectStop(page, 2);
  const foot = page.getByRole('contentinfo').getByRole('link').last();
  await foot.focus();
  const top = (await page.locator('[data-tour]').boundingBox())!.y;
  await expect.poll(async () => (await foot.boundingBox())!.y).toBeLessThan(top);
});

test('the tours are not in the page, and come when they are asked for', async ({ page, request }) => {
  const html = await (await request.get('/timeline')).text();
  expect(html).not.toContain(stopOf(1).caption.slice(0, 40));
  const asked: string[] = [];
  page.on('request', (sent) => asked.push(new URL(sent.url()).pathname));
  await openTimeline(page);
  expect(asked).not.toContain('/timeline/tours.json');
  await page.getByRole('button', { name: 'Tours' }).click();
  await expect(page.getByRole('button', { name: `Start: ${tour.title}` })).toBeVisible();
  expect(asked).toContain('/timeline/tours.json');
});

test('without a network the tours are told to be missing, and asked for again', async ({ page }) => {
  await page.route('**/tours.json', (route) => route.fulfill({ status: 503, body: '' }));
  await openTimeline(page);
  await page.getByRole('button', { name: 'Tours' }).click();
  await expect(page.getByRole('alert')).toContainText('The tours could not be loaded.');
  await page.unroute('**/tours.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: `Start: ${tour.title}` })).toBeVisible();
});

test('the first page leads to the first tour', async ({ page }) => {
  await openPage(page, '/');
  await page.getByRole('link', { name: 'Take the tour' }).click();
  await expectStop(page, 1);
  await expect(button(page, 'Play')).toBeVisible();
});

test.describe('with less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the view jumps, and the tour plays all the same', async ({ page }) => {
    await page.clock.install();
    await openTimeline(page, `?tour=${tour.id}&stop=2`);
    await expectStop(page, 2);
    await page.clock.runFor(300);
    await button(page, 'Next').click();
    // No frame is drawn between: only the address waits until the view rests.
    await page.clock.runFor(300);
    await expectView(page, 3);
    await button(page, 'Play').click();
    await page.clock.runFor(45_000);
    await expect(said(page)).not.toContainText('Stop 3 of');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: 'reduce' } });

  test('the list goes to the event of each stop, in sight above the player', async ({ page }) => {
    await openPage(page, `/timeline?tour=${tour.id}&stop=2`);
    for (const at of [2, 3, 4]) {
      await expectStop(page, at);
      const row = page.locator(`#list [data-event="${stopOf(at).event}"]`);
      await expect(row).toHaveAttribute('aria-current', 'true');
      await expect(row).toBeInViewport();
      const top = (await page.locator('[data-tour]').boundingBox())!.y;
      await expect.poll(async () => (await row.boundingBox())!.y).toBeLessThan(top);
      await button(page, 'Next').click();
    }
    await expect(button(page, 'Play')).toBeInViewport({ ratio: 1 });
  });

  test('a finger on the list lets the tour wait', async ({ page }) => {
    await openPage(page, `/timeline?tour=${tour.id}`);
    await button(page, 'Play').click();
    await expect(button(page, 'Pause')).toBeVisible();
    await page.locator('#list h3').filter({ visible: true }).last().dispatchEvent('pointerdown');
    await expect(button(page, 'Play')).toBeVisible();
  });
});
