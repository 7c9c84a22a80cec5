import {
  countBelow,
  countLasting,
  countTouching,
  lasting,
  startingIn,
  weightiestLasting,
  weightiestOf,
  type EventIndex,
  type LaneIndex,
  type Places
} from './event-index.ts';
import { metrics, type Count, type LaneScene, type Mark, type View } from './marks.ts';
import { takeRow, takeThisRow, wayBefore, waysOf, type Placed } from './placing.ts';
import { touches, type TimelineEvent } from './timeline-event.ts';
import { spanOf, widen, type Viewport } from './viewport.ts';

/**
 * Lays out one lane. The more significant events take their place first; what finds no row
 * becomes a count. Costs what the width has room for, and the logarithm of what there is.
 * @param top px from the upper edge of the picture
 * @param before the lane as it is drawn already, if the view only moves: what is drawn keeps its place before others of
 * its significance take theirs, so that a hand does not shuffle what it moves
 */
export function layoutLane(
  index: EventIndex,
  id: LaneScene['id'],
  view: View,
  top: number,
  before: LaneScene | null = null
): LaneScene {
  const lane = index.lane(id);
  const laid = widen(view.viewport, view.overscan ?? 0);
  const always = [view.chosen, view.kept ?? null].flatMap((name) => {
    const found = name === null ? null : index.find(name);
    return found && found.event.lane === id && touches(found.event, laid) ? [found.place] : [];
  });
  // What must be drawn is, though its lane is folded.
  const rowCount = view.rows[id] || (always.length > 0 ? 1 : 0);
  const touched = touchedBy(laid, lane, view);
  const known = knownOf(lane, before, laid);
  // In a view that moves, what is drawn already has taken most of the room.
  const perBin = (view.overscan && known.size > 0 ? 1 : 4) * rowCount;
  const candidates = rowCount === 0 ? [] : pick(touched, rowCount, perBin, always, known);

  const rows: Placed[][] = Array.from({ length: rowCount }, () => []);
  const rowTop = (row: number) => view.laneHead + metrics.lanePadding + row * metrics.rowHeight;
  const rowOf = (mark: Mark) => (mark.top - rowTop(0)) / metrics.rowHeight;
  const most = marksOf(id, view, rowCount);
  const drawn = new Set<number>();
  const marks: Mark[] = [];
  let drawnInView = 0;
  for (const place of candidates) {
    if (marks.length >= most) break;
    const event = lane.at(place);
    const ways = waysOf(event, view);
    const mark = known.get(place);
    const found =
      (mark && takeThisRow([wayBefore(event, mark, view) ?? ways, ways].flat(), rows, rowOf(mark))) ??
      takeRow(ways, rows, event.extent === 'range');
    if (!found) continue;
    drawn.add(place);
    if (touches(event, view.viewport)) drawnInView += 1;
    marks.push(toMark(event, place, found.placed, rowTop(found.row), view, laid));
  }
  const counts = countLeft(touched, drawn, view, rowTop(rowCount) - 2);
  return {
    id,
    top,
    height: view.laneHead + 2 * metrics.lanePadding + rowCount * metrics.rowHeight + metrics.countHeight,
    viewport: view.viewport,
    scale: view.viewport,
    items: inOrder([...marks, ...counts]),
    ahead: [],
    inView: countTouching(lane, view.viewport),
    drawn: drawnInView
  };
}

/** The marks that are drawn already and belong to what is laid out, by their places; of other events none. */
function knownOf(lane: LaneIndex, before: LaneScene | null, laid: Viewport): Map<number, Mark> {
  const marks = (before ? drawnOf(before) : []).filter((item) => item.type === 'mark');
  const isIn = ({ place, id }: Mark) => {
    const event = place < lane.size ? lane.at(place) : null;
    return event !== null && event.id === id && touches(event, laid);
  };
  return new Map(marks.filter(isIn).map((mark) => [mark.place, mark]));
}

/** Everything that is drawn of a lane, in order of time. */
export function drawnOf({ items, ahead }: LaneScene): readonly (Mark | Count)[] {
  if (ahead.length === 0) return items;
  const longer = new Set(ahead.map(({ id }) => id));
  return inOrder([...items.filter(({ id }) => !longer.has(id)), ...ahead]);
}

/** Sorts in place, by the time at which they begin. */
export const inOrder = (items: (Mark | Count)[]) => items.sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));

