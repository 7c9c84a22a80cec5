import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneIds } from '../model/lane.ts';
import { densityPath, layoutDensity } from './density.ts';
import type { TimelineEvent } from './timeline-event.ts';
import { bounds, DAY, events } from './timeline.fixture.ts';

const stretch = { from: Date.UTC(1990, 10, 1), to: Date.UTC(1990, 10, 11) };
const event = (day: number, own: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id: `event-${day}`,
  label: 'An event',
  lane: 'un',
  start: Date.UTC(1990, 10, day),
  end: Date.UTC(1990, 10, day) + DAY,
  extent: 'within',
  significance: 1,
  isVague: false,
  ...own
});

describe('density', () => {
  it('counts what happened in the part of its middle, and what lasted in every part that it touches', () => {
    const [un, europe] = layoutDensity(
      [
        event(2),
        event(2),
        event(2),
        event(2),
        event(4),
        event(6, { lane: 'europe', extent: 'range', end: Date.UTC(1990, 10, 8) })
      ],
      ['un', 'europe'],
      stretch,
      10
    );
    expect(un!.parts).toEqual([0, 1, 0, 0.5, 0, 0, 0, 0, 0, 0]);
    expect(europe!.parts).toEqual([0, 0, 0, 0, 0, 0.5, 0.5, 0, 0, 0]);
  });

  it('cuts off what reaches beyond the stretch, and passes over what lies outside it', () => {
    const [un] = layoutDensity(
      [
        event(1, { extent: 'range', start: Date.UTC(1990, 9, 1), end: Date.UTC(1990, 10, 3) }),
        event(20),
        event(1, { start: Date.UTC(1990, 8, 1), end: Date.UTC(1990, 8, 2) })
      ],
      ['un'],
      stretch,
      5
    );
    expect(un!.parts).toEqual([1, 0, 0, 0, 0]);
  });

  it('stays between nothing and the fullest part, whatever the events', () => {
    fc.assert(
      fc.property(events(), fc.integer({ min: 1, max: 200 }), (all, parts) => {
        const lanes = layoutDensity(all, laneIds, bounds, parts);
        const shares = lanes.flatMap((lane) => lane.parts);
        expect(shares).toHaveLength(laneIds.length * parts);
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
        const isSeen = ({ start, end, extent }: TimelineEvent) =>
          extent === 'range' ? start < bounds.to && end > bounds.from : start + end < 2 * bounds.to;
        expect(Math.max(...shares)).toBe(all.some(isSeen) ? 1 : 0);
      })
    );
  });

  it('is drawn as one path a lane, with nothing where nothing is', () => {
    expect(densityPath({ id: 'un', parts: [0, 1, 0.5, 0] })).toBe('M1 1v-1.000h1v1.000zM2 1v-0.500h1v0.500z');
    expect(densityPath({ id: 'un', parts: [0, 0] })).toBe('');
  });
});
