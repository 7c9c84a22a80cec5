import { DAY, MINUTE } from '../model/historical-date.ts';
import { laneIds, type LaneId } from '../model/lane.ts';
import type { EventColumns } from './event-index.ts';
import type { TimelineEvent } from './timeline-event.ts';
import type { Viewport } from './viewport.ts';

/**
 * Collections of made-up events, for measuring: as many as are wanted, the same for the same seed in every
 * browser. They lie in years to come and are told in words that mean nothing, so that nobody takes them for history.
 */
export interface Ask {
  /** How many. */
  readonly events: number;
  /** Another seed, other events. */
  readonly seed: number;
  /** How many lanes they are spread over, from the first down. */
  readonly lanes: number;
}

/** Events as columns, in order of their start: 100,000 of them are 1.1 MB. Their titles are made when asked for. */
export interface Columns extends Ask {
  /** Minutes since 1970, as a civil time. */
  readonly start: Uint32Array;
  /** First minute after it; equals the start for a point. */
  readonly end: Uint32Array;
  /** Place in `laneIds`. */
  readonly lane: Uint8Array;
  /** Significance, 1 to 3. */
  readonly weight: Uint8Array;
  /** Place in `extents`. */
  readonly extent: Uint8Array;
}

export const extents = ['range', 'within', 'point'] as const;

/** Twenty-four months. */
export const syntheticBounds: Viewport = { from: Date.UTC(2030, 0, 1), to: Date.UTC(2032, 0, 1) };
/** The half year in their middle: what is seen first. */
export const syntheticOpening: Viewport = { from: Date.UTC(2030, 9, 1), to: Date.UTC(2031, 3, 1) };

export const mostEvents = 100_000;

const dayLength = DAY / MINUTE;
const firstMinute = syntheticBounds.from / MINUTE;
const lastMinute = syntheticBounds.to / MINUTE;
const days = (lastMinute - firstMinute) / dayLength;

/** What is made before a slice ends: a fraction of a millisecond, and on a slow machine a few. */
const sliceLength = 4000;

/**
 * Numbers from 0 to 2³² − 1 that look like chance and follow from the seed alone: mulberry32 by Tommy Ettinger,
 * in the public domain (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). Integers only,
 * and below nothing but +, −, ×, ÷ and whole parts: these are the same in every engine, as powers and logarithms are not.
 */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** A whole number from 0 up to, but not including, a limit. */
const below = (limit: number, chance: number): number => Math.floor((chance / 4294967296) * limit);

/**
 * Days that a range lasts: 2 to 3 for half of them, and for every doubling of the length half as many, up to
 * some 256. The leading zeros of a random number are as rare as that.
 */
function lengthOf(chance: () => number): number {
  const scale = 1 << Math.min(Math.clz32(chance()), 7);
  return 1 + scale + below(scale, chance());
}

/** How many events begin on each day: half of them anywhere, half around a dozen busy days. */
function* spread(count: number, chance: () => number): Generator<void, Uint32Array> {
  const perDay = new Uint32Array(days);
  const busy = Array.from({ length: 12 }, () => below(days, chance()));
  for (let index = 0; index < count; index += 1) {
    let day = below(days, chance());
    if (index % 2 === 1) {
      const around = busy[below(busy.length, chance())]!;
      // The sum of two throws: most fall near the middle.
      day = (around + below(9, chance()) - below(9, chance()) + days) % days;
    }
    perDay[day]! += 1;
    if (index % sliceLength === sliceLength - 1) yield;
  }
  return perDay;
}

/** Makes a collection step by step: one yield a slice. */
export function* synthesis({ events, seed, lanes }: Ask): Generator<void, Columns> {
  const chance = mulberry32(seed);
  const columns: Columns = {
    events,
    seed,
    lanes,
    start: new Uint32Array(events),
    end: new Uint32Array(events),
    lane: new Uint8Array(events),
    weight: new Uint8Array(events),
    extent: new Uint8Array(events)
  };
  const { start, end, lane, weight, extent } = columns;
  const perDay = yield* spread(events, chance);

  let index = 0;
  let made = 0;
  for (let day = 0; day < days; day += 1) {
    const midnight = firstMinute + day * dayLength;
    const first = index;
    const last = first + perDay[day]!;
    // 15 in a hundred are ranges, 20 have a minute, the others are somewhere within their day.
    let points = 0;
    for (let each = first; each < last; each += 1) {
      const kind = below(100, chance());
      if (kind >= 80) points += 1;
      else {
        extent[index] = kind < 15 ? 0 : 1;
        start[index] = midnight;
        end[index] = Math.min(midnight + (kind < 15 ? lengthOf(chance) : 1) * dayLength, lastMinute);
        index += 1;
      }
    }
    // What has an hour comes after what has the day only, in order of the hour.
    for (let each = index; each < last; each += 1) start[each] = midnight + below(dayLength, chance());
    start.subarray(index, last).sort();
    end.set(start.subarray(index, last), index);
    extent.fill(2, index, last);
    index += points;
    for (let each = first; each < last; each += 1) {
      const importance = below(100, chance());
      weight[each] = importance < 80 ? 1 : importance < 95 ? 2 : 3;
      lane[each] = below(lanes, chance());
    }
    made += last - first;
    if (made >= sliceLength) {
      made = 0;
      yield;
    }
  }
  return columns;
}

