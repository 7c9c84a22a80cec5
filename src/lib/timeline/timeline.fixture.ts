import fc from 'fast-check';
import { axisFormat } from '../i18n/axis-format.ts';
import { DAY, HOUR, MINUTE } from '../model/historical-date.ts';
import { laneIds } from '../model/lane.ts';
import { labelWidth } from './label-width.ts';
import type { EventIndex } from './event-index.ts';
import { heldBy } from './lane-scene.ts';
import { metrics, type Count, type Mark, type View } from './marks.ts';
import type { Scene } from './scene.ts';
import type { TickFormat } from './ticks.ts';
import type { TimelineEvent } from './timeline-event.ts';
import { shortestSpan, type Viewport } from './viewport.ts';

/** Four years, as the collection has. */
export const bounds: Viewport = { from: Date.UTC(1989, 0, 1), to: Date.UTC(1993, 0, 1) };

const words = {
  minor: {
    year: axisFormat({ year: 'numeric' }),
    month: axisFormat({ month: 'short' }),
    day: axisFormat({ day: 'numeric' }),
    hour: axisFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  },
  major: {
    year: axisFormat({ year: 'numeric' }),
    month: axisFormat({ month: 'long', year: 'numeric' }),
    day: axisFormat({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }),
    hour: axisFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  }
};

/** The axis in the words that the reader sees. */
export const tickFormat: TickFormat = (unit, time, row) => words[row][unit](time);

/** Evenly from 0 to 1, which a double of the library's is not: half of those are smaller than a millionth. */
export const shares: fc.Arbitrary<number> = fc.integer({ min: 0, max: 1_000_000 }).map((part) => part / 1_000_000);

/** From three hours to the whole; most of them far shorter than the whole. */
export const viewports: fc.Arbitrary<Viewport> = fc.tuple(shares, shares).map(([size, place]) => {
  const whole = bounds.to - bounds.from;
  const span = Math.round(shortestSpan * (whole / shortestSpan) ** size);
  const from = bounds.from + Math.round(place * (whole - span));
  return { from, to: from + span };
});

/** Starts crowd on a few days, so that rows fill up. */
const starts = fc.oneof(
  fc.integer({ min: 0, max: 5 }).map((day) => Date.UTC(1990, 10, 17) + day * DAY),
  fc.integer({ min: 0, max: 4 * 365 }).map((day) => bounds.from + day * DAY),
  fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => Date.UTC(1990, 10, 19) + minute * MINUTE)
);

const labels = fc.string({
  unit: fc.constantFrom(...'iillttaaeennoomWM  éüC–19'),
  minLength: 1,
  maxLength: 60
});

const event = fc
  .record({
    label: labels,
    lane: fc.constantFrom(...laneIds),
    start: starts,
    length: fc.oneof(
      fc.constant(DAY),
      fc.integer({ min: 1, max: 400 }).map((days) => days * DAY)
    ),
    extent: fc.constantFrom('range', 'point', 'within', 'within' as const),
    significance: fc.constantFrom(1, 2, 3 as const),
    isVague: fc.boolean()
  })
  .map(({ length, ...rest }) => ({ ...rest, end: rest.extent === 'point' ? rest.start : rest.start + length }));

export const events = (most = 60): fc.Arbitrary<TimelineEvent[]> =>
  fc
    .array(event as fc.Arbitrary<Omit<TimelineEvent, 'id'>>, { maxLength: most })
    .map((all) => all.map((own, index) => ({ ...own, id: `event-${index}` })));

/** A view in which one of the events, or none, is chosen. */
export const views = (all: readonly TimelineEvent[]): fc.Arbitrary<View> =>
  fc.record({
    viewport: viewports,
    width: fc.integer({ min: 280, max: 2000 }),
    rows: fc
      .array(fc.integer({ min: 1, max: 6 }), { minLength: laneIds.length, maxLength: laneIds.length })
      .map((counts) => Object.fromEntries(laneIds.map((id, index) => [id, counts[index]])) as View['rows']),
    laneHead: fc.constantFrom(0, 24),
    lanes: fc.constant(laneIds),
    chosen: all.length === 0 ? fc.constant(null) : fc.option(fc.constantFrom(...all.map(({ id }) => id)))
  });

export const eventsAndView = events().chain((all) => fc.tuple(fc.constant(all), views(all)));

export interface Box {
  readonly of: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What an item takes up in its lane, in px: its dot, bar or count, and its label. */
export function boxOf(item: Mark | Count, width: number): Box {
  const x = item.x * width;
  if (item.type === 'count') {
    return { of: item.id, left: x, right: x + item.width, top: item.top, bottom: item.top + metrics.countHeight };
  }
  const half = item.shape === 'dot' ? metrics.dot / 2 : 0;
  return {
    of: item.id,
    left: Math.min(x - half, x + item.labelShift),
    right: Math.max(x + half, x + item.barWidth * width, x + item.labelShift + item.labelWidth),
    top: item.top,
    bottom: item.top + 26
  };
}

/** Pairs that lie across each other; a hundredth of a pixel is rounding. */
export function crossings(boxes: readonly Box[]): string[] {
  const isAcross = (a: Box, b: Box) =>
    a.left + 0.01 < b.right && b.left + 0.01 < a.right && a.top < b.bottom && b.top < a.bottom;
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => isAcross(a, b))
      .map((b) => `${a.of} and ${b.of}`)
  );
}

export const itemsOf = (scene: Scene): (Mark | Count)[] => scene.lanes.flatMap(({ items }) => items);

/** Every id that a scene shows, once for each time that it is shown. */
export const idsOf = (scene: Scene, index: EventIndex): string[] =>
  scene.lanes.flatMap((lane) =>
    lane.items.flatMap((item) => (item.type === 'mark' ? [item.id] : heldBy(index, lane, item).map(({ id }) => id)))
  );

/** What a label of the axis takes up, in px; the larger unit is set in the wider serif. */
export const axisLabelWidth = (label: string, row: 'minor' | 'major'): number =>
  row === 'minor' ? labelWidth(label, 13) : labelWidth(label, 16, true) * 1.1;

export { DAY, HOUR, MINUTE };
