import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutParagraph } from '../../src/lib/anchor/cut.ts';
import { describeStretch, resolveTarget } from '../../src/lib/anchor/selector.ts';
import { sentencesOf } from '../../src/lib/anchor/sentences.ts';
import { buildCollection } from '../../src/lib/content/build-collection.ts';
import { readContentFiles } from '../../src/lib/content/read-files.ts';

const { collection } = buildCollection(readContentFiles(process.cwd()));
const sources = collection!.sources.flatMap(({ id, excerpt, language }) =>
  excerpt ? [{ id, excerpt, language }] : []
);

describe('picks on the collection', () => {
  it('1,000 of them, anywhere in any excerpt, are found again to the letter', () => {
    fc.assert(
      fc.property(fc.nat(sources.length - 1), fc.nat(), fc.nat(), (which, a, b) => {
        const { id, excerpt } = sources[which]!;
        const start = a % excerpt.plain.length;
        const end = start + 1 + (b % (excerpt.plain.length - start));
        // As it comes back from a file.
        const target = JSON.parse(JSON.stringify(describeStretch(id, excerpt.plain, start, end))) as ReturnType<
          typeof describeStretch
        >;
        expect(resolveTarget(target, excerpt.plain)).toEqual({ start, end, isExact: true });
      }),
      { numRuns: 1000 }
    );
  });

  it('on plainer words land on the words that they stand for', () => {
    for (const { id, sentences } of collection!.adapted) {
      const { excerpt } = sources.find((source) => source.id === id)!;
      for (const { start, end } of sentences) {
        const found = resolveTarget(describeStretch(id, excerpt.plain, start, end), excerpt.plain);
        expect(found).toEqual({ start, end, isExact: true });
      }
    }
    expect(collection!.adapted.length).toBeGreaterThan(6);
  });
});

describe('the sentences of an excerpt', () => {
  it.each(sources)('hold all the words of $id, and none crosses a paragraph', ({ excerpt, language }) => {
    const sentences = sentencesOf(excerpt, language);
    const numbered = excerpt.paragraphs.filter(({ id }) => id !== null);
    const joined = sentences.map(({ start, end }) => excerpt.plain.slice(start, end)).join('');
    const whole = numbered.map(({ start, end }) => excerpt.plain.slice(start, end)).join('');
    expect(joined.replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''));
    for (const { start, end } of sentences) {
      expect(end).toBeGreaterThan(start);
      expect(numbered.some((paragraph) => start >= paragraph.start && end <= paragraph.end)).toBe(true);
    }
  });

  it('do not end at an initial or at the number of a paragraph', () => {
    const textsOf = (id: string) => {
      const { excerpt, language } = sources.find((source) => source.id === id)!;
      return sentencesOf(excerpt, language).map(({ start, end }) => excerpt.plain.slice(start, end));
    };
    expect(textsOf('gorbachev-perez-de-cuellar-1990-11-19')).toContainEqual(
      expect.stringMatching(/^On the other hand.*S\. Hussein to take the correct steps\.$/)
    );
    expect(textsOf('unsc-res-678')).toContainEqual(expect.stringMatching(/^2\. Authorizes Member States/));
  });
});

describe('a paragraph that is cut', () => {
  it('has the same words, and no piece lies half within a stretch', () => {
    fc.assert(
      fc.property(
        fc.nat(sources.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 }),
        (which, pairs) => {
          const { excerpt } = sources[which]!;
          const stretches = pairs.map(([a, b]) => {
            const start = a % excerpt.plain.length;
            return { start, end: start + 1 + (b % (excerpt.plain.length - start)) };
          });
          for (const paragraph of excerpt.paragraphs) {
            const pieces = cutParagraph(paragraph, stretches);
            expect(pieces.map(({ text }) => text).join('')).toBe(paragraph.runs.map(({ text }) => text).join(''));
            for (const piece of pieces) {
              expect(piece.text.replace(/\n/g, ' ')).toBe(excerpt.plain.slice(piece.start, piece.end));
              for (const { start, end } of stretches) {
                const isInside = piece.start >= start && piece.end <= end;
                expect(isInside || piece.end <= start || piece.start >= end).toBe(true);
              }
            }
          }
        }
      ),
      { numRuns: 200 }
    );
  });
});