/** A collection, made in one go. */
export function synthesize(ask: Ask): Columns {
  const making = synthesis(ask);
  for (;;) {
    const step = making.next();
    if (step.done) return step.value;
  }
}

/**
 * A collection, made in slices, so that no task is long.
 * @param pause lets others have their turn, and resolves when it is ours again
 */
export async function synthesizeInSlices(ask: Ask, pause: () => Promise<void>): Promise<Columns> {
  const making = synthesis(ask);
  for (;;) {
    const step = making.next();
    if (step.done) return step.value;
    await pause();
  }
}

export const syntheticId = (index: number): string => `event-${String(index).padStart(5, '0')}`;

/** The place of an event in the columns; null where it is none of theirs. */
export function indexOfSynthetic({ events }: Ask, id: string): number | null {
  const index = Number(/^event-(\d{5,6})$/.exec(id)?.[1] ?? Number.NaN);
  return index < events && syntheticId(index) === id ? index : null;
}

/** Syllables of no language, for words that mean nothing. */
const beginnings = ['ba', 'do', 'fe', 'ga', 'ki', 'lu', 'mo', 'ne', 'po', 'ra', 'si', 'tu', 've', 'wo', 'zi', 'plo'];
const endings = [
  'ren',
  'lom',
  'vit',
  'san',
  'dur',
  'pel',
  'mik',
  'tosk',
  'na',
  'le',
  'bo',
  'rim',
  'gat',
  'fo',
  'dis',
  'u'
];

/** 20 to 80 characters: 'Event 01234 lomren vitsan …'. */
export function titleOf({ seed }: Ask, index: number): string {
  const chance = mulberry32(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0x9e3779b1));
  const most = 20 + below(61, chance());
  let title = `Event ${String(index).padStart(5, '0')}`;
  for (;;) {
    const drawn = chance();
    const word = `${beginnings[drawn & 15]}${endings[(drawn >>> 4) & 15]}${drawn & 256 ? endings[(drawn >>> 9) & 15] : ''}`;
    if (title.length >= 20 && title.length + 1 + word.length > most) return title;
    title += ` ${word}`;
  }
}

export function laneOf({ lane }: Columns, index: number): LaneId {
  return laneIds[lane[index]!]!;
}

/** One of the columns' events, as a layout sees it. */
function syntheticEvent(columns: Columns, index: number): TimelineEvent {
  return {
    id: syntheticId(index),
    label: titleOf(columns, index),
    lane: laneOf(columns, index),
    start: columns.start[index]! * MINUTE,
    end: columns.end[index]! * MINUTE,
    extent: extents[columns.extent[index]!]!,
    significance: columns.weight[index] as 1 | 2 | 3,
    isVague: false
  };
}

/** All of the columns' events, as a layout sees them. */
export function toEvents(columns: Columns): TimelineEvent[] {
  return Array.from({ length: columns.events }, (_, index) => syntheticEvent(columns, index));
}

/** How many of the columns' events touch a stretch of time: all are looked at, which takes a fraction of a millisecond. */
export function countTouching({ events, start, end }: Columns, viewport: Viewport): number {
  const [from, to] = [viewport.from / MINUTE, viewport.to / MINUTE];
  let count = 0;
  for (let index = 0; index < events && start[index]! <= to; index += 1) {
    if (end[index]! > from || start[index]! >= from) count += 1;
  }
  return count;
}

/** The columns as the index takes them; an event is made when it is looked at. */
export function toEventColumns<E extends TimelineEvent>(
  columns: Columns,
  at: (position: number) => E
): EventColumns<E> {
  const inMs = (minutes: Uint32Array) => Float64Array.from(minutes, (minute) => minute * MINUTE);
  return {
    size: columns.events,
    starts: inMs(columns.start),
    ends: inMs(columns.end),
    lanes: columns.lane,
    weights: columns.weight,
    at,
    find: (id) => indexOfSynthetic(columns, id) ?? -1
  };
}
