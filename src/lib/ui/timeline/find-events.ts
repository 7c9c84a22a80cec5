import { findMatches, indexWords, type WordIndex } from '#lib/timeline/find.ts';
import type { EventDetails } from './event-detail.ts';
import './finding.css';
import type { TimelineEntry } from './Timeline.svelte';

let made: { entries: readonly TimelineEntry[]; details: EventDetails | null; index: WordIndex } | null = null;

/**
 * The events in which the words stand that were typed; null where none were. Comes, with its
 * looks, when something is first looked for; the index is made again once the details are there.
 */
export function findEvents(
  entries: readonly TimelineEntry[],
  details: EventDetails | null,
  typed: string
): ReadonlySet<string> | null {
  if (made?.entries !== entries || made.details !== details) {
    const findable = entries.map(({ id, title, label, when, place }) => {
      const detail = details?.[id];
      return { id, words: [title, label, when, place, ...(detail?.people ?? []), detail?.event.summary ?? ''] };
    });
    made = { entries, details, index: indexWords(findable) };
  }
  return findMatches(made.index, typed);
}
