import { collection } from 'virtual:collection';
import { describe, expect, it } from 'vitest';
import { find } from '../model/digest.ts';
import { DAY, HOUR } from '../model/historical-date.ts';
import { toTimelineEvent } from './timeline-event.ts';

const paris = 60;
const of = (id: string) => toTimelineEvent(find(collection.events, id), paris);

describe('toTimelineEvent', () => {
  it('has a day as a stretch of one day in which it happened', () => {
    const day = Date.UTC(1990, 10, 16);
    const event = find(collection.events, 'resolution-660-adopted');
    expect(event.date.edtf).toBe('1990-08-02T05:10-04:00');
    const plain = toTimelineEvent(
      { ...event, date: { ...event.date, precision: 'day', offset: null, start: day, end: day + DAY } },
      paris
    );
    expect(plain).toMatchObject({ start: day, end: day + DAY, extent: 'within' });
  });

  it("moves a documented hour to the axis's zone: 05:10 in New York is 10:10 in Paris time", () => {
    expect(of('resolution-660-adopted')).toMatchObject({
      start: Date.UTC(1990, 7, 2, 10, 10),
      end: Date.UTC(1990, 7, 2, 10, 10),
      extent: 'point'
    });
  });

  it('has what lasted as a range, to the end of its last day', () => {
    const lasting = collection.events.filter(({ endDate }) => endDate !== null).map(({ id }) => of(id));
    expect(lasting.length).toBeGreaterThan(20);
    for (const { id, extent, start, end } of lasting) {
      expect(extent, id).toBe('range');
      expect(end, id).toBeGreaterThan(start);
    }
  });

  it('puts what is only known to lie between two hours between them', () => {
    const windowed = collection.events.filter(({ window }) => window !== null);
    expect(windowed).not.toHaveLength(0);
    for (const { id, window } of windowed) {
      const { start, end, extent } = of(id);
      expect([start, end], id).toEqual([window!.from.start, window!.to.end]);
      expect(end - start, id).toBeLessThan(24 * HOUR);
      expect(extent, id).toBe('within');
    }
  });

  it('knows which dates are doubted', () => {
    const vague = collection.events.map(({ id }) => of(id)).filter(({ isVague }) => isVague);
    const doubted = collection.events.filter(({ date, endDate }) => /[?~]/.test(date.edtf + (endDate?.edtf ?? '')));
    expect(vague.map(({ id }) => id)).toEqual(doubted.map(({ id }) => id));
    expect(vague).not.toHaveLength(0);
  });
});
