import { DAY, MINUTE } from '../model/historical-date.ts';
import type { Known } from '../model/known.ts';
import { laneIds, type LaneId } from '../model/lane.ts';
import type { Viewport } from './viewport.ts';

/** The forms in which a scene is shown. */
export const forms = ['picture', 'list', 'table'] as const;
export type Form = (typeof forms)[number];

/** What a reader looks for; null where anything will do. */
export interface Filters {
  readonly kind: string | null;
  readonly person: string | null;
  readonly place: string | null;
}

/** What a timeline's address says: all of its state. */
export interface ViewAddress {
  readonly viewport: Viewport | null;
  readonly event: string | null;
  readonly form: Form;
  /** The lanes that are shown, from the top down; null for all of them in their own order. */
  readonly lanes: readonly LaneId[] | null;
  /** Those of them that are folded to a line. */
  readonly folded: readonly LaneId[];
  readonly known: Known | null;
  readonly filters: Filters;
  /** The words that are looked for; empty where none are. */
  readonly find: string;
  /** A tour and its stop, counted from 1. */
  readonly tour: { readonly id: string; readonly stop: number } | null;
}

export const noFilters: Filters = { kind: null, person: null, place: null };

/** The address that says nothing. */
export const plainAddress: ViewAddress = {
  viewport: null,
  event: null,
  form: 'picture',
  lanes: null,
  folded: [],
  known: null,
  filters: noFilters,
  find: '',
  tour: null
};

const civil = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;

/**
 * Reads `?from=1990-11-01&to=1990-12-01&event=…&lanes=un,europe&fold=un&known=1990-11-19T18:00&kind=…&person=…
 * &place=…&find=…&tour=…&stop=2&show=list`; what it cannot read it passes over.
 */
export function readAddress(query: URLSearchParams): ViewAddress {
  const [from, to] = [query.get('from'), query.get('to')].map(readTime);
  const [form, tour] = [query.get('show'), query.get('tour')];
  const stop = Number(query.get('stop') ?? 1);
  return {
    viewport: from != null && to != null && to > from ? { from, to } : null,
    event: query.get('event'),
    form: forms.find((each) => each === form) ?? 'picture',
    lanes: orderLanes(listOf(query.get('lanes'))),
    folded: knownLanes(listOf(query.get('fold'))),
    known: knownOf(query),
    filters: { kind: query.get('kind'), person: query.get('person'), place: query.get('place') },
    find: query.get('find') ?? '',
    tour: tour ? { id: tour, stop: Number.isInteger(stop) && stop > 0 ? stop : 1 } : null
  };
}

/** What the public knew, for an address that stands on a day of the past; null for all that is known today. */
export function knownOf(query: URLSearchParams): Known | null {
  const known = query.get('known');
  return known === 'then' ? 'then' : readTime(known);
}

/** The query for a view, with nothing in it that says the default. */
export function writeAddress({
  viewport,
  event,
  form,
  lanes,
  folded,
  known,
  filters,
  find,
  tour
}: ViewAddress): string {
  const words: Record<string, string | null> = {
    from: viewport && writeTime(viewport.from),
    to: viewport && writeTime(viewport.to),
    event,
    lanes: lanes && lanes.join(','),
    fold: folded.join(','),
    known: known === null || known === 'then' ? known : writeTime(known),
    kind: filters.kind,
    person: filters.person,
    place: filters.place,
    find,
    tour: tour && tour.id,
    stop: tour && tour.stop > 1 ? String(tour.stop) : null,
    show: form === 'picture' ? null : form
  };
  const said = Object.entries(words).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(said).toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
}

/** The lanes that are named, in the order in which they are; null where that is none, or all of them in their own. */
export function orderLanes(named: readonly string[]): readonly LaneId[] | null {
  const lanes = knownLanes(named);
  return lanes.length === 0 || lanes.join() === laneIds.join() ? null : lanes;
}

const listOf = (text: string | null): string[] => text?.split(',') ?? [];

const knownLanes = (named: readonly string[]): LaneId[] =>
  [...new Set(named)].flatMap((name) => laneIds.filter((lane) => lane === name));

function readTime(text: string | null | undefined): number | null {
  if (!text || !civil.test(text)) return null;
  const time = Date.parse(text.includes('T') ? `${text}Z` : `${text}T00:00Z`);
  return Number.isNaN(time) ? null : time;
}

/** The day of an instant as a field for dates has it. */
export const writeDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The stretch from the first of one day to the end of another; null where one is no day. */
export function readDays(first: string, last: string): Viewport | null {
  const [from, to] = [first, last].map(readTime);
  return from == null || to == null ? null : { from, to: to + DAY };
}

function writeTime(time: number): string {
  const text = new Date(Math.round(time / MINUTE) * MINUTE).toISOString().slice(0, 16);
  return text.endsWith('T00:00') ? text.slice(0, 10) : text;
}
