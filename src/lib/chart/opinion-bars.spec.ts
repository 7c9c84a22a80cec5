import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawOpinions } from './opinion-bars.ts';

describe('opinions as bars', () => {
  it('stand in the order of the options, and the longest takes the width', () => {
    const { bars, size } = drawOpinions(['wait', 'threat', 'act'], { act: 30, wait: 15, gone: 99 });
    expect(size).toBe(45);
    expect(bars.map(({ id, count }) => [id, count])).toEqual([
      ['wait', 15],
      ['threat', 0],
      ['act', 30]
    ]);
    expect(bars.map(({ width }) => Number(width.toFixed(3)))).toEqual([0.5, 0, 1]);
  });

  it('are there before anybody answered, without a length', () => {
    const { bars, size, ticks } = drawOpinions(['a', 'b'], {});
    expect([size, ...bars.map(({ width }) => width)]).toEqual([0, 0, 0]);
    expect(ticks).toEqual([]);
  });

  it('never overlap, never leave the picture, and add up to all', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(counts, (all) => {
        const ids = all.map((_, place) => `o${place}`);
        const { bars, size, ticks } = drawOpinions(ids, Object.fromEntries(all.map((count, at) => [ids[at]!, count])));
        bars.forEach(({ y, height, width }, place) => {
          expect(y + height).toBeLessThanOrEqual((bars[place + 1]?.y ?? 1) + 1e-9);
          expect(width).toBeGreaterThanOrEqual(0);
          expect(width).toBeLessThanOrEqual(1 + 1e-9);
        });
        if (size > 0) expect(bars.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1);
        for (const { x } of ticks) expect(x).toBeLessThanOrEqual(1 + 1e-9);
      })
    );
  });
});
