import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounds, DAY, shares, viewports } from './timeline.fixture.ts';
import { clampViewport, panViewport, revealInstant, shortestSpan, spanOf, zoomViewport } from './viewport.ts';

const anywhere = fc
  .tuple(
    fc.integer({ min: bounds.from - 2000 * DAY, max: bounds.to + 2000 * DAY }),
    fc.integer({ min: 1, max: 4000 * DAY })
  )
  .map(([from, span]) => ({ from, to: from + span }));

describe('clampViewport', () => {
  it('keeps every view within the bounds, and neither too near nor too far', () => {
    fc.assert(
      fc.property(anywhere, (viewport) => {
        const clamped = clampViewport(viewport, bounds);
        expect(clamped.from).toBeGreaterThanOrEqual(bounds.from);
        expect(clamped.to).toBeLessThanOrEqual(bounds.to + 1e-3);
        expect(spanOf(clamped)).toBeGreaterThanOrEqual(shortestSpan - 1e-3);
      })
    );
  });

  it('leaves a view alone that lies within them', () => {
    fc.assert(
      fc.property(viewports, (viewport) => {
        const clamped = clampViewport(viewport, bounds);
        expect(clamped.from).toBeCloseTo(viewport.from, 2);
        expect(clamped.to).toBeCloseTo(viewport.to, 2);
      })
    );
  });
});

describe('zoomViewport', () => {
  it('keeps the instant under the pointer where it is, unless the bounds push it', () => {
    fc.assert(
      fc.property(
        viewports,
        shares,
        shares.map((share) => 0.2 + share * 4.8),
        (viewport, share, factor) => {
          const around = viewport.from + share * spanOf(viewport);
          const zoomed = zoomViewport(viewport, factor, around, bounds);
          fc.pre(zoomed.from > bounds.from + 1 && zoomed.to < bounds.to - 1);
          expect((around - zoomed.from) / spanOf(zoomed)).toBeCloseTo(share, 5);
        }
      )
    );
  });

  it('shows less with a factor above one, down to the nearest', () => {
    const near = zoomViewport(bounds, 2, bounds.from + 700 * DAY, bounds);
    expect(spanOf(near)).toBeCloseTo(spanOf(bounds) / 2, 0);
    expect(spanOf(zoomViewport(bounds, 1e9, bounds.from + 700 * DAY, bounds))).toBeCloseTo(shortestSpan, 0);
    expect(zoomViewport(near, 1e-9, near.from, bounds)).toEqual(bounds);
  });
});

describe('panViewport', () => {
  it('keeps the span, and goes back whence it came', () => {
    fc.assert(
      fc.property(
        viewports,
        shares.map((share) => share * 2 - 1),
        (viewport, share) => {
          const moved = panViewport(viewport, share, bounds);
          expect(spanOf(moved)).toBeCloseTo(spanOf(viewport), 2);
          fc.pre(moved.from > bounds.from + 1 && moved.to < bounds.to - 1);
          expect(panViewport(moved, -share, bounds).from).toBeCloseTo(viewport.from, 1);
        }
      )
    );
  });

  it('stops at the ends', () => {
    const last = { from: bounds.to - 10 * DAY, to: bounds.to };
    expect(panViewport(last, 0.5, bounds)).toEqual(last);
    const first = { from: bounds.from, to: bounds.from + 10 * DAY };
    expect(panViewport(first, -0.5, bounds)).toEqual(first);
  });
});

describe('revealInstant', () => {
  it('brings any instant of the bounds into view, at the same zoom', () => {
    fc.assert(
      fc.property(viewports, shares, (viewport, share) => {
        const instant = bounds.from + share * spanOf(bounds);
        const shown = revealInstant(viewport, instant, bounds);
        expect(spanOf(shown)).toBeCloseTo(spanOf(viewport), 2);
        expect(instant).toBeGreaterThanOrEqual(shown.from - 1);
        expect(instant).toBeLessThanOrEqual(shown.to + 1);
      })
    );
  });

  it('does not move while the instant is well in view', () => {
    const viewport = { from: Date.UTC(1990, 10, 1), to: Date.UTC(1990, 11, 1) };
    expect(revealInstant(viewport, Date.UTC(1990, 10, 19), bounds)).toBe(viewport);
    expect(revealInstant(viewport, Date.UTC(1990, 10, 30), bounds)).not.toBe(viewport);
  });
});
