/**
 * A date as the record gives it: a year, a month, a day or a minute, perhaps only
 * inferred or approximate, perhaps with a documented offset from UTC. Plain data, so
 * that it travels from the build to the page unchanged.
 *
 * `start` and `end` are civil times: the clock on the wall where the thing happened, in
 * milliseconds as though that clock stood at UTC. They say nothing of the zone; `offset`
 * does, where a document does. So 29 November in New York stays the 29th everywhere.
 */
export interface HistoricalDate {
  /** The EDTF string as the content has it (ISO 8601-2, levels 0 and 1). */
  readonly edtf: string;
  readonly precision: 'year' | 'month' | 'day' | 'minute';
  /** First civil millisecond that the date covers. */
  readonly start: number;
  /** First civil millisecond after what the date covers; equals `start` for a minute. */
  readonly end: number;
  /** Minutes east of UTC, where a document gives the hour; otherwise null. */
  readonly offset: number | null;
  /** `?`: the day follows from the documents but none states it. */
  readonly uncertain: boolean;
  /** `~`: about this day. */
  readonly approximate: boolean;
  /** `a/b`: somewhere between the two, which is not the same as lasting from one to the other. */
  readonly between: boolean;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * Where a date stands on an axis that shows the civil time of one zone.
 * A date with a documented offset is moved to the axis's zone; a day without one stays
 * the day that it was where it happened.
 * @param axisOffset minutes east of UTC
 * @returns civil milliseconds of the axis's zone: first instant and first instant after
 */
export function onAxis(date: HistoricalDate, axisOffset: number): { start: number; end: number } {
  const shift = date.offset === null ? 0 : (axisOffset - date.offset) * MINUTE;
  return { start: date.start + shift, end: date.end + shift };
}

/** Orders two dates by when they begin, then by when they end. */
export function compareDates(a: HistoricalDate, b: HistoricalDate): number {
  const one = onAxis(a, 0);
  const two = onAxis(b, 0);
  return one.start - two.start || one.end - two.end;
}
