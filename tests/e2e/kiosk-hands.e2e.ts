import type { CDPSession, Page } from '@playwright/test';
import { stateOfPage, handle } from '../../scripts/soak/random-hands.js';
import { begin, enter, landscape, openKiosk, portrait, rooms } from './kiosk.ts';
import { findViolations } from './axe.ts';
import { expect, test } from './page-errors.ts';

test.describe.configure({ timeout: 180_000 });
test.use({ viewport: landscape });

test('four hundred random touches, swipes and keys never lead away', async ({ page, context }) => {
  const ways: string[] = [];
  context.on('page', (opened) => ways.push(`window ${opened.url()}`));
  page.on('download', (download) => ways.push(`download ${download.url()}`));
  page.on('dialog', (dialog) => ways.push(`dialog ${dialog.type()}`));
  page.on('framenavigated', (frame) => {
    if (!/\/kiosk(\/technician)?\/?$/.test(new URL(frame.url()).pathname)) ways.push(frame.url());
  });
  await openKiosk(page);
  const hands: CDPSession = await context.newCDPSession(page);
  const length = await page.evaluate(() => history.length);
  await handle(hands, { times: 400, seed: 678, size: landscape });
  expect(ways).toEqual([]);
  expect(await stateOfPage(page)).toEqual({ scale: 1, selected: '', scrolled: 0, fields: 0, history: length });
});

test('no link, no field, no frame, and the browser’s own menus and short cuts stay shut', async ({ page }) => {
  await openKiosk(page);
  await begin(page);
  for (const room of ['home', ...rooms] as const) {
    if (room !== 'home') await enter(page, room);
    expect(
      await page.locator('a, input, textarea, select, iframe, [contenteditable], [draggable="true"]').count()
    ).toBe(0);
    if (room !== 'home') await page.locator('[data-home]').click();
  }
  const refused = await page.evaluate(() => {
    const target = document.querySelector('.home')!;
    const isRefused = (event: Event) => !target.dispatchEvent(event);
    const options = { bubbles: true, cancelable: true };
    const key = (name: string, more: KeyboardEventInit = {}) =>
      isRefused(new KeyboardEvent('keydown', { ...options, key: name, ...more }));
    return {
      menu: isRefused(new MouseEvent('contextmenu', options)),
      select: isRefused(new Event('selectstart', options)),
      drag: isRefused(new DragEvent('dragstart', options)),
      drop: isRefused(new DragEvent('drop', options)),
      copy: isRefused(new ClipboardEvent('copy', options)),
      middle: isRefused(new MouseEvent('auxclick', { ...options, button: 1 })),
      zoom: isRefused(new WheelEvent('wheel', { ...options, deltaY: 10, ctrlKey: true })),
      back: isRefused(new WheelEvent('wheel', { ...options, deltaX: -80 })),
      print: key('p', { ctrlKey: true }),
      reload: key('F5'),
      away: key('ArrowLeft', { altKey: true }),
      inNew: key('Enter', { ctrlKey: true }),
      find: key('/'),
      arrows: key('Tab')
    };
  });
  expect(refused).toEqual({
    menu: true,
    select: true,
    drag: true,
    drop: true,
    copy: true,
    middle: true,
    zoom: true,
    back: true,
    print: true,
    reload: true,
    away: true,
    inNew: true,
    find: true,
    arrows: false
  });
});

/** Everything that can be chosen now, by name. */
const targets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.kiosk button')]
      .filter((each) => each.checkVisibility() && !each.closest('[inert]'))
      .map((each, place) => {
        each.dataset.walk = String(place);
        return each.getAttribute('aria-label') ?? each.textContent!.trim();
      })
  );

/** Walks by arrows until nothing new is reached, and gives what was. */
async function walk(page: Page): Promise<Set<number>> {
  const reached = new Set<number>();
  const own = async () => Number(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.walk ?? -1));
  const queue = [await own()];
  while (queue.length > 0) {
    const from = queue.shift()!;
    if (reached.has(from)) continue;
    reached.add(from);
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      await page.evaluate((place) => document.querySelector<HTMLElement>(`[data-walk="${place}"]`)?.focus(), from);
      // A part that scrolls has the focus on the way, and is scrolled through.
      for (let press = 0; press < 12; press += 1) {
        await page.keyboard.press(key);
        const to = await own();
        if (to < 0) continue;
        if (to !== from) queue.push(to);
        break;
      }
    }
  }
  return reached;
}

for (const size of [landscape, portrait]) {
  test(`five keys reach everything, at ${size.width} × ${size.height}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openKiosk(page);
    await page.keyboard.press('Enter');
    await expect(page.locator('.home')).toBeVisible();
    await expect(page.locator('.door').first()).toBeFocused();
    for (const room of ['home', ...rooms] as const) {
      if (room !== 'home') {
        await page.locator('.door').nth(rooms.indexOf(room)).focus();
        await page.keyboard.press('Enter');
        await expect(page.locator('[data-home]')).toBeVisible();
      }
      await expect(page.locator('[data-first]').first()).toBeFocused();
      const names = await targets(page);
      const reached = await walk(page);
      expect(
        names.filter((_, place) => !reached.has(place)),
        room
      ).toEqual([]);
      if (room !== 'home') {
        await page.locator('[data-home]').focus();
        await page.keyboard.press('Enter');
        await expect(page.locator('.home')).toBeVisible();
      }
    }
  });
}

test('a visit is done with five keys, from the loop to the loop', async ({ page }) => {
  await openKiosk(page);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('ArrowDown', 'Enter');
  await expect(page.getByText('Stop 1 of 10')).toBeVisible();
  await press('Enter');
  await expect(page.getByText('Stop 2 of 10')).toBeVisible();
  await page.locator('[data-home]').focus();
  await press('Enter');
  await expect(page.locator('.door').first()).toBeFocused();
  await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
  await expect(page.locator('.opinion')).toBeVisible();
  await press('ArrowDown', 'Enter');
  await expect(page.locator('.options .key').nth(1)).toHaveAttribute('aria-pressed', 'true');
  await page.locator('[data-leave]').focus();
  await press('Enter');
  await expect(page.locator('[data-phase="attract"]')).toBeVisible();
});

for (const look of ['as it comes', 'in high contrast', 'with the largest letters, low'] as const) {
  test(`axe finds nothing in any room, ${look}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openKiosk(page);
    expect(await findViolations(page), 'attract').toEqual([]);
    await begin(page);
    if (look === 'in high contrast') await page.getByRole('button', { name: 'High contrast' }).click();
    if (look === 'with the largest letters, low') {
      await page.getByRole('button', { name: 'Lower on the screen' }).click();
      await page.getByRole('button', { name: 'Larger letters' }).click();
      await page.getByRole('button', { name: 'Larger letters' }).click();
    }
    expect(await findViolations(page), 'home').toEqual([]);
    for (const room of rooms) {
      await enter(page, room);
      if (room === 'timeline') await page.locator('.area [data-event]').first().click();
      if (room === 'opinion') await page.locator('.options .key').first().click();
      expect.soft(await findViolations(page), room).toEqual([]);
      await page.locator('[data-home]').click();
    }
  });
}
