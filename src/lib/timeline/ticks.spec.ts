import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutAxis } from './ticks.ts';
import { axisLabelWidth, bounds, DAY, HOUR, tickFormat, viewports } from './timeline.fixture.ts';

const widths = fc.integer({ min: 280, max: 2000 });

describe('layoutAxis', () => {
  it('has small ticks whose labels never touch, in order, within the view', () => {
    fc.assert(
      fc.property(viewports, widths, (viewport, width) => {
        const { minor } = layoutAxis(viewport, width, tickFormat);
        expect(minor.length).toBeGreaterThan(0);
        minor.forEach((tick, index) => {
          expect(tick.x).toBeGreaterThanOrEqual(0);
          expect(tick.x).toBeLessThanOrEqual(1);
          const before = minor[index - 1];
          if (!before) return;
          const needed = (axisLabelWidth(before.label, 'minor') + axisLabelWidth(tick.label, 'minor')) / 2;
          expect((tick.x - before.x) * width).toBeGreaterThan(needed);
        });
      })
    );
  });

  it('has labels of the larger unit that never touch and never leave the picture', () => {
    fc.assert(
      fc.property(viewports, widths, (viewport, width) => {
        const { major } = layoutAxis(viewport, width, tickFormat);
        major.forEach(({ labelX, label }, index) => {
          const end = labelX * width + axisLabelWidth(label, 'major');
          expect(labelX).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(major[index + 1] ? major[index + 1]!.labelX * width : width);
        });
      })
    );
  });

  it('always says which day, month or year it shows', () => {
    fc.assert(
      fc.property(viewports, widths, (viewport, width) => {
        expect(layoutAxis(viewport, width, tickFormat).major.length).toBeGreaterThan(0);
      })
    );
  });

  it('names at the edge the period that began before it, unless the next one begins in its place', () => {
    const edge = layoutAxis({ from: Date.UTC(1990, 10, 10), to: Date.UTC(1990, 11, 20) }, 1000, tickFormat).major;
    expect(edge.map(({ label, labelX, isStart }) => [label, labelX > 0, isStart])).toEqual([
      ['November 1990', false, false],
      ['December 1990', true, true]
    ]);
    const late = layoutAxis({ from: Date.UTC(1990, 10, 29), to: Date.UTC(1990, 11, 20) }, 1000, tickFormat).major;
    expect(late.map(({ label }) => label)).toEqual(['December 1990']);
  });

  it.each([
    ['the whole', bounds, 'Jan', '1989'],
    ['a half-year', { from: Date.UTC(1990, 7, 1), to: Date.UTC(1991, 2, 10) }, '6', 'August 1990'],
    ['a month', { from: Date.UTC(1990, 10, 1), to: Date.UTC(1990, 11, 1) }, '1', 'November 1990'],
    ['three days', { from: Date.UTC(1990, 10, 18), to: Date.UTC(1990, 10, 21) }, '00:00', 'Sun, 18 November 1990'],
    [
      'three hours',
      { from: Date.UTC(1990, 10, 19, 9), to: Date.UTC(1990, 10, 19, 12) },
      '09:00',
      'Mon, 19 November 1990'
    ]
  ])('steps with the zoom: %s', (_, viewport, minor, major) => {
    const axis = layoutAxis(viewport, 1000, tickFormat);
    expect(axis.minor[0]!.label).toBe(minor);
    expect(axis.major[0]!.label).toBe(major);
  });

  it('has a tick exactly at the instant that it names', () => {
    const from = Date.UTC(1990, 10, 19, 9);
    const { minor } = layoutAxis({ from, to: from + 12 * HOUR }, 1000, tickFormat);
    expect(minor.find(({ label }) => label === '12:00')!.x).toBeCloseTo(3 / 12, 9);
    const days = layoutAxis({ from, to: from + 20 * DAY }, 1000, tickFormat).minor;
    expect(days.find(({ label }) => label === '29')!.x).toBeCloseTo((10 * 24 - 9) / (20 * 24), 9);
  });
});
