import { tick } from 'svelte';
import type { EventIndex } from '#lib/timeline/event-index.ts';
import { itemOf, moveFocus, moveToTenth, nearestTo, type Move } from '#lib/timeline/focus.ts';
import type { LaneScene } from '#lib/timeline/marks.ts';
import type { Scene } from '#lib/timeline/scene.ts';
import { panViewport, revealInstant, spanOf, zoomViewport, type Viewport } from '#lib/timeline/viewport.ts';
import { areSingleKeysOn } from '../shell/single-keys.svelte.ts';

/** What the keys act on: each of its parts is read anew with each key. */
interface KeyedTimeline {
  /** The time area, which holds all items. */
  readonly area: HTMLElement;
  readonly scene: Scene;
  /** Null while it is being built. */
  readonly index: EventIndex | null;
  readonly viewport: Viewport;
  readonly bounds: Viewport;
  readonly chosen: string | null;
  /** Lays all of it out for the view that is shown. */
  readonly settle: () => void;
  readonly onview: (viewport: Viewport) => void;
  readonly onchoose: (id: string | null) => void;
  /** This item is the timeline's stop for the Tab key from now on. */
  readonly onfocus: (item: string) => void;
}

interface TimelineKeys {
  readonly onkeydown: (event: KeyboardEvent) => Promise<void>;
  /** Shows another view, and gives what was looked for once all of it is drawn. */
  readonly changeView: (next: Viewport, find: () => string | null) => Promise<string | null>;
  /** What stands for an item: a mark may have gone into a count, or come out of one. */
  readonly standsFor: (item: string) => string | null;
  readonly focusItem: (item: string, options?: FocusOptions) => void;
}

const moves: Record<string, Move> = {
  ArrowLeft: 'earlier',
  ArrowRight: 'later',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last'
};
/** A press on + or − zooms by so much. */
const zoomStep = 1.6;
/** A page is this share of the view. */
const pageShare = 0.9;

/** The event of an item: a count is named by one that it holds. */
const eventOf = (item: string) => item.replace(/^count-/, '');

/**
 * The keyboard of a timeline, which is a layout grid: the arrows go along time and between lanes.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function timelineKeys(timeline: KeyedTimeline): TimelineKeys {
  function focusItem(item: string, options: FocusOptions = {}) {
    timeline.onfocus(item);
    timeline.area.querySelector<HTMLElement>(`[data-item="${item}"]`)?.focus(options);
  }

  const standsFor = (item: string) =>
    (timeline.index && itemOf(timeline.scene.lanes, timeline.index, eventOf(item))?.id) ?? null;

  async function changeView(next: Viewport, find: () => string | null) {
    timeline.onview(next);
    await tick();
    timeline.settle();
    await tick();
    return find();
  }

  const zoomAt = (item: string, start: number, factor: number) =>
    changeView(zoomViewport(timeline.viewport, factor, start, timeline.bounds), () => standsFor(item));

  const turnPage = (lane: LaneScene, start: number, share: number) =>
    changeView(panViewport(timeline.viewport, share, timeline.bounds), () =>
      nearestTo(timeline.scene.lanes, lane.id, start + share * spanOf(timeline.viewport))
    );

  /** At the edge of the view the arrow goes on: the next event of the lane is brought into view. */
  async function beyond(lane: LaneScene, from: string, move: Move): Promise<string | null> {
    const { index, viewport, bounds } = timeline;
    if (!index || (move !== 'earlier' && move !== 'later')) return null;
    const own = index.lane(lane.id);
    const held = index.find(eventOf(from));
    const count = lane.items.find(({ id }) => id === from);
    const at = count?.type === 'count' && move === 'later' ? count.last : (held?.place ?? 0);
    const step = move === 'later' ? 1 : -1;
    for (let place = at + step; place >= 0 && place < own.size; place += step) {
      const { id, start } = own.at(place);
      if (start >= viewport.from && start <= viewport.to) continue;
      return changeView(revealInstant(viewport, start, bounds), () => standsFor(id));
    }
    return null;
  }

  /** What a key does with an item: it gives the item that has the focus then. */
  function actionOf(event: KeyboardEvent, lane: LaneScene, start: number, from: string) {
    const { key } = event;
    const { lanes } = timeline.scene;
    const move = event.ctrlKey ? ({ Home: 'firstOfAll', End: 'lastOfAll' } as const)[key] : moves[key];
    if (move) return async () => moveFocus(lanes, from, move) ?? (await beyond(lane, from, move));
    if (key.length === 1 && !areSingleKeysOn()) return null;
    if (/^\d$/.test(key)) return () => moveToTenth(lane, Number(key));
    if (key === 'PageUp' || key === 'PageDown') {
      return () => turnPage(lane, start, key === 'PageUp' ? -pageShare : pageShare);
    }
    if (key === '+' || key === '=') return () => zoomAt(from, start, zoomStep);
    if (key === '-') return () => zoomAt(from, start, 1 / zoomStep);
    if (key === 'Escape' && timeline.chosen) {
      return () => {
        timeline.onchoose(null);
        return null;
      };
    }
    return null;
  }

  const pills = () => [...timeline.area.querySelectorAll<HTMLElement>('.pill')];

  /** The marked days stand under the last lane. */
  function pillNearest(time: number) {
    const far = timeline.scene.frame.beams.map((beam) => Math.abs(beam.time - time));
    return pills()[far.indexOf(Math.min(...far))];
  }

  function onpillkey(event: KeyboardEvent, at: number) {
    const { lanes, frame } = timeline.scene;
    const lane = lanes.findLast(({ items }) => items.length > 0);
    const day = frame.beams[at];
    if (event.key === 'ArrowUp' && lane && day) focusItem(nearestTo(lanes, lane.id, day.time) ?? '');
    else if (event.key === 'ArrowLeft') pills()[at - 1]?.focus();
    else if (event.key === 'ArrowRight') pills()[at + 1]?.focus();
    else return;
    event.preventDefault();
  }

  async function onkeydown(event: KeyboardEvent) {
    const pressed = event.target as Element;
    const pill = pressed.closest<HTMLElement>('.pill');
    if (pill) return onpillkey(event, pills().indexOf(pill));
    const from = pressed.closest<HTMLElement>('[data-item]')?.dataset.item;
    if (!from || event.altKey || event.metaKey) return;
    if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return;
    timeline.settle();
    const lane = timeline.scene.lanes.find(({ items }) => items.some(({ id }) => id === from));
    const item = lane?.items.find(({ id }) => id === from);
    if (!lane || !item) return;
    const act = actionOf(event, lane, item.start, from);
    if (!act) return;
    event.preventDefault();
    const next = await act();
    if (next) focusItem(next);
    else if (event.key === 'ArrowDown') pillNearest(item.start)?.focus();
  }

  return { onkeydown, changeView, standsFor, focusItem };
}
