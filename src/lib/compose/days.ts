import type { HistoricalDate } from '../model/historical-date.ts';

const length = 86_400_000;

/** A day of the calendar as civil milliseconds, as the timeline has them. */
export const timeOf = (iso: string): number => Date.parse(iso);

/** The day on which a civil time lies. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** A day so many days later, or earlier; a day without a year of four figures stays where it is. */
export function addDays(iso: string, days: number): string {
  const later = new Date(timeOf(iso) + days * length);
  return Number.isNaN(later.getTime()) || later.getUTCFullYear() < 1 || later.getUTCFullYear() > 9999
    ? iso
    : later.toISOString().slice(0, 10);
}

/** How many days lie from one day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((timeOf(to) - timeOf(from)) / length);

/** The first instant after a stretch of whole days. */
export const endOf = (lastDay: string): number => timeOf(lastDay) + length;

/** The whole day at whose beginning a time lies nearest. */
export const nearestDay = (time: number): string => dayOf(Math.round(time / length) * length);

/** A day as the collection has dates. */
export const historicalDay = (iso: string): HistoricalDate => ({
  edtf: iso,
  precision: 'day',
  start: timeOf(iso),
  end: endOf(iso),
  offset: null,
  uncertain: false,
  approximate: false,
  between: false
});
