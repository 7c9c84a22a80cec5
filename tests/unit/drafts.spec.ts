import { describe, expect, it } from 'vitest';
import { buildCollection } from '../../src/lib/content/build-collection.ts';
import { readContentFiles } from '../../src/lib/content/read-files.ts';
import { compareDraft, draftOf, fateOf, openChoices, writeDraft, type Draft } from '../../src/lib/lesson/draft.ts';
import { fields, type Answer } from '../../src/lib/model/answer.ts';

const { collection } = buildCollection(readContentFiles(process.cwd()));
const table = collection!.drafting.find(({ id }) => id === 'next-resolution')!;
const { members } = collection!.councils.find(({ year }) => year === table.council.year)!;

/** Forty of the drafts that can be made, spread over all of them, the same ones every time. */
function fortyDrafts(): Draft[] {
  const sizes = table.choices.map(({ options }) => options.length);
  const all = sizes.reduce((product, size) => product * size, 1);
  return Array.from({ length: 40 }, (_, index) => {
    let rest = (index * 37 + 5) % all;
    return Object.fromEntries(
      table.choices.map(({ id, options }) => {
        const chosen = options[rest % options.length]!.id;
        rest = Math.floor(rest / options.length);
        return [id, chosen];
      })
    );
  });
}

/** A draft and its comparison as lines of text, to be read and reviewed. */
function tell(draft: Draft): string {
  const clauses = writeDraft(table, draft).map(
    ({ number, text }) => `  ${number === null ? '' : `${number}. `}${text}`
  );
  const compared = compareDraft(table, draft).map(
    ({ choice, option, asked, adopted }) =>
      `  ${choice.id}: ${option.id} | asked ${asked.relation}: ${asked.note} | adopted ${adopted.relation}: ${adopted.note}`
  );
  return [Object.values(draft).join(' '), ...clauses, ...compared].join('\n');
}

const answerFor = (values: Record<string, string>): Answer =>
  Object.fromEntries(Object.entries(values).map(([choice, option]) => [fields.choice(choice), option]));
const votesFor = (votes: Record<string, string>): Answer =>
  Object.fromEntries(Object.entries(votes).map(([member, vote]) => [fields.vote(member), vote]));
const all = (vote: string) => Object.fromEntries(members.map(({ id }) => [id, vote]));

describe('the drafting table', () => {
  it('gives forty fixed drafts their forty fixed comparisons', async () => {
    const drafts = fortyDrafts();
    expect(new Set(drafts.map((draft) => JSON.stringify(draft))).size).toBe(40);
    await expect(`${drafts.map(tell).join('\n\n')}\n`).toMatchFileSnapshot('../fixtures/drafts.txt');
  });

  it('finds resolution 678 alike in every clause to the draft that is made as it was', () => {
    const draft: Draft = {
      decisions: 'one',
      date: 'fifteenth-of-january',
      words: 'necessary-means',
      pause: 'with',
      decides: 'states',
      road: 'none'
    };
    expect(compareDraft(table, draft).map(({ adopted }) => adopted.relation)).toEqual(table.choices.map(() => 'alike'));
  });

  it('never says more of Gorbachev’s words than the record: no date, no hand that acts, no road', () => {
    for (const id of ['date', 'decides', 'road']) {
      const choice = table.choices.find((each) => each.id === id)!;
      for (const option of choice.options.filter((each) => each.id !== 'no-date')) {
        expect(option.asked.relation).toBe('silent');
      }
    }
  });

  it('leaves out clauses whose choices are still open, and options that do not exist', () => {
    const draft = draftOf(table, answerFor({ decisions: 'one', date: 'no-such-day' }));
    expect(draft).toEqual({ decisions: 'one' });
    expect(openChoices(table, draft).map(({ id }) => id)).toEqual(['date', 'words', 'pause', 'decides', 'road']);
    expect(openChoices(table, { decisions: 'none' })).toEqual([]);
    expect(openChoices(table, {}).map(({ id }) => id)).toEqual(['decisions']);
    expect(writeDraft(table, draft).some(({ text }) => text.includes('{'))).toBe(false);
    expect(writeDraft(table, {}).map(({ number }) => number)).toEqual([null, null]);
  });
});

describe('predicted votes', () => {
  it('carry a draft with nine in favour and no permanent member against', () => {
    expect(
      fateOf(
        members,
        votesFor({ ...all('abstained'), ...Object.fromEntries(members.slice(0, 9).map(({ id }) => [id, 'for'])) })
      ).fate
    ).toBe('adopted');
  });

  it('fail it with eight, however the others abstain', () => {
    const eight = Object.fromEntries(members.slice(0, 8).map(({ id }) => [id, 'for']));
    expect(fateOf(members, votesFor({ ...all('abstained'), ...eight })).fate).toBe('too-few');
  });

  it('fail it by a veto, whatever the majority', () => {
    const told = fateOf(members, votesFor({ ...all('for'), china: 'against' }));
    expect(told).toMatchObject({ fate: 'vetoed', vetoes: ['china'], inFavour: 14 });
    expect(fateOf(members, votesFor({ ...all('for'), cuba: 'against', yemen: 'against' })).fate).toBe('adopted');
  });

  it('stay open while members that were not predicted could decide', () => {
    expect(fateOf(members, {}).fate).toBe('open');
    expect(fateOf(members, votesFor({ ...all('against'), china: '', france: '' })).fate).toBe('vetoed');
  });
});
