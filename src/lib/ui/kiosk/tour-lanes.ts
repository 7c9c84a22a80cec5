import type { LaneId } from '#lib/model/lane.ts';
import type { TourView } from '../timeline/tour-view.ts';
import type { KioskTimeline } from './kiosk-view.ts';

/** The lanes in which a tour's story happens; the others would take their room and stand still. */
export function lanesOf(tour: TourView, timeline: KioskTimeline): LaneId[] {
  const pointed = new Set(tour.stops.map(({ event }) => timeline.events.find(({ id }) => id === event?.id)?.lane));
  return timeline.lanes.map(({ id }) => id).filter((id) => pointed.has(id));
}
