/** One move of a hand that drags. */
export interface HandMove {
  /** Share of the width; above 0 is later. */
  readonly share: number;
  /** When, in ms. */
  readonly at: number;
}

export interface Momentum {
  /** Share of the width that it has gone after some ms. */
  readonly distance: (elapsed: number) => number;
  readonly duration: number;
}

/** Held still for longer than this before it is let go, it stays. */
const stillness = 60;
/** Moves within this time before the last make the speed, in ms: on a slow machine two of them lie far apart. */
const recent = 150;
/** Moves come once a frame; those that a busy machine hears of at once were no faster, in ms. */
const frame = 16;
/** Slower than this it stays: a tenth of the width in a second. */
const slowest = 0.0001;
/** Nothing is thrown farther than its own width. */
const fastest = 0.004;
/** In this time the speed falls to 1/e, in ms. */
const decay = 260;
const duration = 5 * decay;

/** The moves that a speed is made of, with one more. */
export const withMove = (moves: readonly HandMove[], move: HandMove): HandMove[] => [
  ...moves.filter(({ at }) => move.at - at <= recent),
  move
];

/** How a picture goes on when it is let go after such moves: ever slower; null where it stays. */
export function momentumAfter(moves: readonly HandMove[], released: number): Momentum | null {
  const [first, ...since] = moves;
  const last = since.at(-1);
  if (first === undefined || last === undefined || released - last.at > stillness) return null;
  const speed = since.reduce((sum, { share }) => sum + share, 0) / Math.max(last.at - first.at, frame);
  if (Math.abs(speed) < slowest) return null;
  const own = Math.sign(speed) * Math.min(Math.abs(speed), fastest);
  return {
    distance: (elapsed) => own * decay * (1 - Math.exp(-Math.min(elapsed, duration) / decay)),
    duration
  };
}
