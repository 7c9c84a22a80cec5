import { fold } from '../model/fold.ts';

/** The words by which an event is found: its title, its date as it is written, its place, names. */
export interface FindableEvent {
  readonly id: string;
  readonly words: readonly string[];
}

/** The words of events, ready to be looked through at every letter that is typed: by id, folded, each after a space. */
export type WordIndex = ReadonlyMap<string, string>;

/** Words without marks and in small: 'Pérez de Cuéllar' is perez, de and cuellar. */
const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Builds what `findMatches` looks through. */
export const indexWords = (events: readonly FindableEvent[]): WordIndex =>
  new Map(events.map(({ id, words }) => [id, ` ${words.flatMap(wordsOf).join(' ')} `]));

/**
 * The events in which every word that was typed stands, whole or its beginning; null where no word
 * was typed. A number of one or two digits stands for itself alone: '19' is a day, and would else
 * be the beginning of every year.
 */
export function findMatches(index: WordIndex, typed: string): ReadonlySet<string> | null {
  const asked = wordsOf(typed).map((word) => (/^\d{1,2}$/.test(word) ? ` ${word} ` : ` ${word}`));
  if (asked.length === 0) return null;
  const ids = new Set<string>();
  for (const [id, words] of index) if (asked.every((word) => words.includes(word))) ids.add(id);
  return ids;
}

/** Where a step begins: at an event, or at an instant. */
interface Here {
  readonly id: string | null;
  readonly time: number;
}

/**
 * The match after or before the place where the reader is; past the last comes the first again.
 * @param matches in order of time
 */
export function stepMatch<E extends { readonly id: string; readonly start: number }>(
  matches: readonly E[],
  here: Here,
  step: 1 | -1
): E | null {
  const at = matches.findIndex(({ id }) => id === here.id);
  if (at >= 0) return matches.at((at + step) % matches.length)!;
  const found =
    step === 1
      ? (matches.find(({ start }) => start >= here.time) ?? matches[0])
      : (matches.findLast(({ start }) => start <= here.time) ?? matches.at(-1));
  return found ?? null;
}
