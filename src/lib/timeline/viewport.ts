import { HOUR } from '../model/historical-date.ts';

/** The stretch of time that is seen, in civil milliseconds of the axis's zone. */
export interface Viewport {
  readonly from: number;
  readonly to: number;
}

/** Nearer than this there is nothing more to see: no document gives a second. */
export const shortestSpan = 3 * HOUR;

export const spanOf = ({ from, to }: Viewport): number => to - from;

/** The same stretch moved and, where it must be, shortened or lengthened, so that it lies within the bounds. */
export function clampViewport(viewport: Viewport, bounds: Viewport): Viewport {
  const span = Math.min(Math.max(spanOf(viewport), shortestSpan), spanOf(bounds));
  const middle = (viewport.from + viewport.to) / 2;
  const from = Math.min(Math.max(middle - span / 2, bounds.from), bounds.to - span);
  return { from, to: from + span };
}

/**
 * Nearer or farther, around an instant that stays where it is on screen.
 * @param factor above 1 shows less time
 */
export function zoomViewport(viewport: Viewport, factor: number, around: number, bounds: Viewport): Viewport {
  const span = Math.min(Math.max(spanOf(viewport) / factor, shortestSpan), spanOf(bounds));
  const share = (around - viewport.from) / spanOf(viewport);
  const from = around - share * span;
  return clampViewport({ from, to: from + span }, bounds);
}

/** Moved along by a share of what is seen: 0.5 is half a screen later. */
export function panViewport(viewport: Viewport, share: number, bounds: Viewport): Viewport {
  const shift = share * spanOf(viewport);
  return clampViewport({ from: viewport.from + shift, to: viewport.to + shift }, bounds);
}

/** The same span, moved only where an instant is not well in view: then it comes to the middle. */
export function revealInstant(viewport: Viewport, instant: number, bounds: Viewport): Viewport {
  const margin = spanOf(viewport) * 0.1;
  if (instant >= viewport.from + margin && instant <= viewport.to - margin) return viewport;
  const from = instant - spanOf(viewport) / 2;
  return clampViewport({ from, to: from + spanOf(viewport) }, bounds);
}

/** The same stretch with more of it at either end, in shares of its span. */
export const widen = ({ from, to }: Viewport, share: number): Viewport => ({
  from: from - share * (to - from),
  to: to + share * (to - from)
});
