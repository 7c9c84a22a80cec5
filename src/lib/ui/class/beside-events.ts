import { historicalDay } from '#lib/compose/days.ts';
import { formatSpan } from '#lib/i18n/format.ts';
import { isDay, isWebAddress, type Choices } from '#lib/model/assignment.ts';
import type { LaneId } from '#lib/model/lane.ts';

/** An event of the collection, as far as it must be known to be named. */
interface NamedEvent {
  readonly id: string;
  readonly title: string;
  readonly lane: LaneId;
  readonly when: string;
  /** Civil milliseconds. */
  readonly start: number;
}

/** An event that a teacher put beside a module, as a student sees it. */
export interface BesideEvent {
  readonly id: string;
  readonly isOwn: boolean;
  readonly title: string;
  readonly when: string;
  readonly lane: string;
  readonly words: string;
  /** A page of the web; empty for none. */
  readonly link: string;
}

/** The collection's events and the teacher's own, in order of time. */
export function besideEvents(
  { events: chosen, ownEvents }: Pick<Choices, 'events' | 'ownEvents'>,
  events: readonly NamedEvent[],
  lanes: readonly { readonly id: LaneId; readonly name: string }[]
): BesideEvent[] {
  const laneName = (id: LaneId) => lanes.find((lane) => lane.id === id)?.name ?? '';
  const ofCollection = events
    .filter(({ id }) => chosen.includes(id))
    .map(({ id, title, lane, when, start }) => ({
      start,
      event: { id, isOwn: false, title, when, lane: laneName(lane), words: '', link: '' }
    }));
  const own = ownEvents.map(({ id, title, lane, from, to, words, link }) => ({
    start: isDay(from) ? Date.parse(from) : Infinity,
    event: {
      id,
      isOwn: true,
      title,
      when: whenOf(from, to),
      lane: laneName(lane),
      words,
      link: isWebAddress(link) ? link : ''
    }
  }));
  return [...ofCollection, ...own].sort((a, b) => a.start - b.start).map(({ event }) => event);
}

/** The days of an own event in words; empty while they are no days. */
export function whenOf(from: string, to: string | null): string {
  if (!isDay(from)) return '';
  return formatSpan(historicalDay(from), to !== null && isDay(to) && to > from ? historicalDay(to) : null);
}
