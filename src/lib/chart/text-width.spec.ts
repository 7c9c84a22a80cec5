import { describe, expect, it } from 'vitest';
import { breakLines, measureText } from './text-width.ts';

describe('measureText', () => {
  it('grows with the letters and with their size', () => {
    expect(measureText('Moscow', 15)).toBeGreaterThan(measureText('Rome', 15));
    expect(measureText('Moscow', 30)).toBeCloseTo(2 * measureText('Moscow', 15));
    expect(measureText('', 15)).toBe(0);
  });
});

describe('breakLines', () => {
  it('breaks at spaces', () => {
    expect(breakLines('Czech and Slovak Federal Republic', 16)).toEqual(['Czech and Slovak', 'Federal Republic']);
    expect(breakLines('Saudi Arabia', 16)).toEqual(['Saudi Arabia']);
    expect(breakLines('Czechoslovakia', 5)).toEqual(['Czechoslovakia']);
  });
});
