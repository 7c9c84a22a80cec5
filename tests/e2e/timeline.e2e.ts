import type { CDPSession, Page } from '@playwright/test';
import { onAxis } from '#lib/model/historical-date.ts';
import { collection } from './collection.ts';
import { expect, test } from './page-errors.ts';
import {
  area,
  bounds,
  comeToRest,
  dotOf,
  emptySpot,
  letGo,
  eventsShown,
  heldEvents,
  mark,
  marks,
  numberOf,
  opening,
  openTimeline,
  panel,
  settle,
  surface,
  viewOf
} from './timeline-surface.ts';

const zooms = [
  { name: 'everything', query: '?from=1989-01-01&to=1993-01-01' },
  { name: 'the opening', query: '' },
  { name: 'two months', query: '?from=1990-11-01&to=1990-12-31' },
  { name: 'a week', query: '?from=1990-11-16&to=1990-11-23' },
  { name: 'the day of Paris', query: '?from=1990-11-19T06:00&to=1990-11-19T23:00' }
];

/** An event with a documented minute: it is a dot at every zoom. */
const adopted = 'resolution-678-adopted';

/** Events of the collection that touch a stretch of time, worked out from their dates alone. */
function eventsBetween(from: number, to: number): string[] {
  return collection.events
    .filter(({ date, endDate, window }) => {
      const { start } = onAxis(window?.from ?? date, collection.axis.offset);
      const { end } = onAxis(window?.to ?? endDate ?? date, collection.axis.offset);
      return start <= to && (end > from || start >= from);
    })
    .map(({ id }) => id)
    .sort();
}

