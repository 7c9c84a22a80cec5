import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPace, isRoomy, limitsOf, paceAfter, roomFor, sparesOf, type Pace } from './pace.ts';

const after = (took: readonly number[]): Pace => took.reduce(paceAfter, firstPace);
const times = (count: number, took: number) => Array.from({ length: count }, () => took);
const frames = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 80 });

describe('paceAfter', () => {
  it('gives a quick machine more with every frame, until it has room beside what cannot wait', () => {
    expect(isRoomy(firstPace)).toBe(false);
    expect(isRoomy(after(times(2, 3)))).toBe(true);
    expect(sparesOf(after(times(40, 3)))).toBe(2);
  });

  it('takes half of it away with every frame that is full', () => {
    expect(after([3, 3, 10]).mostNew).toBe(4);
    expect(after(times(9, 10)).mostNew).toBe(1);
  });

  it('leaves things as they are where a frame is well filled', () => {
    expect(after(times(20, 6))).toEqual(firstPace);
  });

  it('waits longer with every frame that was lost, and less again with every one that was not', () => {
    const slow = after(times(9, 30));
    expect(slow.patience).toBeGreaterThan(after([30]).patience);
    expect(after([30]).patience).toBeGreaterThan(1);
    expect(paceAfter(slow, 10).patience).toBeLessThan(slow.patience);
    expect(after([...times(9, 30), ...times(9, 10)]).patience).toBe(1);
  });
});

describe('roomFor', () => {
  it('fills a picture that rests in few frames, however slow the machine', () => {
    const slow = after(times(9, 30));
    expect(roomFor(slow, true)).toBe(1);
    expect(roomFor(slow, false)).toBe(8);
    expect(roomFor(after(times(40, 3)), false)).toBe(16);
  });
});

describe('limitsOf', () => {
  it('lets a slow machine go further before anything is laid out, and a quick one less far', () => {
    const [quick, first, slow] = [after(times(5, 3)), firstPace, after(times(5, 30))].map(limitsOf);
    for (const limit of ['nearer', 'farther', 'bent'] as const) {
      expect(quick![limit]).toBeLessThan(first![limit]);
      expect(first![limit]).toBeLessThan(slow![limit]);
    }
  });

  it('never lets words become more than two and a quarter times as wide or as narrow', () => {
    fc.assert(
      fc.property(frames, (took) => {
        expect(2 ** limitsOf(after(took)).bent).toBeLessThan(2.25);
      })
    );
  });

  it('always leaves a frame room for one new item, and for no more than a quick machine has', () => {
    fc.assert(
      fc.property(frames, (took) => {
        const { mostNew } = after(took);
        expect(Number.isInteger(mostNew)).toBe(true);
        expect(mostNew).toBeGreaterThanOrEqual(1);
        expect(mostNew).toBeLessThanOrEqual(16);
      })
    );
  });
});
