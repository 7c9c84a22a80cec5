import { expect, test } from 'vitest';
import { indexEvents } from '#lib/timeline/event-index.ts';
import { allotRows } from '#lib/timeline/rows.ts';
import { layoutFrame } from '#lib/timeline/scene.ts';
import { axisWords, knowTicks } from './axis-words.ts';
import { drawn, layoutFirst } from './first-scene.ts';
import { entries, timeline } from './timeline.fixture.ts';

test('a first scene brings every word of its axis, also of those that have no room there', () => {
  const first = layoutFirst(indexEvents(entries), timeline.lanes, timeline.viewport, null);
  knowTicks(first.ticks.map(([tick]) => [tick, 'brought']));
  const rows = allotRows(() => 0, [], drawn.rows);
  const view = { viewport: timeline.viewport, width: drawn.width, rows, laneHead: 0, lanes: [], chosen: null };
  const { minor, major } = layoutFrame([], view, axisWords).axis;
  expect(minor.length).toBeGreaterThan(4);
  expect(new Set([...minor, ...major].map(({ label }) => label))).toEqual(new Set(['brought']));
});
