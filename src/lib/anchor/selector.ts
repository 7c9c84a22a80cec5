import search from 'approx-string-match';
import type { Target } from '../model/annotation.ts';

/** Characters kept on either side of a quote, to tell it from the same words elsewhere. */
const context = 32;
/** Of a quote's characters, how many may differ before words are no longer taken for it. */
const tolerance = 0.35;

/** Where a target's words are now, in offsets of the plain text. */
export interface Resolved {
  readonly start: number;
  readonly end: number;
  /** Whether these are the very words; if not, they are the nearest that stand there now. */
  readonly isExact: boolean;
}

/**
 * Describes a stretch of a source's plain text so that it is found again.
 * @param start offset of the first character
 * @param end offset behind the last
 */
export function describeStretch(source: string, plain: string, start: number, end: number): Target {
  return {
    source,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: plain.slice(start, end),
        prefix: plain.slice(Math.max(0, start - context), start),
        suffix: plain.slice(end, end + context)
      },
      { type: 'TextPositionSelector', start, end }
    ]
  };
}

/**
 * Finds a target's words: where they stood, else where the same words stand, else the nearest words.
 * @returns null where nothing like them is left
 */
export function resolveTarget({ selector: [quote, position] }: Target, plain: string): Resolved | null {
  const { exact, prefix, suffix } = quote;
  if (exact === '') return null;
  if (plain.slice(position.start, position.end) === exact) {
    return { start: position.start, end: position.end, isExact: true };
  }
  const likeness = (start: number, end: number) =>
    sharedEnd(plain.slice(0, start), prefix) + sharedStart(plain.slice(end), suffix);
  const best = <T extends { start: number; end: number }>(all: readonly T[]): T | undefined =>
    [...all].sort(
      (a, b) =>
        likeness(b.start, b.end) - likeness(a.start, a.end) ||
        Math.abs(a.start - position.start) - Math.abs(b.start - position.start)
    )[0];

  const same = best(occurrences(plain, exact));
  if (same) return { ...same, isExact: true };
  const near = search(plain, exact, Math.floor(exact.length * tolerance));
  const fewest = Math.min(...near.map(({ errors }) => errors));
  const nearest = best(near.filter(({ errors }) => errors === fewest));
  return nearest ? { ...toWords(plain, nearest.start, nearest.end), isExact: false } : null;
}

function occurrences(plain: string, exact: string): { start: number; end: number }[] {
  const found = [];
  for (let start = plain.indexOf(exact); start >= 0; start = plain.indexOf(exact, start + 1)) {
    found.push({ start, end: start + exact.length });
  }
  return found;
}

/** Widens a stretch to whole words, and takes the spaces off its ends. */
export function toWords(plain: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [Math.max(0, Math.min(start, end)), Math.min(plain.length, Math.max(start, end))];
  while (from < to && /\s/.test(plain[from]!)) from += 1;
  while (to > from && /\s/.test(plain[to - 1]!)) to -= 1;
  if (from === to) return { start: from, end: to };
  while (from > 0 && isInWord(plain, from)) from -= 1;
  while (to < plain.length && isInWord(plain, to)) to += 1;
  return { start: from, end: to };
}

/** Whether an offset lies between two letters of one word. */
const isInWord = (plain: string, at: number): boolean =>
  /[\p{L}\p{N}\p{M}]/u.test(plain[at - 1] ?? '') && /[\p{L}\p{N}\p{M}]/u.test(plain[at] ?? '');

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < b.length && length < a.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < b.length && length < a.length && a[length] === b[length]) length += 1;
  return length;
}
