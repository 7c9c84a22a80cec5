import { m } from '#lib/i18n/paraglide/messages.js';
import { laneIds } from '#lib/model/lane.ts';
import { mostEvents, type Ask } from '#lib/timeline/synthetic.ts';

/** What each part of the address may be. */
export const limits = {
  events: { usual: 60, least: 0, most: mostEvents },
  seed: { usual: 1, least: 0, most: 2 ** 32 - 1 },
  lanes: { usual: laneIds.length, least: 1, most: laneIds.length }
} as const satisfies Record<keyof Ask, { usual: number; least: number; most: number }>;

export const usualAsk: Ask = { events: limits.events.usual, seed: limits.seed.usual, lanes: limits.lanes.usual };

/** A part of an address that could not be taken as it stands. */
export interface Complaint {
  readonly field: keyof Ask;
  readonly given: string;
  readonly used: number;
}

/** What an address asks for. Where it asks for what cannot be, the nearest that can. */
export function readAsk(query: URLSearchParams): { ask: Ask; complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  const read = (field: keyof Ask): number => {
    const { usual, least, most } = limits[field];
    const given = query.get(field);
    if (given === null || given.trim() === '') return usual;
    // 10,000 and 10_000 are read as they are meant.
    const number = Number(given.trim().replace(/(?<=\d)[,_ ](?=\d{3}\b)/g, ''));
    const used = Number.isNaN(number) ? usual : Math.min(Math.max(Math.round(number), least), most);
    if (used !== number) complaints.push({ field, given: given.slice(0, 40), used });
    return used;
  };
  return { ask: { events: read('events'), seed: read('seed'), lanes: read('lanes') }, complaints };
}

/** The address that asks for it, with one of its events chosen. */
export function writeAsk({ events, seed, lanes }: Ask, event: string | null = null): string {
  const query = `?events=${events}&seed=${seed}&lanes=${lanes}`;
  return event === null ? query : `${query}&event=${event}`;
}

/** The lanes of it, with their names. */
export const lanesOf = ({ lanes }: Ask) =>
  laneIds.slice(0, lanes).map((id, place) => ({ id, name: m.bench_lane({ number: place + 1 }) }));
