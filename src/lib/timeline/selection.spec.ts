import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesOf, fits, isUnknown, type Facts } from './selection.ts';
import { noFilters } from './view-address.ts';

const ids = fc.constantFrom('a', 'b', 'c', 'd');
const facts: fc.Arbitrary<Facts> = fc.record({
  known: fc.record({ from: fc.option(fc.integer({ min: 0, max: 100 })), wasSecret: fc.boolean() }),
  sourceKinds: fc.array(ids, { maxLength: 3 }),
  personIds: fc.array(ids, { maxLength: 3 }),
  placeId: ids
});
const filters = fc.record({ kind: fc.option(ids), person: fc.option(ids), place: fc.option(ids) });

describe('a selection of events', () => {
  it('leaves all where nothing is asked', () => {
    fc.assert(
      fc.property(facts, (event) => {
        expect(fits(event, noFilters)).toBe(true);
        expect(isUnknown(event, null)).toBe(false);
      })
    );
  });

  it('promises for every choice as many events as it leaves, and no choice that leaves none', () => {
    fc.assert(
      fc.property(fc.array(facts), filters, fc.constantFrom('kind', 'person', 'place' as const), (all, set, filter) => {
        const choices = choicesOf(all, set, filter);
        for (const [value, count] of choices) {
          expect(all.filter((event) => fits(event, { ...set, [filter]: value }))).toHaveLength(count);
          expect(count).toBeGreaterThan(0);
        }
        for (const value of ['a', 'b', 'c', 'd'].filter((id) => !choices.has(id))) {
          expect(all.some((event) => fits(event, { ...set, [filter]: value }))).toBe(false);
        }
      })
    );
  });
});
