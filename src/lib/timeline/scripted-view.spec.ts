import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scriptedRound, scriptedView } from './scripted-view.ts';
import { syntheticBounds as bounds, syntheticOpening as opening } from './synthetic.ts';
import { spanOf, type Viewport } from './viewport.ts';

const expectSame = (one: Viewport, other: Viewport) => {
  // A second of years is rounding.
  expect(Math.abs(one.from - other.from)).toBeLessThan(1000);
  expect(Math.abs(one.to - other.to)).toBeLessThan(1000);
};

describe('a scripted hand', () => {
  it.each(['pan', 'zoom'] as const)('begins and ends its %s where the view opens', (kind) => {
    expectSame(scriptedView(kind, 0, opening, bounds), opening);
    expectSame(scriptedView(kind, scriptedRound, opening, bounds), opening);
  });

  it('pans from one end to the other at the same zoom', () => {
    expect(scriptedView('pan', scriptedRound / 4, opening, bounds).to).toBe(bounds.to);
    expect(scriptedView('pan', (scriptedRound * 3) / 4, opening, bounds).from).toBe(bounds.from);
    expect(spanOf(scriptedView('pan', 1234, opening, bounds))).toBeCloseTo(spanOf(opening), -1);
  });

  it('zooms to a sixtieth around the middle', () => {
    const nearest = scriptedView('zoom', scriptedRound / 2, opening, bounds);
    expect(spanOf(opening) / spanOf(nearest)).toBeCloseTo(60, 3);
    expect((nearest.from + nearest.to) / 2).toBeCloseTo((opening.from + opening.to) / 2, -1);
  });

  it('never leaves the bounds', () => {
    fc.assert(
      fc.property(fc.constantFrom('pan' as const, 'zoom' as const), fc.nat({ max: 60_000 }), (kind, elapsed) => {
        const view = scriptedView(kind, elapsed, opening, bounds);
        expect(view.from).toBeGreaterThanOrEqual(bounds.from);
        expect(view.to).toBeLessThanOrEqual(bounds.to);
      })
    );
  });
});
