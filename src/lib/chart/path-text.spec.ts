import { describe, expect, it } from 'vitest';
import { PathText } from './path-text.ts';

function draw(points: readonly (readonly [number, number])[]): string {
  const text = new PathText();
  points.forEach(([x, y], index) => (index === 0 ? text.moveTo(x, y) : text.lineTo(x, y)));
  text.closePath();
  return text.toString();
}

describe('PathText', () => {
  it('writes steps in tenths, without needless signs and zeros', () => {
    expect(
      draw([
        [10, 20.04],
        [10.52, 19.7],
        [9.5, 19.9]
      ])
    ).toBe('M10 20l.5-.3l-1 .2z');
  });

  it('leaves out steps too small to be seen, and does not lose them', () => {
    expect(
      draw([
        [0, 0],
        [0.04, 0],
        [0.08, 0]
      ])
    ).toBe('M0 0l.1 0z');
  });
});
