import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexEvents } from './event-index.ts';
import { layoutScene } from './scene.ts';
import { layoutThreads } from './threads.ts';
import { eventsAndView, tickFormat } from './timeline.fixture.ts';

const numbersOf = (path: string) => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

describe('threads', () => {
  it('lead to every event that the chosen one is linked with, and begin or end at it', () => {
    fc.assert(
      fc.property(eventsAndView, ([events, view]) => {
        const chosen = events.find(({ id }) => id === view.chosen);
        fc.pre(chosen !== undefined);
        const index = indexEvents(events);
        const scene = layoutScene(index, [], view, tickFormat);
        const others = events.filter(({ id }) => id !== chosen.id).map(({ id }) => id);
        const links = { answers: others.slice(0, 3), leadsTo: others.slice(3, 6) };
        const threads = layoutThreads(scene, index, chosen.id, links, view);

        const isInView = scene.lanes.some(({ items }) => items.some(({ id }) => id === chosen.id));
        expect(threads.map(({ event }) => event)).toEqual(isInView ? [...links.answers, ...links.leadsTo] : []);
        const own = scene.lanes.flatMap(({ items }) => items).find(({ id }) => id === chosen.id);
        for (const { kind, path } of threads) {
          const numbers = numbersOf(path);
          expect(numbers).toHaveLength(8);
          const x = kind === 'leadsTo' ? numbers[0]! : numbers[6]!;
          expect(Math.abs(x - own!.x * view.width)).toBeLessThanOrEqual(0.1);
        }
      })
    );
  });

  it('stay within the picture where the other end does not', () => {
    fc.assert(
      fc.property(eventsAndView, ([events, view]) => {
        fc.pre(view.chosen !== null);
        const index = indexEvents(events);
        const scene = layoutScene(index, [], view, tickFormat);
        const links = { answers: [], leadsTo: events.map(({ id }) => id) };
        for (const { path, isCut } of layoutThreads(scene, index, view.chosen!, links, view)) {
          const end = numbersOf(path)[6]!;
          if (isCut) expect(Math.min(Math.abs(end), Math.abs(end - view.width))).toBeLessThanOrEqual(0.1);
        }
      })
    );
  });

  it('pass over what is not in the collection', () => {
    const view = { from: 0, to: 1 };
    const frame = { viewport: view, scale: view, axis: { minor: [], major: [] }, beams: [], pillRows: 1 };
    const scene = { height: 0, frame, lanes: [] };
    const links = { answers: ['gone'], leadsTo: [] };
    expect(layoutThreads(scene, indexEvents([]), 'none', links, { viewport: { from: 0, to: 1 }, width: 100 })).toEqual(
      []
    );
  });
});
