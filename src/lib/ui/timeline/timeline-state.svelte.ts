import { laneIds, type LaneId } from '#lib/model/lane.ts';
import { indexEvents } from '#lib/timeline/event-index.ts';
import {
  noFilters,
  orderLanes,
  writeAddress,
  type Filters,
  type Form,
  type Known,
  type ViewAddress
} from '#lib/timeline/view-address.ts';
import { clampViewport, revealInstant, zoomViewport, type Viewport } from '#lib/timeline/viewport.ts';
import type { TimelineBeam } from '#lib/timeline/scene.ts';
import { touches } from '#lib/timeline/timeline-event.ts';
import type { TimelineEntry, TimelineLane } from './Timeline.svelte';

/** What a page knows of the collection before it shows a part of it. */
export interface TimelineData {
  /** The product's name. */
  readonly title: string;
  readonly entries: readonly TimelineEntry[];
  readonly lanes: readonly TimelineLane[];
  readonly beams: readonly TimelineBeam[];
  readonly bounds: Viewport;
  /** The stretch that is shown where the address names none. */
  readonly opening: Viewport;
}

/** The state of a timeline: all of it is in its address, and what is shown follows from it. */
export class TimelineState {
  viewport = $state.raw<Viewport>({ from: 0, to: 0 });
  chosen = $state<string | null>(null);
  form = $state<Form>('picture');
  lanes = $state.raw<readonly LaneId[] | null>(null);
  folded = $state.raw<readonly LaneId[]>([]);
  known = $state.raw<Known | null>(null);
  filters = $state.raw<Filters>(noFilters);
  find = $state('');
  /** The events that hold the words looked for, shown or not; null where none are looked for. */
  matches = $state.raw<ReadonlySet<string> | null>(null);
  tour = $state.raw<ViewAddress['tour']>(null);
  /** The event that a tour points at: its mark stands out as a chosen one does, and no panel opens. */
  pointed = $state<string | null>(null);

  readonly #data: TimelineData;

  constructor(data: TimelineData) {
    this.#data = data;
    this.viewport = data.opening;
  }

  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
  readonly entryById = $derived.by(() => new Map(this.#data.entries.map((entry) => [entry.id, entry])));

  /** The lanes that are shown, from the top down. */
  readonly shownLanes = $derived.by(() =>
    (this.lanes ?? laneIds).flatMap((id) => this.#data.lanes.filter((lane) => lane.id === id))
  );

  /** The events that are shown, in order of time. */
  readonly entries = $derived.by(() => this.#data.entries.filter(({ lane }) => this.isLaneShown(lane)));

  readonly index = $derived.by(() => indexEvents(this.entries));

  /** The event whose mark stands out. */
  readonly marked = $derived(this.chosen ?? this.pointed);

  /** The query that brings this state back. */
  get query(): string {
    const { from, to } = this.viewport;
    const { opening } = this.#data;
    const isOpening = from === opening.from && to === opening.to;
    const { chosen, form, lanes, folded, known, filters, find, tour } = this;
    const viewport = isOpening ? null : this.viewport;
    return writeAddress({ viewport, event: chosen, form, lanes, folded, known, filters, find, tour });
  }

  isLaneShown(lane: LaneId): boolean {
    return this.lanes === null || this.lanes.includes(lane);
  }

  /** Folds a lane to a line, or unfolds it. */
  fold(lane: LaneId): void {
    this.folded = this.folded.includes(lane) ? this.folded.filter((each) => each !== lane) : [...this.folded, lane];
  }

  /** Nearer or farther: around the chosen event while it is in view, else around the middle. */
  zoomBy(factor: number): void {
    const { from, to } = this.viewport;
    const entry = this.chosen === null ? undefined : this.entryById.get(this.chosen);
    const around = entry && touches(entry, this.viewport) ? entry.start : (from + to) / 2;
    const within = Math.min(Math.max(around, from), to);
    this.viewport = zoomViewport(this.viewport, factor, within, this.#data.bounds);
  }

  /** Takes on what an address says. */
  read(address: ViewAddress): void {
    const { opening, bounds } = this.#data;
    this.viewport = address.viewport ? clampViewport(address.viewport, bounds) : opening;
    this.form = address.form;
    this.lanes = address.lanes;
    this.folded = address.folded;
    this.known = address.known;
    this.filters = address.filters;
    this.find = address.find;
    this.tour = address.tour;
    this.chosen = address.event !== null && this.entryById.has(address.event) ? address.event : null;
    const entry = this.chosen === null ? undefined : this.entryById.get(this.chosen);
    if (entry && !address.viewport) this.viewport = revealInstant(this.viewport, entry.start, bounds);
  }

  /** Chooses an event and brings it into view; null chooses none. */
  choose(id: string | null): void {
    this.chosen = id;
    const entry = id === null ? undefined : this.entryById.get(id);
    if (!entry) return;
    // What is chosen is shown, though its lane was not.
    if (this.lanes && !this.lanes.includes(entry.lane)) this.lanes = orderLanes([...this.lanes, entry.lane]);
    if (this.folded.includes(entry.lane)) this.folded = this.folded.filter((lane) => lane !== entry.lane);
    if (!touches(entry, this.viewport)) {
      this.viewport = revealInstant(this.viewport, entry.start, this.#data.bounds);
    }
  }
}
