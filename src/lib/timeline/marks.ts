import type { LaneId } from '../model/lane.ts';
import type { Viewport } from './viewport.ts';

/** What is asked of the layout: the only thing that flows back from the screen. */
export interface View {
  readonly viewport: Viewport;
  /** Width of the time area in px. */
  readonly width: number;
  /** Rows of labels, by lane; none in a lane that is folded. */
  readonly rows: Readonly<Record<LaneId, number>>;
  /** Room in each lane above its rows, for the lane's name where it has no column of its own; px. */
  readonly laneHead: number;
  readonly lanes: readonly LaneId[];
  /** These are always drawn where they touch the view: the chosen event, and the one that has the focus. */
  readonly chosen: string | null;
  readonly kept?: string | null;
  /** Share of the span that is laid out beyond either edge, for a view that is moving. */
  readonly overscan?: number;
}

export interface LaneScene {
  readonly id: LaneId;
  readonly top: number;
  readonly height: number;
  /** The stretch that it was laid out for. */
  readonly viewport: Viewport;
  /** Shares of the width are shares of this: the viewport, or that of an earlier scene which this one goes on from. */
  readonly scale: Viewport;
  /** Marks and counts in order of time, which is the order of focus. */
  readonly items: readonly (Mark | Count)[];
  /**
   * What a hand that moves the view will find beyond the edges: marks that wait there, and bars of `items` that go on there.
   * Only who draws has to know of them.
   */
  readonly ahead: readonly Mark[];
  /** Events of the lane that touch the view, and those of them that have a mark. */
  readonly inView: number;
  readonly drawn: number;
}

export interface Mark {
  readonly type: 'mark';
  readonly id: string;
  /** Where the event stands among those of its lane, in order of their start. */
  readonly place: number;
  readonly label: string;
  /** A dot, or a bar from x to x + barWidth. */
  readonly shape: 'dot' | 'bar' | 'extent';
  /** Share of the width at which the dot or the bar's visible part begins. */
  readonly x: number;
  /** Share of the width. */
  readonly barWidth: number;
  /** From the lane's upper edge. */
  readonly top: number;
  /** Where the label begins, in px from x; negative where it stands before the dot. */
  readonly labelShift: number;
  readonly labelWidth: number;
  /** The bar goes on beyond the edge. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
  readonly isVague: boolean;
  readonly isChosen: boolean;
  readonly significance: 1 | 2 | 3;
  readonly start: number;
}

/** Events that found no room, as one mark that says how many: those of its places that have no mark. */
export interface Count {
  readonly type: 'count';
  readonly id: string;
  readonly size: number;
  /** First and last place of those that begin in view; none where the last is less than the first. */
  readonly first: number;
  readonly last: number;
  /** It also holds those that began before this instant and last at it; null where it holds none. */
  readonly lastingAt: number | null;
  /** Share of the width. */
  readonly x: number;
  /** From the lane's upper edge. */
  readonly top: number;
  readonly width: number;
  /** The stretch that shows them. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
}

export const metrics = {
  fontSize: 16,
  rowHeight: 28,
  lanePadding: 7,
  axisHeight: 58,
  /** A row of the beams' pills, and the room under the last one. */
  pillHeight: 34,
  footPadding: 6,
  dot: 12,
  /** Between a dot and its label, and around a bar's label. */
  gap: 7,
  /** Between what stands in one row. */
  clear: 10,
  /** Wide enough for three digits, and for more in a lane that may need them. */
  countWidth: 38,
  wideCountWidth: 58,
  countHeight: 26,
  /** A stretch of uncertainty narrower than this is a dot. */
  narrowest: 40,
  /** A lane is cut into bins of about this width; what finds no room in one of them is one count. */
  bin: 128,
  /** Marks of all lanes together: more are no longer read, and slow a small machine. */
  mostMarks: 88,
  /** Marks of all lanes together that wait beyond the edges. */
  mostAhead: 32
} as const;
