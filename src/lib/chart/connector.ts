/** A box in the coordinates of one drawing, in px. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The line that joins two boxes beside each other: it leaves the middle of the first one's
 * near edge level, and arrives level at the second's.
 * @returns the `d` of an SVG path
 */
export function connect(a: Box, b: Box): string {
  const [left, right] = a.left <= b.left ? [a, b] : [b, a];
  const from = { x: left.right, y: (left.top + left.bottom) / 2 };
  const to = { x: right.left, y: (right.top + right.bottom) / 2 };
  const middle = (from.x + to.x) / 2;
  return `M${round(from.x)} ${round(from.y)}C${round(middle)} ${round(from.y)} ${round(middle)} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
