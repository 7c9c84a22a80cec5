import { tick } from 'svelte';
import type { EventIndex } from '#lib/timeline/event-index.ts';
import { itemOf, moveFocus, moveToTenth, nearestTo, type Move } from '#lib/timeline/focus.ts';
import type { LaneScene } from '#lib/timeline/marks.ts';
import type { Scene, TimelineBeam } from '#lib/timeline/scene.ts';
import { panViewport, revealInstant, spanOf, zoomViewport, type Viewport } from '#lib/timeline/viewport.ts';
import { areSingleKeysOn } from '../shell/single-keys.svelte.ts';

/** The picture as it is at the moment of a press. */
export interface Grid {
  readonly area: HTMLElement;
  /** Null until the events are there. */
  readonly index: EventIndex | null;
  readonly scene: Scene;
  readonly beams: readonly TimelineBeam[];
  readonly viewport: Viewport;
  readonly bounds: Viewport;
  readonly chosen: string | null;
  onview(viewport: Viewport): void;
  onchoose(id: string | null): void;
  onfocus(id: string): void;
  /** Lays out what is behind, so that the scene is that of the viewport. */
  settle(): void;
}

export interface GridKeys {
  /** A key pressed on an item or on the pill of a marked day; others are left alone. */
  readonly onkeydown: (event: KeyboardEvent) => Promise<void>;
  readonly focusItem: (id: string, options?: FocusOptions) => void;
  /** The item that stands for what an item stood for: a mark may have gone into a count, or come out of one. */
  readonly standsFor: (id: string) => string | null;
  /** Shows another view, and once it is drawn asks what to find in it. */
  readonly changeView: (next: Viewport, find: () => string | null) => Promise<string | null>;
}

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: 'earlier',
  ArrowRight: 'later',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last'
};
const farMoves: Readonly<Record<string, Move>> = { Home: 'firstOfAll', End: 'lastOfAll' };

/** By how much a key zooms. */
const step = 1.6;
/** Share of the view that a page is. */
const page = 0.9;

/**
 * The keyboard on the picture, as the APG's layout grid has it: one tab stop, left and right along time, up and down
 * between lanes, and on to what is beyond the edge.
 * @param grid the picture now; asked anew for each key, and after each change of the view
 */
export function gridKeys(grid: () => Grid): GridKeys {
  function focusItem(id: string, options: FocusOptions = {}): void {
    const { area, onfocus } = grid();
    onfocus(id);
    area.querySelector<HTMLElement>(`[data-item="${id}"]`)?.focus(options);
  }

  function standsFor(id: string): string | null {
    const { index, scene } = grid();
    return (index && itemOf(scene.lanes, index, id.replace(/^count-/, ''))?.id) ?? null;
  }

  async function changeView(next: Viewport, find: () => string | null): Promise<string | null> {
    grid().onview(next);
    await tick();
    grid().settle();
    await tick();
    return find();
  }

  async function onkeydown(event: KeyboardEvent): Promise<void> {
    const pressed = event.target as Element;
    const pill = pressed.closest<HTMLElement>('.pill');
    if (pill) return moveFromPill(event, pill);
    const from = pressed.closest<HTMLElement>('[data-item]')?.dataset.item;
    if (!from || event.altKey || event.metaKey) return;
    if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return;
    grid().settle();
    const lane = grid().scene.lanes.find(({ items }) => items.some(({ id }) => id === from));
    const item = lane?.items.find(({ id }) => id === from);
    if (!lane || !item) return;
    const act = actionOf(event, lane, item.start, from);
    if (!act) return;
    event.preventDefault();
    const next = await act();
    if (next) focusItem(next);
    else if (event.key === 'ArrowDown') pillNearest(item.start)?.focus();
  }

  /** What a key does with an item: it gives the item that has the focus then. */
  function actionOf({ key, ctrlKey }: KeyboardEvent, lane: LaneScene, start: number, from: string) {
    const { scene, chosen, viewport, bounds, onchoose } = grid();
    const move = (ctrlKey ? farMoves : moves)[key];
    if (move) return async () => moveFocus(scene.lanes, from, move) ?? (await goBeyond(lane, from, move));
    const zoom = (factor: number) => () =>
      changeView(zoomViewport(viewport, factor, start, bounds), () => standsFor(from));
    if (key.length === 1 && !areSingleKeysOn()) return null;
    if (/^\d$/.test(key)) return () => moveToTenth(lane, Number(key));
    if (key === 'PageUp' || key === 'PageDown') return () => turnPage(lane, start, key === 'PageUp' ? -page : page);
    if (key === '+' || key === '=') return zoom(step);
    if (key === '-') return zoom(1 / step);
    if (key === 'Escape' && chosen) {
      return () => {
        onchoose(null);
        return null;
      };
    }
    return null;
  }

  function turnPage(lane: LaneScene, start: number, share: number): Promise<string | null> {
    const { viewport, bounds } = grid();
    const time = start + share * spanOf(viewport);
    return changeView(panViewport(viewport, share, bounds), () => nearestTo(grid().scene.lanes, lane.id, time));
  }

  /** At the edge of the view the arrow goes on: the next event of the lane is brought into view. */
  async function goBeyond(lane: LaneScene, from: string, move: Move): Promise<string | null> {
    const { index, viewport, bounds } = grid();
    if (!index || (move !== 'earlier' && move !== 'later')) return null;
    const own = index.lane(lane.id);
    const way = move === 'later' ? 1 : -1;
    const count = lane.items.find(({ id }) => id === from);
    const at =
      count?.type === 'count' && move === 'later' ? count.last : (index.find(from.replace(/^count-/, ''))?.place ?? 0);
    for (let place = at + way; place >= 0 && place < own.size; place += way) {
      const { id, start } = own.at(place);
      if (start >= viewport.from && start <= viewport.to) continue;
      return changeView(revealInstant(viewport, start, bounds), () => standsFor(id));
    }
    return null;
  }

  /** The marked days stand under the last lane. */
  function pillNearest(time: number): HTMLElement | undefined {
    const { area, scene, beams } = grid();
    const days = scene.frame.beams.map(({ event }) => beams.find((beam) => beam.event === event)!.time);
    const nearest = days.reduce((a, b) => (Math.abs(b - time) < Math.abs(a - time) ? b : a), Infinity);
    return area.querySelectorAll<HTMLElement>('.pill')[days.indexOf(nearest)];
  }

  function moveFromPill(event: KeyboardEvent, pill: HTMLElement): void {
    const { area, scene, beams } = grid();
    const pills = [...area.querySelectorAll<HTMLElement>('.pill')];
    const at = pills.indexOf(pill);
    const day = beams.find((beam) => beam.event === scene.frame.beams[at]?.event);
    const lane = scene.lanes.findLast(({ items }) => items.length > 0);
    if (event.key === 'ArrowUp' && lane && day) focusItem(nearestTo(scene.lanes, lane.id, day.time) ?? '');
    else if (event.key === 'ArrowLeft') pills[at - 1]?.focus();
    else if (event.key === 'ArrowRight') pills[at + 1]?.focus();
    else return;
    event.preventDefault();
  }

  return { onkeydown, focusItem, standsFor, changeView };
}
