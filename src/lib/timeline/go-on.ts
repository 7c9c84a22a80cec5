import type { Count, LaneScene, Mark } from './marks.ts';
import type { FrameScene } from './scene.ts';
import { spanOf, type Viewport } from './viewport.ts';

/** A part goes on from an earlier one while the view has not left it by more than this, as a ratio of spans. */
const farthest = 4;
/** Shares of the width this close are one and the same: a hundredth of a pixel on a wide screen. */
const hair = 5e-6;

/** Whether shares of an earlier stretch still place what is seen now exactly enough. */
export function reaches(scale: Viewport, seen: Viewport): boolean {
  const ratio = spanOf(scale) / spanOf(seen);
  const shift = Math.abs(scale.from - seen.from) / spanOf(seen);
  return ratio <= farthest && ratio >= 1 / farthest && shift <= farthest;
}

/**
 * A lane in the shares of the one before it. Time has not moved, so that what both show stands where
 * it stood: those items are the very same objects, and nothing of them needs to be drawn again.
 */
export function goOnLane(laid: LaneScene, before: LaneScene): LaneScene {
  const { scale } = before;
  const [move, ratio] = [mover(laid.scale, scale), spanOf(laid.scale) / spanOf(scale)];
  const known = new Map(before.items.map((item) => [item.id, item]));
  const items = laid.items.map((item) =>
    item.type === 'mark'
      ? same({ ...item, x: move(item.x), barWidth: item.barWidth * ratio }, known.get(item.id))
      : same({ ...item, x: move(item.x) }, known.get(item.id))
  );
  return { ...laid, scale, items };
}

/** The axis and the marked days in the shares of the frame before. */
export function goOnFrame(laid: FrameScene, before: FrameScene): FrameScene {
  const { scale } = before;
  const move = mover(laid.scale, scale);
  const moved = <T extends { readonly x: number; readonly labelX: number }>(tick: T): T => ({
    ...tick,
    x: move(tick.x),
    labelX: move(tick.labelX)
  });
  const minor = new Map(before.axis.minor.map((tick) => [tick.time, tick]));
  return {
    ...laid,
    scale,
    axis: {
      minor: laid.axis.minor.map((tick) => same(moved(tick), minor.get(tick.time))),
      major: laid.axis.major.map(moved)
    },
    beams: laid.beams.map((beam) => ({ ...beam, x: move(beam.x) }))
  };
}

/** From shares of one stretch to shares of another. */
function mover(from: Viewport, to: Viewport): (x: number) => number {
  const ratio = spanOf(from) / spanOf(to);
  const shift = (from.from - to.from) / spanOf(to);
  return (x) => x * ratio + shift;
}

/** The old one, where the new one says nothing else. */
function same<T extends Mark | Count | { readonly x: number }>(made: T, old: Mark | Count | T | undefined): T {
  if (old === undefined) return made;
  const [a, b] = [made as Record<string, unknown>, old as Record<string, unknown>];
  for (const key in a) {
    const [next, last] = [a[key], b[key]];
    if (next === last) continue;
    if (typeof next === 'number' && typeof last === 'number' && Math.abs(next - last) < hair) continue;
    return made;
  }
  return old as T;
}
