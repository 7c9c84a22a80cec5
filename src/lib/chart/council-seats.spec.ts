import { describe, expect, it } from 'vitest';
import { planSeats } from './council-seats.ts';

const { seats, size, table } = planSeats(15);
const inPx = seats.map(({ left, top, nameLeft, nameTop, nameSide }) => ({
  x: (left / 100) * size.width,
  y: (top / 100) * size.height,
  name: { x: (nameLeft / 100) * size.width, y: (nameTop / 100) * size.height },
  nameSide
}));

/** Room for the longest name on one line and the vote under it, in px. */
const label = { width: 112, height: 36 };

function nameBox({ name, nameSide }: (typeof inPx)[number]) {
  const left = { after: name.x, before: name.x - label.width, above: name.x - label.width / 2 }[nameSide];
  const top = nameSide === 'above' ? name.y - label.height : name.y - label.height / 2;
  return { left, right: left + label.width, top, bottom: top + label.height };
}

describe('planSeats', () => {
  it('has a seat for each member', () => {
    expect(seats).toHaveLength(15);
    expect(table).toMatch(/^M.*Z$/);
  });

  it('is the same on the left and on the right', () => {
    inPx.forEach((seat, index) => {
      const mirror = inPx[14 - index]!;
      expect(seat.x + mirror.x).toBeCloseTo(size.width, 0);
      expect(seat.y).toBeCloseTo(mirror.y, 0);
    });
  });

  it('goes clockwise from the left end, so that members keep their order', () => {
    const turns = inPx.map(({ x, y }) => Math.atan2(x - size.width / 2, 290 - y));
    expect(turns).toEqual([...turns].sort((a, b) => a - b));
  });

  it('leaves room for 40 px and a ring at each seat', () => {
    inPx.forEach((a, index) => {
      for (const b of inPx.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(48);
    });
  });

  it('keeps names at the sides apart, and inside the picture', () => {
    const boxes = inPx.filter(({ nameSide }) => nameSide !== 'above').map(nameBox);
    boxes.forEach((a, index) => {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(size.width);
      for (const b of boxes.slice(index + 1)) {
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      }
    });
  });

  it('keeps three names above the top, each with room for one word', () => {
    const above = inPx.filter(({ nameSide }) => nameSide === 'above');
    expect(above).toHaveLength(3);
    above.slice(1).forEach(({ name }, index) => expect(name.x - above[index]!.name.x).toBeGreaterThan(64));
    expect(Math.min(...above.map((seat) => nameBox(seat).top))).toBeGreaterThanOrEqual(0);
  });
});
