import type { LaneId } from '../model/lane.ts';
import { labelWidth } from './label-width.ts';
import { layoutAxis, type Axis, type TickFormat } from './ticks.ts';
import type { TimelineEvent } from './timeline-event.ts';
import { spanOf, type Viewport } from './viewport.ts';

/** What is asked of the layout: the only thing that flows back from the screen. */
export interface View {
  readonly viewport: Viewport;
  /** Width of the time area in px. */
  readonly width: number;
  /** Rows of labels, by lane. */
  readonly rows: Readonly<Record<LaneId, number>>;
  /** Room in each lane above its rows, for the lane's name where it has no column of its own; px. */
  readonly laneHead: number;
  readonly lanes: readonly LaneId[];
  /** The chosen event is always drawn. */
  readonly chosen: string | null;
}

/** Everything that is drawn, in numbers and strings. Lengths are px unless they are said to be shares. */
export interface Scene {
  readonly height: number;
  readonly axis: Axis;
  readonly lanes: readonly LaneScene[];
  readonly beams: readonly BeamScene[];
  /** Events that touch the view, and those of them that have a mark of their own. */
  readonly inView: number;
  readonly drawn: number;
}

export interface LaneScene {
  readonly id: LaneId;
  readonly top: number;
  readonly height: number;
  /** Marks and counts in order of time, which is the order of focus. */
  readonly items: readonly (Mark | Count)[];
}

