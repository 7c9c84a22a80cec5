import type { EventIndex } from './event-index.ts';
import { holds } from './lane-scene.ts';
import type { Count, LaneScene, Mark } from './marks.ts';

export type Move = 'earlier' | 'later' | 'up' | 'down' | 'first' | 'last' | 'firstOfAll' | 'lastOfAll';

type Item = Mark | Count;

/** Where the focus goes from an item; null where there is nothing in that direction. */
export function moveFocus(lanes: readonly LaneScene[], from: string, move: Move): string | null {
  const filled = lanes.filter(({ items }) => items.length > 0);
  if (move === 'firstOfAll') return filled[0]?.items[0]?.id ?? null;
  if (move === 'lastOfAll') return filled.at(-1)?.items.at(-1)?.id ?? null;
  const laneAt = filled.findIndex(({ items }) => items.some(({ id }) => id === from));
  const lane = filled[laneAt];
  if (!lane) return filled[0]?.items[0]?.id ?? null;
  const at = lane.items.findIndex(({ id }) => id === from);
  if (move === 'earlier') return lane.items[at - 1]?.id ?? null;
  if (move === 'later') return lane.items[at + 1]?.id ?? null;
  if (move === 'first') return lane.items[0]?.id ?? null;
  if (move === 'last') return lane.items.at(-1)?.id ?? null;
  const next = filled[laneAt + (move === 'down' ? 1 : -1)];
  return next ? nearest(next.items, lane.items[at]!.start, ({ start }) => start).id : null;
}

/**
 * Where the focus goes within a lane for a tenth of the view, 0 to 9: to the count nearest to its
 * middle, which leads on to what it holds; where the lane has none, to the nearest mark.
 */
export function moveToTenth(lane: LaneScene, tenth: number): string | null {
  const counts = lane.items.filter(({ type }) => type === 'count');
  const items = counts.length > 0 ? counts : lane.items;
  return items.length === 0 ? null : nearest(items, (tenth + 0.5) / 10, ({ x }) => x).id;
}

/** The item that stands for an event: its mark, or the count that holds it; null where it is not in view. */
export function itemOf(lanes: readonly LaneScene[], index: EventIndex, id: string): Item | null {
  const found = index.find(id);
  const lane = found && lanes.find((each) => each.id === found.event.lane);
  if (!lane) return null;
  const { event, place } = found;
  return (
    lane.items.find((item) => item.type === 'mark' && item.place === place) ??
    lane.items.find((item) => item.type === 'count' && holds(item, event, place)) ??
    null
  );
}

/** The item of a lane nearest to an instant, for a focus whose own item is gone; of any lane where that has none. */
export function nearestTo(lanes: readonly LaneScene[], lane: string, time: number): string | null {
  const own = lanes.find(({ id, items }) => id === lane && items.length > 0);
  const items = own?.items ?? lanes.flatMap((each) => each.items);
  return items.length === 0 ? null : nearest(items, time, ({ start }) => start).id;
}

const nearest = (items: readonly Item[], value: number, read: (item: Item) => number): Item =>
  items.reduce((a, b) => (Math.abs(read(b) - value) < Math.abs(read(a) - value) ? b : a));
