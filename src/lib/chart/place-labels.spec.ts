import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everOverlap, labelBox, placeLabels, sides, type Box, type Frame, type LabelRequest } from './place-labels.ts';

const frame: Frame = { least: 480, most: 820, aspect: 2 };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const request = (index: number) =>
  fc.record<LabelRequest>({
    id: fc.constant(`l${index}`),
    at: fc.record({ x: share, y: share }).map((at) => [at]),
    width: fc.integer({ min: 20, max: 220 }),
    height: fc.constant(20),
    gap: fc.constant(11),
    sides: fc.constant(sides)
  });
const requests = fc.integer({ min: 0, max: 25 }).chain((count) => fc.tuple(...[...Array(count).keys()].map(request)));

/** Edges of a box at one width of the frame, in px. */
function edgesAt({ at, offset, width, height }: Box, frameWidth: number) {
  const x = at.x * frameWidth + offset.x;
  const y = (at.y * frameWidth) / frame.aspect + offset.y;
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

const overlapAt = (a: Box, b: Box, width: number) => {
  const [p, q] = [edgesAt(a, width), edgesAt(b, width)];
  return p.left < q.right && q.left < p.right && p.top < q.bottom && q.top < p.bottom;
};

describe('placeLabels', () => {
  it('lets no label cross another, an obstacle or the frame, at any width', () => {
    fc.assert(
      fc.property(requests, fc.integer({ min: frame.least, max: frame.most }), (wanted, width) => {
        const obstacles = wanted.map(({ at }) => ({ at: at[0]!, offset: { x: 0, y: 0 }, width: 20, height: 20 }));
        const placements = placeLabels(wanted, frame, obstacles);
        const boxes = wanted.flatMap((one) => {
          const placement = placements.get(one.id);
          return placement ? [labelBox(one, placement)] : [];
        });
        boxes.forEach((box, index) => {
          for (const other of [...boxes.slice(index + 1), ...obstacles]) {
            expect(overlapAt(box, other, width)).toBe(false);
          }
          const { left, right, top, bottom } = edgesAt(box, width);
          expect(left).toBeGreaterThanOrEqual(-0.001);
          expect(top).toBeGreaterThanOrEqual(-0.001);
          expect(right).toBeLessThanOrEqual(width + 0.001);
          expect(bottom).toBeLessThanOrEqual(width / frame.aspect + 0.001);
        });
      })
    );
  });

  it('gives the first in the list the best side', () => {
    const at = [{ x: 0.5, y: 0.5 }];
    const one = { id: 'one', at, width: 80, height: 20, gap: 11, sides };
    expect(placeLabels([one], frame).get('one')?.side).toBe('right');
    const placements = placeLabels([one, { ...one, id: 'two' }], frame);
    expect(placements.get('two')?.side).toBe('left');
  });

  it('tries the next point when the first has no room', () => {
    const spots = [
      { x: 0, y: 0.5 },
      { x: 0.5, y: 0.5 }
    ];
    const one: LabelRequest = { id: 'one', at: spots, width: 80, height: 20, gap: 0, sides: ['centre'] };
    expect(placeLabels([one], frame).get('one')?.at).toBe(spots[1]);
  });
});

describe('everOverlap', () => {
  const box = (x: number, offset: number): Box => ({
    at: { x, y: 0.5 },
    offset: { x: offset, y: 0 },
    width: 40,
    height: 20
  });

  it('sees boxes that meet only between the least and the greatest width', () => {
    // At w px their middles are 0.2 w − 130 apart: nothing at 650, more than 40 at the ends.
    const pair = [box(0.2, 0), box(0.4, -130)] as const;
    expect(everOverlap(...pair, { ...frame, least: 400, most: 900 })).toBe(true);
    expect(everOverlap(...pair, { ...frame, least: 400, most: 440 })).toBe(false);
    expect(everOverlap(...pair, { ...frame, least: 860, most: 900 })).toBe(false);
  });
});
