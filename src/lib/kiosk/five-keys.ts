/** A box on the screen, in px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Straight ahead is near; what lies aside counts as this many times as far. */
const aside = 2.5;
/** Boxes may overlap by so much and still lie one after the other, px. */
const tolerance = 4;

/** The box as if the direction were to the right. */
function turned({ left, top, right, bottom }: Box, direction: Direction): Box {
  switch (direction) {
    case 'right':
      return { left, top, right, bottom };
    case 'left':
      return { left: -right, top, right: -left, bottom };
    case 'down':
      return { left: top, top: left, right: bottom, bottom: right };
    case 'up':
      return { left: -bottom, top: left, right: -top, bottom: right };
  }
}

/**
 * Which of some boxes an arrow leads to: the nearest that lies in its direction, rather straight ahead than aside.
 * @returns its place among them; −1 where none lies there
 */
export function nextBox(from: Box, others: readonly Box[], direction: Direction): number {
  const own = turned(from, direction);
  let [best, least] = [-1, Infinity];
  others.forEach((other, place) => {
    const box = turned(other, direction);
    const isAhead = box.left >= own.right - tolerance || (box.left > own.left + tolerance && box.right > own.right);
    if (!isAhead) return;
    const ahead = Math.max(0, box.left - own.right);
    const beside = Math.max(0, box.top - own.bottom, own.top - box.bottom);
    const middles = Math.abs(box.top + box.bottom - own.top - own.bottom) / 2;
    const far = ahead + aside * beside + 0.1 * middles;
    if (far < least) [best, least] = [place, far];
  });
  return best;
}
