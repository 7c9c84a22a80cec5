import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexEvents } from './event-index.ts';
import { goOnFrame, goOnLane, reaches } from './go-on.ts';
import type { Count, Mark, View } from './marks.ts';
import { layoutScene } from './scene.ts';
import { eventsAndView, shares, tickFormat } from './timeline.fixture.ts';
import { spanOf, type Viewport } from './viewport.ts';

/** The view as it was, and as it is after a hand has moved it by up to its width and zoomed by up to an octave. */
const moves = fc.tuple(eventsAndView, shares, shares).map(([[all, before], along, nearer]) => {
  const { from, to } = before.viewport;
  const span = (to - from) * 2 ** (2 * nearer - 1);
  const start = from + (2 * along - 1) * (to - from);
  const after: View = { ...before, viewport: { from: start, to: start + span }, overscan: 0.125 };
  return { all, before: { ...before, overscan: 0.125 }, after };
});

const timeAt = (scale: Viewport, x: number) => scale.from + x * spanOf(scale);
const layout = (all: Parameters<typeof indexEvents>[0], view: View) =>
  layoutScene(indexEvents(all), [], view, tickFormat);

describe('a lane that goes on from the one before', () => {
  it('has the same marks, at the same instants, and where it is not zoomed the same counts', () => {
    fc.assert(
      fc.property(moves, ({ all, before, after }) => {
        const [old, laid] = [layout(all, before), layout(all, after)];
        laid.lanes.forEach((lane, at) => {
          const gone = goOnLane(lane, old.lanes[at]!, before.width);
          expect(gone.scale).toBe(before.viewport);
          expect(gone.viewport).toBe(after.viewport);
          const isKept = ({ type }: Mark | Count) =>
            type === 'mark' || spanOf(after.viewport) === spanOf(before.viewport);
          const [kept, wanted] = [gone.items.filter(isKept), lane.items.filter(isKept)];
          expect(kept.map(({ id, top }) => [id, top])).toEqual(wanted.map(({ id, top }) => [id, top]));
          const hair = spanOf(after.viewport) / 10_000;
          kept.forEach((item, place) => {
            const own = wanted[place]!;
            expect(Math.abs(timeAt(gone.scale, item.x) - timeAt(lane.scale, own.x))).toBeLessThan(hair);
            if (item.type !== 'mark' || own.type !== 'mark') return;
            const length = item.barWidth * spanOf(gone.scale) - own.barWidth * spanOf(lane.scale);
            expect(Math.abs(length)).toBeLessThan(hair);
          });
        });
      })
    );
  });

  it('keeps what is drawn as it was: the very same objects, so that nothing draws it again', () => {
    fc.assert(
      fc.property(eventsAndView, ([all, view]) => {
        const { lanes } = layout(all, view);
        const again = layout(all, view).lanes.map((lane, at) => goOnLane(lane, lanes[at]!, view.width));
        again.forEach((lane, at) => lane.items.forEach((item, place) => expect(item).toBe(lanes[at]!.items[place])));
      })
    );
  });

  it('takes a chosen mark anew', () => {
    const start = Date.UTC(1990, 10, 19);
    const event = {
      id: 'paris',
      label: 'Paris',
      lane: 'un' as const,
      start,
      end: start,
      extent: 'point' as const,
      significance: 3 as const,
      isVague: false
    };
    const view: View = {
      viewport: { from: Date.UTC(1990, 10, 1), to: Date.UTC(1990, 11, 1) },
      width: 900,
      rows: { un: 2, superpowers: 2, europe: 2, region: 2, military: 2 },
      laneHead: 0,
      lanes: ['un'],
      chosen: null
    };
    const [old] = layout([event], view).lanes;
    const [laid] = layout([event], { ...view, chosen: 'paris' }).lanes;
    expect(goOnLane(laid!, old!, view.width).items[0]).toMatchObject({ id: 'paris', isChosen: true });
  });
});

describe('an axis that goes on', () => {
  it('has every tick at its instant', () => {
    fc.assert(
      fc.property(moves, ({ all, before, after }) => {
        const [old, laid] = [layout(all, before).frame, layout(all, after).frame];
        const { axis, scale } = goOnFrame(laid, old);
        expect(axis.minor.map(({ time, label }) => [time, label])).toEqual(
          laid.axis.minor.map(({ time, label }) => [time, label])
        );
        const hair = spanOf(after.viewport) / 10_000;
        for (const { time, x } of axis.minor) expect(Math.abs(timeAt(scale, x) - time)).toBeLessThan(hair);
      })
    );
  });
});

describe('reaches', () => {
  const scale = { from: 0, to: 100 };
  it('ends where shares would no longer be exact', () => {
    expect(reaches(scale, { from: 90, to: 190 })).toBe(true);
    expect(reaches(scale, { from: 500, to: 600 })).toBe(false);
    expect(reaches(scale, { from: 40, to: 80 })).toBe(true);
    expect(reaches(scale, { from: 40, to: 60 })).toBe(false);
    expect(reaches(scale, { from: -300, to: 300 })).toBe(false);
  });
});
