import type { LaneId } from '../model/lane.ts';

/**
 * How many rows of labels each lane gets: one after another to the lane that has the most
 * events for each row. It depends on the whole collection and not on the view, so that lanes
 * keep their height while the reader zooms.
 * @param sizeOf how many events a lane has
 * @param total rows of all lanes together
 * @param folded lanes that get no row
 * @param least rows of any other lane
 */
export function allotRows(
  sizeOf: (lane: LaneId) => number,
  lanes: readonly LaneId[],
  total: number,
  folded: readonly LaneId[] = [],
  least = 2
): Record<LaneId, number> {
  const open = lanes.filter((lane) => !folded.includes(lane));
  const rows = Object.fromEntries(lanes.map((lane) => [lane, open.includes(lane) ? least : 0])) as Record<
    LaneId,
    number
  >;
  for (let left = open.length === 0 ? 0 : total - least * open.length; left > 0; left -= 1) {
    const neediest = open.reduce((a, b) => (sizeOf(b) / rows[b] > sizeOf(a) / rows[a] ? b : a));
    rows[neediest] += 1;
  }
  return rows;
}
