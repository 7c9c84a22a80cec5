import type { Locator, Page } from '@playwright/test';
import { expect } from './page-errors.ts';
import { collection } from './collection.ts';

export const opening = { from: collection.opening.from.start, to: collection.opening.to.end };
export const bounds = { from: collection.span.from.start, to: collection.span.to.end };

export const surface = (page: Page): Locator => page.locator('[data-timeline]');
export const area = (page: Page): Locator => page.locator('[data-timeline] .area');
export const mark = (page: Page, event: string): Locator => page.locator(`[data-timeline] [data-event="${event}"]`);
/** The marks that are seen; others wait beyond the edges, and nobody is told of them. */
export const marks = (page: Page): Locator => surface(page).locator('.cell:not([aria-hidden]) [data-event]');
export const panel = (page: Page): Locator => page.locator('#panel');

/** Opens the timeline and waits until it is drawn for this window. */
export async function openTimeline(page: Page, query = ''): Promise<void> {
  await page.goto(`/timeline${query}`);
  await expect(page.locator('[data-timeline].ready')).toBeAttached();
  await settle(page);
}

/** Fonts are there, and what was asked of the picture is drawn. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
}

/** The stretch of time that the address says; it follows the view once that rests. */
export function viewOf(page: Page): { from: number; to: number; span: number } {
  const query = new URL(page.url()).searchParams;
  const time = (name: 'from' | 'to') => {
    const text = query.get(name);
    return text === null ? opening[name] : Date.parse(text.includes('T') ? `${text}Z` : `${text}T00:00Z`);
  };
  const [from, to] = [time('from'), time('to')];
  return { from, to, span: to - from };
}

/** The middle of an event's dot, in the window. */
export async function dotOf(page: Page, event: string): Promise<{ x: number; y: number }> {
  const box = await surface(page).locator(`.cell.dot:has([data-event="${event}"])`).boundingBox();
  if (!box) throw new Error(`${event} has no dot`);
  return { x: box.x, y: box.y + box.height / 2 };
}

/** A spot of the time area on which nothing is drawn, so that a press there meets no link. */
export async function emptySpot(page: Page): Promise<{ x: number; y: number }> {
  const spot = await area(page).evaluate((node) => {
    const box = node.getBoundingClientRect();
    for (let y = Math.max(box.top + 70, 0); y < Math.min(box.bottom, innerHeight) - 20; y += 6) {
      for (let x = box.left + box.width * 0.4; x < box.left + box.width * 0.6; x += 8) {
        const isFree = [-8, 0, 8].every((shift) => {
          const found = document.elementFromPoint(x + shift, y);
          return found && node.contains(found) && !found.closest('a, [role="gridcell"]');
        });
        if (isFree) return { x, y };
      }
    }
    return null;
  });
  if (!spot) throw new Error('the picture is full');
  return spot;
}

/** How many events a count says that it holds, to those who hear it. */
export async function numberOf(count: Locator): Promise<number> {
  return Number(/^(\d+) more events?, /.exec((await count.getAttribute('aria-label')) ?? '')?.[1]);
}

/** Ids of the events that have a mark, and those that each count holds, by opening every count. */
export async function eventsShown(page: Page): Promise<{ drawn: string[]; counted: string[]; announced: number }> {
  const drawn = await marks(page).evaluateAll((all) => all.map((node) => (node as HTMLElement).dataset.event ?? ''));
  const counted: string[] = [];
  let announced = 0;
  for (const count of await surface(page).locator('.count').all()) {
    announced += await numberOf(count);
    await count.focus();
    await page.keyboard.press('Enter');
    counted.push(...(await heldEvents(page)));
    await page.keyboard.press('Escape');
    await expect(page.locator('.held')).toBeHidden();
  }
  return { drawn, counted, announced };
}

/** Ids of the events in the list that a count has opened. */
export async function heldEvents(page: Page): Promise<string[]> {
  const links = page.locator('.held').getByRole('link');
  await expect(links.first()).toBeVisible();
  return links.evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).pathname.split('/')[2] ?? ''));
}

/** Holds the mouse still before it is let go, so that the picture does not go on by itself. */
export async function letGo(page: Page): Promise<void> {
  await page.waitForTimeout(120);
  await page.mouse.up();
}

/** What was thrown goes on by itself, and on a busy machine by fits and starts. */
export const comeToRest = (page: Page): Promise<void> =>
  expect
    .poll(async () => {
      // The address follows a picture that rests: on a busy machine one that still moves may seem to.
      const state = () =>
        surface(page).evaluate((node) =>
          [
            location.href,
            ...[...node.querySelectorAll('.moving-layer')].map((layer) => layer.getAttribute('style'))
          ].join()
        );
      const before = await state();
      await page.waitForTimeout(600);
      return (await state()) === before && !before.includes('transform');
    })
    .toBe(true);
