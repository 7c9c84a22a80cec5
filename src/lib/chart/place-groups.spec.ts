import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupMarks, numberMarks, type Mark } from './place-groups.ts';

const someMarks = fc.array(fc.record({ x: fc.integer({ min: 0, max: 1600 }), y: fc.integer({ min: 0, max: 800 }) }), {
  maxLength: 30
});
const toMarks = (points: readonly { x: number; y: number }[]): Mark[] =>
  points.map((point, index) => ({ ...point, id: `m${index}`, label: `Mark ${index}` }));

describe('numberMarks', () => {
  it('numbers every mark once, from 1', () => {
    fc.assert(
      fc.property(someMarks, (points) => {
        const numbered = numberMarks(toMarks(points));
        expect(numbered.map(({ number }) => number)).toEqual(points.map((_, index) => index + 1));
        expect(new Set(numbered.map(({ mark }) => mark.id)).size).toBe(points.length);
      })
    );
  });

  it('does not depend on the order of the marks', () => {
    const marks = toMarks([
      { x: 10, y: 10 },
      { x: 900, y: 40 },
      { x: 12, y: 11 },
      { x: 500, y: 300 }
    ]);
    expect(numberMarks(marks.toReversed())).toEqual(numberMarks(marks));
  });
});

describe('groupMarks', () => {
  it('leaves groups apart, with consecutive numbers, at any scale', () => {
    fc.assert(
      fc.property(someMarks, fc.integer({ min: 1, max: 400 }), (points, apart) => {
        const groups = groupMarks(numberMarks(toMarks(points)), apart);
        const numbers = groups.flatMap(({ members }) => members.map(({ number }) => number));
        expect(numbers).toEqual(points.map((_, index) => index + 1));
        groups.forEach((a, index) => {
          for (const b of groups.slice(index + 1)) {
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(apart);
          }
        });
      })
    );
  });

  it('puts places in one city together', () => {
    const marks = toMarks([
      { x: 800, y: 300 },
      { x: 801, y: 301 },
      { x: 1200, y: 250 }
    ]);
    const groups = groupMarks(numberMarks(marks), 20);
    expect(groups.map(({ members }) => members.map(({ mark }) => mark.id))).toEqual([['m0', 'm1'], ['m2']]);
  });
});
