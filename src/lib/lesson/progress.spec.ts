import { describe, expect, it } from 'vitest';
import { describeStretch } from '../anchor/selector.ts';
import { fields, type Answer } from '../model/answer.ts';
import type { Json } from '../model/operation.ts';
import type { Question } from '../model/question.ts';
import { countWords, isAnswered, isBegun } from './progress.ts';
import { shuffle } from './shuffle.ts';

const common = { id: 'q', prompt: 'Which?', hints: [], model: [], rubric: [] };
const pick = (label: string, source = 'a'): Json => ({
  label,
  target: describeStretch(source, 'some words', 0, 4) as never
});

/** A question of each kind, an answer that lacks one thing, and what makes it whole. */
const cases: { question: Question; short: Answer; rest: Answer }[] = [
  {
    question: {
      ...common,
      type: 'choice',
      several: false,
      options: [{ id: 'x', text: 'X', isRight: true, feedback: 'Yes' }]
    },
    short: { [fields.options]: [] },
    rest: { [fields.options]: ['x'] }
  },
  { question: { ...common, type: 'short' }, short: { [fields.text]: '  ' }, rest: { [fields.text]: 'words' } },
  {
    question: { ...common, type: 'evidence', labels: [{ id: 'one', text: 'One', picks: 2, like: [] }] },
    short: { 'pick/1': pick('one'), 'pick/2': pick('other') },
    rest: { 'pick/3': pick('one') }
  },
  {
    question: {
      ...common,
      type: 'sequence',
      items: ['a', 'b', 'c'].map((id) => ({ id, text: id, event: null, words: null }))
    },
    short: { [fields.order]: ['a', 'b'] },
    rest: { [fields.order]: ['c', 'a', 'b'] }
  },
  {
    question: { ...common, type: 'placement', from: null as never, to: null as never, events: ['a', 'b'] },
    short: { [fields.place('a')]: '1990-11-19' },
    rest: { [fields.place('b')]: '1990-11-29' }
  },
  {
    question: {
      ...common,
      type: 'comparison',
      left: ['s#a', 's#b'],
      right: ['t#c'],
      joins: [{ a: 's#a', b: 't#c', note: 'n' }],
      alone: []
    },
    short: { [fields.join('s#b')]: 'none' },
    rest: { [fields.join('s#a')]: 't#c' }
  },
  {
    question: { ...common, type: 'scale', claim: 'It was.', from: 'No', to: 'Yes' },
    short: { [fields.position]: 0 },
    rest: { [fields.text]: 'because' }
  },
  {
    question: { ...common, type: 'argument', sources: 2 },
    short: {
      [fields.claim]: 'c',
      [fields.reasoning]: 'r',
      'pick/1': pick('for', 'a'),
      'pick/2': pick('for', 'a'),
      'pick/3': pick('against', 'b')
    },
    rest: { 'pick/4': pick('for', 'b') }
  },
  {
    question: { ...common, type: 'drafting', table: 't' },
    short: { [fields.choice('date')]: 'x' },
    rest: { [fields.text]: 'because' }
  },
  {
    question: { ...common, type: 'poll', options: [{ id: 'x', text: 'X' }] },
    short: {},
    rest: { [fields.options]: ['x'] }
  }
];

describe('a question', () => {
  it.each(cases)('of the kind $question.type is answered once all of it is', ({ question, short, rest }) => {
    expect(isAnswered(question, {})).toBe(false);
    expect(isAnswered(question, short)).toBe(false);
    expect(isAnswered(question, { ...short, ...rest })).toBe(true);
  });

  it('is begun with the first sign of an answer, and not by one that was taken out', () => {
    expect(isBegun({})).toBe(false);
    expect(isBegun({ 'pick/1': null, text: '', seen: false })).toBe(false);
    expect(isBegun({ position: 0 })).toBe(true);
  });
});

describe('words', () => {
  it.each([
    ['', 0],
    ['One, two; three.', 3],
    ['the Council’s two-stepped resolution', 4],
    ['تصميم على المسألة', 3]
  ])('of %j are counted', (text, count) => expect(countWords(text)).toBe(count));
});

describe('a shuffled order', () => {
  it('is the same every time, has everything, and is not the order itself', () => {
    const items = ['a', 'b', 'c', 'd', 'e'];
    expect(shuffle(items, 'seed')).toEqual(shuffle(items, 'seed'));
    for (const seed of ['a', 'b', 'c', 'how-the-date-came']) {
      expect(shuffle(items, seed).sort()).toEqual(items);
      expect(shuffle(items, seed)).not.toEqual(items);
    }
  });
});
