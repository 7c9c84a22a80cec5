import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneIds } from '../model/lane.ts';
import { layoutOverview } from './overview.ts';
import { bounds, DAY, events, viewports } from './timeline.fixture.ts';

describe('layoutOverview', () => {
  it('draws every event of the whole once, in its lane, within the picture', () => {
    fc.assert(
      fc.property(events(), (all) => {
        const seen = all.filter(({ start }) => start <= bounds.to);
        const { lanes } = layoutOverview(all, [], laneIds, bounds);
        for (const { id, dots, bars } of lanes) {
          const ids = [...dots, ...bars].map((mark) => mark.id);
          expect(ids.sort()).toEqual(
            seen
              .filter(({ lane }) => lane === id)
              .map((event) => event.id)
              .sort()
          );
        }
      })
    );
  });

  it('keeps every mark within its picture, whatever the stretch', () => {
    fc.assert(
      fc.property(events(), viewports, (all, viewport) => {
        for (const { dots, bars } of layoutOverview(all, [], laneIds, viewport).lanes) {
          for (const { x } of dots) expect(x >= 0 && x <= 1).toBe(true);
          for (const { x, width } of bars) expect(x >= 0 && width >= 0 && x + width <= 1 + 1e-9).toBe(true);
        }
      })
    );
  });

  it('tells the major events, and has only the marked days of its stretch', () => {
    const start = bounds.from + 100 * DAY;
    const event = {
      id: 'a',
      label: 'A',
      lane: 'un',
      start,
      end: start + DAY,
      extent: 'within',
      isVague: false
    } as const;
    const overview = layoutOverview(
      [
        { ...event, significance: 3 },
        { ...event, id: 'b', significance: 1 }
      ],
      [
        { time: start, label: 'Inside', event: 'a' },
        { time: bounds.to + DAY, label: 'Outside', event: 'b' }
      ],
      ['un'],
      bounds
    );
    expect(overview.lanes[0]!.dots.map(({ id, isMajor }) => [id, isMajor])).toEqual([
      ['a', true],
      ['b', false]
    ]);
    expect(overview.beams.map(({ label }) => label)).toEqual(['Inside']);
  });
});
