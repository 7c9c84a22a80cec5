import type { Quotation } from '#lib/model/digest.ts';
import type { LaneId } from '#lib/model/lane.ts';
import type { Viewport } from '#lib/timeline/viewport.ts';

/** A stop as it is shown: all that it points at is at hand. */
export interface TourStopView {
  readonly viewport: Viewport;
  readonly event: { readonly id: string; readonly title: string; readonly when: string } | null;
  readonly lanes: readonly LaneId[] | null;
  readonly caption: string;
  readonly quotation: Quotation | null;
  /** How long it stays when the tour plays by itself. */
  readonly seconds: number;
}

export interface TourView {
  readonly id: string;
  readonly title: string;
  readonly standfirst: string;
  readonly stops: readonly TourStopView[];
}
