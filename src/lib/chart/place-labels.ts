/** A box of constant size in screen px, tied to a point that moves as the map grows. */
export interface Box {
  /** The point, as shares of the map's width and height, 0 to 1. */
  readonly at: { readonly x: number; readonly y: number };
  /** From the point to the box's middle, in screen px. */
  readonly offset: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

/** The widths at which a layout is used, in screen px, and the map's width divided by its height. */
export interface Frame {
  readonly least: number;
  readonly most: number;
  readonly aspect: number;
}

/** Where a label stands beside its point, best first. */
export const sides = [
  'right',
  'left',
  'above',
  'below',
  'above-right',
  'below-right',
  'above-left',
  'below-left'
] as const;
export type Side = (typeof sides)[number] | 'centre';

export interface LabelRequest {
  readonly id: string;
  /** Points that it may stand at, best first. */
  readonly at: readonly Box['at'][];
  /** The label's size in screen px. */
  readonly width: number;
  readonly height: number;
  /** From the point to the label's nearest edge, in screen px. */
  readonly gap: number;
  /** Sides to try at each point, best first. */
  readonly sides: readonly Side[];
}

export interface Placement {
  readonly at: Box['at'];
  readonly side: Side;
}

/**
 * Places labels so that none crosses another, an obstacle or the frame, at any width of the frame. The first in the
 * list choose first; who finds no room goes without.
 * @param requests with an id each
 * @returns a placement for the id of each label that has one
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  frame: Frame,
  obstacles: readonly Box[] = []
): ReadonlyMap<string, Placement> {
  const taken = [...obstacles];
  const placements = new Map<string, Placement>();
  for (const request of requests) {
    const candidates = request.at.flatMap((at) => request.sides.map((side) => ({ at, side })));
    const chosen = candidates.find((placement) => {
      const box = labelBox(request, placement);
      return isInside(box, frame) && taken.every((other) => !everOverlap(box, other, frame));
    });
    if (!chosen) continue;
    placements.set(request.id, chosen);
    taken.push(labelBox(request, chosen));
  }
  return placements;
}

/** The box that a label takes at a placement. */
export function labelBox({ width, height, gap }: LabelRequest, { at, side }: Placement): Box {
  const across = side.endsWith('right') ? 1 : side.endsWith('left') ? -1 : 0;
  const down = side.startsWith('above') ? -1 : side.startsWith('below') ? 1 : 0;
  // On a diagonal the mark is round, so the label may come closer on both axes.
  const near = across !== 0 && down !== 0 ? gap * 0.6 : gap;
  return { at, width, height, offset: { x: across * (near + width / 2), y: down * (near + height / 2) } };
}

/**
 * Whether two boxes overlap at any width of the frame. As the map grows every box moves along a straight line, so the
 * widths at which two of them overlap are one interval on each axis.
 */
export function everOverlap(a: Box, b: Box, frame: Frame): boolean {
  const x = meeting(a.at.x - b.at.x, a.offset.x - b.offset.x, (a.width + b.width) / 2);
  const y = meeting((a.at.y - b.at.y) / frame.aspect, a.offset.y - b.offset.y, (a.height + b.height) / 2);
  return Math.max(x[0], y[0], frame.least) <= Math.min(x[1], y[1], frame.most);
}

/** The widths w for which |slope · w + offset| < reach. */
function meeting(slope: number, offset: number, reach: number): readonly [number, number] {
  if (slope === 0) return Math.abs(offset) < reach ? [-Infinity, Infinity] : [Infinity, -Infinity];
  const ends = [(-reach - offset) / slope, (reach - offset) / slope];
  return [Math.min(...ends), Math.max(...ends)];
}

/** A box that is inside at the least and at the greatest width is inside at all between them. */
function isInside(box: Box, { least, most, aspect }: Frame): boolean {
  return [least, most].every((width) => {
    const x = box.at.x * width + box.offset.x;
    const y = (box.at.y * width) / aspect + box.offset.y;
    const isWithin = x >= box.width / 2 && x <= width - box.width / 2;
    return isWithin && y >= box.height / 2 && y <= width / aspect - box.height / 2;
  });
}
