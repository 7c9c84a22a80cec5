import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneIds } from '../model/lane.ts';
import {
  buildIndex,
  countLasting,
  countTouching,
  indexEvents,
  lasting,
  startingIn,
  toColumns,
  weightiestLasting,
  weightiestOf
} from './event-index.ts';
import { events, viewports } from './timeline.fixture.ts';
import { touches, type TimelineEvent } from './timeline-event.ts';

const inTime = (a: TimelineEvent, b: TimelineEvent) => a.start - b.start || (a.id < b.id ? -1 : 1);
const byWeight = (a: TimelineEvent, b: TimelineEvent) => b.significance - a.significance || inTime(a, b);
const ids = (all: readonly TimelineEvent[]) => all.map(({ id }) => id);
const lanesAndView = fc.tuple(events(120), viewports).map(([all, viewport]) => ({
  viewport,
  lanes: laneIds.map((id) => ({
    lane: indexEvents(all).lane(id),
    own: all.filter((event) => event.lane === id).sort(inTime)
  }))
}));

describe('the index', () => {
  it('has every event once, in its lane and in order of time', () => {
    fc.assert(
      fc.property(events(120), (all) => {
        const index = indexEvents(all);
        expect(index.size).toBe(all.length);
        const found = laneIds.flatMap((id) => {
          const lane = index.lane(id);
          return Array.from({ length: lane.size }, (_, place) => lane.at(place));
        });
        expect(ids(found)).toEqual(laneIds.flatMap((id) => ids(all.filter(({ lane }) => lane === id).sort(inTime))));
        for (const event of all) {
          const { place } = index.find(event.id)!;
          expect(index.lane(event.lane).at(place)).toBe(event);
        }
        expect(index.find('none')).toBeNull();
      })
    );
  });

  it('answers what a plain search through all events answers', () => {
    fc.assert(
      fc.property(lanesAndView, fc.integer({ min: 1, max: 9 }), ({ lanes, viewport }, most) => {
        const { from, to } = viewport;
        for (const { lane, own } of lanes) {
          const starting = own.filter(({ start }) => start >= from && start <= to);
          const longer = own.filter((event) => event.start < from && touches(event, viewport));
          const places = startingIn(lane, viewport);
          const at = (found: Iterable<number>) => ids([...found].map((place) => lane.at(place)));

          expect(places.end - places.first).toBe(starting.length);
          expect(countLasting(lane, from)).toBe(longer.length);
          expect(countTouching(lane, viewport)).toBe(own.filter((event) => touches(event, viewport)).length);
          expect(at(lasting(lane, places.first, from))).toEqual(ids(longer));
          expect(at(weightiestOf(lane, places, most))).toEqual(ids(starting.sort(byWeight).slice(0, most)));
          expect(at(weightiestLasting(lane, places.first, from, most))).toEqual(
            ids(longer.sort(byWeight).slice(0, most))
          );
        }
      })
    );
  });

  it('looks at few of many events', () => {
    /** How often the columns of a lane are read for one question about a thousandth of them. */
    const readsOf = (size: number): number => {
      const many: TimelineEvent[] = Array.from({ length: size }, (_, number) => ({
        id: `event-${number}`,
        label: 'One of many',
        lane: 'un',
        start: number * 1000,
        end: number * 1000 + (number % 50 === 0 ? 90_000 : 1),
        extent: number % 50 === 0 ? 'range' : 'point',
        significance: number % 97 === 0 ? 3 : 1,
        isVague: false
      }));
      const lane = buildIndex(toColumns(many)).lane('un');
      let reads = 0;
      const counted = <A extends object>(column: A): A =>
        new Proxy(column, {
          get: (target, key) => {
            if (key === 'length') return Reflect.get(target, key) as unknown;
            reads += 1;
            return Reflect.get(target, key) as unknown;
          }
        });
      const watched = {
        ...lane,
        starts: counted(lane.starts),
        sortedEnds: counted(lane.sortedEnds),
        latestEnd: counted(lane.latestEnd),
        weightiest: counted(lane.weightiest),
        weights: counted(lane.weights)
      };
      const from = size * 500;
      const places = startingIn(watched, { from, to: from + 100_000 });
      countTouching(watched, { from, to: from + 100_000 });
      expect(weightiestOf(watched, places, 8)).toHaveLength(8);
      weightiestLasting(watched, places.first, from, 8);
      return reads;
    };
    const [few, many] = [readsOf(1000), readsOf(64_000)];
    // Sixty-four times as many events are six more steps of each search.
    expect(many).toBeLessThan(few * 2.5);
  });
});
