import type { LaneId } from '#lib/model/lane.ts';
import type { EventIndex } from '#lib/timeline/event-index.ts';
import { allotRows } from '#lib/timeline/rows.ts';
import { layoutScene, type Scene } from '#lib/timeline/scene.ts';
import type { TimelineEvent } from '#lib/timeline/timeline-event.ts';
import type { Viewport } from '#lib/timeline/viewport.ts';
import { recordAxisWords, type TickWords } from './axis-words.ts';
import { nameCounts, type CountName } from './draw-item.ts';

/** The width and the rows that are drawn before the window is known: those of a small laptop's, where nothing moves then. */
export const drawn = { width: 1060, rows: 16 };

/** A scene laid out elsewhere, with how many events each lane has, and the words of what it shows. */
export interface FirstScene {
  readonly scene: Scene;
  readonly sizes: Readonly<Partial<Record<LaneId, number>>>;
  /** The dates of its marks, by the event. */
  readonly dates: Readonly<Record<string, string>>;
  readonly counts: readonly CountName[];
  readonly ticks: readonly TickWords[];
}

/** Lays the first scene out on the server, for a timeline whose index is built later. */
export function layoutFirst(
  index: EventIndex<TimelineEvent & { readonly when: string }>,
  named: readonly { readonly id: LaneId; readonly name: string }[],
  viewport: Viewport,
  chosen: string | null
): FirstScene {
  const lanes = named.map(({ id }) => id);
  const sizes = Object.fromEntries(lanes.map((lane) => [lane, index.lane(lane).size])) as Record<LaneId, number>;
  const rows = allotRows((lane) => sizes[lane], lanes, drawn.rows);
  const view = { viewport, width: drawn.width, rows, laneHead: 0, lanes, chosen };
  const { format, written } = recordAxisWords();
  const scene = layoutScene(index, [], view, format);
  const marks = scene.lanes.flatMap(({ items }) => items.filter(({ type }) => type === 'mark'));
  const dates = Object.fromEntries(marks.map(({ id }) => [id, index.find(id)!.event.when]));
  const counts = scene.lanes.flatMap(({ items }, place) => nameCounts(items, named[place]!.name));
  return { scene, sizes, dates, counts, ticks: written };
}