test('the picture is in the HTML before any script runs', async ({ request }) => {
  const page = await (await request.get('/timeline')).text();
  const html = page.slice(page.indexOf('data-timeline'), page.indexOf('id="list"'));
  const drawn = [...html.matchAll(/data-event="([^"]+)"/g)].map(([, id]) => id);
  const counted = [...html.matchAll(/(\d+) more events?/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  expect(drawn.length).toBeGreaterThan(40);
  expect(new Set(drawn).size).toBe(drawn.length);
  // One more event may be named by the list's own label, which counts none yet.
  expect(drawn.length + counted).toBe(eventsBetween(opening.from, opening.to).length);
  for (const lane of collection.lanes) expect(html).toContain(`lane-${lane.id}`);
});

interface Piece {
  readonly kind: string;
  readonly owner: string;
  readonly text: string;
  readonly isCutShort: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Everything that is drawn on the picture, with the box that it takes up. */
const piecesOf = (page: Page): Promise<Piece[]> =>
  surface(page).evaluate((node) => {
    const kinds = {
      label: '.label',
      dot: '.cell.dot',
      bar: '.cell.bar, .cell.extent',
      count: '.count',
      pill: '.pill',
      lane: '.lane h3',
      period: '.axis .major',
      tick: '.axis .minor'
    };
    return Object.entries(kinds).flatMap(([kind, selector]) =>
      [...node.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => !element.closest('.cell[aria-hidden]'))
        .map((element, index) => {
          // The words of a tick stand in the middle of a wider box.
          const range = document.createRange();
          range.selectNodeContents(element);
          const box = (kind === 'tick' ? range : element).getBoundingClientRect();
          // A dot stands around its instant, and is as high as a letter.
          const { paddingLeft, paddingRight } = getComputedStyle(element);
          const words = [
            box.left + Number.parseFloat(paddingLeft),
            box.right - Number.parseFloat(paddingRight)
          ] as const;
          // A bar goes on beyond the edge, out of sight.
          const edges = node.querySelector('.area')!.getBoundingClientRect();
          const shown = [Math.max(box.left, edges.left), Math.min(box.right, edges.right)] as const;
          const own = { dot: [box.left - 6.5, box.left + 6.5] as const, label: words, bar: shown }[kind];
          const [left, right] = own ?? [box.left, box.right];
          const [top, bottom] = kind === 'dot' ? [box.top + 6.5, box.top + 19.5] : [box.top, box.bottom];
          const cell = element.closest('.cell')?.querySelector<HTMLElement>('[data-item]');
          const owner = cell?.dataset.item ?? `${kind} ${index}`;
          const isCutShort = kind === 'label' && element.scrollWidth > element.clientWidth + 1;
          return { kind, owner, text: element.textContent ?? '', isCutShort, left, right, top, bottom };
        })
    );
  });

function overlaps(pieces: readonly Piece[]): string[] {
  // A bar that is nothing but its edge is drawn no wider than a hair.
  const slack = 0.5;
  return pieces.flatMap((one, index) =>
    pieces
      .slice(index + 1)
      .filter(
        (other) =>
          other.owner !== one.owner &&
          one.left + slack < other.right &&
          other.left + slack < one.right &&
          one.top + slack < other.bottom &&
          other.top + slack < one.bottom
      )
      .map((other) => `${one.kind} ‘${one.text || one.owner}’ and ${other.kind} ‘${other.text || other.owner}’`)
  );
}

for (const width of [820, 1280, 1920]) {
  test(`no label overlaps another or leaves the picture at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const { name, query } of zooms) {
      await openTimeline(page, query);
      const pieces = await piecesOf(page);
      const frame = (await surface(page).boundingBox())!;
      expect(pieces.filter(({ kind }) => kind === 'label').length, name).toBeGreaterThan(3);
      expect(overlaps(pieces), name).toEqual([]);
      // A dot may slide out of the picture with its instant; words and counts may not.
      const cut = pieces.filter(
        ({ kind, left, right, top, bottom }) =>
          kind !== 'dot' &&
          (left < frame.x - 0.5 ||
            right > frame.x + frame.width + 0.5 ||
            top < frame.y - 0.5 ||
            bottom > frame.y + frame.height + 0.5)
      );
      expect(
        cut.map(({ kind, text }) => `${kind} ‘${text}’`),
        `${name}, cut by the edge`
      ).toEqual([]);
      const shortened = pieces.filter(({ isCutShort }) => isCutShort).map(({ kind, text }) => `${kind} ‘${text}’`);
      expect(shortened, `${name}, cut short`).toEqual([]);
    }
  });
}

for (const { name, query } of zooms) {
  test(`every event in view is drawn or counted once: ${name}`, async ({ page }) => {
    await openTimeline(page, query);
    const { drawn, counted, announced } = await eventsShown(page);
    const { from, to } = viewOf(page);
    expect([...drawn, ...counted].sort()).toEqual(eventsBetween(from, to));
    expect(announced).toBe(counted.length);
    await expect(page.locator('.toolbar [role="status"]')).toContainText(
      `${drawn.length + counted.length} of ${collection.events.length} events`
    );
  });
}

test.describe('moving and zooming with a mouse', () => {
  test('a drag takes the picture along', async ({ page }) => {
    await openTimeline(page);
    const spot = await emptySpot(page);
    const before = await dotOf(page, adopted);
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.down();
    await page.mouse.move(spot.x + 60, spot.y, { steps: 4 });
    await page.mouse.move(spot.x + 150, spot.y, { steps: 4 });
    await letGo(page);
    await settle(page);
    expect((await dotOf(page, adopted)).x).toBeCloseTo(before.x + 150, -0.5);
    await expect.poll(() => viewOf(page).from).toBeLessThan(opening.from);

    const at = viewOf(page).from;
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.down();
    await page.mouse.move(spot.x - 200, spot.y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => viewOf(page).from).toBeGreaterThan(at);
  });

  test('a drag ends at the edge of the collection', async ({ page }) => {
    await openTimeline(page, '?from=1989-01-15&to=1989-04-15');
    const spot = await emptySpot(page);
    await page.mouse.move(spot.x - 100, spot.y);
    await page.mouse.down();
    await page.mouse.move(spot.x + 500, spot.y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => viewOf(page).from).toBe(bounds.from);
    expect(viewOf(page).span).toBe(Date.parse('1989-04-15') - Date.parse('1989-01-15'));
  });

  test('Ctrl and the wheel zoom around the pointer', async ({ page }) => {
    await openTimeline(page);
    // A wheel's event has whole pixels; how far the dot is from them is what zooming may magnify.
    const dot = await dotOf(page, adopted);
    const [x, y] = [Math.round(dot.x), Math.round(dot.y)];
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    for (let turn = 0; turn < 3; turn += 1) {
      await page.mouse.wheel(0, -100);
      await settle(page);
      expect(Math.abs((await dotOf(page, adopted)).x - x)).toBeLessThanOrEqual(2);
    }
    await expect.poll(() => viewOf(page).span).toBeLessThan((opening.to - opening.from) / 2);
    await comeToRest(page);
    const near = viewOf(page).span;
    await page.mouse.wheel(0, 100);
    await page.keyboard.up('Control');
    await settle(page);
    expect(Math.abs((await dotOf(page, adopted)).x - x)).toBeLessThanOrEqual(2);
    await expect.poll(() => viewOf(page).span).toBeGreaterThan(near);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('one turn of a wheel zooms by less than two', async ({ page }) => {
    await openTimeline(page);
    const { x, y } = await dotOf(page, adopted);
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await expect.poll(() => viewOf(page).span).toBeLessThan((opening.to - opening.from) * 0.9);
    expect(viewOf(page).span).toBeGreaterThan((opening.to - opening.from) / 2);
  });

  test('the wheel alone scrolls the page while the timeline has no focus, and zooms when it has', async ({ page }) => {
    await openTimeline(page);
    const spot = await emptySpot(page);
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
    await expect(page).toHaveURL(/\/timeline$/);

    await mark(page, adopted).focus();
    const at = await page.evaluate(() => scrollY);
    const box = (await area(page).boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.wheel(0, -120);
    await expect.poll(() => viewOf(page).span).toBeLessThan(opening.to - opening.from);
    expect(await page.evaluate(() => scrollY)).toBe(at);
  });

  test('a sideways wheel moves along', async ({ page }) => {
    await openTimeline(page);
    const spot = await emptySpot(page);
    const before = await dotOf(page, adopted);
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.wheel(120, 0);
    await settle(page);
    expect((await dotOf(page, adopted)).x).toBeCloseTo(before.x - 120, -0.5);
    await expect.poll(() => viewOf(page).from).toBeGreaterThan(opening.from);
    expect(viewOf(page).span).toBe(opening.to - opening.from);
  });

  test('Shift and the wheel move along', async ({ page }) => {
    await openTimeline(page);
    const spot = await emptySpot(page);
    await page.mouse.move(spot.x, spot.y);
    await page.keyboard.down('Shift');
    await page.mouse.wheel(0, 120);
    await page.keyboard.up('Shift');
    await expect.poll(() => viewOf(page).from).toBeGreaterThan(opening.from);
  });

  test('a drag that begins on a mark does not choose it', async ({ page }) => {
    await openTimeline(page);
    const { x, y } = await dotOf(page, adopted);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 120, y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => viewOf(page).from).toBeGreaterThan(opening.from);
    await expect(panel(page)).toHaveCount(0);
    await expect(page).toHaveURL(/\/timeline\?/);
  });

  test('a gesture begins from where a button has brought the view', async ({ page }) => {
    await openTimeline(page);
    await page.getByRole('button', { name: 'Nearer' }).click();
    await settle(page);
    const before = await dotOf(page, adopted);
    const spot = await emptySpot(page);
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.down();
    await page.mouse.move(spot.x + 40, spot.y, { steps: 4 });
    await letGo(page);
    await settle(page);
    expect((await dotOf(page, adopted)).x).toBeCloseTo(before.x + 40, -0.5);
  });
});

test('the buttons zoom and move', async ({ page }) => {
  await openTimeline(page);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const whole = opening.to - opening.from;
  await press('Nearer');
  await expect.poll(() => viewOf(page).span).toBeLessThan(whole * 0.7);
  await press('Farther');
  await expect.poll(() => viewOf(page).span).toBe(whole);
  await press('Later');
  await expect.poll(() => viewOf(page).from).toBe(opening.from + whole / 2);
  await press('Earlier');
  await press('Earlier');
  await expect.poll(() => viewOf(page).from).toBe(opening.from - whole / 2);
  await press('All');
  await expect.poll(() => viewOf(page)).toMatchObject(bounds);
  await expect(page.locator('.toolbar [role="status"]')).toContainText('96 of 96 events');
  await press('Farther');
  await press('Later');
  await expect.poll(() => viewOf(page)).toMatchObject(bounds);
});

test.describe('with fingers', () => {
  test.use({ viewport: { width: 820, height: 700 }, hasTouch: true, isMobile: true });

  interface Point {
    readonly x: number;
    readonly y: number;
  }
  const send = (cdp: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) });

  /** Moves fingers from one place to another in small steps. */
  async function glide(page: Page, from: readonly Point[], to: readonly Point[]) {
    const cdp = await page.context().newCDPSession(page);
    await send(cdp, 'touchStart', from);
    for (let step = 1; step <= 10; step += 1) {
      const points = from.map(({ x, y }, finger) => ({
        x: x + ((to[finger]!.x - x) * step) / 10,
        y: y + ((to[finger]!.y - y) * step) / 10
      }));
      await send(cdp, 'touchMove', points);
      await page.waitForTimeout(16);
    }
    await send(cdp, 'touchEnd', []);
    await cdp.detach();
  }

  test('two fingers zoom', async ({ page }) => {
    await openTimeline(page);
    const { x, y } = await emptySpot(page);
    const pair = (apart: number) => [
      { x: x - apart, y },
      { x: x + apart, y: y + 5 }
    ];
    await glide(page, pair(40), pair(120));
    await expect.poll(() => viewOf(page).span).toBeLessThan((opening.to - opening.from) / 2);
    await comeToRest(page);
    const near = viewOf(page).span;
    await glide(page, pair(120), pair(60));
    await expect.poll(() => viewOf(page).span).toBeGreaterThan(near * 1.5);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

  test('one finger moves along, and up and down scrolls the page', async ({ page }) => {
    await openTimeline(page);
    const { x, y } = await emptySpot(page);
    await glide(page, [{ x, y }], [{ x: x - 120, y: y + 4 }]);
    await expect.poll(() => viewOf(page).from).toBeGreaterThan(opening.from);
    expect(await page.evaluate(() => scrollY)).toBeLessThan(5);

    await comeToRest(page);
    const { from } = viewOf(page);
    await glide(page, [{ x, y: 500 }], [{ x: x + 6, y: 250 }]);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await comeToRest(page);
    expect(viewOf(page).from).toBe(from);
  });

  test('a tap chooses an event', async ({ page }) => {
    await openTimeline(page);
    await mark(page, adopted).tap();
    await expect(panel(page)).toContainText('Resolution 678: a last chance, then all necessary means');
    await expect(page).toHaveURL(new RegExp(`event=${adopted}`));
  });
});

test.describe('choosing an event', () => {
  const chosen = collection.events.find(({ id }) => id === 'gorbachev-two-step-conversation')!;

  test('opens its panel: title, words, quotation, threads', async ({ page }) => {
    await openTimeline(page);
    await mark(page, chosen.id).click();
    await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(chosen.title);
    await expect(panel(page)).toContainText(chosen.summary);
    await expect(panel(page)).toContainText('19 November 1990');
    const source = collection.sources.find(({ id }) => id === 'gorbachev-perez-de-cuellar-1990-11-19')!;
    const passage = source.excerpt!.passages.find(({ id }) => id === 'two-stepped-resolution')!;
    await expect(panel(page).locator('blockquote')).toHaveText(passage.text);
    await expect(panel(page).locator('figcaption a')).toHaveAttribute('href', /#passage-two-stepped-resolution$/);
    const thread = (name: string) =>
      panel(page)
        .getByRole('region', { name })
        .getByRole('link')
        .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).pathname.split('/')[2]));
    expect(await thread('What it answered')).toEqual([...chosen.answers]);
    expect(await thread('What it led to')).toEqual([...chosen.leadsTo]);
    await expect(mark(page, chosen.id)).toHaveAttribute('aria-current', 'true');
    await panel(page).getByRole('link', { name: 'Read on' }).click();
    await expect(page).toHaveURL(new RegExp(`/events/${chosen.id}$`));
  });

  test('its panel comes into view', async ({ page }) => {
    await openTimeline(page);
    await mark(page, chosen.id).click();
    await expect(panel(page).getByRole('heading', { level: 2 })).toBeInViewport();
  });

  for (const way of ['Escape', 'the close button'] as const) {
    test(`Enter opens, ${way} closes and gives the focus back`, async ({ page }) => {
      await openTimeline(page);
      await mark(page, chosen.id).focus();
      await page.keyboard.press('Enter');
      await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(chosen.title);
      await expect(page).toHaveURL(new RegExp(`event=${chosen.id}`));
      if (way === 'Escape') await page.keyboard.press('Escape');
      else await page.getByRole('button', { name: 'Close', exact: true }).click();
      await expect(panel(page)).toHaveCount(0);
      await expect(mark(page, chosen.id)).toBeFocused();
      await expect(page).toHaveURL(/\/timeline$/);
    });
  }

  test('Escape closes the panel from within it', async ({ page }) => {
    await openTimeline(page, `?event=${chosen.id}`);
    await panel(page).getByRole('link', { name: 'Read on' }).focus();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toHaveCount(0);
    await expect(mark(page, chosen.id)).toBeFocused();
  });

  test('Ctrl and a press open the event’s page in a tab of its own', async ({ page, context }) => {
    await openTimeline(page);
    const opened = context.waitForEvent('page');
    await mark(page, chosen.id).click({ modifiers: ['Control'] });
    const other = await opened;
    await expect(other).toHaveURL(new RegExp(`/events/${chosen.id}$`));
    await expect(panel(page)).toHaveCount(0);
  });

  test('a chosen event is drawn wherever it would otherwise be counted', async ({ page }) => {
    await openTimeline(page, '?from=1989-01-01&to=1993-01-01');
    const { counted } = await eventsShown(page);
    const id = counted[0]!;
    await openTimeline(page, `?from=1989-01-01&to=1993-01-01&event=${id}`);
    await expect(mark(page, id)).toBeVisible();
    await expect(panel(page)).toBeVisible();
  });

  for (const beam of collection.beams) {
    test(`the pill ‘${beam.label}’ chooses its event`, async ({ page }) => {
      await openTimeline(page);
      await surface(page).getByRole('link', { name: beam.label, exact: true }).click();
      const event = collection.events.find(({ id }) => id === beam.event)!;
      await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(event.title);
      await expect(page).toHaveURL(new RegExp(`event=${beam.event}`));
    });
  }
});

test.describe('by keyboard', () => {
  /** What the lanes show, in the order of the page: ids of marks and counts. */
  const lanesOf = (page: Page): Promise<string[][]> =>
    surface(page)
      .locator('.lane')
      .evaluateAll((lanes) =>
        lanes.map((lane) =>
          [...lane.querySelectorAll<HTMLElement>('.cell:not([aria-hidden]) [data-item]')].map(
            ({ dataset }) => dataset.item ?? ''
          )
        )
      );
  const focused = (page: Page): Promise<string | undefined> =>
    page.evaluate(() => (document.activeElement as HTMLElement).dataset.item);
  const item = (page: Page, id: string) => surface(page).locator(`[data-item="${id}"]`);

  test('the picture is one stop for Tab, and the arrows walk along a lane', async ({ page }) => {
    await openTimeline(page);
    await page.getByRole('button', { name: 'Military', exact: true }).focus();
    await page.keyboard.press('Tab');
    const [first] = await lanesOf(page);
    expect(await focused(page)).toBe(first![0]);
    for (const id of first!.slice(1, 6)) {
      await page.keyboard.press('ArrowRight');
      expect(await focused(page)).toBe(id);
    }
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe(first![4]);
    const starts = first!
      .map((id) => collection.events.find((event) => event.id === id.replace(/^count-/, ''))!)
      .map(({ date, window }) => onAxis(window?.from ?? date, collection.axis.offset).start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe(first![0]);
    await page.keyboard.press('End');
    expect(await focused(page)).toBe(first!.at(-1));
    // Tab leaves the marks, and comes back to the one that had the focus.
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBeUndefined();
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe(first!.at(-1));
  });

  test('up and down change the lane, to what is nearest in time', async ({ page }) => {
    await openTimeline(page);
    const lanes = await lanesOf(page);
    await item(page, adopted).focus();
    for (const index of [1, 2, 3, 4]) {
      await page.keyboard.press('ArrowDown');
      expect(lanes[index]).toContain(await focused(page));
    }
    // Under the last lane stand the marked days.
    await page.keyboard.press('ArrowDown');
    await expect(surface(page).getByRole('link', { name: 'Paris, 19 November' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(surface(page).getByRole('link', { name: 'Deadline, 15 January' })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    expect(lanes[4]).toContain(await focused(page));
    await page.keyboard.press('ArrowUp');
    expect(lanes[3]).toContain(await focused(page));
  });

  test('plus and minus zoom around the event and keep the focus on it', async ({ page }) => {
    await openTimeline(page);
    await item(page, adopted).focus();
    const { x } = await dotOf(page, adopted);
    await page.keyboard.press('+');
    await expect.poll(() => viewOf(page).span).toBeLessThan((opening.to - opening.from) * 0.7);
    expect(Math.abs((await dotOf(page, adopted)).x - x)).toBeLessThanOrEqual(2);
    expect(await focused(page)).toBe(adopted);
    await page.keyboard.press('-');
    await expect.poll(() => viewOf(page).span).toBe(opening.to - opening.from);
    expect(await focused(page)).toBe(adopted);
  });

  test('at the edge of the view the arrow brings the next event in', async ({ page }) => {
    await openTimeline(page, '?from=1990-11-01&to=1990-12-15');
    await item(page, adopted).focus();
    await page.keyboard.press('End');
    const last = await focused(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => viewOf(page).from).toBeGreaterThan(Date.parse('1990-11-01'));
    const next = await focused(page);
    expect(next).toBeTruthy();
    expect(next).not.toBe(last);
    await expect(item(page, next!)).toBeInViewport();

    await page.keyboard.press('Home');
    const { from } = viewOf(page);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => viewOf(page).from).toBeLessThan(from);
    expect(await focused(page)).toBeTruthy();
  });

  test('the arrows walk through all events of a lane and leave none out', async ({ page }) => {
    await openTimeline(page, '?from=1989-01-01&to=1989-07-01');
    const lane = 'europe';
    const seen = new Set<string>();
    let before = '';
    const first = surface(page).locator('.lane').nth(2).locator('.cell:not([aria-hidden]) [data-item]').first();
    await first.focus();
    for (let step = 0; step < 50; step += 1) {
      const id = await focused(page);
      if (!id || id === before) break;
      before = id;
      if (id.startsWith('count-')) {
        await page.keyboard.press('Enter');
        for (const held of await heldEvents(page)) seen.add(held);
        await page.keyboard.press('Escape');
      } else seen.add(id);
      await page.keyboard.press('ArrowRight');
      await settle(page);
    }
    const all = collection.events.filter((event) => event.lane === lane).map(({ id }) => id);
    expect([...seen].sort()).toEqual([...all].sort());
  });

  test('a count opens with Enter, and Escape gives the focus back to it', async ({ page }) => {
    await openTimeline(page, '?from=1989-01-01&to=1993-01-01');
    const count = surface(page).locator('.count').first();
    await count.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.held a').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('.held')).toBeHidden();
    await expect(count).toBeFocused();
  });
});

test.describe('what found no room', () => {
  test('a count opens the list of its events, and one of them can be chosen', async ({ page }) => {
    await openTimeline(page, '?from=1989-01-01&to=1993-01-01');
    const count = surface(page).locator('.count').first();
    const number = await numberOf(count);
    await count.click();
    const ids = await heldEvents(page);
    expect(ids).toHaveLength(number);
    const id = ids[0]!;
    await page.locator('.held').getByRole('link').first().click();
    await expect(page.locator('.held')).toBeHidden();
    await expect(mark(page, id)).toBeFocused();
    await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(
      collection.events.find((event) => event.id === id)!.title
    );
    await expect(mark(page, id)).toBeVisible();
  });

  test('zooming in on them shows them', async ({ page }) => {
    await openTimeline(page, '?from=1989-01-01&to=1993-01-01');
    const counts = surface(page).locator('.count');
    for (let index = 0; index < (await counts.count()); index += 1) {
      await counts.nth(index).click();
      const held = page.locator('.held');
      const ids = await heldEvents(page);
      await held.getByRole('button', { name: 'Zoom in on them' }).click();
      await expect(held).toBeHidden();
      await settle(page);
      // They all lie in view now, and those that find room have marks: before, none had.
      await expect
        .poll(() => {
          const { from, to } = viewOf(page);
          return from > bounds.from || to < bounds.to ? eventsBetween(from, to) : [];
        })
        .toEqual(expect.arrayContaining(ids));
      const drawn = await marks(page).evaluateAll((all) => all.map((node) => (node as HTMLElement).dataset.event!));
      expect(ids.filter((id) => drawn.includes(id)).length, ids.join(', ')).toBeGreaterThanOrEqual(
        Math.min(ids.length, 2)
      );
      // The focus stays in the picture: the count itself may be gone.
      expect(await area(page).evaluate((node) => node.contains(document.activeElement))).toBe(true);
      await page.getByRole('button', { name: 'All', exact: true }).click();
      await settle(page);
    }
  });

  test('nothing promises to zoom in where no nearer view would show more', async ({ page }) => {
    await openTimeline(page, '?from=1990-11-19T06:00&to=1990-11-19T23:00');
    await surface(page).locator('.count').first().click();
    await expect(page.locator('.held').getByRole('link').first()).toBeVisible();
    await expect(page.locator('.held').getByRole('button')).toHaveCount(0);
  });
});

test.describe('the address', () => {
  test('holds the view and the chosen event: a reload and a copied address give the same', async ({
    page,
    context
  }) => {
    await openTimeline(page);
    await mark(page, adopted).click();
    await page.getByRole('button', { name: 'Nearer' }).click();
    await page.getByRole('button', { name: 'Nearer' }).click();
    await expect(page).toHaveURL(/from=.*to=.*event=/);
    await settle(page);
    const { x } = await dotOf(page, adopted);
    const address = page.url();
    const status = await page.locator('.toolbar [role="status"]').textContent();

    await page.reload();
    const copy = await context.newPage();
    await copy.goto(address);
    for (const shown of [page, copy]) {
      await expect(panel(shown)).toBeVisible();
      await expect(mark(shown, adopted)).toHaveAttribute('aria-current', 'true');
      await settle(shown);
      expect(Math.abs((await dotOf(shown, adopted)).x - x)).toBeLessThanOrEqual(1);
      await expect(shown.locator('.toolbar [role="status"]')).toHaveText(status!);
      expect(shown.url()).toBe(address);
    }
  });

  test('holds the list', async ({ page }) => {
    await openTimeline(page);
    await page.getByRole('button', { name: 'List' }).click();
    await expect(page).toHaveURL(/\?show=list$/);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'All events, in order of time' })).toBeVisible();
    await expect(surface(page)).toBeHidden();
    await page.getByRole('button', { name: 'Timeline' }).click();
    await expect(surface(page)).toBeVisible();
    await expect(page).toHaveURL(/\/timeline$/);
  });

  test('brings a chosen event into view', async ({ page }) => {
    await openTimeline(page, '?event=cfe-enters-into-force');
    await expect(panel(page)).toBeVisible();
    await expect(mark(page, 'cfe-enters-into-force')).toBeInViewport();
  });

  for (const query of [
    '?from=banana&event=none',
    '?from=1991-03-01&to=1990-01-01',
    '?from=1990-13-45&to=1990-14-99',
    '?event=__proto__',
    '?event=toString&show=everything'
  ]) {
    test(`that makes no sense gives the opening: ${query}`, async ({ page }) => {
      await openTimeline(page, query);
      await expect(panel(page)).toHaveCount(0);
      await expect(page).toHaveURL(/\/timeline$/);
      await expect(page.locator('.toolbar [role="status"]')).toContainText(/1 August 1990\s–\s10 March 1991/);
      await expect(mark(page, adopted)).toBeVisible();
    });
  }

  test('of a stretch beyond the collection is brought back into it', async ({ page }) => {
    await openTimeline(page, '?from=1900-01-01&to=2100-01-01');
    await expect(page.locator('.toolbar [role="status"]')).toContainText('96 of 96 events');
  });

  test('follows back and forward', async ({ page }) => {
    await openTimeline(page, `?from=1990-11-01&to=1990-12-31&event=${adopted}`);
    await panel(page).getByRole('link', { name: 'Read on' }).click();
    await expect(page).toHaveURL(/\/events\//);
    await page.goBack();
    await expect(panel(page)).toBeVisible();
    await expect(page.locator('.toolbar [role="status"]')).toContainText(/1 November\s–\s30 December 1990/);
  });
});

test('the list has all events, and every link leads to its page', async ({ page, request }) => {
  await openTimeline(page, '?show=list');
  const links = page.locator('#list').getByRole('link');
  await expect(links).toHaveCount(96);
  const paths = await links.evaluateAll((found) => found.map((a) => (a as HTMLAnchorElement).pathname));
  expect(paths.map((path) => path.split('/')[2])).toEqual(collection.events.map(({ id }) => id));
  for (const path of paths) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
  }
  await links.nth(10).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(collection.events[10]!.title);
});
