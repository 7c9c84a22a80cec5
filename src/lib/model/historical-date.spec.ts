import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, DAY, HOUR, MINUTE, onAxis, type HistoricalDate } from './historical-date.ts';

const dateOf = (start: number, end: number, offset: number | null): HistoricalDate => ({
  edtf: '',
  precision: start === end ? 'minute' : 'day',
  start,
  end,
  offset,
  uncertain: false,
  approximate: false,
  between: false
});

const offset = fc.oneof(fc.constant(null), fc.integer({ min: -720, max: 840 }));
// Few instants, so that dates often begin together.
const anyDate = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 3 }), offset)
  .map(([hour, length, zone]) => dateOf(hour * HOUR, (hour + length) * HOUR, zone));

describe('a date on an axis', () => {
  const vote = dateOf(Date.UTC(1990, 10, 29, 17, 27), Date.UTC(1990, 10, 29, 17, 27), -300);

  it('is moved to the zone of the axis when its own zone is documented', () => {
    expect(onAxis(vote, 60).start).toBe(Date.UTC(1990, 10, 29, 23, 27));
    expect(onAxis(vote, 180).start).toBe(Date.UTC(1990, 10, 30, 1, 27));
    expect(onAxis(vote, -300).start).toBe(vote.start);
  });

  it('stays the day that it was where no zone is documented', () => {
    const day = dateOf(Date.UTC(1990, 10, 29), Date.UTC(1990, 10, 30), null);
    for (const axis of [-300, 0, 60, 180]) expect(onAxis(day, axis)).toEqual({ start: day.start, end: day.end });
  });

  it('keeps its length', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -720, max: 840 }), (date, axis) => {
        const { start, end } = onAxis(date, axis);
        expect(end - start).toBe(date.end - date.start);
        expect(Math.abs(start - date.start) % MINUTE).toBe(0);
        expect(Math.abs(start - date.start)).toBeLessThanOrEqual(26 * HOUR);
      })
    );
  });
});

describe('the order of dates', () => {
  it('is by the instant, not by the clock', () => {
    const newYork = dateOf(DAY, DAY, -300);
    const baghdad = dateOf(DAY + HOUR, DAY + HOUR, 180);
    expect(compareDates(baghdad, newYork)).toBeLessThan(0);
  });

  it('has the shorter first of two that begin together', () => {
    expect(compareDates(dateOf(0, HOUR, null), dateOf(0, DAY, null))).toBeLessThan(0);
  });

  it('is the same both ways round, and of a date with itself is none', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(Math.sign(compareDates(a, b)) + Math.sign(compareDates(b, a))).toBe(0);
        expect(compareDates(a, { ...a })).toBe(0);
      })
    );
  });

  it('never goes round in a circle', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
        const [first, second, third] = [a, b, c].sort(compareDates) as [HistoricalDate, HistoricalDate, HistoricalDate];
        expect(compareDates(first, second)).toBeLessThanOrEqual(0);
        expect(compareDates(second, third)).toBeLessThanOrEqual(0);
        expect(compareDates(first, third)).toBeLessThanOrEqual(0);
      })
    );
  });
});
