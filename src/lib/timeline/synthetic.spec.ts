import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../model/historical-date.ts';
import { laneIds } from '../model/lane.ts';
import { touches } from './timeline-event.ts';
import {
  countTouching,
  extents,
  indexOfSynthetic,
  synthesis,
  synthesize,
  synthesizeInSlices,
  syntheticBounds,
  syntheticId,
  titleOf,
  toEvents,
  type Ask
} from './synthetic.ts';

const asks = fc.record({
  events: fc.integer({ min: 0, max: 3000 }),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  lanes: fc.integer({ min: 1, max: laneIds.length })
});
const many: Ask = { events: 100_000, seed: 7, lanes: 5 };

describe('a synthetic collection', () => {
  it('is the same for the same seed, made at once or in slices', async () => {
    await fc.assert(
      fc.asyncProperty(asks, async (ask) => {
        const once = synthesize(ask);
        expect(synthesize(ask)).toEqual(once);
        expect(await synthesizeInSlices(ask, async () => {})).toEqual(once);
      }),
      { numRuns: 30 }
    );
  });

  it('is another for another seed', () => {
    fc.assert(
      fc.property(asks, fc.integer({ min: 1, max: 1000 }), (ask, step) => {
        fc.pre(ask.events > 20);
        const other = synthesize({ ...ask, seed: (ask.seed + step) % 2 ** 32 });
        expect(other.start).not.toEqual(synthesize(ask).start);
      })
    );
  });

  it('is the one that it has always been: measurements of different days compare', () => {
    expect(toEvents(synthesize({ events: 3, seed: 1, lanes: 5 }))).toMatchInlineSnapshot(`
      [
        {
          "end": 1897776000000,
          "extent": "within",
          "id": "event-00000",
          "isVague": false,
          "label": "Event 00000 ziren molevit luna",
          "lane": "superpowers",
          "significance": 1,
          "start": 1897689600000,
        },
        {
          "end": 1902268800000,
          "extent": "within",
          "id": "event-00001",
          "isVague": false,
          "label": "Event 00001 zimikgat wopelgat zivit zitosk wolomfo gagatmik dofona nena",
          "lane": "europe",
          "significance": 1,
          "start": 1902182400000,
        },
        {
          "end": 1926547200000,
          "extent": "within",
          "id": "event-00002",
          "isVague": false,
          "label": "Event 00002 gafo wole gavitu wole negattosk",
          "lane": "superpowers",
          "significance": 1,
          "start": 1926460800000,
        },
      ]
    `);
  });

  it('keeps what it promises of every event', () => {
    fc.assert(
      fc.property(asks, (ask) => {
        const events = toEvents(synthesize(ask));
        expect(events).toHaveLength(ask.events);
        let before = syntheticBounds.from;
        for (const [index, event] of events.entries()) {
          if (event.start < before) throw new Error(`${event.id} begins before the one before it`);
          before = event.start;
          const length = event.end - event.start;
          const isSound =
            event.id === syntheticId(index) &&
            event.end <= syntheticBounds.to &&
            event.start < syntheticBounds.to &&
            event.label.length >= 20 &&
            event.label.length <= 80 &&
            laneIds.indexOf(event.lane) < ask.lanes &&
            [1, 2, 3].includes(event.significance) &&
            (event.extent === 'point' ? length === 0 : event.start % DAY === 0) &&
            (event.extent !== 'within' || length === DAY) &&
            (event.extent !== 'range' || length >= DAY);
          if (!isSound) throw new Error(JSON.stringify(event));
        }
      }),
      { numRuns: 40 }
    );
  });

  it('has the mixture that the measurements name', () => {
    const { extent, weight, lane, start, end } = synthesize(many);
    const share = (column: Uint8Array, value: number) =>
      (100 * column.filter((each) => each === value).length) / many.events;
    expect(share(extent, extents.indexOf('range'))).toBeCloseTo(15, 0);
    expect(share(extent, extents.indexOf('point'))).toBeCloseTo(20, 0);
    expect(share(weight, 1)).toBeCloseTo(80, 0);
    expect(share(weight, 3)).toBeCloseTo(5, 0);
    for (let each = 0; each < 5; each += 1) expect(share(lane, each)).toBeCloseTo(20, 0);

    const lengths = [...end].flatMap((last, index) => (extent[index] === 0 ? [(last - start[index]!) * MINUTE] : []));
    const longer = (days: number) => lengths.filter((length) => length >= days * DAY).length / lengths.length;
    expect(longer(5)).toBeCloseTo(0.25, 1);
    expect(longer(33)).toBeGreaterThan(0.015);
    expect(longer(33)).toBeLessThan(0.06);
    expect(longer(100)).toBeGreaterThan(0.003);
  });

  it('is made in slices of a few thousand', () => {
    const slices = [...synthesis({ events: 100_000, seed: 1, lanes: 5 })].length;
    expect(slices).toBeGreaterThan(40);
  });

  it('has titles that tell one event from another, and by the seed', () => {
    const titles = new Set(Array.from({ length: 2000 }, (_, index) => titleOf(many, index).replace(/^Event \d+ /, '')));
    expect(titles.size).toBeGreaterThan(1990);
    expect(titleOf({ ...many, seed: 8 }, 5)).not.toBe(titleOf(many, 5));
  });

  it('finds an event by its id, and none by anything else', () => {
    expect(indexOfSynthetic(many, 'event-00042')).toBe(42);
    expect(indexOfSynthetic(many, 'event-99999')).toBe(99_999);
    for (const id of ['event-100000', 'event-42', 'event-000042', 'deadline-passes', 'event-', '']) {
      expect(indexOfSynthetic(many, id), id).toBeNull();
    }
  });

  it('counts what touches a stretch of time as the layout does', () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 730 * 24 }), fc.integer({ min: 3, max: 4000 }))
      .map(([from, hours]) => {
        const start = syntheticBounds.from + from * 3_600_000;
        return { from: start, to: start + hours * 3_600_000 };
      });
    fc.assert(
      fc.property(asks, stretch, (ask, viewport) => {
        const columns = synthesize(ask);
        expect(countTouching(columns, viewport)).toBe(
          toEvents(columns).filter((event) => touches(event, viewport)).length
        );
      }),
      { numRuns: 40 }
    );
  });
});
