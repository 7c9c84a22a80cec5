import { describe, expect, it } from 'vitest';
import { connect } from './connector.ts';

const left = { left: 0, right: 300, top: 100, bottom: 120 };
const right = { left: 400, right: 700, top: 200.04, bottom: 240 };

describe('connect', () => {
  it('leaves the near edge level and arrives level', () => {
    expect(connect(left, right)).toBe('M300 110C350 110 350 220 400 220');
  });

  it('is the same line whichever box is named first', () => {
    expect(connect(right, left)).toBe(connect(left, right));
  });

  it('is straight between boxes of one height', () => {
    expect(connect(left, { ...right, top: 100, bottom: 120 })).toBe('M300 110C350 110 350 110 400 110');
  });
});