export interface Mark {
  readonly type: 'mark';
  readonly id: string;
  readonly label: string;
  /** A dot, or a bar from x to x + barWidth. */
  readonly shape: 'dot' | 'bar' | 'extent';
  /** Share of the width at which the dot or the bar's visible part begins. */
  readonly x: number;
  /** Share of the width. */
  readonly barWidth: number;
  /** From the lane's upper edge. */
  readonly top: number;
  /** Where the label begins, in px from x; negative where it stands before the dot. */
  readonly labelShift: number;
  readonly labelWidth: number;
  /** The bar goes on beyond the edge. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
  readonly isVague: boolean;
  readonly isChosen: boolean;
  readonly significance: 1 | 2 | 3;
  readonly start: number;
}

/** Events that found no room, as one mark that says how many. */
export interface Count {
  readonly type: 'count';
  readonly id: string;
  readonly ids: readonly string[];
  /** Share of the width. */
  readonly x: number;
  /** From the lane's upper edge. */
  readonly top: number;
  readonly width: number;
  /** The stretch that shows them. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
}

export interface BeamScene {
  readonly event: string;
  readonly label: string;
  /** Share of the width. */
  readonly x: number;
  /** Row of its pill under the lanes, from the foot up. */
  readonly row: number;
  /** px from x; the pill is kept within the picture. */
  readonly labelShift: number;
  readonly labelWidth: number;
}

export interface TimelineBeam {
  readonly time: number;
  readonly label: string;
  readonly event: string;
}

export const metrics = {
  fontSize: 16,
  rowHeight: 28,
  lanePadding: 7,
  axisHeight: 58,
  /** A row of the beams' pills, and the room under the last one. */
  pillHeight: 34,
  footPadding: 6,
  dot: 12,
  /** Between a dot and its label, and around a bar's label. */
  gap: 7,
  /** Between what stands in one row. */
  clear: 10,
  countWidth: 38,
  countHeight: 26,
  /** A stretch of uncertainty narrower than this is a dot. */
  narrowest: 40
} as const;

/**
 * Lays a view of events out. In each lane the more significant events take their place first;
 * what finds no row becomes a count. Labels never overlap, every event that touches the view
 * is drawn or counted exactly once, and the same input gives the same scene.
 */
export function layoutScene(
  events: readonly TimelineEvent[],
  beams: readonly TimelineBeam[],
  view: View,
  format: TickFormat
): Scene {
  let top: number = metrics.axisHeight;
  const lanes = view.lanes.map((id) => {
    const lane = layoutLane(
      id,
      events.filter((event) => event.lane === id && touches(event, view.viewport)),
      view,
      top
    );
    top += lane.height;
    return lane;
  });
  const pills = layoutBeams(beams, view);
  const pillRows = Math.max(1, ...pills.map(({ row }) => row + 1));
  const marks = lanes.flatMap(({ items }) => items.filter(({ type }) => type === 'mark'));
  const counts = lanes.flatMap(({ items }) => items.flatMap((item) => (item.type === 'count' ? item.ids : [])));
  return {
    height: top + pillRows * metrics.pillHeight + metrics.footPadding,
    axis: layoutAxis(view.viewport, view.width, format),
    lanes,
    beams: pills,
    inView: marks.length + counts.length,
    drawn: marks.length
  };
}

/** Whether any part of an event lies in the view. */
export const touches = ({ start, end }: TimelineEvent, { from, to }: Viewport): boolean =>
  start <= to && (end > from || start >= from);

interface Placed {
  readonly event: TimelineEvent;
  readonly shape: Mark['shape'];
  /** px, from the left edge of the time area. */
  readonly barStart: number;
  readonly barEnd: number;
  readonly labelStart: number;
  readonly labelWidth: number;
  /** What it takes up in its row, label included. */
  readonly left: number;
  readonly right: number;
}

function layoutLane(id: LaneId, events: readonly TimelineEvent[], view: View, top: number): LaneScene {
  const rowCount = view.rows[id];
  const rows: Placed[][] = Array.from({ length: rowCount }, () => []);
  const byWeight = [...events].sort(
    (a, b) =>
      Number(b.id === view.chosen) - Number(a.id === view.chosen) ||
      b.significance - a.significance ||
      a.start - b.start ||
      (a.id < b.id ? -1 : 1)
  );
  const left: TimelineEvent[] = [];
  const rowOf = new Map<TimelineEvent, { placed: Placed; row: number }>();
  for (const event of byWeight) {
    const found = findRow(candidates(event, view), rows, event.extent === 'range');
    if (found) {
      rows[found.row]!.push(found.placed);
      rowOf.set(event, found);
    } else left.push(event);
  }
  const rowTop = (row: number) => view.laneHead + metrics.lanePadding + row * metrics.rowHeight;
  const marks = [...rowOf].map(([event, { placed, row }]) => toMark(event, placed, rowTop(row), view));
  const counts = countLeft(left, view, rowTop(rowCount) - 2);
  return {
    id,
    top,
    height: view.laneHead + 2 * metrics.lanePadding + rowCount * metrics.rowHeight + metrics.countHeight,
    items: [...marks, ...counts].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  };
}

/** The ways in which an event can be drawn, the best one first. */
function candidates(event: TimelineEvent, view: View): Placed[] {
  const { viewport, width } = view;
  const at = (time: number) => ((time - viewport.from) / spanOf(viewport)) * width;
  const own = labelWidth(event.label, metrics.fontSize, event.significance === 3 || event.extent === 'range');
  const { dot, gap } = metrics;
  const barStart = Math.max(at(event.start), 0);
  const barEnd = Math.min(Math.max(at(event.end), at(event.start)), width);

  if (event.extent === 'point' || (event.extent === 'within' && at(event.end) - at(event.start) < metrics.narrowest)) {
    // The middle of a day stands for the day while the day is narrower than its mark.
    const x = Math.min(
      Math.max(event.extent === 'point' ? at(event.start) : (at(event.start) + at(event.end)) / 2, 0),
      width
    );
    const base = { event, shape: 'dot' as const, barStart: x, barEnd: x, labelWidth: own };
    const after = { ...base, labelStart: x + dot / 2 + gap, left: x - dot / 2, right: x + dot / 2 + gap + own };
    const before = { ...base, labelStart: x - dot / 2 - gap - own, left: x - dot / 2 - gap - own, right: x + dot / 2 };
    // A dot may slide out of the picture with its instant; words may not.
    const fits = ({ labelStart }: Placed) => labelStart >= 0 && labelStart + own <= width;
    const ways = [after, before].filter(fits);
    if (ways.length > 0) return ways;
    // A label that is too long for either side is cut on the wider one.
    const room = { after: Math.max(width - after.labelStart, 0), before: Math.max(x - dot / 2 - gap, 0) };
    return room.after >= room.before
      ? [{ ...after, labelWidth: room.after, right: Math.max(width, x + dot / 2) }]
      : [{ ...before, labelStart: 0, labelWidth: room.before, left: 0 }];
  }
  const shape = event.extent === 'range' ? ('bar' as const) : ('extent' as const);
  // The label stays in view while its bar does: it slides along with the edge.
  const labelStart = Math.max(Math.min(barStart + gap + 2, width - own - gap), 0);
  const shown = Math.min(own, width - labelStart);
  return [
    {
      event,
      shape,
      barStart,
      barEnd,
      labelStart,
      labelWidth: shown,
      left: Math.min(barStart, labelStart),
      right: Math.max(barEnd, labelStart + shown)
    }
  ];
}

/** The first row with room: from the top for what happened, from the foot for what lasted. */
function findRow(
  ways: readonly Placed[],
  rows: readonly Placed[][],
  fromFoot: boolean
): { placed: Placed; row: number } | null {
  const order = rows.map((_, index) => (fromFoot ? rows.length - 1 - index : index));
  for (const row of order) {
    for (const placed of ways) {
      const isFree = rows[row]!.every(
        (other) => placed.left >= other.right + metrics.clear || placed.right + metrics.clear <= other.left
      );
      if (isFree) return { placed, row };
    }
  }
  return null;
}

function toMark(event: TimelineEvent, placed: Placed, top: number, view: View): Mark {
  return {
    type: 'mark',
    id: event.id,
    label: event.label,
    shape: placed.shape,
    x: placed.barStart / view.width,
    barWidth: (placed.barEnd - placed.barStart) / view.width,
    top,
    labelShift: placed.labelStart - placed.barStart,
    labelWidth: placed.labelWidth,
    isCutBefore: event.start < view.viewport.from,
    isCutAfter: event.end > view.viewport.to,
    isVague: event.isVague,
    isChosen: event.id === view.chosen,
    significance: event.significance,
    start: event.start
  };
}

/** Gathers what found no row: neighbours whose counts would touch are counted together. */
function countLeft(events: readonly TimelineEvent[], view: View, top: number): Count[] {
  const { viewport, width } = view;
  const inTime = [...events].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const at = ({ start }: TimelineEvent) => (Math.max(start - viewport.from, 0) / spanOf(viewport)) * width;
  const most = Math.max(width - metrics.countWidth, 0);
  const groups: { events: TimelineEvent[]; x: number }[] = [];
  for (const event of inTime) {
    const last = groups.at(-1);
    const x = Math.min(Math.max(at(event) - metrics.countWidth / 2, 0), most);
    if (last && x < last.x + metrics.countWidth + metrics.clear) last.events.push(event);
    else groups.push({ events: [event], x });
  }
  return groups.map(({ events: members, x }) => {
    const from = Math.min(...members.map(({ start }) => start));
    const to = Math.max(...members.map(({ start, end, extent }) => (extent === 'range' ? start : end)));
    return {
      type: 'count',
      id: `count-${members[0]!.id}`,
      ids: members.map(({ id }) => id),
      x: x / width,
      top,
      width: metrics.countWidth,
      from,
      to,
      start: members[0]!.start
    };
  });
}

function layoutBeams(beams: readonly TimelineBeam[], { viewport, width }: View): BeamScene[] {
  const ends: number[] = [];
  return beams
    .filter(({ time }) => time >= viewport.from && time <= viewport.to)
    .sort((a, b) => a.time - b.time)
    .map(({ time, label, event }) => {
      const x = ((time - viewport.from) / spanOf(viewport)) * width;
      const own = Math.min(labelWidth(label, metrics.fontSize, true) + 24, width);
      const start = Math.min(Math.max(x - own / 2, 0), width - own);
      const free = ends.findIndex((end) => end + 6 <= start);
      const row = free < 0 ? ends.length : free;
      ends[row] = start + own;
      return { event, label, x: x / width, row, labelShift: start - x, labelWidth: own };
    });
}
