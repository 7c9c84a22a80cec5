import type { EventIndex } from './event-index.ts';
import { labelWidth } from './label-width.ts';
import { layoutLane } from './lane-scene.ts';
import { metrics, type LaneScene, type View } from './marks.ts';
import { layoutAxis, type Axis, type Tick, type TickFormat } from './ticks.ts';
import { spanOf, widen, type Viewport } from './viewport.ts';

/** Everything that is drawn, in numbers and strings. Lengths are px unless they are said to be shares. */
export interface Scene {
  readonly height: number;
  readonly frame: FrameScene;
  readonly lanes: readonly LaneScene[];
}

/** What stands around the lanes. */
export interface FrameScene {
  /** The stretch that it was laid out for. */
  readonly viewport: Viewport;
  /** Shares of the width are shares of this. */
  readonly scale: Viewport;
  readonly axis: Axis;
  readonly beams: readonly BeamScene[];
  /** Rows of the beams' pills. */
  readonly pillRows: number;
}

export interface BeamScene extends TimelineBeam {
  /** Share of the width. */
  readonly x: number;
  /** Row of its pill under the lanes, from the foot up. */
  readonly row: number;
  /** px from x; the pill is kept within the picture. */
  readonly labelShift: number;
  readonly labelWidth: number;
}

export interface TimelineBeam {
  readonly time: number;
  readonly label: string;
  readonly event: string;
}

/**
 * Lays a view of events out. Labels never overlap, every event that touches the view is drawn or
 * counted exactly once, and the same input gives the same scene.
 */
export function layoutScene(index: EventIndex, beams: readonly TimelineBeam[], view: View, format: TickFormat): Scene {
  let top: number = metrics.axisHeight;
  const lanes = view.lanes.map((id) => {
    const lane = layoutLane(index, id, view, top);
    top += lane.height;
    return lane;
  });
  return assemble(layoutFrame(beams, view, format), lanes);
}

/** A scene of parts that may have been laid out for different views. */
export function assemble(frame: FrameScene, lanes: readonly LaneScene[]): Scene {
  const foot = lanes.reduce((sum, { height }) => sum + height, metrics.axisHeight as number);
  return { height: foot + frame.pillRows * metrics.pillHeight + metrics.footPadding, frame, lanes };
}

/** The axis, and the pills of the marked days. */
export function layoutFrame(beams: readonly TimelineBeam[], view: View, format: TickFormat): FrameScene {
  const { viewport, width, overscan = 0 } = view;
  const pills = layoutBeams(beams, viewport, width);
  return {
    viewport,
    scale: viewport,
    axis: layoutAxis(viewport, width, format, widen(viewport, overscan)),
    beams: pills,
    pillRows: Math.max(1, ...pills.map(({ row }) => row + 1))
  };
}

/** Beyond an edge by as much as this share of the width, a label of the axis is out of sight. */
const outOfSight = 0.04;

/**
 * A frame with the ticks that a hand will find beyond its edges. Nothing that is seen changes.
 * @param view the one that the frame was laid out for, with the overscan that is to be filled
 */
export function layoutFrameAhead(
  frame: FrameScene,
  beams: readonly TimelineBeam[],
  view: View,
  format: TickFormat
): FrameScene {
  const wide = layoutFrame(beams, view, format).axis;
  const isBeyond = ({ x }: Tick) => x < -outOfSight || x > 1 + outOfSight;
  const withBeyond = <T extends Tick>(seen: readonly T[], all: readonly T[]) =>
    [...seen, ...all.filter(isBeyond)].sort((a, b) => a.time - b.time);
  const { minor, major } = frame.axis;
  return { ...frame, axis: { minor: withBeyond(minor, wide.minor), major: withBeyond(major, wide.major) } };
}

/** How many events a scene shows or counts, and how many of them have a mark. */
export function sizeOf({ lanes }: Scene): { readonly inView: number; readonly drawn: number } {
  return {
    inView: lanes.reduce((sum, lane) => sum + lane.inView, 0),
    drawn: lanes.reduce((sum, lane) => sum + lane.drawn, 0)
  };
}

function layoutBeams(beams: readonly TimelineBeam[], viewport: Viewport, width: number): BeamScene[] {
  const ends: number[] = [];
  return beams
    .filter(({ time }) => time >= viewport.from && time <= viewport.to)
    .sort((a, b) => a.time - b.time)
    .map((beam) => {
      const { time, label } = beam;
      const x = ((time - viewport.from) / spanOf(viewport)) * width;
      const own = Math.min(labelWidth(label, metrics.fontSize, true) + 24, width);
      const start = Math.min(Math.max(x - own / 2, 0), width - own);
      const free = ends.findIndex((end) => end + 6 <= start);
      const row = free < 0 ? ends.length : free;
      ends[row] = start + own;
      return { ...beam, x: x / width, row, labelShift: start - x, labelWidth: own };
    });
}
