import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutDownward, type DatedEvent, type DownwardMonth, type DownwardView } from './downward.ts';
import { events as eventLists } from './timeline.fixture.ts';

const view = (own: Partial<DownwardView> = {}): DownwardView => ({
  least: 1,
  most: 300,
  chosen: null,
  opened: new Set(),
  ...own
});

/** One event of which only what is named matters. */
const event = (id: string, day: string, own: Partial<DatedEvent> = {}): DatedEvent => ({
  id,
  day,
  label: id,
  lane: 'un',
  start: Date.parse(`${day}T00:00Z`),
  end: Date.parse(`${day}T00:00Z`) + 86_400_000,
  extent: 'within',
  significance: 1,
  isVague: false,
  ...own
});

const dated = eventLists().map((events) =>
  events
    .map((each): DatedEvent => ({ ...each, day: new Date(each.start).toISOString().slice(0, 10) }))
    .sort((a, b) => a.start - b.start)
);
const rowsOf = (months: readonly DownwardMonth<DatedEvent>[]) => months.flatMap(({ rows }) => rows);
const views = fc.record({
  least: fc.constantFrom(1 as const, 2 as const, 3 as const),
  most: fc.integer({ min: 0, max: 40 }),
  chosen: fc.constantFrom(null, 'event-0', 'event-3'),
  opened: fc.uniqueArray(fc.nat(20)).map((ids) => new Set(ids.map((id) => `count-event-${id}`)))
});

describe('every scene that runs downward', () => {
  it('draws or counts each event once, in order of time', () => {
    fc.assert(
      fc.property(dated, views, (events, own) => {
        const months = layoutDownward(events, own);
        const ids = rowsOf(months).flatMap((row) => (row.type === 'mark' ? [row.id] : row.events.map(({ id }) => id)));
        expect(months.reduce((sum, { size }) => sum + size, 0)).toBe(events.length);
        expect(ids).toEqual(events.map(({ id }) => id));
      })
    );
  });

  it('gives each row a name of its own', () => {
    fc.assert(
      fc.property(dated, views, (events, own) => {
        const months = layoutDownward(events, own);
        const ids = [...months, ...rowsOf(months)].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      })
    );
  });

  it('keeps spans within the rows of their month', () => {
    fc.assert(
      fc.property(dated, views, (events, own) => {
        for (const { rows, spans } of layoutDownward(events, own)) {
          for (const { fromRow, toRow, depth } of spans) {
            expect(fromRow).toBeGreaterThanOrEqual(0);
            expect(toRow).toBeGreaterThanOrEqual(fromRow);
            expect(toRow).toBeLessThan(rows.length);
            expect([0, 1, 2]).toContain(depth);
          }
        }
      })
    );
  });
});

describe('time that runs downward', () => {
  const events = [
    event('a', '1990-10-30'),
    event('b', '1990-11-19', { significance: 3 }),
    event('c', '1990-11-19'),
    event('d', '1990-11-20', { extent: 'range', end: Date.parse('1991-01-15T00:00Z'), significance: 3 }),
    event('e', '1990-11-29', { significance: 3 }),
    event('f', '1991-01-16', { significance: 2 })
  ];
  const shape = (own: Partial<DownwardView>) =>
    layoutDownward(events, view(own)).map(({ id, rows }) => [id, ...rows.map((row) => row.id)]);

  it('has a part for each month, and heads each day once', () => {
    expect(shape({})).toEqual([
      ['month-1990-10', 'a'],
      ['month-1990-11', 'b', 'c', 'd', 'e'],
      ['month-1991-01', 'f']
    ]);
    const begun = rowsOf(layoutDownward(events, view())).flatMap((row) =>
      row.type === 'mark' && row.beginsDay ? [row.id] : []
    );
    expect(begun).toEqual(['a', 'b', 'd', 'e', 'f']);
  });

  it('counts what has less weight, and opens a count in its place', () => {
    expect(shape({ least: 3 })).toEqual([
      ['month-1990-10', 'count-a'],
      ['month-1990-11', 'b', 'count-c', 'd', 'e'],
      ['month-1991-01', 'count-f']
    ]);
    expect(shape({ least: 3, opened: new Set(['count-c']) })[1]).toEqual(['month-1990-11', 'b', 'c', 'd', 'e']);
    expect(shape({ least: 3, chosen: 'f' })[2]).toEqual(['month-1991-01', 'f']);
  });

  it('keeps the weightier where there are too many', () => {
    const marks = rowsOf(layoutDownward(events, view({ most: 3 }))).filter(({ type }) => type === 'mark');
    expect(marks.map(({ id }) => id)).toEqual(['b', 'd', 'e']);
  });

  it('draws what lasted beside the rows that it lasted over, month by month', () => {
    const [, november, january] = layoutDownward(events, view());
    const span = { id: 'd', lane: 'un', fromRow: 2, toRow: 3, isCutBefore: false, isCutAfter: true, depth: 0 };
    expect(november!.spans).toEqual([span]);
    // It ended on the 15th, and what happened in January came after.
    expect(january!.spans).toEqual([]);
  });

  it('lays what lasted at the same time side by side', () => {
    const ranges = ['x', 'y', 'z'].map((id) =>
      event(id, '1990-11-02', { extent: 'range', end: Date.parse('1990-11-09T00:00Z') })
    );
    const [november] = layoutDownward(
      [...ranges, event('w', '1990-11-05', { lane: 'europe', extent: 'range' })],
      view()
    );
    expect(november!.spans.map(({ id, depth }) => [id, depth])).toEqual([
      ['x', 0],
      ['y', 1],
      ['z', 2],
      ['w', 0]
    ]);
  });

  it('has nothing to draw where there is nothing', () => {
    expect(layoutDownward([], view())).toEqual([]);
  });
});
