import { test as bare, type Page } from '@playwright/test';
import { secondsAt } from '#lib/timeline/tour-time.ts';
import { begin, enter, goHome, landscape, openKiosk, rooms, screens, setUp, traces } from './kiosk.ts';
import { collection } from './collection.ts';
import { measureScreen } from './kiosk-measures.ts';
import { holdTime } from './open-page.ts';
import { expect, test } from './page-errors.ts';

test.describe.configure({ timeout: 120_000 });
test.use({ viewport: landscape });

const tour = collection.tours.find(({ id }) => id === 'one-day-two-stories')!;

test('the loop plays the tour with words of documents, and goes on by itself', async ({ page }) => {
  await page.clock.install();
  await openKiosk(page);
  await holdTime(page);
  for (const { caption, words, seconds } of tour.stops) {
    await expect(page.locator('.attract .caption')).toHaveText(caption);
    const source = words && collection.sources.find(({ id }) => id === words.id)!;
    const quoted = source?.excerpt!.passages.find(({ id }) => id === words!.passage)!.text;
    await expect(page.locator('.attract blockquote')).toHaveText(quoted ? [quoted] : []);
    await page.clock.runFor(1000 * secondsAt({ caption, words: quoted ?? '', seconds }));
  }
  await expect(page.locator('.attract .caption')).toHaveText(tour.stops[0]!.caption);
});

test('the loop yields within 100 ms of a touch, which are six frames', async ({ page }) => {
  await openKiosk(page);
  const waited = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        addEventListener(
          'pointerdown',
          () => {
            let frames = 0;
            const look = () => {
              frames += 1;
              if (document.querySelector('.home')?.checkVisibility()) done(frames);
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true }
        );
        const touch = { bubbles: true, clientX: 400, clientY: 300, pointerId: 7 };
        document.querySelector('.attract')!.dispatchEvent(new PointerEvent('pointerdown', touch));
      })
  );
  expect(waited).toBeLessThanOrEqual(6);
});

test('the touch that wakes the loop presses nothing under it', async ({ page }) => {
  await openKiosk(page);
  await page.mouse.move(300, 800);
  await page.mouse.down();
  await expect(page.locator('.home')).toBeVisible();
  await page.mouse.up();
  await page.waitForTimeout(700);
  await expect(page.locator('.home')).toBeVisible();
});

async function visitEveryRoom(page: Page): Promise<void> {
  await enter(page, 'tour');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Stop 2 of 10')).toBeVisible();
  await goHome(page);
  await enter(page, 'timeline');
  await page.getByRole('button', { name: 'Nearer' }).click();
  await page.locator('.area [data-event]').first().click();
  await expect(page.locator('.sheet')).toBeVisible();
  await goHome(page);
  await enter(page, 'document');
  await page.locator('.step').first().click();
  await goHome(page);
  await enter(page, 'drafting');
  await page.locator('.options .key').first().click();
  await goHome(page);
  await enter(page, 'opinion');
  await page.locator('.options .key').first().click();
  await expect(page.locator('figure.picture')).toBeVisible();
}

test('nobody there: a warning counts down, and everything of the visit is gone within a second', async ({ page }) => {
  await setUp(page, { idleSeconds: 20, warningSeconds: 10 });
  await page.clock.install();
  await openKiosk(page);
  await holdTime(page);
  const before = await traces(page);
  await page.mouse.click(900, 300);
  await page.clock.runFor(1000);
  await page.getByRole('button', { name: 'Larger letters' }).click();
  await page.getByRole('button', { name: 'High contrast' }).click();
  await page.getByRole('button', { name: 'Lower on the screen' }).click();
  await page.evaluate(() => {
    sessionStorage.setItem('left', 'behind');
    localStorage.setItem('left', 'behind');
  });
  await visitEveryRoom(page);

  await page.clock.runFor(19_000);
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await page.clock.runFor(1500);
  const warning = page.getByRole('alertdialog', { name: 'Are you still here?' });
  await expect(warning).toBeVisible();
  await expect(page.getByRole('button', { name: 'I’m still here' })).toBeFocused();
  const first = Number(await warning.getByRole('timer').textContent());
  await page.clock.runFor(3000);
  expect(first - Number(await warning.getByRole('timer').textContent())).toBe(3);

  // One touch, and the visit goes on where it was, with twice the time.
  await page.getByRole('button', { name: 'I’m still here' }).click();
  await expect(warning).toBeHidden();
  await expect(page.locator('figure.picture')).toBeVisible();
  await page.clock.runFor(39_000);
  await expect(warning).toBeHidden();
  await page.clock.runFor(1500);
  await expect(warning).toBeVisible();
  await page.clock.runFor(9000);
  await expect(warning).toBeVisible();
  await page.clock.runFor(1000);
  await expect(page.locator('[data-phase="attract"]')).toBeVisible();
  const after = await traces(page);
  // The loop begins anew with its first words.
  expect({ ...after, text: '' }).toEqual({ ...before, text: '' });
  await expect(page.locator('.attract .caption')).toHaveText(tour.stops[0]!.caption);
});

test('who has finished says so, and is counted once, in the right place', async ({ page }) => {
  await openKiosk(page);
  await begin(page);
  await enter(page, 'document');
  await page.locator('[data-leave]').click();
  await expect(page.locator('[data-phase="attract"]')).toBeVisible();
  const counts = await page.evaluate(() => JSON.parse(localStorage.getItem('two-steps-kiosk-counts')!));
  expect(counts.stops).toEqual({ document: 1 });
  expect(counts.endings).toEqual({ left: 1 });
  expect(
    Object.values(counts.days as Record<string, number[]>)
      .flat()
      .reduce((a, b) => a + b)
  ).toBe(1);
});

