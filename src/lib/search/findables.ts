import type { Collection } from '../model/collection.ts';
import type { Event } from '../model/event.ts';
import { discloseSource, type Disclosure } from '../model/known.ts';
import type { HistoricalDate } from '../model/historical-date.ts';
import type { Findable } from './search-index.ts';

/**
 * Everything of the collection that can be found, with the words that it is found by.
 * @param showSpan how dates are written for the reader
 * @param disclose since when the public could know of an event
 */
export function findablesOf(
  collection: Collection,
  showSpan: (from: HistoricalDate, to: HistoricalDate | null) => string,
  disclose: (event: Event) => Disclosure
): Findable[] {
  return [
    ...collection.events.map((event): Findable => ({
      kind: 'event',
      id: event.id,
      title: event.title,
      hint: showSpan(event.date, event.endDate),
      text: `${event.shortTitle} ${event.summary}`,
      known: disclose(event)
    })),
    ...collection.sources.map((source): Findable => ({
      kind: 'source',
      id: source.id,
      title: source.shortTitle,
      hint: showSpan(source.date, null),
      text: `${source.title} ${source.creator} ${source.recordId} ${source.excerpt?.plain ?? ''}`,
      known: discloseSource(source, collection.axis.offset)
    })),
    ...collection.people.map(({ id, name, role, note }): Findable => ({
      kind: 'person',
      id,
      title: name,
      hint: role,
      text: note
    })),
    ...collection.terms.map(({ id, term, plain, definition }): Findable => ({
      kind: 'term',
      id,
      title: term,
      hint: plain,
      text: definition
    })),
    ...collection.places.map(({ id, name, note }): Findable => ({
      kind: 'place',
      id,
      title: name,
      hint: note,
      text: ''
    })),
    ...collection.essays.map(({ id, title, standfirst }): Findable => ({
      kind: 'essay',
      id,
      title,
      hint: standfirst,
      text: ''
    }))
  ];
}
