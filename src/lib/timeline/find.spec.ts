import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../model/fold.ts';
import { findMatches, indexWords, stepMatch } from './find.ts';
import { synthesize, titleOf } from './synthetic.ts';

const index = indexWords([
  { id: 'talk', words: ['Gorbachev asks Pérez de Cuéllar', '19 November 1990', 'Paris'] },
  { id: 'vote', words: ['Resolution 678 is adopted', '29 November 1990', 'New York', 'Eduard Shevardnadze'] },
  { id: 'ship', words: ['Fāw: the fleet’s blockade', '1 August 1990', 'Kuwait'] }
]);
const found = (typed: string) => [...(findMatches(index, typed) ?? ['no word'])];

describe('findMatches', () => {
  it.each([
    ['a name without its marks', 'Perez', ['talk']],
    ['a name with them', 'PÉREZ', ['talk']],
    ['the beginning of a word', 'shev', ['vote']],
    ['every word, each in its place', 'york 678', ['vote']],
    ['a day', '19 november', ['talk']],
    ['a day of one digit', '1 aug', ['ship']],
    ['a month of a year', 'nov 1990', ['talk', 'vote']],
    ['a year that is half typed', '199', ['talk', 'vote', 'ship']],
    ['words with an apostrophe', "fleet's", ['ship']],
    ['words with a mark beside them', '“faw”:', ['ship']]
  ])('finds %s', (_, typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  it.each(['paris kuwait', 'ovember', '9', 'zeppelin'])('finds nothing for %s', (typed) => {
    expect(found(typed)).toEqual([]);
  });

  it.each(['', '   ', '—', '?!'])('does not look for what is no word: %j', (typed) => {
    expect(findMatches(index, typed)).toBeNull();
  });

  const letters = fc.string({ unit: fc.constantFrom(...'aeéoöuznrt'), minLength: 1, maxLength: 7 });
  const texts = fc.array(fc.array(letters, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 });
  const indexOf = (all: readonly (readonly string[])[]) =>
    indexWords(all.map((words, id) => ({ id: String(id), words: [words.join(' ')] })));

  it('finds every event by the beginnings of its words, in any order', () => {
    const typed = texts.chain((all) =>
      fc.record({
        all: fc.constant(all),
        at: fc.nat(all.length - 1),
        cut: fc.integer({ min: 1, max: 7 }),
        order: fc.boolean()
      })
    );
    fc.assert(
      fc.property(typed, ({ all, at, cut, order }) => {
        const words = all[at]!.map((word) => word.slice(0, cut));
        const asked = (order ? words : words.toReversed()).join(' ');
        expect(findMatches(indexOf(all), asked)!.has(String(at))).toBe(true);
        expect(findMatches(indexOf(all), fold(asked))).toEqual(findMatches(indexOf(all), asked.toUpperCase()));
      })
    );
  });

  it('never finds more for one more word, nor for one more letter', () => {
    fc.assert(
      fc.property(texts, letters, letters, (all, first, more) => {
        const few = findMatches(indexOf(all), first)!;
        for (const typed of [`${first} ${more}`, `${first}${more}`]) {
          expect([...findMatches(indexOf(all), typed)!].filter((id) => !few.has(id))).toEqual([]);
        }
      })
    );
  });
});

describe('stepMatch', () => {
  const matches = [10, 20, 30].map((start) => ({ id: `at-${start}`, start }));
  const step = (id: string | null, time: number, by: 1 | -1) => stepMatch(matches, { id, time }, by)?.start;

  it('goes on from the match that is chosen, and around the ends', () => {
    expect(step('at-10', 0, 1)).toBe(20);
    expect(step('at-30', 0, 1)).toBe(10);
    expect(step('at-10', 0, -1)).toBe(30);
  });

  it('begins where the reader is', () => {
    expect(step(null, 15, 1)).toBe(20);
    expect(step(null, 31, 1)).toBe(10);
    expect(step('another', 25, -1)).toBe(20);
    expect(step(null, 5, -1)).toBe(30);
  });

  it('finds none among none', () => {
    expect(stepMatch([], { id: null, time: 0 }, 1)).toBeNull();
  });

  it('comes through every match and back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 30 }), fc.constantFrom(1, -1), (times, by) => {
        const all = times.toSorted((a, b) => a - b).map((start) => ({ id: `at-${start}`, start }));
        const seen = new Set<string>();
        let id: string | null = null;
        for (let count = 0; count < all.length; count += 1) {
          id = stepMatch(all, { id, time: 0 }, by as 1 | -1)!.id;
          seen.add(id);
        }
        expect(seen.size).toBe(all.length);
      })
    );
  });
});

describe('of ten thousand events', () => {
  const ask = { events: 10_000, seed: 1, lanes: 5 };
  const columns = synthesize(ask);
  const titles = Array.from({ length: ask.events }, (_, place) => titleOf(columns, place));
  const many = indexWords(titles.map((title, place) => ({ id: String(place), words: [title] })));

  /** The fewest letters of a word of its title, typed from its beginning, that leave it and few others. */
  const pressesTo = (place: number): number => {
    const words = titles[place]!.split(' ').slice(1);
    const counts = words.flatMap((word) =>
      Array.from({ length: word.length }, (_, at) => {
        const matches = [...findMatches(many, word.slice(0, at + 1))!];
        // The key that opens the field, the letters, and Enter for each match up to it.
        return 1 + (at + 1) + (matches.indexOf(String(place)) + 1);
      })
    );
    return Math.min(...counts);
  };

  it('any is reached in at most twelve presses', () => {
    for (let place = 0; place < ask.events; place += 397)
      expect(pressesTo(place), titles[place]).toBeLessThanOrEqual(12);
  });
});
