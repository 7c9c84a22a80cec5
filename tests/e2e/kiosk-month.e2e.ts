import type { CDPSession, Page } from '@playwright/test';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { withoutCompiledCode } from '../../scripts/held.js';
import { readHeld } from '../../scripts/soak/kiosk-visits.js';
import { enter, landscape, openKiosk, rooms, setUp, traces, type Room } from './kiosk.ts';
import { holdTime } from './open-page.ts';
import { expect, test } from './page-errors.ts';

/**
 * Thirty days at one screen, with the clock held: it goes from visit to visit at once, and passes only where a visitor waits.
 * What a visitor did is written down here, and compared with what the page counted.
 */
test.describe.configure({ timeout: 120_000 });
test.use({
  viewport: landscape,
  timezoneId: 'Europe/Paris',
  launchOptions: { executablePath: findChromium(), args: [...chromiumArgs, ...withoutCompiledCode] }
});

const [second, hour, day] = [1000, 3_600_000, 24 * 3_600_000];
const settings = { idleSeconds: 20, warningSeconds: 10, quietHours: [{ from: '18:15', to: '08:45' }] };
/** Visits after which everything has been drawn that is drawn once. */
const settled = 40;
/**
 * Shares by which what is held may have grown since, without the code that the browser goes on making of scripts that are often
 * run; what 2,000 visits leave of the heap is weighed by `npm run soak:kiosk`.
 */
const most = { heap: 1.02, nodes: 1.005, listeners: 1 };

/** The wall in Paris, by the machine's own table of zones. */
function wallOf(at: number): { date: string; hour: number; clock: string } {
  const text = new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Paris' });
  return { date: text.slice(0, 10), hour: Number(text.slice(11, 13)), clock: text.slice(11, 16) };
}

/** A kiosk whose time is passed by hand. */
class Held {
  readonly page: Page;
  now: number;

  constructor(page: Page, now: number) {
    this.page = page;
    this.now = now;
  }

  /** Lets time go by with all that happens in it. */
  async pass(ms: number): Promise<void> {
    await this.page.clock.runFor(ms);
    this.now += ms;
  }

  /** Nobody is there until then. */
  async sleepUntil(at: number): Promise<void> {
    await this.page.clock.fastForward(at - this.now);
    this.now = at;
    // What looks at the clock each ten seconds has looked.
    await this.pass(200);
  }

  /** What is on the screen. */
  look() {
    return this.page.evaluate(() => ({
      phase: document.querySelector('.kiosk')!.getAttribute('data-phase'),
      isDark: document.querySelector('.dark') !== null,
      now: Date.now()
    }));
  }
}

const months = [
  {
    name: 'autumn, when an hour comes twice',
    start: '2026-10-11T00:00:00+02:00',
    // Half past two, and half past two again an hour later; a visit that goes over midnight; the hours around them.
    nights: [
      '24T23:59:40+02:00',
      '25T01:30:00+02:00',
      '25T02:30:00+02:00',
      '25T02:30:00+01:00',
      '25T03:30:00+01:00'
    ].map((at) => `2026-10-${at}`),
    day: '2026-10-25',
    counted: { 1: 1, 2: 2, 3: 1 }
  },
  {
    name: 'spring, when an hour is left out',
    start: '2027-03-14T00:00:00+01:00',
    nights: ['27T23:59:40+01:00', '28T01:30:00+01:00', '28T03:00:10+02:00', '28T03:30:00+02:00'].map(
      (at) => `2027-03-${at}`
    ),
    day: '2027-03-28',
    counted: { 1: 1, 3: 2 }
  }
] as const;

/** One visitor from the first touch to the loop. */
async function visit(kiosk: Held, { room, isLeaving }: { room: Room; isLeaving: boolean }): Promise<void> {
  const { page } = kiosk;
  await page.mouse.click(landscape.width / 2, landscape.height / 3);
  expect(await kiosk.look()).toMatchObject({ phase: 'active', isDark: false });
  // What wakes the loop presses nothing for a moment.
  await kiosk.pass(700);
  await enter(page, room);
  if (room === 'opinion') await page.locator('.options .key').first().click();
  if (room === 'tour') await page.locator('.tour .controls .key').last().click();
  if (isLeaving) {
    await page.locator('[data-leave]').click();
  } else {
    await kiosk.pass((settings.idleSeconds + settings.warningSeconds - 1) * second);
    expect(await kiosk.look()).toMatchObject({ phase: 'warning' });
    await kiosk.pass(1.4 * second);
  }
  await expect(page.locator('[data-phase="attract"]')).toBeVisible();
}

/** What the page holds in the loop, when its first picture stands still. */
async function holdsOf(kiosk: Held, session: CDPSession, visits: number) {
  await kiosk.pass(5 * second);
  const { heap, nodes, listeners } = await readHeld(session, visits);
  return { heap, nodes, listeners };
}

for (const month of months) {
  test(`thirty days in ${month.name}: every visit is counted once, where it was, and leaves nothing`, async ({
    page
  }) => {
    await setUp(page, settings);
    const start = Date.parse(month.start);
    await page.clock.install({ time: start });
    await openKiosk(page);
    await holdTime(page);
    const kiosk = new Held(page, await page.evaluate(() => Date.now()));
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const before = await traces(page);

    const times = Array.from({ length: 30 }, (_, date) => [8.5 + (date % 5) / 4, 14.2 + (date % 7) / 2])
      .flatMap((hours, date) => hours.map((each) => start + date * day + each * hour))
      .concat(month.nights.map((at) => Date.parse(at)))
      .sort((a, b) => a - b);
    const days: Record<string, number[]> = {};
    const stops: Record<string, number> = {};
    const endings = { left: 0, idle: 0 };
    let held = null;
    for (const [place, at] of times.entries()) {
      await kiosk.sleepUntil(at);
      const { date, hour, clock } = wallOf(kiosk.now);
      expect(await kiosk.look(), clock).toEqual({
        phase: 'attract',
        isDark: clock >= '18:15' || clock < '08:45',
        now: kiosk.now
      });
      const [room, isLeaving] = [rooms[place % rooms.length]!, place % 3 === 0];
      await visit(kiosk, { room, isLeaving });
      (days[date] ??= Array<number>(24).fill(0))[hour]! += 1;
      stops[room] = (stops[room] ?? 0) + 1;
      endings[isLeaving ? 'left' : 'idle'] += 1;
      if (place === settled) held = await holdsOf(kiosk, session, place);
    }
    const after = await holdsOf(kiosk, session, times.length);
    const counts = await page.evaluate(() => JSON.parse(localStorage.getItem('two-steps-kiosk-counts')!));
    expect(counts).toMatchObject({ days, stops, endings, errors: [] });
    expect(Object.keys(days)).toHaveLength(30);
    // The night by its own figures, whatever this test makes of the clock.
    const night = Object.entries<number>(counts.days[month.day]).filter(([at, count]) => Number(at) < 5 && count > 0);
    expect(Object.fromEntries(night)).toEqual(month.counted);
    expect(Object.values<Record<string, number>>(counts.opinions).map((each) => Object.values(each))).toEqual([
      [stops.opinion]
    ]);
    expect({ ...(await traces(page)), text: '' }).toEqual({ ...before, text: '' });
    for (const what of ['heap', 'nodes', 'listeners'] as const)
      expect(after[what] / held![what], what).toBeLessThanOrEqual(most[what]);
  });
}
