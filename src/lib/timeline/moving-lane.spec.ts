import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexEvents } from './event-index.ts';
import { admit, goOnLane, keepLane } from './go-on.ts';
import { drawnOf, layoutAhead, layoutLane } from './lane-scene.ts';
import type { LaneScene, Mark, View } from './marks.ts';
import { layoutFrameAhead, layoutScene } from './scene.ts';
import type { TimelineEvent } from './timeline-event.ts';
import { boxOf, crossings, events, eventsAndView, idsOf, shares, tickFormat, views } from './timeline.fixture.ts';

/** By up to its width along, and by up to an octave nearer or farther. */
function moved(view: View, along: number, nearer: number): View {
  const { from, to } = view.viewport;
  const span = (to - from) * 2 ** (2 * nearer - 1);
  const start = from + (2 * along - 1) * (to - from);
  return { ...view, viewport: { from: start, to: start + span } };
}

const seen = (all: readonly TimelineEvent[], view: View, before: readonly LaneScene[]) => {
  const index = indexEvents(all);
  return view.lanes.map((id, at) => layoutLane(index, id, view, before[at]!.top, before[at]));
};
const layout = (all: readonly TimelineEvent[], view: View) => layoutScene(indexEvents(all), [], view, tickFormat);

const moves = fc.tuple(eventsAndView, shares, shares, fc.constantFrom(0, 0.25));

describe('a lane that was drawn already, after a hand has moved the view', () => {
  it('has nothing that lies across anything else', () => {
    fc.assert(
      fc.property(moves, ([[all, view], along, nearer, overscan]) => {
        const next = { ...moved(view, along, nearer), overscan };
        for (const { items } of seen(all, next, layout(all, view).lanes)) {
          expect(crossings(items.map((item) => boxOf(item, view.width)))).toEqual([]);
        }
      })
    );
  });

  it('draws or counts the same events as one that was not', () => {
    fc.assert(
      fc.property(moves, ([[all, view], along, nearer]) => {
        const next = moved(view, along, nearer);
        const own = { ...layout(all, next), lanes: seen(all, next, layout(all, view).lanes) };
        const index = indexEvents(all);
        expect(idsOf(own, index).sort()).toEqual(idsOf(layout(all, next), index).sort());
      })
    );
  });

  it('leaves the weightiest where they were, while they are in view', () => {
    const points = events().map((all) =>
      all.map((one) => ({ ...one, extent: 'point' as const, end: one.start, significance: 3 as const }))
    );
    const panned = points.chain((all) => fc.tuple(fc.constant(all), views([]), shares));
    fc.assert(
      fc.property(panned, ([all, view, along]) => {
        const next = { ...moved(view, along, 0.5), overscan: 0.25 };
        const before = layout(all, view).lanes;
        seen(all, next, before).forEach((lane, at) => {
          const known = new Map(before[at]!.items.map((item) => [item.id, item]));
          const { from, to } = next.viewport;
          const wide = (to - from) * 0.25;
          const stays = before[at]!.items.filter(({ start }) => start >= from - wide && start <= to + wide);
          const drawn = new Map(lane.items.map((item) => [item.id, item]));
          for (const { id, type } of stays) {
            if (type !== 'mark') continue;
            expect(drawn.get(id)).toMatchObject({
              top: known.get(id)!.top,
              labelShift: expect.closeTo((known.get(id) as { labelShift: number }).labelShift, 6)
            });
          }
        });
      })
    );
  });

  it('takes marks of other events for nothing', () => {
    fc.assert(
      fc.property(eventsAndView, events(), ([all, view], others) => {
        const before = layout(
          others.map((one) => ({ ...one, id: `other-${one.id}` })),
          view
        ).lanes;
        expect(seen(all, view, before).map(({ items }) => items)).toEqual(
          layout(all, view).lanes.map(({ items }) => items)
        );
      })
    );
  });

  it('fits its words into a view that rests', () => {
    fc.assert(
      fc.property(moves, ([[all, view], along, nearer]) => {
        const next = moved(view, along, nearer);
        for (const { items } of seen(all, next, layout(all, view).lanes)) {
          for (const item of items) {
            if (item.type !== 'mark') continue;
            const start = item.x * view.width + item.labelShift;
            expect(start).toBeGreaterThan(-0.01);
            expect(start + item.labelWidth).toBeLessThan(view.width + 0.01);
          }
        }
      })
    );
  });
});

