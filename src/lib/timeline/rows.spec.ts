import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneIds } from '../model/lane.ts';
import { allotRows } from './rows.ts';
import { events } from './timeline.fixture.ts';
import type { TimelineEvent } from './timeline-event.ts';
import type { LaneId } from '../model/lane.ts';

const sizeIn = (all: readonly TimelineEvent[]) => (id: LaneId) => all.filter(({ lane }) => lane === id).length;

describe('allotRows', () => {
  it('gives out all the rows, to no lane fewer than the least', () => {
    fc.assert(
      fc.property(events(), fc.integer({ min: 10, max: 40 }), (all, total) => {
        const rows = Object.values(allotRows(sizeIn(all), laneIds, total));
        expect(rows.reduce((a, b) => a + b)).toBe(total);
        expect(Math.min(...rows)).toBeGreaterThanOrEqual(2);
      })
    );
  });

  it('gives no fewer to the lane that has more events', () => {
    fc.assert(
      fc.property(events(), fc.integer({ min: 10, max: 40 }), (all, total) => {
        const rows = allotRows(sizeIn(all), laneIds, total);
        const sizes = laneIds.map((id) => [all.filter(({ lane }) => lane === id).length, rows[id]] as const);
        for (const [count, own] of sizes) {
          for (const [other, theirs] of sizes) if (count > other) expect(own).toBeGreaterThanOrEqual(theirs);
        }
      })
    );
  });

  it('gives the least where there are not enough for all', () => {
    expect(allotRows(() => 0, ['un', 'europe'], 3)).toEqual({ un: 2, europe: 2 });
  });

  it('gives what folded lanes leave to the others', () => {
    const rows = allotRows(() => 9, ['un', 'europe', 'region'], 12, ['europe']);
    expect(rows).toEqual({ un: 6, europe: 0, region: 6 });
    expect(allotRows(() => 9, ['un'], 12, ['un'])).toEqual({ un: 0 });
  });
});
