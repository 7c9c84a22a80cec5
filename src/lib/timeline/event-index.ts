import { laneIds, type LaneId } from '../model/lane.ts';
import type { TimelineEvent } from './timeline-event.ts';
import type { Viewport } from './viewport.ts';

/** Events as columns, in order of their start. What is drawn of an event is made only when it is drawn. */
export interface EventColumns<E extends TimelineEvent = TimelineEvent> {
  readonly size: number;
  /** Civil milliseconds of the axis's zone, whole. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Positions in `laneIds`. */
  readonly lanes: Uint8Array;
  /** Significance, 1 to 3. */
  readonly weights: Uint8Array;
  readonly at: (position: number) => E;
  /** Where the event of an id stands in the columns; -1 where there is none. */
  readonly find: (id: string) => number;
}

/** One lane's events in order of their start. Places count within the lane, from 0. */
export interface LaneIndex<E extends TimelineEvent = TimelineEvent> {
  readonly id: LaneId;
  readonly size: number;
  readonly starts: Float64Array;
  /** First instant after each event, at least a millisecond after its start. */
  readonly ends: Float64Array;
  readonly weights: Uint8Array;
  readonly at: (place: number) => E;
  /** All ends, smallest first. */
  readonly sortedEnds: Float64Array;
  /** Segment trees, their root at 1 and their leaves from `leaves` on: the latest end, and the place of the weightiest. */
  readonly leaves: number;
  readonly latestEnd: Float64Array;
  readonly weightiest: Int32Array;
}

export interface EventIndex<E extends TimelineEvent = TimelineEvent> {
  readonly size: number;
  readonly at: (position: number) => E;
  readonly lane: (id: LaneId) => LaneIndex<E>;
  /** The event of an id, and its place in its lane. */
  readonly find: (id: string) => { readonly event: E; readonly place: number } | null;
}

/** Events as columns; in whatever order they come. */
export function toColumns<E extends TimelineEvent>(events: readonly E[]): EventColumns<E> {
  const inTime = events.toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const positions = new Map(inTime.map(({ id }, position) => [id, position]));
  return {
    size: inTime.length,
    starts: Float64Array.from(inTime, ({ start }) => start),
    ends: Float64Array.from(inTime, ({ end }) => end),
    lanes: Uint8Array.from(inTime, ({ lane }) => laneIds.indexOf(lane)),
    weights: Uint8Array.from(inTime, ({ significance }) => significance),
    at: (position) => inTime[position]!,
    find: (id) => positions.get(id) ?? -1
  };
}

/** The index over some events, built at once. */
export const indexEvents = <E extends TimelineEvent>(events: readonly E[]): EventIndex<E> =>
  buildIndex(toColumns(events));

