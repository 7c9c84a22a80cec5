import { describe, expect, it } from 'vitest';
import { drawTally } from './tally-bars.ts';

const options = [
  { option: { id: 'a', text: 'Force' }, count: 3 },
  { option: { id: 'b', text: 'Patience' }, count: 1 },
  { option: { id: 'c', text: 'Neither' }, count: 0 }
];

describe('drawTally', () => {
  it('draws each option as a share of those who answered', () => {
    expect(drawTally(options, 4).map(({ share }) => share)).toEqual([0.75, 0.25, 0]);
  });

  it('has empty bars where nobody answered', () => {
    const nobody = options.map(({ option }) => ({ option, count: 0 }));
    expect(drawTally(nobody, 0).map(({ share }) => share)).toEqual([0, 0, 0]);
  });
});
