import type { LaneId } from '../model/lane.ts';
import type { TimelineEvent } from './timeline-event.ts';

/**
 * How many rows of labels each lane gets: one after another to the lane that has the most
 * events for each row. It depends on the whole collection and not on the view, so that lanes
 * keep their height while the reader zooms.
 * @param total rows of all lanes together
 * @param least rows of any lane
 */
export function allotRows(
  events: readonly TimelineEvent[],
  lanes: readonly LaneId[],
  total: number,
  least = 2
): Record<LaneId, number> {
  const rows = Object.fromEntries(lanes.map((lane) => [lane, least])) as Record<LaneId, number>;
  const counts = Object.fromEntries(lanes.map((lane) => [lane, events.filter((event) => event.lane === lane).length]));
  for (let left = total - least * lanes.length; left > 0; left -= 1) {
    const neediest = lanes.reduce((a, b) => (counts[b]! / rows[b] > counts[a]! / rows[a] ? b : a));
    rows[neediest] += 1;
  }
  return rows;
}
