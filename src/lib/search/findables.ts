import type { Collection } from '../model/collection.ts';
import type { HistoricalDate } from '../model/historical-date.ts';
import type { Findable } from './search-index.ts';

/**
 * Everything of the collection that can be found, with the words that it is found by.
 * @param showSpan how dates are written for the reader
 */
export function findablesOf(
  collection: Collection,
  showSpan: (from: HistoricalDate, to: HistoricalDate | null) => string
): Findable[] {
  return [
    ...collection.events.map(({ id, title, shortTitle, date, endDate, summary }): Findable => ({
      kind: 'event',
      id,
      title,
      hint: showSpan(date, endDate),
      text: `${shortTitle} ${summary}`
    })),
    ...collection.sources.map(({ id, shortTitle, title, date, creator, recordId, excerpt }): Findable => ({
      kind: 'source',
      id,
      title: shortTitle,
      hint: showSpan(date, null),
      text: `${title} ${creator} ${recordId} ${excerpt?.plain ?? ''}`
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