/**
 * A lane with what a hand will find beyond its edges. Nothing that is seen changes.
 * @param view the one that the lane was laid out for, with the overscan that is to be filled
 */
export function layoutAhead(index: EventIndex, lane: LaneScene, view: View): LaneScene {
  const { width } = view;
  const known = new Map(lane.items.map((item) => [item.id, item]));
  const isBeyond = ({ x, barWidth, labelShift, labelWidth }: Mark) => {
    const [start, label] = [x * width, x * width + labelShift];
    const end = Math.max(start + Math.max(barWidth * width, metrics.dot / 2), label + labelWidth);
    // A dot at the edge reaches a little beyond it.
    return Math.min(start - metrics.dot / 2, label) >= width + metrics.clear || end <= -metrics.clear;
  };
  const wide = layoutLane(index, lane.id, view, lane.top, lane).items.filter((item) => item.type === 'mark');
  const beyond = wide
    .filter((mark) => !known.has(mark.id) && isBeyond(mark))
    .sort((a, b) => b.significance - a.significance)
    .slice(0, Math.floor(metrics.mostAhead * shareOf(lane.id, view)));
  const longer = wide.flatMap(({ id, top, x, barWidth, isCutBefore, isCutAfter }) => {
    const shown = known.get(id);
    if (shown?.type !== 'mark' || shown.shape === 'dot' || shown.top !== top) return [];
    if (!shown.isCutBefore && !shown.isCutAfter) return [];
    const labelShift = shown.labelShift + (shown.x - x) * width;
    return [{ ...shown, x, barWidth, labelShift, isCutBefore, isCutAfter }];
  });
  return { ...lane, ahead: [...longer, ...beyond] };
}

/** A lane's share of all marks, and of those beyond the edges. */
function marksOf(id: LaneScene['id'], view: View, rowCount: number): number {
  return Math.ceil(metrics.mostMarks * shareOf(id, view, rowCount) * (1 + 2 * (view.overscan ?? 0)));
}

/** A lane's share of all rows; one that is folded may have one all the same. */
function shareOf(id: LaneScene['id'], { lanes, rows }: View, rowCount: number = rows[id]): number {
  const all = lanes.reduce((sum, lane) => sum + rows[lane], 0);
  return Math.min(rowCount / Math.max(all, 1), 1);
}

/** The events of a lane that a stretch of time touches: those that start in it, bin by bin, and those that last into it. */
interface Touched {
  readonly lane: LaneIndex;
  readonly laid: Viewport;
  readonly starting: Places;
  readonly bins: readonly Places[];
}

function touchedBy(laid: Viewport, lane: LaneIndex, view: View): Touched {
  const starting = startingIn(lane, laid);
  return { lane, laid, starting, bins: binsOf(lane, starting, view, laid) };
}

/**
 * The places of the events that start in each bin. Bins stand still while the view moves, so that
 * what is drawn does; their span steps with the zoom, in quarters of an octave.
 */
function binsOf(lane: LaneIndex, starting: Places, { viewport, width }: View, laid: Viewport): Places[] {
  const span = 2 ** (Math.round(4 * Math.log2((spanOf(viewport) * metrics.bin) / width)) / 4);
  const bins: Places[] = [];
  let { first } = starting;
  for (let number = Math.floor(laid.from / span) + 1; first < starting.end; number += 1) {
    const edge = number * span;
    const end = edge > laid.to ? starting.end : Math.min(countBelow(lane.starts, edge), starting.end);
    if (end > first) bins.push({ first, end });
    first = end;
    // Of empty bins there may be many: on to the one in which the next event starts.
    if (first < starting.end) number = Math.max(number, Math.floor(lane.starts[first]! / span));
  }
  return bins;
}

/** The places of events that may find a row: those that must first, then by weight, then what is drawn already, and by time. */
function pick(
  { lane, laid, starting, bins }: Touched,
  rowCount: number,
  perBin: number,
  always: readonly number[],
  known: ReadonlyMap<number, Mark>
): number[] {
  const places = new Set([
    ...known.keys(),
    ...weightiestLasting(lane, starting.first, laid.from, rowCount),
    ...bins.flatMap((bin) => weightiestOf(lane, bin, perBin))
  ]);
  for (const place of always) places.delete(place);
  // Places are in order of time.
  const others = [...places].sort(
    (a, b) => lane.weights[b]! - lane.weights[a]! || Number(known.has(b)) - Number(known.has(a)) || a - b
  );
  return [...new Set(always), ...others];
}

