import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelWidth } from './label-width.ts';
import { indexEvents } from './event-index.ts';
import { heldBy } from './lane-scene.ts';
import { metrics, type View } from './marks.ts';
import { layoutScene, sizeOf, type TimelineBeam } from './scene.ts';
import { touches, type TimelineEvent } from './timeline-event.ts';
import {
  boxOf,
  bounds,
  crossings,
  DAY,
  events,
  eventsAndView,
  HOUR,
  idsOf,
  itemsOf,
  tickFormat,
  viewports,
  views
} from './timeline.fixture.ts';

const beams: TimelineBeam[] = [
  { time: Date.UTC(1990, 10, 19, 12), label: 'Paris, 19 November', event: 'event-0' },
  { time: Date.UTC(1990, 10, 20, 12), label: 'The morning after the treaty', event: 'event-1' },
  { time: Date.UTC(1991, 0, 15, 12), label: 'Deadline, 15 January', event: 'event-2' }
];
const layout = (all: readonly TimelineEvent[], view: View) => layoutScene(indexEvents(all), beams, view, tickFormat);

/** One event of which only what is named matters. */
const event = (own: Partial<TimelineEvent> & { id: string }): TimelineEvent => ({
  label: 'A label',
  lane: 'un',
  start: Date.UTC(1990, 10, 19),
  end: Date.UTC(1990, 10, 20),
  extent: 'within',
  significance: 2,
  isVague: false,
  ...own
});
const view = (own: Partial<View> = {}): View => ({
  viewport: { from: Date.UTC(1990, 10, 1), to: Date.UTC(1990, 11, 1) },
  width: 900,
  rows: { un: 2, superpowers: 2, europe: 2, region: 2, military: 2 },
  laneHead: 0,
  lanes: ['un', 'superpowers', 'europe', 'region', 'military'],
  chosen: null,
  ...own
});

