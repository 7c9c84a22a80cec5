import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneIds } from '../model/lane.ts';
import { MINUTE, viewports } from './timeline.fixture.ts';
import {
  forms,
  plainAddress,
  readAddress,
  readDays,
  writeAddress,
  writeDay,
  type ViewAddress
} from './view-address.ts';

const inMinutes = viewports.map(({ from, to }) => ({
  from: Math.round(from / MINUTE) * MINUTE,
  to: Math.round(to / MINUTE) * MINUTE
}));
const ids = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const addresses: fc.Arbitrary<ViewAddress> = fc.record({
  viewport: fc.option(inMinutes),
  event: fc.option(ids),
  form: fc.constantFrom(...forms),
  lanes: fc.option(fc.shuffledSubarray([...laneIds], { minLength: 1, maxLength: laneIds.length - 1 })),
  folded: fc.shuffledSubarray([...laneIds]),
  known: fc.option(
    fc.oneof(
      fc.constant('then' as const),
      inMinutes.map(({ from }) => from)
    )
  ),
  filters: fc.record({ kind: fc.option(ids), person: fc.option(ids), place: fc.option(ids) }),
  find: fc.string(),
  tour: fc.option(fc.record({ id: ids, stop: fc.integer({ min: 1, max: 99 }) }))
});

describe('the address of a view', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(readAddress(new URLSearchParams(writeAddress(address)))).toEqual(address);
      })
    );
  });

  it('says days as days, hours as hours, and nothing of what is the default', () => {
    expect(writeAddress(plainAddress)).toBe('');
    expect(
      writeAddress({
        ...plainAddress,
        viewport: { from: Date.UTC(1990, 10, 19), to: Date.UTC(1990, 10, 19, 18, 30) },
        event: 'cfe-treaty-signed',
        form: 'list',
        lanes: ['un', 'europe']
      })
    ).toBe('from=1990-11-19&to=1990-11-19T18:30&event=cfe-treaty-signed&lanes=un,europe&show=list');
  });

  it('keeps an order of the lanes that is not their own', () => {
    const turned = [...laneIds].reverse();
    expect(readAddress(new URLSearchParams({ lanes: turned.join() })).lanes).toEqual(turned);
  });

  it.each(['stop=2', 'known=soon', 'known=1990-13-01', 'fold=none', 'show=everything'])(
    'passes over what says nothing: %s',
    (query) => expect(readAddress(new URLSearchParams(query))).toEqual(plainAddress)
  );

  it.each([
    'from=1990-11-19',
    'from=1990-11-19&to=1990-11-19',
    'from=1990-12-01&to=1990-11-01',
    'from=soon&to=1990-12-01',
    'from=1990-13-01&to=1990-14-01'
  ])('passes over a view that it cannot read: %s', (query) =>
    expect(readAddress(new URLSearchParams(query)).viewport).toBeNull()
  );
});

describe('the lanes of an address', () => {
  it.each([
    ['europe,un', ['europe', 'un']],
    ['un,none,__proto__', ['un']],
    ['', null],
    ['none', null],
    [laneIds.join(), null]
  ])('%s', (text, lanes) => {
    expect(readAddress(new URLSearchParams({ lanes: text })).lanes).toEqual(lanes);
  });
});

describe('two fields for days', () => {
  it('stand for the stretch from the first day to the end of the last', () => {
    const paris = { from: Date.UTC(1990, 10, 19), to: Date.UTC(1990, 10, 20) };
    expect(readDays('1990-11-19', '1990-11-19')).toEqual(paris);
    expect([writeDay(paris.from), writeDay(paris.to - 1)]).toEqual(['1990-11-19', '1990-11-19']);
  });

  it('say nothing while one of them is no day', () => {
    expect(readDays('', '1990-11-19')).toBeNull();
    expect(readDays('1990-11-19', '1990-02-')).toBeNull();
  });
});
