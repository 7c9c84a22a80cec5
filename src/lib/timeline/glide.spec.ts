import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glideBetween } from './glide.ts';
import { bounds, DAY, shares, viewports } from './timeline.fixture.ts';
import { spanOf, type Viewport } from './viewport.ts';

const steps = Array.from({ length: 41 }, (_, index) => index / 40);
/** Civil times are of the order of 10¹², and doubles have sixteen digits. */
const rounding = 0.01;

describe('glideBetween', () => {
  it('begins and ends exactly', () => {
    fc.assert(
      fc.property(viewports, viewports, (a, b) => {
        const { at } = glideBetween(a, b);
        expect(at(0)).toEqual(a);
        expect(at(1)).toEqual(b);
        expect(at(-1)).toEqual(a);
        expect(at(2)).toEqual(b);
      })
    );
  });

  it('stays within the two views together, and so within the bounds', () => {
    fc.assert(
      fc.property(viewports, viewports, shares, (a, b, share) => {
        const { from, to } = glideBetween(a, b).at(share);
        expect(from).toBeGreaterThanOrEqual(Math.min(a.from, b.from) - rounding);
        expect(to).toBeLessThanOrEqual(Math.max(a.to, b.to) + rounding);
        expect(from).toBeGreaterThanOrEqual(bounds.from - rounding);
        expect(to).toBeLessThanOrEqual(bounds.to + rounding);
      })
    );
  });

  it('is never nearer than the nearer of the two', () => {
    fc.assert(
      fc.property(viewports, viewports, shares, (a, b, share) => {
        const span = spanOf(glideBetween(a, b).at(share));
        expect(span).toBeGreaterThanOrEqual(Math.min(spanOf(a), spanOf(b)) - rounding);
      })
    );
  });

  it('moves each edge one way', () => {
    fc.assert(
      fc.property(viewports, viewports, (a, b) => {
        const way = steps.map(glideBetween(a, b).at);
        for (const edge of ['from', 'to'] as const) {
          const direction = Math.sign(b[edge] - a[edge]);
          way.slice(1).forEach((view, index) => {
            expect((view[edge] - way[index]![edge]) * direction).toBeGreaterThanOrEqual(-rounding);
          });
        }
      })
    );
  });

  it('takes a second, or a little more where the way is long', () => {
    fc.assert(
      fc.property(viewports, viewports, (a, b) => {
        const { duration } = glideBetween(a, b);
        expect(duration).toBeGreaterThanOrEqual(900);
        expect(duration).toBeLessThanOrEqual(1600);
      })
    );
  });

  const week = (day: number): Viewport => ({ from: bounds.from + day * DAY, to: bounds.from + (day + 7) * DAY });

  it('draws back on a far way, until both ends are seen', () => {
    const middle = glideBetween(week(10), week(900)).at(0.5);
    expect(middle).toEqual({ from: week(10).from, to: week(900).to });
  });

  it('moves along at the same zoom on a short one', () => {
    for (const share of steps) expect(spanOf(glideBetween(week(10), week(15)).at(share))).toBeCloseTo(7 * DAY, 0);
  });

  it('halves the span in half of the time, as far as that goes', () => {
    const near = glideBetween(bounds, { from: bounds.from, to: bounds.from + spanOf(bounds) / 16 });
    expect(spanOf(bounds) / spanOf(near.at(0.5))).toBeCloseTo(4, 5);
  });
});
