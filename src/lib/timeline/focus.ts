import type { Count, LaneScene, Mark } from './scene.ts';

export type Move = 'earlier' | 'later' | 'up' | 'down' | 'first' | 'last';

/** Where the focus goes from an item; null where there is nothing in that direction. */
export function moveFocus(lanes: readonly LaneScene[], from: string, move: Move): string | null {
  const laneAt = lanes.findIndex(({ items }) => items.some(({ id }) => id === from));
  const lane = lanes[laneAt];
  if (!lane) return lanes.find(({ items }) => items.length > 0)?.items[0]?.id ?? null;
  const at = lane.items.findIndex(({ id }) => id === from);
  const item = lane.items[at]!;
  if (move === 'earlier') return lane.items[at - 1]?.id ?? null;
  if (move === 'later') return lane.items[at + 1]?.id ?? null;
  if (move === 'first') return lane.items[0]?.id ?? null;
  if (move === 'last') return lane.items.at(-1)?.id ?? null;
  const step = move === 'down' ? 1 : -1;
  for (let next = laneAt + step; next >= 0 && next < lanes.length; next += step) {
    const nearest = nearestInTime(lanes[next]!.items, item.start);
    if (nearest) return nearest.id;
  }
  return null;
}

/** The item that stands for an event: its mark, or the count that holds it; null where it is not in view. */
export function itemOf(lanes: readonly LaneScene[], event: string): string | null {
  const items = lanes.flatMap((lane) => lane.items);
  return items.find((item) => item.id === event || (item.type === 'count' && item.ids.includes(event)))?.id ?? null;
}

function nearestInTime(items: readonly (Mark | Count)[], time: number): Mark | Count | undefined {
  return [...items].sort((a, b) => Math.abs(a.start - time) - Math.abs(b.start - time))[0];
}
