import type { DayHour } from './day-hour.ts';
import type { Ending } from './session.ts';

/** The places of a kiosk at which a visit may stop. */
export const stations = ['home', 'tour', 'timeline', 'document', 'drafting', 'opinion'] as const;
export type Station = (typeof stations)[number];

/** All that is kept of visitors: numbers. */
export interface Counts {
  readonly version: 1;
  /** Visits by the hour in which they began, by day. */
  readonly days: Readonly<Record<string, readonly number[]>>;
  /** Visits of days that are no longer kept one by one. */
  readonly before: number;
  /** How many visits lasted how long, in steps of `stayStep`; the last holds all that were longer. */
  readonly stays: readonly number[];
  /** Where visits stopped. */
  readonly stops: Readonly<Partial<Record<Station, number>>>;
  readonly endings: Readonly<Partial<Record<Ending, number>>>;
  /** By question and option. */
  readonly opinions: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** What went wrong, the words of the script, with how often and the last day. */
  readonly errors: readonly ErrorCount[];
}

export interface ErrorCount {
  readonly message: string;
  readonly count: number;
  readonly day: string;
}

/** A visit that is over. */
export interface Visit {
  /** When it began. */
  readonly began: DayHour;
  /** ms */
  readonly stay: number;
  readonly station: Station;
  readonly ending: Ending;
}

/** ms; stays are counted in steps of it, up to half an hour. */
const stayStep = 5000;
const staySteps = 360;
/** More days than a year, so that a year can be compared with the one before. */
const mostDays = 400;
const mostErrors = 20;
/** A message of a script may quote what it was given: the beginning tells what it is. */
const longestMessage = 160;

export const noCounts: Counts = {
  version: 1,
  days: {},
  before: 0,
  stays: [],
  stops: {},
  endings: {},
  opinions: {},
  errors: []
};

/** Reads counts that were stored; null where what was stored is none, so that it is not overwritten unseen. */
export function readCounts(text: string | null): Counts | null {
  if (text === null) return noCounts;
  try {
    const data = JSON.parse(text) as Partial<Counts> | null;
    return data?.version === 1 ? { ...noCounts, ...data } : null;
  } catch {
    return null;
  }
}

const oneMore = <K extends string>(counts: Readonly<Partial<Record<K, number>>>, key: K) => ({
  ...counts,
  [key]: ((counts as Partial<Record<string, number>>)[key] ?? 0) + 1
});

const addAt = (counts: readonly number[], place: number, size: number): number[] =>
  Array.from({ length: Math.max(size, counts.length) }, (_, at) => (counts[at] ?? 0) + (at === place ? 1 : 0));

/** Counts a visit that is over. */
export function countVisit(counts: Counts, { began, stay, station, ending }: Visit): Counts {
  const bin = Math.min(Math.floor(stay / stayStep), staySteps - 1);
  const days = { ...counts.days, [began.day]: addAt(counts.days[began.day] ?? [], began.hour, 24) };
  return {
    ...counts,
    ...keepDays(days, counts.before),
    stays: addAt(counts.stays, bin, bin + 1),
    stops: oneMore(counts.stops, station),
    endings: oneMore(counts.endings, ending)
  };
}

function keepDays(days: Counts['days'], before: number): Pick<Counts, 'days' | 'before'> {
  const names = Object.keys(days).sort();
  const [old, kept] = [names.slice(0, -mostDays), names.slice(-mostDays)];
  if (old.length === 0) return { days, before };
  return {
    days: Object.fromEntries(kept.map((name) => [name, days[name]!])),
    before: before + old.reduce((total, name) => total + sum(days[name]!), 0)
  };
}

/** Counts something that went wrong. */
export function countError(counts: Counts, message: string, day: string): Counts {
  const name = message.slice(0, longestMessage);
  const known = counts.errors.find((error) => error.message === name);
  const others = counts.errors.filter((error) => error !== known);
  return {
    ...counts,
    errors: [{ message: name, count: (known?.count ?? 0) + 1, day }, ...others].slice(0, mostErrors)
  };
}

/**
 * Counts an opinion once a visitor, however often she changes it.
 * @param before what she had chosen before in this visit
 */
export function countOpinion(counts: Counts, question: string, before: string | null, chosen: string): Counts {
  const own = counts.opinions[question] ?? {};
  const without = before === null ? own : { ...own, [before]: Math.max(0, (own[before] ?? 0) - 1) };
  return { ...counts, opinions: { ...counts.opinions, [question]: oneMore(without, chosen) } };
}

export const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** How many visits there were in all. */
export const visitsOf = ({ days, before }: Counts): number =>
  before + Object.values(days).reduce((total, hours) => total + sum(hours), 0);

/** The stay of the visitor in the middle, in ms, to the step; null before the first visit. */
export function medianStay({ stays }: Counts): number | null {
  const total = sum(stays);
  if (total === 0) return null;
  let seen = 0;
  const bin = stays.findIndex((count) => (seen += count) >= total / 2);
  return (bin + 0.5) * stayStep;
}