function toMark(event: TimelineEvent, place: number, placed: Placed, top: number, view: View, laid: Viewport): Mark {
  return {
    type: 'mark',
    id: event.id,
    place,
    label: event.label,
    shape: placed.shape,
    x: placed.barStart / view.width,
    barWidth: (placed.barEnd - placed.barStart) / view.width,
    top,
    labelShift: placed.labelStart - placed.barStart,
    labelWidth: placed.labelWidth,
    isCutBefore: event.start < laid.from,
    isCutAfter: event.end > laid.to,
    isVague: event.isVague,
    isChosen: event.id === view.chosen,
    significance: event.significance,
    start: event.start
  };
}

interface Group {
  size: number;
  first: number;
  last: number;
  lastingAt: number | null;
  /** The place of the first of them. */
  readonly head: number;
  readonly x: number;
}

/** Gathers what found no row, bin by bin; neighbours whose counts would touch are counted together. */
function countLeft(
  { lane, laid, starting, bins }: Touched,
  drawn: ReadonlySet<number>,
  view: View,
  top: number
): Count[] {
  const { viewport, width } = view;
  const own = lane.size < 1000 ? metrics.countWidth : metrics.wideCountWidth;
  const xOf = (start: number): number => {
    const x = ((Math.max(start, laid.from) - viewport.from) / spanOf(viewport)) * width;
    // What waits beyond an edge is counted there.
    if (x < 0) return Math.min(x - own / 2, -own - metrics.clear);
    if (x > width) return Math.max(x - own / 2, width + metrics.clear);
    return Math.min(Math.max(x - own / 2, 0), Math.max(width - own, 0));
  };
  const groups: Group[] = [];
  const places = [...drawn];
  const longer = countLasting(lane, laid.from) - places.filter((place) => place < starting.first).length;
  if (longer > 0) {
    let head = 0;
    for (head of lasting(lane, starting.first, laid.from)) if (!drawn.has(head)) break;
    groups.push({ size: longer, first: 0, last: -1, lastingAt: laid.from, head, x: xOf(laid.from) });
  }
  for (const bin of bins) {
    const size = bin.end - bin.first - places.filter((place) => place >= bin.first && place < bin.end).length;
    if (size === 0) continue;
    let [first, last] = [bin.first, bin.end - 1];
    while (drawn.has(first)) first += 1;
    while (drawn.has(last)) last -= 1;
    const x = xOf(lane.starts[first]!);
    const before = groups.at(-1);
    if (before && x < before.x + own + metrics.clear) {
      before.size += size;
      if (before.last < before.first) before.first = first;
      before.last = last;
    } else groups.push({ size, first, last, lastingAt: null, head: first, x });
  }
  return groups.map(({ size, first, last, lastingAt, head, x }) => {
    const start = lane.starts[head]!;
    const latest = last < first ? null : lane.at(last);
    return {
      type: 'count',
      id: `count-${lane.at(head).id}`,
      size,
      first,
      last,
      lastingAt,
      x: x / width,
      top,
      width: own,
      from: lastingAt === null ? start : Math.min(lastingAt, start),
      to:
        latest === null
          ? Math.min(lane.ends[head]!, viewport.to)
          : latest.extent === 'range'
            ? latest.start
            : latest.end,
      start
    };
  });
}

/** The events that a count holds, in order of time; no more than are asked for. */
export function heldBy(index: EventIndex, scene: LaneScene, count: Count, most = Infinity): TimelineEvent[] {
  const lane = index.lane(scene.id);
  const drawn = new Set(scene.items.map((item) => (item.type === 'mark' ? item.place : -1)));
  const held: TimelineEvent[] = [];
  if (count.lastingAt !== null) {
    for (const place of lasting(lane, countBelow(lane.starts, count.lastingAt), count.lastingAt)) {
      if (held.length >= most) return held;
      if (!drawn.has(place)) held.push(lane.at(place));
    }
  }
  for (let place = count.first; place <= count.last && held.length < most; place += 1) {
    if (!drawn.has(place)) held.push(lane.at(place));
  }
  return held;
}

/** Whether an event that has no mark is one of those that a count holds. */
export function holds(count: Count, { start, end }: TimelineEvent, place: number): boolean {
  const lasts = count.lastingAt !== null && start < count.lastingAt && Math.max(end, start + 1) > count.lastingAt;
  return lasts || (place >= count.first && place <= count.last);
}
