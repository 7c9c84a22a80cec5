import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Work } from '../lesson/work.ts';
import type { Operation } from '../model/operation.ts';
import type { Question } from '../model/question.ts';
import { heatOf } from './heat.ts';
import { presenceOf, readSheet } from './sheet.ts';
import { tally } from './tally.ts';

const short: Question = { id: 'why', type: 'short', prompt: 'Why?', hints: [], model: [], rubric: [] };
const poll: Question = { ...short, id: 'vote', type: 'poll', options: [] } as never;
const steps = [{ id: 'one', questions: [short, poll] }];
const write = (id: string, field: string, value: string | string[], question = 'why'): Operation => ({
  id,
  at: 5,
  clock: 1,
  module: 'm',
  type: 'field',
  step: 'one',
  question,
  field,
  base: null,
  change: { type: 'set', value }
});

const read = (...operations: Operation[]) => {
  const work = new Work();
  operations.forEach((operation) => work.take(operation));
  return readSheet('m', steps, work);
};

describe('readSheet', () => {
  it('says of each question whether it is untouched, begun or answered', () => {
    expect(read()).toEqual({
      answers: { 'one/why': {}, 'one/vote': {} },
      progress: { 'one/why': 'empty', 'one/vote': 'empty' },
      answered: 0
    });
    const sheet = read(write('a', 'text', 'Because.'), write('b', 'seen', 'x', 'vote'));
    expect(sheet.progress).toEqual({ 'one/why': 'answered', 'one/vote': 'begun' });
    expect(sheet).toMatchObject({ answered: 1, answers: { 'one/why': { text: 'Because.' } } });
  });

  it('leaves out what is not asked, and other modules', () => {
    const elsewhere = { ...write('c', 'text', 'There.'), module: 'another' };
    expect(read(write('a', 'text', 'x', 'dropped'), elsewhere).answered).toBe(0);
  });
});

describe('presenceOf', () => {
  const minute = 60_000;
  const of = (seen: number, last: number, answered = 1) =>
    presenceOf({ seenAt: 100 * minute - seen, lastAt: 100 * minute - last, answered, asked: 3 }, 100 * minute);

  it('knows who works, who may be stuck, who is away and who is done', () => {
    expect(of(minute, minute)).toBe('working');
    expect(of(minute, 5 * minute)).toBe('stuck');
    expect(of(2 * minute, 2 * minute)).toBe('away');
    expect(of(50 * minute, 50 * minute, 3)).toBe('done');
  });
});

describe('heatOf', () => {
  const choices = fc.array(
    fc.record({
      start: fc.integer({ min: -5, max: 60 }),
      end: fc.integer({ min: -5, max: 60 }),
      student: fc.constantFrom('a', 'b', 'c')
    }),
    { maxLength: 12 }
  );

  it('cuts the whole text into pieces, and says of every letter who chose it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), choices, (length, chosen) => {
        const pieces = heatOf(length, chosen);
        expect(pieces[0]!.start).toBe(0);
        expect(pieces.at(-1)!.end).toBe(length);
        pieces.slice(1).forEach((piece, index) => expect(piece.start).toBe(pieces[index]!.end));
        for (let letter = 0; letter < length; letter += 1) {
          const piece = pieces.find(({ start, end }) => letter >= start && letter < end)!;
          const who = chosen.filter(({ start, end }) => letter >= start && letter < end).map(({ student }) => student);
          expect(piece.students).toEqual([...new Set(who)].sort());
        }
      })
    );
  });
});

describe('tally', () => {
  it('counts each option once for each who chose it, and nothing else', () => {
    const options = [{ id: 'yes' }, { id: 'no' }];
    expect(tally(options, [['yes'], ['yes', 'no'], ['gone'], []])).toEqual([
      { option: options[0], count: 2 },
      { option: options[1], count: 1 }
    ]);
  });
});
