import type { EventIndex } from '#lib/timeline/event-index.ts';
import type { View } from '#lib/timeline/marks.ts';
import type { TimelineBeam } from '#lib/timeline/scene.ts';
import type { TickFormat } from '#lib/timeline/ticks.ts';

/** What a scene is made of, but for the stretch that is seen. */
export interface SceneInputs {
  /** Null while it is being built: the first scene stands until then. */
  readonly index: EventIndex | null;
  readonly beams: readonly TimelineBeam[];
  readonly view: Omit<View, 'viewport' | 'kept' | 'overscan'>;
  readonly format: TickFormat;
}

/** Whether two inputs show the same events in the same room. */
export const differInChoice = (a: SceneInputs, b: SceneInputs): boolean =>
  a.index === b.index &&
  a.beams === b.beams &&
  (['width', 'rows', 'laneHead', 'lanes'] as const).every((name) => a.view[name] === b.view[name]);
