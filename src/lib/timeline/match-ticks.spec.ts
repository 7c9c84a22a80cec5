import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutMatchTicks } from './match-ticks.ts';
import { bounds, events } from './timeline.fixture.ts';

describe('layoutMatchTicks', () => {
  it('marks the part in which a match begins, and nothing else', () => {
    const whole = { from: 0, to: 100 };
    const all = [10, 11, 50, 90].map((start) => ({ id: `at-${start}`, start }));
    expect(layoutMatchTicks(all, new Set(['at-10', 'at-11', 'at-90']), whole, 10)).toEqual([0.15, 0.95]);
    expect(layoutMatchTicks(all, new Set(), whole, 10)).toEqual([]);
  });

  it('has no more ticks than parts, all of them within the whole', () => {
    fc.assert(
      fc.property(events(), fc.integer({ min: 1, max: 300 }), (all, parts) => {
        const ticks = layoutMatchTicks(all, new Set(all.map(({ id }) => id)), bounds, parts);
        expect(ticks.length).toBeLessThanOrEqual(Math.min(parts, all.length));
        for (const tick of ticks) expect(tick > 0 && tick < 1).toBe(true);
      })
    );
  });
});
