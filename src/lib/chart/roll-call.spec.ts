import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Council } from '../model/council.ts';
import { arrangeRoll, castVotes, tallyVotes } from './roll-call.ts';

const councils = [1990, 1991].map(
  (year) => parse(readFileSync(new URL(`../../../content/council/${year}.yaml`, import.meta.url), 'utf8')) as Council
);
const [council1990] = councils as [Council, Council];

describe.each(councils)('the Council of $year', (council) => {
  it.each(council.rollCalls)('adds up to the recorded result of $id', (rollCall) => {
    const tally = Object.fromEntries(
      tallyVotes(castVotes(council, rollCall.id)).map(({ vote, count }) => [vote, count])
    );
    expect({ for: 0, against: 0, abstained: 0, 'not-participating': 0, ...tally }).toEqual({
      for: rollCall.for,
      against: rollCall.against,
      abstained: rollCall.abstaining,
      'not-participating': rollCall.notParticipating
    });
  });

  it('has five permanent and ten elected members', () => {
    expect(arrangeRoll(council).groups.map(({ rows }) => rows.length)).toEqual([5, 10]);
  });

  it('has members in the order of the English alphabet', () => {
    const names = council.members.map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator('en').compare));
  });
});

describe('castVotes', () => {
  it('reports a roll call that is not there', () => {
    expect(() => castVotes(council1990, '999')).toThrow('Canada has no vote on 999 in 1990');
  });
});

describe('tallyVotes', () => {
  it('leaves out what nobody chose', () => {
    expect(tallyVotes(castVotes(council1990, '678'))).toEqual([
      { vote: 'for', count: 12 },
      { vote: 'against', count: 2 },
      { vote: 'abstained', count: 1 }
    ]);
  });
});

describe('arrangeRoll', () => {
  it('counts each column', () => {
    const { totals, rollCalls } = arrangeRoll(council1990);
    rollCalls.forEach((_, index) => {
      expect(totals.reduce((sum, { counts }) => sum + counts[index]!, 0)).toBe(15);
    });
  });
});
