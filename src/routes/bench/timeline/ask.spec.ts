import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits, readAsk, usualAsk, writeAsk } from './ask.ts';

const read = (query: string) => readAsk(new URLSearchParams(query));

describe('what an address asks for', () => {
  it('is a usual collection where it asks for nothing', () => {
    expect(read('')).toEqual({ ask: usualAsk, complaints: [] });
    expect(read('events=&seed= ')).toEqual({ ask: usualAsk, complaints: [] });
  });

  it.each([
    ['events=500&seed=9&lanes=2', { events: 500, seed: 9, lanes: 2 }],
    ['events=0', { ...usualAsk, events: 0 }],
    ['events=100000', { ...usualAsk, events: 100_000 }],
    ['events=10,000', { ...usualAsk, events: 10_000 }],
    ['events=1e3', { ...usualAsk, events: 1000 }]
  ])('%s is taken as it stands', (query, ask) => {
    expect(read(query)).toEqual({ ask, complaints: [] });
  });

  it.each([
    ['events=many', 'events', 'many', 60],
    ['events=-3', 'events', '-3', 0],
    ['events=1000000', 'events', '1000000', 100_000],
    ['events=Infinity', 'events', 'Infinity', 100_000],
    ['events=2.5', 'events', '2.5', 3],
    ['seed=x', 'seed', 'x', 1],
    ['seed=-1', 'seed', '-1', 0],
    ['lanes=0', 'lanes', '0', 1],
    ['lanes=9', 'lanes', '9', 5],
    ['events=<b>', 'events', '<b>', 60]
  ])('%s is mended, and said', (query, field, given, used) => {
    const { ask, complaints } = read(query);
    expect(complaints).toEqual([{ field, given, used }]);
    expect(ask).toEqual({ ...usualAsk, [field]: used });
  });

  it('is always something that can be made, whatever stands in the address', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (events, seed, lanes) => {
        const { ask } = readAsk(new URLSearchParams({ events, seed, lanes }));
        for (const field of ['events', 'seed', 'lanes'] as const) {
          expect(ask[field]).toSatisfy(Number.isInteger);
          expect(ask[field]).toBeGreaterThanOrEqual(limits[field].least);
          expect(ask[field]).toBeLessThanOrEqual(limits[field].most);
        }
        expect(readAsk(new URLSearchParams(writeAsk(ask)))).toEqual({ ask, complaints: [] });
      })
    );
  });
});
