import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsToCsv } from './counts-csv.ts';
import {
  countError,
  countOpinion,
  countVisit,
  medianStay,
  noCounts,
  readCounts,
  stations,
  visitsOf,
  type Counts,
  type Visit
} from './counts.ts';
import type { Ending } from './session.ts';

const visit = (more: Partial<Visit> = {}): Visit => ({
  began: { day: '2026-10-25', hour: 14, minutes: 845 },
  stay: 61_000,
  station: 'document',
  ending: 'idle',
  ...more
});

describe('counts', () => {
  it('hold numbers and no visit', () => {
    const counts = countVisit(countVisit(noCounts, visit()), visit({ station: 'home', ending: 'left' }));
    expect(counts.days['2026-10-25']![14]).toBe(2);
    expect(counts.stops).toEqual({ document: 1, home: 1 });
    expect(counts.endings).toEqual({ idle: 1, left: 1 });
    expect(visitsOf(counts)).toBe(2);
  });

  it('find the stay of the visitor in the middle', () => {
    expect(medianStay(noCounts)).toBeNull();
    const counts = [3, 3, 62, 130, 99_999].reduce(
      (all, seconds) => countVisit(all, visit({ stay: seconds * 1000 })),
      noCounts as Counts
    );
    expect(medianStay(counts)).toBe(62_500);
  });

  it('keep 400 days one by one, and all visits', () => {
    let counts: Counts = noCounts;
    for (let day = 0; day < 450; day += 1) {
      const name = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
      counts = countVisit(counts, visit({ began: { day: name, hour: 9, minutes: 540 } }));
    }
    expect(Object.keys(counts.days)).toHaveLength(400);
    expect(Object.keys(counts.days)[0]).toBe('2026-02-20');
    expect([counts.before, visitsOf(counts)]).toEqual([50, 450]);
  });

  it('count an opinion once a visitor, though she changes it', () => {
    const first = countOpinion(noCounts, 'q', null, 'wait');
    expect(first.opinions).toEqual({ q: { wait: 1 } });
    expect(countOpinion(first, 'q', 'wait', 'act').opinions).toEqual({ q: { wait: 0, act: 1 } });
  });

  it('count what goes wrong by its message, the last of it first, and not without end', () => {
    let counts = countError(countError(noCounts, 'x is not a function', '2026-10-24'), 'y', '2026-10-25');
    counts = countError(counts, 'x is not a function', '2026-10-26');
    expect(counts.errors).toEqual([
      { message: 'x is not a function', count: 2, day: '2026-10-26' },
      { message: 'y', count: 1, day: '2026-10-25' }
    ]);
    for (let at = 0; at < 50; at += 1) counts = countError(counts, `${at}${'z'.repeat(500)}`, '2026-10-26');
    expect(counts.errors).toHaveLength(20);
    expect(counts.errors[0]!.message).toHaveLength(160);
  });

  it('are read again as they were written, and what is none is not taken for some', () => {
    const counts = countVisit(noCounts, visit());
    expect(readCounts(JSON.stringify(counts))).toEqual(counts);
    expect(readCounts(null)).toBe(noCounts);
    expect(['', '{"version":2}', 'null', '[]'].map(readCounts)).toEqual([null, null, null, null]);
  });

  it('are one table for a spreadsheet, without a formula in it', () => {
    const counts = countError(
      countOpinion(countVisit(noCounts, visit()), 'q', null, 'wait'),
      '=1+1, "x"',
      '2026-10-25'
    );
    expect(countsToCsv(counts, { location: '=Hall', version: '1' })).toBe(
      [
        'what,of,hour,count',
        "location,'=Hall,,",
        'version,1,,',
        'visits,all,,1',
        'visits,days no longer listed,,0',
        'median stay in seconds,all,,63',
        'visits,2026-10-25,14,1',
        'stopped at,home,,0',
        'stopped at,tour,,0',
        'stopped at,timeline,,0',
        'stopped at,document,,1',
        'stopped at,drafting,,0',
        'stopped at,opinion,,0',
        'ended,idle,,1',
        'opinion,q: wait,,1',
        'error,"2026-10-25 =1+1, ""x""",,1',
        ''
      ].join('\r\n')
    );
  });

  it('lose no visit, whenever it was', () => {
    const visits = fc.array(
      fc.record({
        began: fc.record({
          day: fc
            .integer({ min: 0, max: 900 })
            .map((day) => new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10)),
          hour: fc.integer({ min: 0, max: 23 }),
          minutes: fc.constant(0)
        }),
        stay: fc.integer({ min: 0, max: 10_000_000 }),
        station: fc.constantFrom(...stations),
        ending: fc.constantFrom<Ending>('idle', 'left', 'error')
      })
    );
    fc.assert(
      fc.property(visits, (all) => {
        const counts = all.reduce(countVisit, noCounts as Counts);
        expect(visitsOf(counts)).toBe(all.length);
        expect(counts.stays.reduce((total, count) => total + count, 0)).toBe(all.length);
      })
    );
  });
});
