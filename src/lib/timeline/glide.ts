import { spanOf, type Viewport } from './viewport.ts';

/** A way from one view to another. */
export interface Glide {
  /** The view after a share of the time, from 0 to 1. */
  readonly at: (share: number) => Viewport;
  /** How long it should take, in ms. */
  readonly duration: number;
}

/** Shorter than this the eye does not follow; longer than this it waits. */
const shortest = 900;
const longest = 1600;
/** Beyond this many screens the view does not rush past: it draws back until both ends are seen, then draws near. */
const mostScreens = 2.5;

/**
 * The way from one view to another. Zooming goes by the same factor in the same time, and each edge of
 * the view only ever moves one way, so that nothing on the way lies outside the two views together.
 */
export function glideBetween(from: Viewport, to: Viewport): Glide {
  const both = { from: Math.min(from.from, to.from), to: Math.max(from.to, to.to) };
  const isFar = spanOf(both) > mostScreens * Math.max(spanOf(from), spanOf(to));
  const length = isFar ? zoomsBetween(from, both) + zoomsBetween(both, to) : wayBetween(from, to);
  return {
    duration: Math.min(shortest + 110 * length, longest),
    at: (share) => {
      if (share <= 0) return from;
      if (share >= 1) return to;
      if (!isFar) return blend(from, to, ease(share));
      return share < 0.5 ? blend(from, both, ease(2 * share)) : blend(both, to, ease(2 * share - 1));
    }
  };
}

/** How often the span doubles or halves. */
const zoomsBetween = (a: Viewport, b: Viewport): number => Math.abs(Math.log2(spanOf(b) / spanOf(a)));

/** The same, and how many screens are passed. */
const wayBetween = (a: Viewport, b: Viewport): number =>
  zoomsBetween(a, b) + Math.abs(b.from + b.to - a.from - a.to) / 2 / Math.max(spanOf(a), spanOf(b));

/** A view between two, of which the span lies between theirs in proportion. */
function blend(a: Viewport, b: Viewport, share: number): Viewport {
  const [first, last] = [spanOf(a), spanOf(b)];
  const ratio = last / first;
  // Of spans that are all but the same the proportion cannot be told from the difference.
  const part = Math.abs(ratio - 1) < 1e-6 ? share : (ratio ** share - 1) / (ratio - 1);
  return { from: a.from + (b.from - a.from) * part, to: a.to + (b.to - a.to) * part };
}

/** Slow at both ends. */
const ease = (share: number): number => share * share * (3 - 2 * share);
