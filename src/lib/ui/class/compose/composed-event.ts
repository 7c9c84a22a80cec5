import type { LaneId } from '#lib/model/lane.ts';

/** An event of the collection, as the composer shows it. */
export interface ComposedEvent {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly lane: LaneId;
  readonly when: string;
  /** Civil milliseconds of the timeline's axis. */
  readonly start: number;
  readonly end: number;
  /** Whether it lasted from start to end. */
  readonly isSpan: boolean;
}

export interface ComposedLane {
  readonly id: LaneId;
  readonly name: string;
}