describe('what waits beyond the edges', () => {
  it('is out of sight, lies across nothing, and changes nothing that is seen', () => {
    fc.assert(
      fc.property(eventsAndView, ([all, view]) => {
        const index = indexEvents(all);
        for (const lane of layout(all, view).lanes) {
          const ready = layoutAhead(index, lane, { ...view, overscan: 0.35 });
          expect({ ...ready, ahead: [] }).toEqual(lane);
          const shown = new Map(lane.items.map((item) => [item.id, item]));
          for (const mark of ready.ahead) {
            const { left, right } = boxOf(mark, view.width);
            const own = shown.get(mark.id);
            // What is seen of a bar that goes on is what was seen before.
            if (own?.type === 'mark') {
              const bar = ({ x, barWidth }: Mark) => [Math.max(x, 0), Math.min(x + barWidth, 1)];
              bar(mark).forEach((end, at) => expect(end).toBeCloseTo(bar(own)[at]!, 6));
              expect(mark.x * view.width + mark.labelShift).toBeCloseTo(own.x * view.width + own.labelShift, 6);
              expect(left < 0 || right > view.width - 0.01).toBe(true);
            } else expect(left >= view.width - 0.01 || right <= 0.01).toBe(true);
          }
          expect(crossings(drawnOf(ready).map((item) => boxOf(item, view.width)))).toEqual([]);
          expect(new Set(drawnOf(ready).map(({ id }) => id)).size).toBe(drawnOf(ready).length);
        }
      })
    );
  });

  it('is there, where there is something', () => {
    const [day, start] = [86_400_000, Date.UTC(1990, 10, 1)];
    const all = [-5, 10, 35].map((at) => ({
      id: `day-${at}`,
      label: 'A day',
      lane: 'un' as const,
      start: start + at * day,
      end: start + at * day,
      extent: 'point' as const,
      significance: 2 as const,
      isVague: false
    }));
    const view: View = {
      viewport: { from: start, to: start + 30 * day },
      width: 900,
      rows: { un: 2, superpowers: 2, europe: 2, region: 2, military: 2 },
      laneHead: 0,
      lanes: ['un'],
      chosen: null
    };
    const [lane] = layout(all, view).lanes;
    const ready = layoutAhead(indexEvents(all), lane!, { ...view, overscan: 0.35 });
    expect(ready.items.map(({ id }) => id)).toEqual(['day-10']);
    expect(drawnOf(ready).map(({ id }) => id)).toEqual(['day--5', 'day-10', 'day-35']);
  });
});

describe('counts, while the view is zoomed', () => {
  it('stand as they were, as far as they have room', () => {
    fc.assert(
      fc.property(moves, ([[all, view], along, nearer, overscan]) => {
        const next = { ...moved(view, along, nearer), overscan };
        const before = layout(all, view).lanes;
        seen(all, next, before).forEach((lane, at) => {
          const counts = goOnLane(lane, before[at]!, view.width).items.filter(({ type }) => type === 'count');
          if (nearer === 0.5) return;
          const known = before[at]!.items.filter(({ type }) => type === 'count');
          for (const count of counts) expect(known).toContain(count);
          const { from, to } = next.viewport;
          const { from: first, to: last } = view.viewport;
          const move = (x: number) => (first + x * (last - first) - from) / (to - from);
          expect(crossings(counts.map((count) => boxOf({ ...count, x: move(count.x) }, view.width)))).toEqual([]);
        });
      })
    );
  });
});

describe('what is admitted to a frame', () => {
  it('is all that was drawn, and of what is new the weightiest, until nothing waits', () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 1, max: 4 }), ([[all, view], along, nearer], most) => {
        const before = layout(all, view).lanes;
        seen(all, moved(view, along, nearer), before).forEach((laid, at) => {
          let drawn = before[at]!;
          for (let frame = 0; frame <= laid.items.length / most; frame += 1) {
            const known = new Set(drawn.items.map(({ id }) => id));
            const next = admit(laid, drawn, most);
            const come = next.items.filter(({ id }) => !known.has(id));
            const wait = laid.items.filter((item) => !next.items.includes(item));
            const weights = (items: LaneScene['items']) =>
              items.map((item) => (item.type === 'mark' ? item.significance : 0));
            expect(come.length).toBeLessThanOrEqual(most);
            expect(wait.filter(({ id }) => known.has(id))).toEqual([]);
            if (wait.length > 0) expect(Math.min(...weights(come))).toBeGreaterThanOrEqual(Math.max(...weights(wait)));
            drawn = next;
          }
          expect(drawn).toBe(laid);
        });
      })
    );
  });
});

describe('ticks beyond the edges', () => {
  it('come to those that are seen, and change none of them', () => {
    fc.assert(
      fc.property(eventsAndView, ([all, view]) => {
        const { frame } = layout(all, view);
        const { axis } = layoutFrameAhead(frame, [], { ...view, overscan: 0.35 }, tickFormat);
        const isNear = ({ x }: { x: number }) => x >= -0.04 && x <= 1.04;
        expect(axis.minor.filter(isNear)).toEqual(frame.axis.minor);
        expect(axis.major.filter(isNear)).toEqual(frame.axis.major);
        expect(axis.minor.length).toBeGreaterThanOrEqual(frame.axis.minor.length);
        for (const row of [axis.minor, axis.major]) {
          expect(row.map(({ time }) => time)).toEqual([...row].map(({ time }) => time).sort((a, b) => a - b));
        }
      })
    );
  });
});

describe('a lane in which another event is chosen', () => {
  it('is the very same, but for those that have it or had it', () => {
    fc.assert(
      fc.property(eventsAndView, ([all, view]) => {
        const index = indexEvents(all);
        const free = { ...view, chosen: null };
        const lanes = layout(all, free).lanes.map((lane) => layoutAhead(index, lane, { ...free, overscan: 0.35 }));
        const shown = lanes.map((lane) => ({ ...lane, ahead: [] }));
        const again = seen(all, view, shown).map((lane, at) =>
          keepLane(goOnLane(lane, shown[at]!, view.width), lanes[at]!)
        );
        again.forEach((lane, at) => {
          const isOwn = view.chosen !== null && index.find(view.chosen)!.event.lane === lane.id;
          if (!isOwn) return expect(lane).toBe(lanes[at]);
          const drawn = lane.items.find(({ id }) => id === view.chosen);
          if (drawn) expect(drawn).toMatchObject({ isChosen: true });
          expect(new Set(drawnOf(lane).map(({ id }) => id)).size).toBe(drawnOf(lane).length);
          expect(crossings(lane.items.map((item) => boxOf(item, view.width)))).toEqual([]);
        });
      })
    );
  });
});
