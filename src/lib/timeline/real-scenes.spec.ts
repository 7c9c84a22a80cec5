import { join } from 'node:path';
import { collection } from 'virtual:collection';
import { describe, expect, it } from 'vitest';
import { lightColours, toSvg } from '../export/timeline-svg.ts';
import { onAxis } from '../model/historical-date.ts';
import { laneIds } from '../model/lane.ts';
import { allotRows } from './rows.ts';
import { indexEvents } from './event-index.ts';
import { heldBy } from './lane-scene.ts';
import type { Count, LaneScene, Mark } from './marks.ts';
import { layoutScene, sizeOf, type Scene } from './scene.ts';
import { boxOf, crossings, idsOf, tickFormat } from './timeline.fixture.ts';
import { toTimelineEvent } from './timeline-event.ts';
import type { Viewport } from './viewport.ts';

const { axis, span, opening, beams: days } = collection;
const events = collection.events.map((event) => toTimelineEvent(event, axis.offset));
const index = indexEvents(events);
const beams = days.map(({ date, label, event }) => {
  const { start, end } = onAxis(date, axis.offset);
  return { time: (start + end) / 2, label, event };
});

const zooms: Record<string, Viewport> = {
  whole: { from: span.from.start, to: span.to.end },
  opening: { from: opening.from.start, to: opening.to.end },
  november: { from: Date.UTC(1990, 10, 1), to: Date.UTC(1990, 11, 1) },
  'paris-week': { from: Date.UTC(1990, 10, 17), to: Date.UTC(1990, 10, 24) },
  'paris-day': { from: Date.UTC(1990, 10, 19, 6), to: Date.UTC(1990, 10, 19, 22) }
};
const widths = [340, 1060, 1720];

const layout = (viewport: Viewport, width: number) =>
  layoutScene(
    index,
    beams,
    {
      viewport,
      width,
      rows: allotRows((lane) => index.lane(lane).size, laneIds, 18),
      laneHead: width < 640 ? 24 : 0,
      lanes: laneIds,
      chosen: 'gorbachev-two-step-conversation'
    },
    tickFormat
  );

/** A scene as a person reads it: what stands where, lane by lane and row by row, in whole pixels. */
function describeScene(scene: Scene, width: number): string {
  const px = (share: number) => Math.round(share * width);
  const signs = { dot: '●', bar: '▬', extent: '░' };
  const ticks = (all: readonly { x: number; label: string }[]) =>
    all.map(({ x, label }) => `${px(x)} ${label}`).join(' | ');
  const mark = (item: Mark) => {
    const place = item.shape === 'dot' ? `${px(item.x)}` : `${px(item.x)}…${px(item.x + item.barWidth)}`;
    const words = `${Math.round(px(item.x) + item.labelShift)} +${Math.round(item.labelWidth)}`;
    const notes = [
      item.isChosen && 'chosen',
      item.isVague && 'vague',
      item.isCutBefore && 'cut before',
      item.isCutAfter && 'cut after'
    ].filter(Boolean);
    return `${signs[item.shape]} ${place} “${item.label}” ${words}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
  };
  const count = (lane: LaneScene, item: Count) => {
    const ids = heldBy(index, lane, item).map(({ id }) => id);
    return `⊕ ${px(item.x)} +${item.size}: ${ids.join(', ')}`;
  };
  const lanes = scene.lanes.flatMap((lane) => {
    const { id, top, height, items } = lane;
    const rows = Object.entries(Object.groupBy(items, (item) => String(item.top))).sort(
      ([a], [b]) => Number(a) - Number(b)
    );
    return [
      '',
      `${id}, from ${top}, ${height} high`,
      ...rows.flatMap(([row, own = []]) =>
        own.map((item) => `  ${row.padStart(3)}  ${item.type === 'mark' ? mark(item) : count(lane, item)}`)
      )
    ];
  });
  const { drawn, inView } = sizeOf(scene);
  return [
    `${width} × ${scene.height}, ${drawn} drawn of ${inView} in view`,
    `larger  ${ticks(scene.frame.axis.major.map(({ labelX, label }) => ({ x: labelX, label })))}`,
    `smaller ${ticks(scene.frame.axis.minor)}`,
    ...scene.frame.beams.map(
      ({ label, x, row, labelShift, labelWidth }) =>
        `pill    ${px(x)} “${label}” ${Math.round(px(x) + labelShift)} +${labelWidth}, row ${row}`
    ),
    ...lanes,
    ''
  ].join('\n');
}

describe.each(Object.entries(zooms))('the real collection, %s', (name, viewport) => {
  it.each(widths)('is laid out as before at %i px', async (width) => {
    const scene = layout(viewport, width);
    await expect(describeScene(scene, width)).toMatchFileSnapshot(
      join(import.meta.dirname, `../../../tests/visual/scenes/${name}-${width}.txt`)
    );
  });

  it.each(widths)('is the same picture as before at %i px', async (width) => {
    const picture = {
      scene: layout(viewport, width),
      width,
      title: `The collection, ${name}`,
      lanes: new Map(collection.lanes.map((lane) => [lane.id, lane.name])),
      source: `${collection.title}, ${name}`,
      colours: lightColours
    };
    await expect(toSvg(picture)).toMatchFileSnapshot(
      join(import.meta.dirname, `../../../tests/visual/scenes/${name}-${width}.svg`)
    );
  });

  it.each(widths)('has nothing across anything else, and no event twice, at %i px', (width) => {
    const scene = layout(viewport, width);
    for (const { items } of scene.lanes) expect(crossings(items.map((item) => boxOf(item, width)))).toEqual([]);
    expect(new Set(idsOf(scene, index)).size).toBe(sizeOf(scene).inView);
  });
});

it('shows the whole story of Paris at the zoom of its day', () => {
  const scene = layout(zooms['paris-day']!, 1720);
  const thatDay = collection.events.filter(({ date }) => date.edtf.startsWith('1990-11-19')).map(({ id }) => id);
  expect(idsOf(scene, index)).toEqual(expect.arrayContaining(thatDay));
});
