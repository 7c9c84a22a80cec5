import { onAxis } from './historical-date.ts';
import type { Source } from './source.ts';

/**
 * What the public knew: `then` leaves out what was secret on its own day; an instant of the axis
 * leaves out what came after it, and what nobody could know by then.
 */
export type Known = 'then' | number;

/** Since when the public could know of something, in civil milliseconds of the axis's zone. */
export interface Disclosure {
  /** Null where that is not recorded, or never was. */
  readonly from: number | null;
  /** It was kept from the public on its own day. */
  readonly wasSecret: boolean;
}

interface EventFacts {
  readonly start: number;
  readonly end: number;
  readonly extent: 'range' | 'point' | 'within';
  readonly publicThen: boolean | 'partly';
}

/**
 * An event is known once it has begun. Where no document gives its hour, that is certain only when
 * its day, or the hours within which it fell, are over. A secret one is never: nothing tells when it came out.
 */
export const discloseEvent = ({ start, end, extent, publicThen }: EventFacts): Disclosure =>
  publicThen === false
    ? { from: null, wasSecret: true }
    : { from: extent === 'within' ? end : start, wasSecret: false };

/** A document can be read from its date on, and a secret one since it was opened, where that is recorded. */
export function discloseSource(
  { date, publicThen, opened }: Pick<Source, 'date' | 'publicThen' | 'opened'>,
  offset: number
): Disclosure {
  if (!publicThen) return { from: opened && onAxis(opened, offset).end, wasSecret: true };
  return { from: onAxis(date, offset)[date.precision === 'minute' ? 'start' : 'end'], wasSecret: false };
}

/** Whether the public knew of it. */
export const isKnown = ({ from, wasSecret }: Disclosure, known: Known): boolean =>
  known === 'then' ? !wasSecret : from !== null && from <= known;
