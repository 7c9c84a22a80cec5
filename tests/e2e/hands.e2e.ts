import type { Page } from '@playwright/test';
import { expect, test } from './page-errors.ts';
import {
  area,
  dotOf,
  emptySpot,
  letGo,
  mark,
  marks,
  opening,
  openTimeline,
  settle,
  surface,
  viewOf
} from './timeline-surface.ts';

/** An event with a documented minute: it is a dot at every zoom. */
const adopted = 'resolution-678-adopted';

/**
 * Drags the picture and lets it go while it moves; says where the event's dot was in that moment. The hand has its own
 * clock: a busy machine hears of it late, and it was quick all the same.
 */
async function throwPicture(page: Page): Promise<number> {
  const { x, y } = await emptySpot(page);
  const left = page.evaluate(
    (event) =>
      new Promise<number>((done) =>
        addEventListener(
          'pointerup',
          () => done(document.querySelector(`.cell.dot:has([data-event="${event}"])`)!.getBoundingClientRect().x),
          { capture: true, once: true }
        )
      ),
    adopted
  );
  const devtools = await page.context().newCDPSession(page);
  const begun = Date.now() / 1000 - 0.2;
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', step: number) =>
    devtools.send('Input.dispatchMouseEvent', {
      type,
      x: x + step * 12,
      y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      timestamp: begun + step * 0.016
    });
  await send('mousePressed', 0);
  for (let step = 1; step <= 8; step += 1) await send('mouseMoved', step);
  await send('mouseReleased', 8);
  return left;
}

test.describe('a picture that is let go while it moves', () => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    test(
      reducedMotion === 'reduce' ? 'stays where less motion is asked for' : 'goes on, and slows down',
      async ({ page }) => {
        await page.emulateMedia({ reducedMotion });
        await openTimeline(page);
        const left = await throwPicture(page);
        await page.waitForTimeout(1700);
        const rested = (await dotOf(page, adopted)).x;
        if (reducedMotion === 'reduce') expect(Math.abs(rested - left)).toBeLessThan(20);
        else expect(rested - left).toBeGreaterThan(30);
        await page.waitForTimeout(200);
        expect((await dotOf(page, adopted)).x).toBeCloseTo(rested, 0);
      }
    );
  }

  test('stays when the hand had stopped before', async ({ page }) => {
    await openTimeline(page);
    const spot = await emptySpot(page);
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.down();
    for (let step = 1; step <= 10; step += 1) await page.mouse.move(spot.x + step * 12, spot.y);
    await letGo(page);
    const left = (await dotOf(page, adopted)).x;
    await page.waitForTimeout(600);
    expect((await dotOf(page, adopted)).x).toBeCloseTo(left, 0);
  });
});

/** Where the marks that are seen stand: from the top of the picture, in px. */
const topsOf = async (page: Page): Promise<Map<string, number>> => {
  const { y } = (await surface(page).boundingBox())!;
  const found = await marks(page).evaluateAll((all) =>
    all.map((node) => [(node as HTMLElement).dataset.event!, node.getBoundingClientRect().y] as const)
  );
  return new Map(found.map(([id, top]) => [id, top - y]));
};

test('a drag does not shuffle what it moves, nor does letting go', async ({ page }) => {
  await openTimeline(page, '?from=1990-10-15&to=1991-01-20');
  const spot = await emptySpot(page);
  const before = await topsOf(page);
  await page.mouse.move(spot.x, spot.y);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1) await page.mouse.move(spot.x + step * 15, spot.y);
  await page.waitForTimeout(100);
  const stays = (after: Map<string, number>) => {
    const both = [...before].filter(([id]) => after.has(id));
    expect(both.length).toBeGreaterThan(8);
    return both.filter(([id, top]) => Math.abs(after.get(id)! - top) < 2).length / both.length;
  };
  expect(stays(await topsOf(page))).toBeGreaterThan(0.8);
  await letGo(page);
  await expect.poll(() => viewOf(page).from).toBeLessThan(Date.UTC(1990, 9, 14));
  await settle(page);
  expect(stays(await topsOf(page))).toBeGreaterThan(0.8);
});

