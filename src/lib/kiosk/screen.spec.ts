import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextBox, type Box, type Direction } from './five-keys.ts';
import { cornerAt, isMade, noGesture, touchCorner } from './gesture.ts';
import { mostShift, shiftAt } from './pixel-shift.ts';
import type { Corner } from './settings.ts';

describe('the picture on its panel', () => {
  it('moves by no more than a pixel from one second to the next, and never far', () => {
    for (let second = 0; second < 3600; second += 1) {
      const [now, next] = [shiftAt(second * 1000), shiftAt((second + 1) * 1000)];
      expect(Math.abs(next.x - now.x)).toBeLessThanOrEqual(1);
      expect(Math.abs(next.y - now.y)).toBeLessThanOrEqual(1);
      expect(Math.max(Math.abs(now.x), Math.abs(now.y))).toBeLessThanOrEqual(mostShift);
    }
  });

  it('comes to every side within an hour, and is back then', () => {
    const ways = Array.from({ length: 60 }, (_, minute) => shiftAt(minute * 60_000));
    for (const axis of ['x', 'y'] as const) {
      expect(Math.max(...ways.map((way) => way[axis]))).toBeGreaterThan(mostShift - 2);
      expect(Math.min(...ways.map((way) => way[axis]))).toBeLessThan(2 - mostShift);
    }
    expect([shiftAt(0), shiftAt(3_600_000)]).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 0 }
    ]);
  });
});

describe('an arrow', () => {
  const at = (left: number, top: number, width = 100, height = 60): Box => ({
    left,
    top,
    right: left + width,
    bottom: top + height
  });
  const grid = [at(0, 0), at(200, 0), at(400, 0), at(0, 100), at(200, 100), at(400, 100), at(0, 200, 500)];

  it.each([
    [4, 'left', 3],
    [4, 'right', 5],
    [4, 'up', 1],
    [4, 'down', 6],
    [6, 'up', 4],
    [0, 'left', -1],
    [2, 'right', -1],
    [6, 'down', -1]
  ] as const)('from %i to the %s leads to %i', (from, direction, to) => {
    const others = grid.filter((_, place) => place !== from);
    const next = nextBox(grid[from]!, others, direction);
    expect(next < 0 ? next : grid.indexOf(others[next]!)).toBe(to);
  });

  it('reaches every box of a grid, from every other', () => {
    const sizes = fc.record({ columns: fc.integer({ min: 1, max: 5 }), rows: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(sizes, ({ columns, rows }) => {
        const boxes = Array.from({ length: columns * rows }, (_, place) =>
          at((place % columns) * 150, Math.floor(place / columns) * 90)
        );
        const seen = new Set([0]);
        for (const from of seen)
          for (const direction of ['left', 'right', 'up', 'down'] as Direction[]) {
            const others = boxes.map((_, place) => place).filter((place) => place !== from);
            const next = nextBox(
              boxes[from]!,
              others.map((place) => boxes[place]!),
              direction
            );
            if (next >= 0) seen.add(others[next]!);
          }
        expect(seen.size).toBe(boxes.length);
      })
    );
  });
});

describe('the technician’s gesture', () => {
  const wanted: Corner[] = ['top-left', 'top-right', 'bottom-right'];
  const make = (touches: readonly (readonly [Corner | null, number])[]) =>
    touches.reduce((gesture, [corner, at]) => touchCorner(gesture, corner, at, wanted), noGesture);

  it('is made of corners, in their order', () => {
    const made = make([
      ['top-left', 0],
      ['top-right', 900],
      ['bottom-right', 1800]
    ]);
    expect(isMade(made, wanted)).toBe(true);
  });

  it.each([
    [
      'another touch between',
      [
        ['top-left', 0],
        ['top-right', 1],
        [null, 2],
        ['bottom-right', 3]
      ]
    ],
    [
      'a wrong order',
      [
        ['top-left', 0],
        ['bottom-right', 1],
        ['top-right', 2]
      ]
    ],
    [
      'too much time',
      [
        ['top-left', 0],
        ['top-right', 1],
        ['bottom-right', 9000]
      ]
    ]
  ] as const)('is broken off by %s', (_, touches) => {
    expect(isMade(make(touches), wanted)).toBe(false);
  });

  it('begins anew with its first corner', () => {
    const again = make([
      ['top-left', 0],
      ['top-left', 500],
      ['top-right', 900],
      ['bottom-right', 1000]
    ]);
    expect(isMade(again, wanted)).toBe(true);
  });

  it('knows the corners of a screen', () => {
    expect([cornerAt(0.01, 0.02), cornerAt(0.99, 0.97), cornerAt(0.5, 0.02), cornerAt(0.2, 0.2)]).toEqual([
      'top-left',
      'bottom-right',
      null,
      null
    ]);
  });
});
