import { utcMonth } from 'd3-time';
import type { LaneId } from '../model/lane.ts';
import type { TimelineEvent } from './timeline-event.ts';

/** An event with the words of the day under which it stands. */
export interface DatedEvent extends TimelineEvent {
  readonly day: string;
}

/** What is asked of the layout. */
export interface DownwardView {
  /** Events of less weight than this are counted. */
  readonly least: 1 | 2 | 3;
  /** No more marks than this, however many events there are: the weightier ones keep theirs. */
  readonly most: number;
  /** The chosen event is always drawn. */
  readonly chosen: string | null;
  /** The counts that the reader has opened, by id. */
  readonly opened: ReadonlySet<string>;
}

/** A month of a narrow window's timeline, on which time runs downward: rows from 0, and one track a lane. */
export interface DownwardMonth<E extends DatedEvent> {
  readonly id: string;
  /** Its first instant. */
  readonly time: number;
  readonly rows: readonly DownwardRow<E>[];
  readonly spans: readonly DownwardSpan[];
  /** How many events it holds, drawn or counted. */
  readonly size: number;
}

export type DownwardRow<E extends DatedEvent> =
  | { readonly type: 'mark'; readonly id: string; readonly event: E; readonly beginsDay: boolean }
  | { readonly type: 'count'; readonly id: string; readonly events: readonly E[] };

/** What lasted, beside those of the month's rows that it lasted over. */
export interface DownwardSpan {
  readonly id: string;
  readonly lane: LaneId;
  readonly fromRow: number;
  readonly toRow: number;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
  /** How many spans of its lane it lies beside. */
  readonly depth: number;
}

/** Marks that an opened count adds at once. */
const mostOfCount = 20;

/**
 * Lays events out from the top down: a month after another, in each a mark for every event that
 * the view asks for, and between them counts of those that it does not. Every event is drawn or
 * counted exactly once, in order of time.
 * @param events in order of their start
 */
export function layoutDownward<E extends DatedEvent>(events: readonly E[], view: DownwardView): DownwardMonth<E>[] {
  const kept = keep(events, view);
  const months = [...Map.groupBy(events, monthOf)].map(([time, own]) => {
    let day = '';
    const rows = gather(own, kept, view.opened).map((group): DownwardRow<E> => {
      if (Array.isArray(group)) return { type: 'count', id: countId(group), events: group };
      const event = group as E;
      const beginsDay = event.day !== day;
      day = event.day;
      return { type: 'mark', id: event.id, event, beginsDay };
    });
    return { id: `month-${new Date(time).toISOString().slice(0, 7)}`, time, rows, size: own.length };
  });
  const depths = depthsOf(events.filter((event) => event.extent === 'range' && kept.has(event)));
  return months.map((month) => ({ ...month, spans: spansOf(month, depths) }));
}

const monthOf = ({ start }: TimelineEvent): number => utcMonth.floor(new Date(start)).getTime();

/** The events that get a mark: those of enough weight, the best of them where they are too many. */
function keep<E extends DatedEvent>(events: readonly E[], view: DownwardView): ReadonlySet<E> {
  const chosen = events.filter(({ id }) => id === view.chosen);
  return new Set([
    ...best(
      events.filter(({ significance }) => significance >= view.least),
      view.most
    ),
    ...chosen
  ]);
}

const best = <E extends DatedEvent>(events: readonly E[], most: number): readonly E[] =>
  events.length <= most ? events : events.toSorted((a, b) => b.significance - a.significance).slice(0, most);

/** Events with a mark one by one, the others in runs. */
function gather<E extends DatedEvent>(
  events: readonly E[],
  kept: ReadonlySet<E>,
  opened: ReadonlySet<string>
): (E | readonly E[])[] {
  const groups: (E | E[])[] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (kept.has(event)) groups.push(event);
    else if (Array.isArray(last)) last.push(event);
    else groups.push([event]);
  }
  return groups.flatMap((group) => {
    if (!Array.isArray(group) || !opened.has(countId(group))) return [group];
    const shown = new Set(best(group, mostOfCount));
    // The first is always among those shown, so that what stays counted has another name.
    shown.add(group[0]!);
    return gather(group, shown, opened);
  });
}

const countId = (events: readonly DatedEvent[]): string => `count-${events[0]!.id}`;

/** Ranges of one lane that last at the same time lie side by side, in three places at most. */
function depthsOf(ranges: readonly DatedEvent[]): ReadonlyMap<DatedEvent, number> {
  const depths = new Map<DatedEvent, number>();
  for (const range of ranges) {
    const beside = [...depths].filter(([other]) => other.lane === range.lane && other.end > range.start);
    depths.set(range, [0, 1, 2].find((free) => beside.every(([, depth]) => depth !== free)) ?? 2);
  }
  return depths;
}

function spansOf(
  { time, rows }: { readonly time: number; readonly rows: readonly DownwardRow<DatedEvent>[] },
  depths: ReadonlyMap<DatedEvent, number>
): DownwardSpan[] {
  const next = utcMonth.offset(new Date(time), 1).getTime();
  const starts = rows.map((row) => (row.type === 'mark' ? row.event.start : row.events[0]!.start));
  return [...depths].flatMap(([event, depth]) => {
    const { id, lane, start, end } = event;
    if (start >= next || end <= time) return [];
    const own = rows.findIndex((row) => row.type === 'mark' && row.event === event);
    const fromRow = start < time ? 0 : own;
    if (fromRow < 0) return [];
    const toRow = Math.max(
      starts.findLastIndex((each) => each < end),
      own
    );
    // It ended before anything else of its last month began.
    if (toRow < fromRow) return [];
    return [{ id, lane, fromRow, toRow, isCutBefore: start < time, isCutAfter: end > next, depth }];
  });
}
