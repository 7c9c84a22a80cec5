import { describe, expect, it } from 'vitest';
import { fields } from '../model/answer.ts';
import type { DraftingTable } from '../model/drafting.ts';
import { compareDrafts } from './drafts.ts';

const option = (id: string) => ({
  id,
  text: id,
  open: '',
  see: [],
  citations: [],
  asked: { relation: 'silent' as const, note: '' },
  adopted: { relation: 'near' as const, note: '' }
});
const table: DraftingTable = {
  id: 'table',
  title: 'Table',
  about: '',
  council: { year: 1990, rollCall: 'x' },
  asked: { name: 'Asked', source: 'a' },
  adopted: { name: 'Adopted', source: 'b' },
  choices: [
    { id: 'date', when: {}, question: 'When?', clause: 'The day', options: [option('none'), option('day')] },
    {
      id: 'which',
      when: { date: ['day'] },
      question: 'Which?',
      clause: 'Which day',
      options: [option('early'), option('late')]
    }
  ],
  clauses: [{ when: {}, isNumbered: false, text: 'The Council,' }]
};
const drafted = (id: string, chosen: Record<string, string>) => ({
  id,
  answer: Object.fromEntries(Object.entries(chosen).map(([choice, value]) => [fields.choice(choice), value]))
});

describe('the drafts of a class', () => {
  const clauses = compareDrafts(table, [
    drafted('noor', { date: 'day', which: 'late' }),
    drafted('aziz', { date: 'day' }),
    // A choice made before another one settled it does not count.
    drafted('li', { date: 'none', which: 'early' }),
    drafted('maria', {})
  ]);
  const counted = clauses.map(({ total, options }) => ({
    total,
    options: options.map(({ option: { id }, students }) => [id, students])
  }));

  it('counts an option for each draft that was asked and chose it, and shows what nobody chose', () => {
    expect(counted).toEqual([
      {
        total: 3,
        options: [
          ['none', ['li']],
          ['day', ['noor', 'aziz']]
        ]
      },
      {
        total: 1,
        options: [
          ['early', []],
          ['late', ['noor']]
        ]
      }
    ]);
  });
});
