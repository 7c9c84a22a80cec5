import { DAY, MINUTE } from '../model/historical-date.ts';
import { laneIds, type LaneId } from '../model/lane.ts';
import type { Viewport } from './viewport.ts';

/** What a timeline's address says: all of its state. */
export interface ViewAddress {
  readonly viewport: Viewport | null;
  readonly event: string | null;
  readonly list: boolean;
  /** The lanes that are shown, in their order; null for all of them. */
  readonly lanes: readonly LaneId[] | null;
}

const civil = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;

/** Reads `?from=1990-11-01&to=1990-12-01&event=…&lanes=un,europe&show=list`; what it cannot read it passes over. */
export function readAddress(query: URLSearchParams): ViewAddress {
  const [from, to] = [query.get('from'), query.get('to')].map(readTime);
  return {
    viewport: from != null && to != null && to > from ? { from, to } : null,
    event: query.get('event'),
    list: query.get('show') === 'list',
    lanes: orderLanes(query.get('lanes')?.split(',') ?? [])
  };
}

/** The query for a view, with nothing in it that says the default. */
export function writeAddress({ viewport, event, list, lanes }: ViewAddress): string {
  const query = new URLSearchParams();
  if (viewport) {
    query.set('from', writeTime(viewport.from));
    query.set('to', writeTime(viewport.to));
  }
  if (event) query.set('event', event);
  if (lanes) query.set('lanes', lanes.join(','));
  if (list) query.set('show', 'list');
  return query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
}

/** The lanes that are named, in their order; null where that is none or all of them. */
export function orderLanes(named: readonly string[]): readonly LaneId[] | null {
  const lanes = laneIds.filter((lane) => named.includes(lane));
  return lanes.length === 0 || lanes.length === laneIds.length ? null : lanes;
}

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
