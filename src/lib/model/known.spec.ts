import fc from 'fast-check';
import { collection } from 'virtual:collection';
import { describe, expect, it } from 'vitest';
import { discloseEvent, discloseSource, isKnown, type Disclosure } from './known.ts';

const instants = fc.integer({ min: Date.UTC(1989, 0, 1), max: Date.UTC(1993, 0, 1) });
const facts = fc
  .record({
    start: instants,
    length: fc.integer({ min: 0, max: 90 * 86_400_000 }),
    extent: fc.constantFrom('range', 'point', 'within' as const),
    publicThen: fc.constantFrom(true, false, 'partly' as const)
  })
  .map(({ length, ...event }) => ({ ...event, end: event.extent === 'point' ? event.start : event.start + length }));
const disclosures: fc.Arbitrary<Disclosure> = fc.record({ from: fc.option(instants), wasSecret: fc.boolean() });

describe('what was known', () => {
  it('is nothing that had not begun', () => {
    fc.assert(
      fc.property(facts, instants, (event, known) => {
        if (isKnown(discloseEvent(event), known)) expect(event.start).toBeLessThanOrEqual(known);
        if (event.start > known) expect(isKnown(discloseEvent(event), known)).toBe(false);
      })
    );
  });

  it('is no secret', () => {
    fc.assert(
      fc.property(facts, fc.oneof(instants, fc.constant('then' as const)), (event, known) => {
        fc.pre(event.publicThen === false);
        expect(isKnown(discloseEvent(event), known)).toBe(false);
      })
    );
  });

  it('is known ever after', () => {
    fc.assert(
      fc.property(disclosures, instants, instants, (disclosure, a, b) => {
        const [earlier, later] = [Math.min(a, b), Math.max(a, b)];
        if (isKnown(disclosure, earlier)) expect(isKnown(disclosure, later)).toBe(true);
      })
    );
  });

  it('waits for the end of a day where no hour is documented, and not for the end of what lasts', () => {
    const day = { start: 1000, end: 2000, publicThen: true } as const;
    expect(isKnown(discloseEvent({ ...day, extent: 'within' }), 1500)).toBe(false);
    expect(isKnown(discloseEvent({ ...day, extent: 'within' }), 2000)).toBe(true);
    expect(isKnown(discloseEvent({ ...day, extent: 'range' }), 1500)).toBe(true);
  });

  it('holds the record of Gorbachev’s words for a secret, and resolution 678 for public once it was adopted', () => {
    const known = (id: string) => {
      const source = collection.sources.find((each) => each.id === id)!;
      return discloseSource(source, collection.axis.offset);
    };
    const secret = known('gorbachev-perez-de-cuellar-1990-11-19');
    expect(isKnown(secret, 'then')).toBe(false);
    expect(isKnown(secret, Date.UTC(1992, 11, 31))).toBe(false);
    const resolution = known('unsc-res-678');
    expect(isKnown(resolution, 'then')).toBe(true);
    expect(isKnown(resolution, Date.UTC(1990, 10, 28))).toBe(false);
    expect(isKnown(resolution, Date.UTC(1990, 11, 1))).toBe(true);
  });
});