describe('every scene', () => {
  it('has nothing that lies across anything else of its lane', () => {
    fc.assert(
      fc.property(eventsAndView, ([all, seen]) => {
        for (const { items } of layout(all, seen).lanes) {
          expect(crossings(items.map((item) => boxOf(item, seen.width)))).toEqual([]);
        }
      })
    );
  });

  it('draws or counts every event that touches the view, once, and no other', () => {
    const isSeen = ({ start, end }: TimelineEvent, { from, to }: View['viewport']) =>
      start === end ? start >= from && start <= to : start <= to && end > from;
    fc.assert(
      fc.property(eventsAndView, ([all, seen]) => {
        const scene = layout(all, seen);
        const expected = all.filter((one) => isSeen(one, seen.viewport)).map(({ id }) => id);
        expect(idsOf(scene, indexEvents(all)).sort()).toEqual(expected.sort());
        expect(sizeOf(scene)).toEqual({
          inView: expected.length,
          drawn: itemsOf(scene).filter(({ type }) => type === 'mark').length
        });
        for (const item of itemsOf(scene)) if (item.type === 'count') expect(item.size).toBeGreaterThan(0);
      })
    );
  });

  it('is the same for the same events, in whatever order they come', () => {
    fc.assert(
      fc.property(
        eventsAndView.chain(([all, seen]) =>
          fc.tuple(
            fc.constant(all),
            fc.constant(seen),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
          )
        ),
        ([all, seen, shuffled]) => {
          expect(layout(shuffled, seen)).toEqual(layout(all, seen));
        }
      )
    );
  });

  it('has the items of a lane in order of time', () => {
    fc.assert(
      fc.property(eventsAndView, ([all, seen]) => {
        for (const { items } of layout(all, seen).lanes) {
          const times = items.map(({ start }) => start);
          expect(times).toEqual([...times].sort((a, b) => a - b));
        }
      })
    );
  });

  it('draws the chosen event wherever it touches the view', () => {
    fc.assert(
      fc.property(eventsAndView, ([all, seen]) => {
        const chosen = all.find(({ id }) => id === seen.chosen);
        fc.pre(chosen !== undefined && touches(chosen, seen.viewport));
        const marks = itemsOf(layout(all, seen)).filter((item) => item.type === 'mark' && item.isChosen);
        expect(marks.map(({ id }) => id)).toEqual([seen.chosen]);
      })
    );
  });

  it('keeps labels, counts and pills within the width, and shows a good part of every label', () => {
    fc.assert(
      fc.property(eventsAndView, ([all, seen]) => {
        const scene = layout(all, seen);
        for (const item of itemsOf(scene)) {
          const x = item.x * seen.width;
          const [left, width] = item.type === 'count' ? [x, item.width] : [x + item.labelShift, item.labelWidth];
          expect(left).toBeGreaterThanOrEqual(-0.01);
          expect(left + width).toBeLessThanOrEqual(seen.width + 0.01);
          if (item.type === 'mark') {
            expect(width).toBeGreaterThanOrEqual(Math.min(labelWidth(item.label, metrics.fontSize), 120));
          }
        }
        for (const { x, labelShift, labelWidth: width } of scene.frame.beams) {
          expect(x * seen.width + labelShift).toBeGreaterThanOrEqual(-0.01);
          expect(x * seen.width + labelShift + width).toBeLessThanOrEqual(seen.width + 0.01);
        }
      })
    );
  });

  it('keeps what it draws within its lane, and lanes one under another', () => {
    fc.assert(
      fc.property(eventsAndView, ([all, seen]) => {
        const scene = layout(all, seen);
        let foot: number = metrics.axisHeight;
        for (const { top, height, items } of scene.lanes) {
          expect(top).toBe(foot);
          foot = top + height;
          for (const box of items.map((item) => boxOf(item, seen.width))) {
            expect(box.top).toBeGreaterThanOrEqual(seen.laneHead);
            expect(box.bottom).toBeLessThanOrEqual(height);
          }
        }
        expect(scene.height).toBeGreaterThan(foot);
      })
    );
  });

  it('keeps its height while the reader zooms and moves, but for the rows of pills', () => {
    const heightOfLanes = (all: readonly TimelineEvent[], seen: View) => {
      const scene = layout(all, seen);
      return scene.height - scene.frame.pillRows * metrics.pillHeight;
    };
    fc.assert(
      fc.property(eventsAndView, viewports, ([all, seen], viewport) => {
        expect(heightOfLanes(all, { ...seen, viewport })).toBe(heightOfLanes(all, seen));
      })
    );
  });

  it('leaves nothing out for the sake of something less significant: without the lesser ones the greater stand the same', () => {
    fc.assert(
      fc.property(eventsAndView, fc.constantFrom(2, 3), ([all, seen], least) => {
        const isKept = ({ id, significance }: { id: string; significance: number }) =>
          significance >= least || id === seen.chosen;
        const marks = (some: readonly TimelineEvent[]) =>
          itemsOf(layout(some, seen)).flatMap((item) =>
            item.type === 'mark' && isKept(item) ? [{ ...item, place: 0 }] : []
          );
        expect(marks(all)).toEqual(marks(all.filter(isKept)));
      })
    );
  });

  it('leaves nothing out where there is room: of few events that lie far apart, none is counted', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1 })
          .chain((months) =>
            fc.tuple(
              fc.constant(
                months.map((month) =>
                  event({ id: `event-${month}`, start: Date.UTC(1990, month, 5), end: Date.UTC(1990, month, 6) })
                )
              ),
              fc.integer({ min: 1600, max: 2000 })
            )
          ),
        ([all, width]) => {
          const scene = layout(
            all,
            view({ width, viewport: { from: Date.UTC(1990, 0, 1), to: Date.UTC(1991, 0, 1) } })
          );
          expect(sizeOf(scene).drawn).toBe(all.length);
        }
      )
    );
  });

  it('has nothing that comes from outside the view', () => {
    const placeless = (all: readonly TimelineEvent[], seen: View) =>
      itemsOf(layout(all, seen)).map((item) =>
        item.type === 'mark' ? { ...item, place: 0 } : { ...item, first: 0, last: 0 }
      );
    fc.assert(
      fc.property(eventsAndView, ([all, seen]) => {
        const touching = all.filter((one) => touches(one, seen.viewport));
        expect(placeless(touching, seen)).toEqual(placeless(all, seen));
      })
    );
  });

  it('has pills of marked days that do not lie across each other', () => {
    fc.assert(
      fc.property(events(3).chain(views), (seen) => {
        const boxes = layout([], seen).frame.beams.map(({ event: of, x, labelShift, labelWidth: width, row }) => ({
          of,
          left: x * seen.width + labelShift,
          right: x * seen.width + labelShift + width,
          top: row,
          bottom: row + 1
        }));
        expect(crossings(boxes)).toEqual([]);
      })
    );
  });
});

