import { clampViewport, spanOf, type Viewport } from './viewport.ts';

/** A round of either takes this many ms. */
export const scriptedRound = 6000;
/** The nearest view of the scripted zoom: three days of an opening of half a year. */
const nearest = 1 / 60;

/**
 * Where a scripted hand has moved a view: along the whole collection and back, or nearer and farther again. A round
 * begins and ends at the opening, so that one follows on another.
 * @param elapsed ms since it began
 */
export function scriptedView(kind: 'pan' | 'zoom', elapsed: number, opening: Viewport, bounds: Viewport): Viewport {
  const turn = (elapsed / scriptedRound) * 2 * Math.PI;
  const middle = (opening.from + opening.to) / 2;
  const span = spanOf(opening);
  if (kind === 'pan') {
    const reach = Math.sin(turn) > 0 ? bounds.to - opening.to : opening.from - bounds.from;
    const shift = Math.sin(turn) * reach;
    return clampViewport({ from: opening.from + shift, to: opening.to + shift }, bounds);
  }
  const half = (span * nearest ** ((1 - Math.cos(turn)) / 2)) / 2;
  return clampViewport({ from: middle - half, to: middle + half }, bounds);
}
