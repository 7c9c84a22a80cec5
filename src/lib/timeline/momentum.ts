/** How a picture moved when it was let go. */
export interface Throw {
  /** Shares of the width per ms; above 0 is later. */
  readonly speed: number;
  /** When it moved last, in ms. */
  readonly at: number;
}

export interface Momentum {
  /** Share of the width that it has gone after some ms. */
  readonly distance: (elapsed: number) => number;
  readonly duration: number;
}

/** Held still for longer than this before it is let go, it stays. */
const stillness = 60;
/** Slower than this it stays: a tenth of the width in a second. */
const slowest = 0.0001;
/** Nothing is thrown farther than its own width. */
const fastest = 0.004;
/** In this time the speed falls to 1/e, in ms. */
const decay = 260;
const duration = 5 * decay;

/** How a picture goes on when it is let go: ever slower; null where it stays. */
export function momentumAfter({ speed, at }: Throw, released: number): Momentum | null {
  if (released - at > stillness || Math.abs(speed) < slowest) return null;
  const own = Math.sign(speed) * Math.min(Math.abs(speed), fastest);
  return {
    distance: (elapsed) => own * decay * (1 - Math.exp(-Math.min(elapsed, duration) / decay)),
    duration
  };
}
