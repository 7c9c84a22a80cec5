import { describe, expect, it } from 'vitest';
import { votes } from '../model/council.ts';
import { drawVote } from './vote-glyph.ts';

describe('drawVote', () => {
  it('gives no two votes the same sign', () => {
    const signs = votes.map((vote) => JSON.stringify(drawVote(vote)));
    expect(new Set(signs).size).toBe(votes.length);
  });

  it('draws a ring outside the outline', () => {
    for (const vote of votes) expect(drawVote(vote).ring).not.toBe(drawVote(vote).outline);
  });
});