test('a view that rests has ready what is beyond its edges, and tells nobody of it', async ({ page }) => {
  await openTimeline(page, '?from=1990-10-15&to=1991-01-20');
  const beyond = surface(page).locator('.cell[aria-hidden]');
  await expect.poll(() => beyond.count()).toBeGreaterThan(4);
  const frame = (await surface(page).boundingBox())!;
  for (const link of await beyond.locator('a').all()) {
    const { x, width } = (await link.boundingBox())!;
    expect(x >= frame.x + frame.width - 15 || x + width <= frame.x + 144 + 15).toBe(true);
    await expect(link).toHaveAttribute('tabindex', '-1');
  }
});

test('what moves together is one layer: nothing in it has one of its own', async ({ page }) => {
  await openTimeline(page, '?from=1990-10-15&to=1991-01-20');
  const own = await surface(page).evaluate((node) =>
    [...node.querySelectorAll('.moving-layer *')]
      .filter((each) => {
        const { position, willChange, translate, rotate, scale, transform } = getComputedStyle(each);
        const isMoved = [translate, rotate, scale, transform].some((value) => value !== 'none');
        return position !== 'static' || willChange !== 'auto' || isMoved;
      })
      .map(({ className }) => className)
  );
  expect(own).toEqual([]);
  expect(await surface(page).locator('.moving-layer i').count()).toBeGreaterThan(5);
});

test('a double press shows half of the time around it, with Shift twice as much', async ({ page }) => {
  await openTimeline(page);
  const spot = await emptySpot(page);
  const { span } = viewOf(page);
  await page.mouse.dblclick(spot.x, spot.y);
  await expect.poll(() => viewOf(page).span / span).toBeCloseTo(0.5, 2);
  await settle(page);
  const free = await emptySpot(page);
  await page.keyboard.down('Shift');
  await page.mouse.dblclick(free.x, free.y);
  await page.keyboard.up('Shift');
  await expect.poll(() => viewOf(page).span / span).toBeCloseTo(1, 2);
});

test.describe('keys', () => {
  /** Where the item that has the focus stands, as a share of the width. */
  const focusedAt = (page: import('@playwright/test').Page) =>
    area(page).evaluate((node) => {
      const box = node.getBoundingClientRect();
      const cell = document.activeElement?.closest('.cell');
      if (!cell || !node.contains(cell)) return null;
      // A bar goes on beyond the edge, out of sight.
      return Math.max(cell.getBoundingClientRect().left - box.left, 0) / box.width;
    });

  test('Page Down and Page Up turn to what comes after and before, and keep the focus in the lane', async ({
    page
  }) => {
    await openTimeline(page, '?from=1990-09-01&to=1990-10-15');
    await surface(page).locator('.lane-un .cell:not([aria-hidden]) [data-item]').first().focus();
    const { from, span } = viewOf(page);
    await page.keyboard.press('PageDown');
    await expect.poll(() => (viewOf(page).from - from) / span).toBeCloseTo(0.9, 2);
    await expect(surface(page).locator('.lane-un [data-item]:focus')).toHaveCount(1);
    await page.keyboard.press('PageUp');
    await expect.poll(() => viewOf(page).from).toBe(from);
    await expect(surface(page).locator('.lane-un [data-item]:focus')).toHaveCount(1);
  });

  test('a digit goes to that tenth of the view', async ({ page }) => {
    await openTimeline(page);
    await mark(page, adopted).focus();
    await page.keyboard.press('0');
    const early = (await focusedAt(page))!;
    await page.keyboard.press('5');
    const middle = (await focusedAt(page))!;
    await page.keyboard.press('9');
    const late = (await focusedAt(page))!;
    expect(early).toBeLessThan(0.2);
    expect(middle).toBeGreaterThan(0.4);
    expect(middle).toBeLessThan(0.7);
    expect(late).toBeGreaterThan(0.8);
  });

  test('Ctrl with Home and End goes to the first and the last of all lanes', async ({ page }) => {
    await openTimeline(page);
    await mark(page, adopted).focus();
    const all = await area(page).evaluate((node) => {
      const box = node.getBoundingClientRect();
      return [...node.querySelectorAll('.cell:not([aria-hidden])')].map(
        (cell) => Math.max(cell.getBoundingClientRect().left - box.left, 0) / box.width
      );
    });
    await page.keyboard.press('Control+Home');
    const first = (await focusedAt(page))!;
    await page.keyboard.press('Control+End');
    const last = (await focusedAt(page))!;
    // A count stands beside the instant of its first event; bars begin at the edge.
    expect(first).toBeLessThan(Math.min(...all) + 0.03);
    expect(last).toBeGreaterThan(Math.max(...all) - 0.03);
    expect(viewOf(page).from).toBe(opening.from);
  });
});