export function buildIndex<E extends TimelineEvent>(columns: EventColumns<E>): EventIndex<E> {
  const steps = indexInSteps(columns);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Builds the index with a pause after every few thousand events, so that no task need be long. */
export function* indexInSteps<E extends TimelineEvent>(
  columns: EventColumns<E>
): Generator<undefined, EventIndex<E>, undefined> {
  const { size, at } = columns;
  const sizes = new Int32Array(laneIds.length);
  for (let position = 0; position < size; position += 1) sizes[columns.lanes[position]!]! += 1;
  const positions = [...sizes].map((own) => new Int32Array(own));
  const filled = new Int32Array(laneIds.length);
  /** Places within the lane, by position. */
  const places = new Int32Array(size);
  for (let position = 0; position < size; position += 1) {
    const lane = columns.lanes[position]!;
    places[position] = filled[lane]!;
    positions[lane]![filled[lane]!] = position;
    filled[lane]! += 1;
  }
  yield;
  const lanes = new Map<LaneId, LaneIndex<E>>();
  for (const [number, id] of laneIds.entries()) {
    lanes.set(id, indexLane(id, columns, positions[number]!));
    if (sizes[number]! > 1000) yield;
  }
  return {
    size,
    at,
    lane: (id) => lanes.get(id)!,
    find: (id) => {
      const position = columns.find(id);
      return position < 0 ? null : { event: at(position), place: places[position]! };
    }
  };
}

function indexLane<E extends TimelineEvent>(id: LaneId, columns: EventColumns<E>, positions: Int32Array): LaneIndex<E> {
  const size = positions.length;
  const [starts, ends, weights] = [new Float64Array(size), new Float64Array(size), new Uint8Array(size)];
  for (let place = 0; place < size; place += 1) {
    const position = positions[place]!;
    starts[place] = columns.starts[position]!;
    ends[place] = Math.max(columns.ends[position]!, columns.starts[position]! + 1);
    weights[place] = columns.weights[position]!;
  }
  const leaves = 2 ** Math.ceil(Math.log2(Math.max(size, 1)));
  const latestEnd = new Float64Array(2 * leaves).fill(-Infinity);
  const weightiest = new Int32Array(2 * leaves).fill(-1);
  for (let place = 0; place < size; place += 1) {
    latestEnd[leaves + place] = ends[place]!;
    weightiest[leaves + place] = place;
  }
  for (let node = leaves - 1; node > 0; node -= 1) {
    latestEnd[node] = Math.max(latestEnd[2 * node]!, latestEnd[2 * node + 1]!);
    const [a, b] = [weightiest[2 * node]!, weightiest[2 * node + 1]!];
    weightiest[node] = b >= 0 && weights[b]! > weights[a]! ? b : a;
  }
  return {
    id,
    size,
    starts,
    ends,
    weights,
    at: (place) => columns.at(positions[place]!),
    sortedEnds: ends.slice().sort(),
    leaves,
    latestEnd,
    weightiest
  };
}

/** How many of the numbers, which stand in order, are less than a value. Costs their logarithm. */
export function countBelow(numbers: Float64Array, value: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch of a lane's events that start in it: places from `first` up to, and without, `end`. */
export interface Places {
  readonly first: number;
  readonly end: number;
}

/** How many of them are no more than a value; times are whole. */
const countUpTo = (numbers: Float64Array, value: number): number => countBelow(numbers, Math.floor(value) + 1);

/** The events of a lane that start in a stretch of time, both ends included. */
export const startingIn = ({ starts }: LaneIndex, { from, to }: Viewport): Places => ({
  first: countBelow(starts, from),
  end: countUpTo(starts, to)
});

/** How many events of a lane began before an instant and still last at it. */
export const countLasting = ({ starts, sortedEnds }: LaneIndex, at: number): number =>
  countBelow(starts, at) - countUpTo(sortedEnds, at);

/** How many events of a lane any part of a stretch of time belongs to. */
export function countTouching(lane: LaneIndex, viewport: Viewport): number {
  const { first, end } = startingIn(lane, viewport);
  return countLasting(lane, viewport.from) + end - first;
}

/** The weightiest events that start at some places of a lane, the earlier one first of two equals. */
export function weightiestOf(lane: LaneIndex, { first, end }: Places, most: number): number[] {
  return best(lane, rootsOf(lane, first, end), most, -Infinity);
}

/** The weightiest events that began before a place and last at an instant. */
export function weightiestLasting(lane: LaneIndex, before: number, at: number, most: number): number[] {
  return best(lane, rootsOf(lane, 0, before), most, at);
}

/** Those that began before a place and last at an instant, in order of their start. */
export function* lasting(lane: LaneIndex, before: number, at: number): Generator<number> {
  const open = rootsOf(lane, 0, before).reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (lane.latestEnd[node]! <= at) continue;
    if (node >= lane.leaves) yield node - lane.leaves;
    else open.push(2 * node + 1, 2 * node);
  }
}

/** The nodes that cover the places from `first` up to `end`, from left to right. */
function rootsOf({ leaves }: LaneIndex, first: number, end: number): number[] {
  const [left, right]: [number[], number[]] = [[], []];
  for (let [low, high] = [first + leaves, end + leaves]; low < high; low >>= 1, high >>= 1) {
    if (low & 1) left.push(low++);
    if (high & 1) right.unshift(--high);
  }
  return [...left, ...right];
}

/**
 * The weightiest leaves below some nodes whose end is after an instant. The open nodes are few
 * (their number grows with what is taken, not with what there is), so that a plain list will do.
 */
function best(lane: LaneIndex, nodes: number[], most: number, after: number): number[] {
  const { leaves, latestEnd, weightiest, weights } = lane;
  const open = nodes.filter((node) => latestEnd[node]! > after);
  const found: number[] = [];
  while (found.length < most && open.length > 0) {
    let next = 0;
    for (let other = 1; other < open.length; other += 1) {
      const [a, b] = [weightiest[open[next]!]!, weightiest[open[other]!]!];
      if (weights[b]! > weights[a]! || (weights[b] === weights[a] && b < a)) next = other;
    }
    const node = open[next]!;
    open[next] = open.at(-1)!;
    open.pop();
    if (node >= leaves) found.push(node - leaves);
    else for (const child of [2 * node, 2 * node + 1]) if (latestEnd[child]! > after) open.push(child);
  }
  return found;
}
