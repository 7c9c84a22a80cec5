import type { LaneId } from '#lib/model/lane.ts';
import type { EventIndex } from '#lib/timeline/event-index.ts';
import { allotRows } from '#lib/timeline/rows.ts';
import { layoutScene, type Scene } from '#lib/timeline/scene.ts';
import type { Viewport } from '#lib/timeline/viewport.ts';
import { axisWords } from './axis-words.ts';

/** The width and the rows that are drawn before the window is known: those of a laptop's. */
export const drawn = { width: 1060, rows: 18 };

/** A scene laid out elsewhere, with how many events each lane has. */
export interface FirstScene {
  readonly scene: Scene;
  readonly sizes: Readonly<Partial<Record<LaneId, number>>>;
}

/** Lays the first scene out on the server, for a timeline whose index is built later. */
export function layoutFirst(
  index: EventIndex,
  lanes: readonly LaneId[],
  viewport: Viewport,
  chosen: string | null
): FirstScene {
  const sizes = Object.fromEntries(lanes.map((lane) => [lane, index.lane(lane).size])) as Record<LaneId, number>;
  const rows = allotRows((lane) => sizes[lane], lanes, drawn.rows);
  const view = { viewport, width: drawn.width, rows, laneHead: 0, lanes, chosen };
  return { scene: layoutScene(index, [], view, axisWords), sizes };
}