describe('a mark', () => {
  const markOf = (one: TimelineEvent, seen: View) => {
    const item = itemsOf(layout([one], seen))[0];
    if (item?.type !== 'mark') throw new Error('the event has no mark');
    return { ...item, px: item.x * seen.width };
  };

  it('is a dot at noon of its day while the day is narrow, and a hatched stretch once it is wide', () => {
    const far = markOf(event({ id: 'a' }), view());
    expect(far.shape).toBe('dot');
    expect(far.x).toBeCloseTo(18.5 / 30, 5);
    const near = markOf(
      event({ id: 'a' }),
      view({ viewport: { from: Date.UTC(1990, 10, 18), to: Date.UTC(1990, 10, 22) } })
    );
    expect(near.shape).toBe('extent');
    expect(near.barWidth).toBeCloseTo(1 / 4, 5);
  });

  it('stays a dot at its minute at any zoom', () => {
    const noon = Date.UTC(1990, 10, 19, 12, 25);
    for (const half of [2 * HOUR, 5 * DAY, 300 * DAY]) {
      const mark = markOf(
        event({ id: 'a', start: noon, end: noon, extent: 'point' }),
        view({ viewport: { from: noon - half, to: noon + half } })
      );
      expect(mark.shape).toBe('dot');
      expect(mark.x).toBeCloseTo(0.5, 5);
    }
  });

  it('has its label before it where there is no room after it', () => {
    const late = markOf(
      event({ id: 'a', start: Date.UTC(1990, 10, 29), end: Date.UTC(1990, 10, 30), label: 'Resolution 678 adopted' }),
      view()
    );
    expect(late.labelShift).toBeLessThan(0);
    expect(late.px + late.labelShift + late.labelWidth).toBeLessThan(late.px);
  });

  it('keeps its label beside it at the very edge, where half of the dot is out of the picture', () => {
    const at = Date.UTC(1990, 11, 1);
    const last = markOf(event({ id: 'a', start: at, end: at, extent: 'point', label: 'Resolution 678' }), view());
    expect(last.px).toBe(900);
    expect(last.labelWidth).toBeLessThan(120);
    expect(last.labelShift + last.labelWidth).toBeCloseTo(-13, 5);
  });

  it('has a label that is too long for either side cut on the wider one', () => {
    const label = 'A label that no phone is wide enough for';
    const seen = view({ width: 280 });
    const late = markOf(event({ id: 'a', label, start: Date.UTC(1990, 10, 28), end: Date.UTC(1990, 10, 29) }), seen);
    expect(late.px + late.labelShift).toBeCloseTo(0, 5);
    expect(late.labelWidth).toBeGreaterThan(200);
    const early = markOf(event({ id: 'a', label, start: Date.UTC(1990, 10, 2), end: Date.UTC(1990, 10, 3) }), seen);
    expect(early.px + early.labelShift + early.labelWidth).toBeCloseTo(280, 5);
    expect(early.labelWidth).toBeGreaterThan(200);
  });

  it('of what lasts keeps its label in view, and says at which edge it is cut', () => {
    const lasting = event({ id: 'a', start: Date.UTC(1990, 7, 2), end: Date.UTC(1991, 1, 28), extent: 'range' });
    const mark = markOf(lasting, view());
    expect(mark).toMatchObject({ shape: 'bar', x: 0, barWidth: 1, isCutBefore: true, isCutAfter: true });
    expect(mark.labelShift).toBeGreaterThanOrEqual(0);
    const whole = markOf(lasting, view({ viewport: bounds }));
    expect(whole).toMatchObject({ isCutBefore: false, isCutAfter: false });
  });

  it('of what lasted never has a label on its beginning that goes on beyond its end', () => {
    for (let begun = 1; begun < 30 * 24; begun += 1)
      for (const lasted of [1, 24, 60, 200]) {
        const start = Date.UTC(1990, 10, 1) + begun * HOUR;
        const one = event({ id: 'a', label: 'Mission to Baghdad', start, end: start + lasted * HOUR, extent: 'range' });
        const { barWidth, labelShift, labelWidth } = markOf(one, view());
        const isBefore = labelShift + labelWidth < 0;
        const isWithin = labelShift + labelWidth <= barWidth * 900;
        expect(isBefore || isWithin || labelShift > metrics.gap, `${begun} ${lasted}`).toBe(true);
      }
  });
});

describe('a count', () => {
  const crowd = Array.from({ length: 9 }, (_, index) =>
    event({ id: `event-${index}`, significance: index < 2 ? 3 : 1 })
  );

  it('holds what found no row, and zooms to the stretch in which it lies', () => {
    const [lane] = layout(crowd, view()).lanes;
    const count = lane!.items.find(({ type }) => type === 'count');
    expect(lane!.items.filter(({ type }) => type === 'mark')).toHaveLength(2);
    expect(count).toMatchObject({ from: Date.UTC(1990, 10, 19), to: Date.UTC(1990, 10, 20) });
    expect(count?.type === 'count' && count.size).toBe(7);
    const held = count?.type === 'count' ? heldBy(indexEvents(crowd), lane!, count) : [];
    expect(held.map(({ id }) => id)).toEqual(crowd.slice(2).map(({ id }) => id));
  });

  it('never holds the major events while minor ones are drawn', () => {
    const drawn = itemsOf(layout(crowd, view())).map(({ id }) => id);
    expect(drawn).toEqual(expect.arrayContaining(['event-0', 'event-1']));
  });
});
