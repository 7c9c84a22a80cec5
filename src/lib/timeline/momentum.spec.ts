import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentumAfter } from './momentum.ts';

describe('momentum', () => {
  it('goes on in its direction, ever slower, and no farther than a little over the width', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.05, max: 0.05, noNaN: true }), (speed) => {
        fc.pre(Math.abs(speed) > 0.001);
        const path = momentumAfter({ speed, at: 0 }, 10)!;
        const steps = Array.from({ length: 50 }, (_, step) => path.distance((step * path.duration) / 49));
        const strides = steps.slice(1).map((distance, step) => Math.abs(distance - steps[step]!));
        expect(steps[0]).toBeCloseTo(0, 12);
        expect(Math.sign(steps.at(-1)!)).toBe(Math.sign(speed));
        for (const [step, stride] of strides.slice(1).entries()) expect(stride).toBeLessThanOrEqual(strides[step]!);
        expect(Math.abs(steps.at(-1)!)).toBeLessThan(1.1);
      })
    );
  });

  it('does not begin where the picture was held still, or hardly moved', () => {
    expect(momentumAfter({ speed: 0.01, at: 0 }, 200)).toBeNull();
    expect(momentumAfter({ speed: 0.00001, at: 0 }, 5)).toBeNull();
    expect(momentumAfter({ speed: 0, at: 0 }, 5)).toBeNull();
  });
});
