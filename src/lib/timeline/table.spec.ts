import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, orderRows, turnOrder, type TableRow } from './table.ts';

const { compare } = new Intl.Collator('en-GB');
const row = (date: number, event: string, sources: number | null = 1): TableRow => ({
  date,
  event,
  lane: 0,
  place: 'Paris',
  sources,
  certainty: 0
});
const names = (rows: readonly TableRow[]) => rows.map(({ event }) => event);

describe('orderRows', () => {
  const rows = [row(1, 'Zagreb'), row(2, 'Århus', null), row(3, 'Aden', 4)];

  it('puts words in the order of the language, and numbers by their size, both ways', () => {
    expect(names(orderRows(rows, { by: 'event', isDescending: false }, compare))).toEqual(['Aden', 'Århus', 'Zagreb']);
    expect(names(orderRows(rows, { by: 'date', isDescending: true }, compare))).toEqual(['Aden', 'Århus', 'Zagreb']);
  });

  it('has what is not known last, both ways', () => {
    expect(names(orderRows(rows, { by: 'sources', isDescending: false }, compare)).at(-1)).toBe('Århus');
    expect(names(orderRows(rows, { by: 'sources', isDescending: true }, compare)).at(-1)).toBe('Århus');
  });

  const cells = fc.record({
    date: fc.integer(),
    event: fc.string({ maxLength: 4 }),
    lane: fc.nat(4),
    place: fc.string({ maxLength: 2 }),
    sources: fc.option(fc.nat(3)),
    certainty: fc.option(fc.nat(2))
  });

  it('loses no row, and leaves equals in their order', () => {
    fc.assert(
      fc.property(fc.array(cells), fc.constantFrom(...columns), fc.boolean(), (all, by, isDescending) => {
        const ordered = orderRows(all, { by, isDescending }, compare);
        expect(new Set(ordered)).toEqual(new Set(all));
        for (let at = 1; at < ordered.length; at += 1) {
          const [one, other] = [ordered[at - 1]!, ordered[at]!];
          if (one[by] === other[by]) expect(all.indexOf(one)).toBeLessThan(all.indexOf(other));
        }
      })
    );
  });
});

describe('turnOrder', () => {
  it('begins upward, and turns when it is pressed again', () => {
    const first = turnOrder({ by: 'date', isDescending: false }, 'event');
    expect(first).toEqual({ by: 'event', isDescending: false });
    expect(turnOrder(first, 'event')).toEqual({ by: 'event', isDescending: true });
    expect(turnOrder(turnOrder(first, 'event'), 'event')).toEqual(first);
  });
});
