import { labelWidth } from './label-width.ts';
import { metrics, type Mark, type View } from './marks.ts';
import type { TimelineEvent } from './timeline-event.ts';
import { spanOf } from './viewport.ts';

/** A way in which an event can be drawn; lengths in px from the left edge of the time area. */
export interface Placed {
  readonly event: TimelineEvent;
  readonly shape: Mark['shape'];
  readonly barStart: number;
  readonly barEnd: number;
  readonly labelStart: number;
  readonly labelWidth: number;
  /** What it takes up in its row, label included. */
  readonly left: number;
  readonly right: number;
}

/**
 * As it was drawn before, seen from where the view is now: its words stay on their side of it.
 * @returns null where it is drawn in another shape now, where its words have to slide along with the edge, and where a
 * view that rests would cut them off
 */
export function wayBefore(event: TimelineEvent, mark: Mark, view: View): Placed | null {
  if (mark.shape !== 'dot') return null;
  const [way] = waysOf(event, view);
  if (way?.shape !== 'dot') return null;
  const labelStart = way.barStart + mark.labelShift;
  const labelEnd = labelStart + mark.labelWidth;
  if (!view.overscan && (labelStart < 0 || labelEnd > view.width || mark.labelWidth < widthOf(event))) return null;
  return {
    ...way,
    labelStart,
    labelWidth: mark.labelWidth,
    left: Math.min(way.barStart - metrics.dot / 2, labelStart),
    right: Math.max(way.barStart + metrics.dot / 2, labelEnd)
  };
}

/** A way that found room, and the row in which it did. */
export interface Taken {
  readonly placed: Placed;
  readonly row: number;
}

/** The ways in which an event can be drawn, the best one first. */
export function waysOf(event: TimelineEvent, view: View): Placed[] {
  const { viewport, width, overscan = 0 } = view;
  const at = (time: number) => ((time - viewport.from) / spanOf(viewport)) * width;
  const [leftmost, rightmost] = [0 - overscan * width, (1 + overscan) * width];
  const barStart = Math.max(at(event.start), leftmost);
  const barEnd = Math.min(Math.max(at(event.end), at(event.start)), rightmost);
  const isNarrow = event.extent === 'within' && at(event.end) - at(event.start) < metrics.narrowest;
  if (event.extent === 'point' || isNarrow) {
    // The middle of a day stands for the day while the day is narrower than its mark.
    const middle = event.extent === 'point' ? at(event.start) : (at(event.start) + at(event.end)) / 2;
    return dotWays(event, Math.min(Math.max(middle, leftmost), rightmost), width);
  }
  return [barWay(event, barStart, barEnd, width)];
}

/** Known widths: a moving view asks for the same ones again and again. */
const widths = new WeakMap<TimelineEvent, number>();

function widthOf(event: TimelineEvent): number {
  const known = widths.get(event);
  if (known !== undefined) return known;
  const width = labelWidth(event.label, metrics.fontSize, event.significance === 3 || event.extent === 'range');
  widths.set(event, width);
  return width;
}

function dotWays(event: TimelineEvent, x: number, width: number): Placed[] {
  const { dot, gap } = metrics;
  const own = widthOf(event);
  const base = { event, shape: 'dot' as const, barStart: x, barEnd: x, labelWidth: own };
  const after = { ...base, labelStart: x + dot / 2 + gap, left: x - dot / 2, right: x + dot / 2 + gap + own };
  const before = { ...base, labelStart: x - dot / 2 - gap - own, left: x - dot / 2 - gap - own, right: x + dot / 2 };
  // What waits beyond an edge keeps its words there.
  if (x > width) return [after];
  if (x < 0) return [before];
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

function barWay(event: TimelineEvent, barStart: number, barEnd: number, width: number): Placed {
  const { gap } = metrics;
  const own = widthOf(event);
  const shape = event.extent === 'range' ? ('bar' as const) : ('extent' as const);
  const base = { event, shape, barStart, barEnd };
  if (barStart > width) {
    const labelStart = barStart + gap + 2;
    return { ...base, labelStart, labelWidth: own, left: barStart, right: Math.max(barEnd, labelStart + own) };
  }
  if (barEnd < 0) {
    const labelStart = Math.min(barStart + gap + 2, -own - gap);
    return { ...base, labelStart, labelWidth: own, left: Math.min(barStart, labelStart), right: barEnd };
  }
  // The label stays in view while its bar does: it slides along with the edge. At the far edge it goes before a bar
  // that would lie under it; within a bar that holds all of it, it may come nearer to the beginning.
  const wanted = Math.max(barStart, 0) + gap + 2;
  const slid = Math.min(wanted, width - own - gap);
  const liesUnder = slid < barStart || (slid < wanted && barStart > 0 && barEnd < slid + own);
  const labelStart = Math.max(liesUnder ? Math.min(slid, barStart - gap - own) : slid, 0);
  const shown = Math.min(own, width - labelStart);
  return {
    ...base,
    labelStart,
    labelWidth: shown,
    left: Math.min(barStart, labelStart),
    right: Math.max(barEnd, labelStart + shown)
  };
}

/** The first row with room: from the top for what happened, from the foot for what lasted. */
export function takeRow(ways: readonly Placed[], rows: readonly Placed[][], fromFoot: boolean): Taken | null {
  for (let step = 0; step < rows.length; step += 1) {
    const taken = takeThisRow(ways, rows, fromFoot ? rows.length - 1 - step : step);
    if (taken) return taken;
  }
  return null;
}

/** A given row, if it has room. */
export function takeThisRow(ways: readonly Placed[], rows: readonly Placed[][], row: number): Taken | null {
  const own = rows[row];
  const placed = own && ways.find((way) => isFree(way, own));
  if (!placed) return null;
  own.push(placed);
  return { placed, row };
}

const isFree = ({ left, right }: Placed, row: readonly Placed[]): boolean =>
  row.every((other) => left >= other.right + metrics.clear || right + metrics.clear <= other.left);
