import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemOf, moveFocus, type Move } from './focus.ts';
import { indexEvents } from './event-index.ts';
import type { LaneScene } from './marks.ts';
import { layoutScene, sizeOf } from './scene.ts';
import { eventsAndView, tickFormat } from './timeline.fixture.ts';

const scenes = eventsAndView.map(([all, view]) => layoutScene(indexEvents(all), [], view, tickFormat).lanes);
const idsOf = (lanes: readonly LaneScene[]) => lanes.flatMap(({ items }) => items.map(({ id }) => id));
const moves: Move[] = ['earlier', 'later', 'up', 'down', 'first', 'last', 'firstOfAll', 'lastOfAll'];

/** Fails the run rather than passing it by where nothing is in view. */
const withItems = scenes.filter((lanes) => idsOf(lanes).length > 0);

describe('moveFocus', () => {
  it('reaches every item from any other', () => {
    fc.assert(
      fc.property(withItems, (lanes) => {
        const reached = new Set<string>();
        const next = [idsOf(lanes).at(-1)!];
        for (let id = next.pop(); id !== undefined; id = next.pop()) {
          if (reached.has(id)) continue;
          reached.add(id);
          next.push(...moves.flatMap((move) => moveFocus(lanes, id!, move) ?? []));
        }
        expect([...reached].sort()).toEqual(idsOf(lanes).sort());
      })
    );
  });

  it('goes back with the opposite key along time', () => {
    fc.assert(
      fc.property(withItems, (lanes) => {
        for (const id of idsOf(lanes)) {
          const later = moveFocus(lanes, id, 'later');
          if (later !== null) expect(moveFocus(lanes, later, 'earlier')).toBe(id);
          expect(moveFocus(lanes, moveFocus(lanes, id, 'first')!, 'earlier')).toBeNull();
          expect(moveFocus(lanes, moveFocus(lanes, id, 'last')!, 'later')).toBeNull();
        }
      })
    );
  });

  it('comes back to the lane that it left', () => {
    const laneOf = (lanes: readonly LaneScene[], id: string | null) =>
      lanes.findIndex(({ items }) => items.some((item) => item.id === id));
    fc.assert(
      fc.property(withItems, (lanes) => {
        for (const id of idsOf(lanes)) {
          const below = moveFocus(lanes, id, 'down');
          if (below === null) continue;
          expect(laneOf(lanes, below)).toBeGreaterThan(laneOf(lanes, id));
          expect(laneOf(lanes, moveFocus(lanes, below, 'up'))).toBe(laneOf(lanes, id));
        }
      })
    );
  });

  it('goes to what is nearest in time in the next lane that has anything', () => {
    const at = (id: string, start: number) => ({ type: 'mark', id, start }) as LaneScene['items'][number];
    const none = {
      top: 0,
      height: 1,
      viewport: { from: 0, to: 100 },
      scale: { from: 0, to: 100 },
      inView: 0,
      drawn: 0,
      ahead: []
    };
    const lanes = [
      { ...none, id: 'un', items: [at('a', 10), at('b', 50)] },
      { ...none, id: 'europe', items: [] },
      { ...none, id: 'region', items: [at('c', 0), at('d', 48), at('e', 90)] }
    ] satisfies LaneScene[];
    expect(moveFocus(lanes, 'b', 'down')).toBe('d');
    expect(moveFocus(lanes, 'e', 'up')).toBe('b');
    expect(moveFocus(lanes, 'a', 'up')).toBeNull();
    expect(moveFocus(lanes, 'gone', 'later')).toBe('a');
  });
});

describe('itemOf', () => {
  it('finds the mark or the count that stands for any event in view', () => {
    fc.assert(
      fc.property(eventsAndView, ([all, view]) => {
        const index = indexEvents(all);
        const scene = layoutScene(index, [], view, tickFormat);
        const items = new Set(idsOf(scene.lanes));
        const found = all.flatMap(({ id }) => itemOf(scene.lanes, index, id)?.id ?? []);
        expect(found).toHaveLength(sizeOf(scene).inView);
        expect(found.every((id) => items.has(id))).toBe(true);
      })
    );
  });
});
