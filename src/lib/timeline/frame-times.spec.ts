import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, percentile, summariseFrames } from './frame-times.ts';

const times = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 200 });

describe('percentile', () => {
  it.each([
    [0.5, 3],
    [0.95, 5],
    [0.2, 1],
    [0.21, 2],
    [0, 1],
    [1, 5]
  ])('%d of 1 to 5 is %d', (share, expected) => {
    expect(percentile([5, 3, 1, 4, 2], share)).toBe(expected);
  });

  it('is one of the values, and no more than the rest of the share are above it', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 100 }), (values, hundredths) => {
        const found = percentile(values, hundredths / 100);
        expect(values).toContain(found);
        expect(values.filter((value) => value > found).length).toBeLessThanOrEqual(
          values.length * (1 - hundredths / 100) + 1e-9
        );
      })
    );
  });

  it('of nothing is no number, and leaves its values as they were', () => {
    expect(percentile([], 0.5)).toBeNaN();
    const values = [3, 1, 2];
    percentile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('median', () => {
  it.each([
    [[4], 4],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10]
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('has as many values above it as below', () => {
    fc.assert(
      fc.property(times, (values) => {
        const found = median(values);
        const above = values.filter((value) => value > found).length;
        const below = values.filter((value) => value < found).length;
        expect(Math.max(above, below)).toBeLessThanOrEqual(values.length / 2);
      })
    );
  });

  it('of nothing is no number', () => {
    expect(median([])).toBeNaN();
  });
});

describe('summariseFrames', () => {
  it('tells the middle, the slow end, the worst and how many were seen', () => {
    const smooth = Array.from({ length: 98 }, () => 16.7);
    expect(summariseFrames([...smooth, 50, 120])).toEqual({
      frames: 100,
      median: 16.7,
      p95: 16.7,
      worst: 120,
      long: 1
    });
  });

  it('tells of no frames that there were none', () => {
    expect(summariseFrames([])).toEqual({ frames: 0, median: Number.NaN, p95: Number.NaN, worst: Number.NaN, long: 0 });
  });
});