test('the answers of all visitors stay, and are drawn with their number', async ({ page }) => {
  await openKiosk(page);
  for (const [answer, visitors] of [
    [0, 'One visitor has answered at this screen'],
    [1, '2 visitors have answered at this screen'],
    [1, '3 visitors have answered at this screen']
  ] as const) {
    await begin(page);
    await enter(page, 'opinion');
    await page.locator('.options .key').nth(answer).click();
    await expect(page.locator('figure.picture figcaption')).toHaveText(visitors);
    await page.locator('[data-leave]').click();
    await expect(page.locator('[data-phase="attract"]')).toBeVisible();
  }
  await begin(page);
  await enter(page, 'opinion');
  await expect(page.locator('figure.picture')).toHaveCount(0);
  await page.locator('.options .key').nth(2).click();
  await expect(page.locator('figure.picture li')).toContainText(['25% (1)', '50% (2)', '25% (1)', '0% (0)']);
});

test('the document stands word for word, with its two steps lit', async ({ page }) => {
  await openKiosk(page);
  await begin(page);
  await enter(page, 'document');
  const source = collection.sources.find(({ id }) => id === 'gorbachev-perez-de-cuellar-1990-11-19')!;
  const shown = await page.locator('[data-excerpt] p').allTextContents();
  expect(shown.join(' ').replace(/\s+/g, ' ').trim()).toBe(source.excerpt!.plain);
  const lit = page.locator('[data-excerpt] mark:not(.unlit)');
  await expect(lit).toHaveText(
    ['most-severe-measures', 'definite-period'].map(
      (passage) => source.excerpt!.passages.find(({ id }) => id === passage)!.text
    )
  );
  await page.locator('.step').nth(1).click();
  await expect(lit).toHaveCount(1);
});

test('a draft is made of the choices that were open, and is set beside both texts', async ({ page }) => {
  await openKiosk(page);
  await begin(page);
  await enter(page, 'drafting');
  const table = collection.drafting[0]!;
  for (const { question } of table.choices) {
    await expect(page.locator('h3')).toHaveText(question);
    await page.locator('.options .key').first().click();
  }
  await expect(page.locator('.row')).toHaveCount(table.choices.length);
  await page.locator('.row .key').first().click();
  await expect(page.locator('.part').first()).toContainText(table.choices[0]!.options[0]!.asked.note);
  await page.getByRole('button', { name: 'Take the last choice back' }).click();
  await expect(page.locator('h3')).toHaveText(table.choices.at(-1)!.question);
});

test('the timeline is moved by a hand, by two fingers and by buttons', async ({ page }) => {
  await openKiosk(page);
  await begin(page);
  await enter(page, 'timeline');
  const told = page.locator('.explore .controls [role="status"]');
  const changes = async (act: () => Promise<unknown>) => {
    const before = await told.textContent();
    await act();
    await expect(told).not.toHaveText(before!);
    await page.waitForTimeout(800);
  };
  for (const name of ['Nearer', 'Later', 'Earlier', 'Farther'])
    await changes(() => page.getByRole('button', { name, exact: true }).click());
  await changes(async () => {
    await page.mouse.move(1200, 620);
    await page.mouse.down();
    await page.mouse.move(900, 620, { steps: 8 });
    await page.mouse.up();
  });
  await changes(async () => {
    const session = await page.context().newCDPSession(page);
    const fingers = (apart: number) => [
      { x: 1000 - apart, y: 500, id: 1 },
      { x: 1000 + apart, y: 500, id: 2 }
    ];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(80) });
    for (let apart = 100; apart <= 300; apart += 20)
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  });
  expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
});

bare('a script that fails sends the screen back to the loop, and is counted', async ({ page }) => {
  await openKiosk(page);
  await begin(page);
  await enter(page, 'tour');
  await page.evaluate(
    () =>
      void setTimeout(() => {
        throw new Error('made to fail');
      })
  );
  await expect(page.locator('[data-phase="attract"]')).toBeVisible();
  const counts = await page.evaluate(() => JSON.parse(localStorage.getItem('two-steps-kiosk-counts')!));
  expect(counts.errors).toMatchObject([{ message: expect.stringContaining('made to fail'), count: 1 }]);
  expect(counts.endings).toEqual({ error: 1 });
});

test('settings with mistakes are told, each with what to do', async ({ page }) => {
  await setUp(page, { tour: 'none-such', idleSeconds: 1 });
  await page.goto('./kiosk');
  await expect(page.getByRole('heading', { name: 'kiosk.json needs mending' })).toBeVisible();
  await expect(page.locator('.problems li')).toHaveText(['idleSeconds expected 20 seconds or more; found 1']);
});

test('quiet hours darken the loop, and a touch wakes it', async ({ page }) => {
  await setUp(page, { quietHours: [{ from: '00:00', to: '23:59' }] });
  await page.clock.setFixedTime(new Date('2026-11-19T12:00:00'));
  await openKiosk(page);
  await expect(page.locator('.dark')).toHaveCSS('opacity', '0.94');
  await page.mouse.click(900, 300);
  await expect(page.locator('.dark')).toHaveCount(0);
});

async function measureRooms(page: Page, unit: number): Promise<void> {
  await openKiosk(page);
  await begin(page);
  for (const room of ['home', ...rooms] as const) {
    if (room !== 'home') await enter(page, room);
    const found = await measureScreen(page, unit);
    expect(found, room).toEqual({ small: [], close: [], high: [], fine: [], cut: [] });
    if (room !== 'home') await goHome(page);
  }
}

for (const { size, unit } of screens) {
  test(`at ${size.width} × ${size.height} letters have ${24 * unit} px, keys ${60 * unit} px and room between them, in the lower half`, async ({
    page
  }) => {
    await page.setViewportSize(size);
    await measureRooms(page, unit);
  });
}
