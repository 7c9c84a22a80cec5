import type { LaneId } from '../model/lane.ts';
import type { TimelineBeam } from './scene.ts';
import type { TimelineEvent } from './timeline-event.ts';
import { spanOf, type Viewport } from './viewport.ts';

/** The whole collection at a glance: no labels but the beams'. Shares of the width, 0 to 1. */
export interface Overview {
  readonly lanes: readonly OverviewLane[];
  readonly beams: readonly { readonly x: number; readonly label: string; readonly event: string }[];
}

export interface OverviewLane {
  readonly id: LaneId;
  readonly dots: readonly { readonly id: string; readonly x: number; readonly isMajor: boolean }[];
  readonly bars: readonly { readonly id: string; readonly x: number; readonly width: number }[];
}

/** Lays out every event that touches a stretch of time, as dots and bars on one line a lane. */
export function layoutOverview(
  events: readonly TimelineEvent[],
  beams: readonly TimelineBeam[],
  lanes: readonly LaneId[],
  viewport: Viewport
): Overview {
  const at = (time: number) => Math.min(Math.max((time - viewport.from) / spanOf(viewport), 0), 1);
  const seen = events.filter(({ start, end }) => start <= viewport.to && end >= viewport.from);
  return {
    lanes: lanes.map((id) => {
      const own = seen.filter(({ lane }) => lane === id);
      return {
        id,
        bars: own
          .filter(({ extent }) => extent === 'range')
          .map((event) => ({ id: event.id, x: at(event.start), width: at(event.end) - at(event.start) })),
        dots: own
          .filter(({ extent }) => extent !== 'range')
          .map((event) => ({ id: event.id, x: at((event.start + event.end) / 2), isMajor: event.significance === 3 }))
      };
    }),
    beams: beams
      .filter(({ time }) => time >= viewport.from && time <= viewport.to)
      .map(({ time, label, event }) => ({ x: at(time), label, event }))
  };
}
