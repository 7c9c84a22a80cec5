import type { Corner } from './settings.ts';

/** Corners that were touched, one after the other, and when the first of them was; ms. */
export interface Gesture {
  readonly touched: readonly Corner[];
  readonly since: number;
}

export const noGesture: Gesture = { touched: [], since: 0 };

/** The whole gesture is made within this, ms. */
const most = 8000;
/** Share of the width and of the height that counts as a corner. */
const reach = 0.08;

/** The corner of the screen that a touch lies in; x and y are shares of its width and height. */
export function cornerAt(x: number, y: number): Corner | null {
  const across = x < reach ? 'left' : x > 1 - reach ? 'right' : null;
  const along = y < reach ? 'top' : y > 1 - reach ? 'bottom' : null;
  return across && along ? (`${along}-${across}` as Corner) : null;
}

/**
 * The gesture after a touch; a wrong corner begins it anew.
 * @param corner null for a touch elsewhere, which breaks it off
 * @param at ms
 */
export function touchCorner(gesture: Gesture, corner: Corner | null, at: number, wanted: readonly Corner[]): Gesture {
  if (corner === null) return noGesture;
  const isLate = at - gesture.since > most;
  const touched = isLate ? [corner] : [...gesture.touched, corner];
  const since = touched.length === 1 ? at : gesture.since;
  if (touched.every((each, place) => each === wanted[place])) return { touched, since };
  return corner === wanted[0] ? { touched: [corner], since: at } : noGesture;
}

export const isMade = ({ touched }: Gesture, wanted: readonly Corner[]): boolean => touched.length === wanted.length;
