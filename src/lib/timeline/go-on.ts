import { drawnOf, inOrder } from './lane-scene.ts';
import { metrics, type Count, type LaneScene, type Mark } from './marks.ts';
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
 * While the view is zoomed the counts stand as they were, as far as they have room: numbers that change with
 * every turn of a wheel tell nobody anything.
 * @param width of the time area in px
 */
export function goOnLane(laid: LaneScene, before: LaneScene, width: number): LaneScene {
  const { scale } = before;
  const [move, ratio] = [mover(laid.scale, scale), spanOf(laid.scale) / spanOf(scale)];
  const known = new Map(drawnOf(before).map((item) => [item.id, item]));
  const isZoomed = spanOf(laid.viewport) !== spanOf(before.viewport);
  const items = laid.items
    .filter(({ type }) => type === 'mark' || !isZoomed)
    .map((item) =>
      item.type === 'mark'
        ? same({ ...item, x: move(item.x), barWidth: item.barWidth * ratio }, known.get(item.id))
        : same({ ...item, x: move(item.x) }, known.get(item.id))
    );
  return { ...laid, scale, items: isZoomed ? inOrder([...items, ...countsOf(before, laid.viewport, width)]) : items };
}

/**
 * A lane that was laid out again for the same view, with what waits beyond the edges of the one before.
 * @returns the very lane before, where nothing of it changed
 */
export function keepLane(laid: LaneScene, before: LaneScene): LaneScene {
  const isSame = laid.items.length === before.items.length && laid.items.every((item, at) => item === before.items[at]);
  if (isSame) return before;
  const [own, old] = [laid, before].map(({ items }) => new Map(items.map((item) => [item.id, item])));
  // Bars that go on beyond the edge are among both.
  return { ...laid, ahead: before.ahead.filter(({ id }) => own!.get(id) === old!.get(id)) };
}

/** The counts of a lane near the view that still have room beside each other. */
function countsOf({ items, scale }: LaneScene, seen: Viewport, width: number): Count[] {
  const move = mover(scale, seen);
  let end = -Infinity;
  return items.filter((item): item is Count => {
    if (item.type !== 'count') return false;
    const x = move(item.x);
    if (x < -1 || x > 2 || x * width < end + metrics.clear) return false;
    end = x * width + item.width;
    return true;
  });
}

/**
 * What was drawn stays; of what is new no more comes than a frame has room for, the weightier first.
 * @returns the very lane, where there is room for all of it
 */
export function admit(laid: LaneScene, before: LaneScene, most: number): LaneScene {
  const known = new Set(drawnOf(before).map(({ id }) => id));
  const fresh = laid.items.filter(({ id }) => !known.has(id));
  if (fresh.length <= most) return laid;
  const weight = (item: Mark | Count) => (item.type === 'count' ? 0 : item.significance);
  const waiting = new Set(fresh.sort((a, b) => weight(b) - weight(a)).slice(most));
  return { ...laid, items: laid.items.filter((item) => !waiting.has(item)) };
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
