import { isKnown, type Known } from '#lib/model/known.ts';
import { laneIds, type LaneId } from '#lib/model/lane.ts';
import { fits, isUnknown } from '#lib/timeline/selection.ts';
import { indexEvents } from '#lib/timeline/event-index.ts';
import {
  noFilters,
  orderLanes,
  writeAddress,
  type Filters,
  type Form,
  type ViewAddress
} from '#lib/timeline/view-address.ts';
import { clampViewport, revealInstant, zoomViewport, type Viewport } from '#lib/timeline/viewport.ts';
import type { TimelineBeam } from '#lib/timeline/scene.ts';
import { touches } from '#lib/timeline/timeline-event.ts';
import type { EventDetails } from './event-detail.ts';
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
  /** What the timeline knows of each event beyond its mark; null until it has come. */
  details = $state.raw<EventDetails | null>(null);
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
  readonly entries = $derived.by(() =>
    this.#data.entries.filter(({ id, lane }) => this.isLaneShown(lane) && this.isOpen(id))
  );

  /** How many events nobody could know of, and how many of the others do not fit what is looked for; null until that is known. */
  readonly hidden = $derived.by(() => {
    const { details, known, filters } = this;
    if (!details) return null;
    const all = this.#data.entries.map(({ id }) => details[id]!);
    const unknown = all.filter((facts) => isUnknown(facts, known)).length;
    return { unknown, unfit: all.filter((facts) => !isUnknown(facts, known) && !fits(facts, filters)).length };
  });

  readonly index = $derived.by(() => indexEvents(this.entries));

  /** The event whose mark stands out. */
  readonly marked = $derived(this.chosen ?? this.pointed);

  /** What the panel of the chosen event says: nothing that is hidden, and no words that could not be read then. */
  readonly detail = $derived.by(() => {
    const detail = this.chosen === null ? undefined : this.details?.[this.chosen];
    if (!detail) return null;
    const isOpen = ({ id }: { readonly id: string }) => this.isOpen(id);
    const { known } = this;
    const isUnread = known !== null && detail.quotationKnown !== null && !isKnown(detail.quotationKnown, known);
    return {
      ...detail,
      answers: detail.answers.filter(isOpen),
      leadsTo: detail.leadsTo.filter(isOpen),
      quotation: isUnread ? null : detail.quotation,
      isUnread
    };
  });

  /** What the chosen event answered and led to, by id. */
  readonly links = $derived.by(() => {
    const ids = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);
    return this.detail && { answers: ids(this.detail.answers), leadsTo: ids(this.detail.leadsTo) };
  });

  /** How many events there are. */
  get total(): number {
    return this.#data.entries.length;
  }

  /** Whether something is asked of events before they are shown. */
  get isSelecting(): boolean {
    const { kind, person, place } = this.filters;
    return this.known !== null || kind !== null || person !== null || place !== null;
  }

  /** Whether what is known and looked for lets an event be shown. While that cannot be told, it is not. */
  isOpen(id: string): boolean {
    if (!this.isSelecting) return true;
    const facts = this.details?.[id];
    return facts !== undefined && !isUnknown(facts, this.known) && fits(facts, this.filters);
  }

  /** Everything that is hidden by a day of the past or by filters is shown again. */
  showAll(): void {
    this.known = null;
    this.filters = noFilters;
  }

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
