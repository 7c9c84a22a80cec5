import type { Collection } from './collection.ts';
import type { Event } from './event.ts';
import type { HistoricalDate } from './historical-date.ts';
import type { LaneId } from './lane.ts';
import type { Passage } from './excerpt.ts';
import type { Source, SourceKind } from './source.ts';

/** What a page needs of an event to name it and link to it. */
export interface EventDigest {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly lane: LaneId;
  readonly date: HistoricalDate;
  readonly endDate: HistoricalDate | null;
}

/** What a page needs of a source to name it and link to it. */
export interface SourceDigest {
  readonly id: string;
  readonly shortTitle: string;
  readonly creator: string;
  readonly kind: SourceKind;
  readonly date: HistoricalDate;
  readonly language: Source['language'];
  readonly display: Source['display'];
  readonly publicThen: boolean;
}

/** Words of a document with what must stand beside them. */
export interface Quotation {
  readonly text: string;
  /** `#p2` or `#passage-…` within the reader's page. */
  readonly fragment: string;
  readonly source: SourceDigest;
  readonly translated: boolean;
}

export const digestEvent = ({ id, title, shortTitle, lane, date, endDate }: Event): EventDigest => ({
  id,
  title,
  shortTitle,
  lane,
  date,
  endDate
});

export const digestSource = (source: Source): SourceDigest => ({
  id: source.id,
  shortTitle: source.shortTitle,
  creator: source.creator,
  kind: source.kind,
  date: source.date,
  language: source.language,
  display: source.display,
  publicThen: source.publicThen
});

/** The fragment of a passage's address within its page. */
export const passageFragment = (passage: string): string => `passage-${passage}`;

/** A passage of a source, to be quoted; null where the source shows no words or has no such passage. */
export function quote(source: Source, passageId: string | null): Quotation | null {
  const passage = source.excerpt?.passages.find(({ id }) => id === passageId);
  return passage ? quotePassage(source, passage) : null;
}

function quotePassage(source: Source, passage: Passage): Quotation {
  return {
    text: passage.text,
    fragment: passageFragment(passage.id),
    source: digestSource(source),
    translated: isTranslation(source)
  };
}

/** Whether the words are a translation: the document was made in another language alone. */
export function isTranslation({ language, originalLanguage }: Source): boolean {
  const names = { en: 'English', fr: 'French', ar: 'Arabic', de: 'German' };
  return !originalLanguage.includes(names[language]) && !/not (shown|stated)/.test(originalLanguage);
}

/** Finds by id, and fails loudly: the check of the content has seen every id. */
export function find<T extends { readonly id: string }>(all: readonly T[], id: string): T {
  const found = all.find((item) => item.id === id);
  if (!found) throw new Error(`nothing has the id '${id}'`);
  return found;
}

/** Events that rest on a source, or bear on its document, in order of time. */
export const eventsOf = (collection: Collection, sourceId: string): Event[] =>
  collection.events.filter((event) => event.sources.some(({ id }) => id === sourceId));
