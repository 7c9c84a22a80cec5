import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeStretch, resolveTarget, toWords } from './selector.ts';

const words = 'The Council decides. The Council demands. The Council decides again, and waits.';

describe('words that are pointed at', () => {
  it('are found where they stood', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (plain, a, b) => {
        const start = a % plain.length;
        const end = start + 1 + (b % (plain.length - start));
        const found = resolveTarget(describeStretch('source', plain, start, end), plain);
        expect(found).toEqual({ start, end, isExact: true });
      })
    );
  });

  it('are found again after words were put in before them', () => {
    const target = describeStretch('source', words, words.lastIndexOf('The Council decides'), words.length);
    const revised = `Preamble. ${words}`;
    const found = resolveTarget(target, revised)!;
    expect(found.isExact).toBe(true);
    expect(revised.slice(found.start, found.end)).toBe('The Council decides again, and waits.');
  });

  it('are told from the same words elsewhere by what stands around them', () => {
    const start = words.lastIndexOf('The Council decides');
    const target = describeStretch('source', words, start, start + 'The Council decides'.length);
    const revised = `The Council decides. ${words}`;
    expect(resolveTarget(target, revised)).toMatchObject({ start: start + 21, isExact: true });
  });

  it('that were revised are not taken for the same; the nearest are offered', () => {
    const target = describeStretch('source', words, 21, 41);
    expect(words.slice(21, 41)).toBe('The Council demands.');
    const revised = words.replace('demands', 'demanded');
    const found = resolveTarget(target, revised)!;
    expect(found.isExact).toBe(false);
    expect(revised.slice(found.start, found.end)).toContain('The Council demanded');
  });

  it('that are gone are not found', () => {
    const target = describeStretch('source', words, 21, 41);
    expect(resolveTarget(target, 'Quite another text, on fishing and on ships.')).toBeNull();
  });
});

describe('a stretch', () => {
  it('is widened to whole words, without the spaces at its ends', () => {
    const { start, end } = toWords(words, 5, 10);
    expect(words.slice(start, end)).toBe('Council');
    expect(toWords(words, 3, 12)).toEqual({ start: 4, end: 11 });
  });

  it('of spaces alone is empty', () => {
    const { start, end } = toWords('a  b', 1, 3);
    expect(end - start).toBe(0);
  });
});
