/** How much a machine has room for in a frame, learned from what its frames take. */
export interface Pace {
  /** New items that a frame has room for while the view moves; the weightier ones come first. */
  readonly mostNew: number;
  /** By how much longer than it has to a picture that is zoomed waits until it is laid out anew. */
  readonly patience: number;
}

/** How far a view may leave what a part of it was laid out for. */
export interface Limits {
  /** As a share of the span. */
  readonly moved: number;
  /** In octaves: less where labels come together than where room between them grows. */
  readonly nearer: number;
  readonly farther: number;
  /** In octaves, until the boxes of the part are stretched: in motion nobody sees less. */
  readonly bent: number;
}

export const firstPace: Pace = { mostNew: 6, patience: 1 };

const mostNew = { least: 1, most: 16 };
/** While nothing moves, no frame is missed. */
const mostAtRest = 8;
/** With room for so many new items a frame has room for more than what cannot wait. */
const roomy = 8;
const patience = { least: 1, most: 1.6, more: 1.3, less: 0.9 };
/** What a frame may take until it is painted, in ms: less leaves room for more, more for less, and the last is too late. */
const room = { spare: 5, full: 8, lost: 14 };
/** A small machine waits until no more is left ready than a little. */
const limits: { readonly small: Limits; readonly large: Limits } = {
  small: { moved: Infinity, nearer: 1.8, farther: 0.7, bent: 0.7 },
  large: { moved: 0.12, nearer: 0.3, farther: 0.2, bent: 0.2 }
};

/** @param took ms of a frame that laid something out, until it was painted */
export function paceAfter(pace: Pace, took: number): Pace {
  let most = pace.mostNew;
  if (took > room.full) most = Math.max(mostNew.least, Math.floor(most / 2));
  else if (took < room.spare) most = Math.min(mostNew.most, most + 1);
  const waits = pace.patience * (took > room.lost ? patience.more : patience.less);
  return { mostNew: most, patience: Math.min(Math.max(waits, patience.least), patience.most) };
}

export const isRoomy = (pace: Pace): boolean => pace.mostNew >= roomy;

/** New items that a frame has room for. */
export const roomFor = (pace: Pace, isMoving: boolean): number =>
  isMoving ? pace.mostNew : Math.max(pace.mostNew, mostAtRest);

/** Parts that a frame may stretch beside what it lays out. */
export const sparesOf = (pace: Pace): number => Math.floor(pace.mostNew / roomy);

export function limitsOf(pace: Pace): Limits {
  if (isRoomy(pace)) return limits.large;
  const { moved, nearer, farther, bent } = limits.small;
  const more = pace.patience;
  return { moved, nearer: nearer * more, farther: farther * more, bent: bent * more };
}
