import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countVisit, noCounts, sum, visitsOf, type Counts } from './counts.ts';
import { dayHourOf, type DayHour } from './day-hour.ts';
import { atRest, stayOf, step, type Session, type Signal } from './session.ts';
import { isQuiet, standard } from './settings.ts';

const [second, hour, day] = [1000, 3_600_000, 24 * 3_600_000];
const times = { idle: standard.idleSeconds * second, warning: standard.warningSeconds * second };

/** The same visits on every machine. */
function chances(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** A kiosk with its two clocks: one that only goes forward, and one on the wall that may be set. */
class Simulated {
  session: Session = atRest;
  counts: Counts = noCounts;
  now = 0;
  began: DayHour | null = null;
  /** How long each visit that ended by itself went on after its last sign. */
  readonly lingered: number[] = [];
  wall: number;

  constructor(start: number) {
    this.wall = start;
  }

  send(type: Signal['type']): void {
    const next = step(this.session, { type, at: this.now }, times);
    if (this.session.phase === 'attract' && next.phase === 'active') this.began = dayHourOf(new Date(this.wall));
    if (this.session.phase !== 'reset' && next.phase === 'reset') {
      if (next.ending === 'idle') this.lingered.push(this.now - next.lastSign);
      this.counts = countVisit(this.counts, {
        began: this.began!,
        stay: stayOf(next),
        station: 'home',
        ending: next.ending!
      });
    }
    this.session = next.phase === 'reset' ? step(next, { type: 'cleared', at: this.now }, times) : next;
  }

  /** Lets time go by, with the tick of each second. */
  pass(ms: number): void {
    for (let left = ms; left > 0; left -= second) {
      this.now += second;
      this.wall += second;
      // Where nobody is there a tick changes nothing: the loop is walked quickly.
      if (this.session.phase !== 'attract') this.send('tick');
    }
  }
}

const zone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'Europe/Paris';
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('thirty days at one screen', () => {
  it.each([
    ['in autumn, when the clock goes back', '2026-10-10T00:00:00+02:00', '2026-10-25', 25],
    ['in spring, when the clock goes on', '2026-03-10T00:00:00+01:00', '2026-03-29', 23]
  ])('%s: every visit is counted once and cleared in time', (_, start, night, hoursOfNight) => {
    const chance = chances(678);
    const kiosk = new Simulated(Date.parse(start));
    let visits = 0;
    while (kiosk.now < 30 * day) {
      kiosk.pass(Math.ceil(chance() * 3600) * second);
      kiosk.send('sign');
      visits += 1;
      for (let touches = Math.floor(chance() * 12); touches > 0; touches -= 1) {
        kiosk.pass(Math.ceil(chance() * 60) * second);
        kiosk.send('sign');
      }
      if (chance() < 0.2) kiosk.send('leave');
      else kiosk.pass(times.idle + times.warning);
      expect(kiosk.session).toBe(atRest);
    }
    expect(visits).toBeGreaterThan(700);
    expect(visitsOf(kiosk.counts)).toBe(visits);
    expect(new Set(kiosk.lingered)).toEqual(new Set([times.idle + times.warning]));
    expect(Object.keys(kiosk.counts.days).length).toBeGreaterThanOrEqual(30);

    // The night is as long as it was, and its hours are those on the wall.
    const from = Date.parse(`${night}T00:00`);
    const until = new Date(from);
    until.setDate(until.getDate() + 1);
    expect((until.getTime() - from) / hour).toBe(hoursOfNight);
    expect(kiosk.counts.days[night]).toHaveLength(24);
    if (hoursOfNight === 23) expect(kiosk.counts.days[night]![2]).toBe(0);
    expect(sum(kiosk.counts.days[night]!)).toBeGreaterThan(15);
  });

  it('a visit goes over midnight, and counts for the day on which it began', () => {
    const kiosk = new Simulated(Date.parse('2026-11-18T23:59:30+01:00'));
    kiosk.send('sign');
    kiosk.pass(60 * second);
    kiosk.send('sign');
    kiosk.pass(times.idle + times.warning);
    expect(kiosk.counts.days).toEqual({ '2026-11-18': [...Array<number>(23).fill(0), 1] });
  });

  it('a clock that is set, by an hour or by a year, neither ends a visit nor keeps one', () => {
    const kiosk = new Simulated(Date.parse('2026-11-18T12:00+01:00'));
    kiosk.send('sign');
    for (const jump of [hour, -hour, 365 * day, -2 * 365 * day]) {
      kiosk.wall += jump;
      kiosk.pass(60 * second);
      kiosk.send('sign');
      expect(kiosk.session.phase).toBe('active');
    }
    kiosk.wall -= day;
    kiosk.pass(times.idle + times.warning);
    expect(kiosk.session.phase).toBe('attract');
    expect(visitsOf(kiosk.counts)).toBe(1);
  });

  it('quiet hours follow the wall through the night on which an hour comes twice', () => {
    const quietHours = [{ from: '02:30', to: '09:00' }];
    const quietAt = (iso: string) => isQuiet({ quietHours }, dayHourOf(new Date(iso)).minutes);
    expect(
      ['2026-10-25T02:29+02:00', '2026-10-25T02:30+02:00', '2026-10-25T02:15+01:00', '2026-10-25T02:30+01:00'].map(
        quietAt
      )
    ).toEqual([false, true, false, true]);
  });
});
