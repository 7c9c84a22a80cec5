import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentumAfter, withMove, type HandMove } from './momentum.ts';

/** Moves of a hand with one speed, a frame apart. */
const atSpeed = (speed: number): HandMove[] => {
  let moves: HandMove[] = [];
  for (let at = 0; at <= 96; at += 16) moves = withMove(moves, { share: speed * 16, at });
  return moves;
};

describe('momentum', () => {
  it('goes on in its direction, ever slower, and no farther than a little over the width', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.05, max: 0.05, noNaN: true }), (speed) => {
        fc.pre(Math.abs(speed) > 0.001);
        const path = momentumAfter(atSpeed(speed), 106)!;
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
    expect(momentumAfter(atSpeed(0.01), 200)).toBeNull();
    expect(momentumAfter(atSpeed(0.00001), 101)).toBeNull();
    expect(momentumAfter(atSpeed(0), 101)).toBeNull();
    expect(momentumAfter([], 5)).toBeNull();
  });

  it('does not take moves for faster because a busy machine heard of them at once', () => {
    const late = [90, 91, 92, 93].map((at) => ({ share: 0.01, at }));
    expect(momentumAfter(late, 94)!.distance(1e6)).toBeLessThan(260 * (0.03 / 16) + 1e-9);
  });

  it('forgets how fast a hand was before it rested', () => {
    const rested = withMove(withMove(atSpeed(0.01), { share: 0.001, at: 400 }), { share: 0.001, at: 416 });
    expect(rested).toHaveLength(2);
  });
});
