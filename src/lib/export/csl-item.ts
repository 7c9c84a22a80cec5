import type { HistoricalDate } from '../model/historical-date.ts';
import type { Source, SourceKind } from '../model/source.ts';
import { readCreator, type CslName } from './creator.ts';

export interface CitationContext {
  readonly siteTitle: string;
  /** Address of the reader's page without fragment, or null where the site's address is not known. */
  readonly url: string | null;
}

export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
  /** The day is inferred, approximate, or somewhere between two. */
  readonly circa?: true;
}

/** The fields of CSL-JSON that our documents fill. */
export interface CslItem {
  readonly id: string;
  readonly type: 'document' | 'manuscript' | 'personal_communication' | 'report' | 'speech' | 'treaty';
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly issued: CslDate;
  readonly genre?: string;
  readonly number?: string;
  readonly 'event-place': string;
  readonly 'event-title'?: string;
  readonly archive: string;
  readonly archive_location?: string;
  readonly language: string;
  readonly URL: string;
  readonly source?: string;
  readonly note?: string;
}

const types: Readonly<Record<SourceKind, CslItem['type']>> = {
  resolution: 'report',
  treaty: 'treaty',
  memcon: 'manuscript',
  speech: 'speech',
  statement: 'document',
  letter: 'personal_communication',
  report: 'report',
  directive: 'report'
};

const genres: Readonly<Record<SourceKind, string>> = {
  resolution: 'Resolution',
  treaty: 'Treaty',
  memcon: 'Memorandum of conversation',
  speech: 'Speech',
  statement: 'Statement',
  letter: 'Letter',
  report: 'Report',
  directive: 'Directive'
};

/**
 * Titles that say for themselves what the document is, or would be contradicted by the
 * collection's broad kinds: an exchange with reporters is filed under speeches, and no
 * historian would call the Charter of Paris a statement.
 */
const tellsItsGenre: Readonly<Record<SourceKind, RegExp>> = {
  resolution: /resolution|résolution|قرار/i,
  treaty: /treaty|agreement/i,
  memcon: /conversation|telcon/i,
  speech:
    /\b(address|answers|exchange|intervention|message|press|remarks|reporters|speech|verbatim record|working session)\b/i,
  statement: /^/,
  letter: /letter|lettre|message/i,
  report: /analysis|chronology|fact sheet|history|memorandum|report/i,
  directive: /directive/i
};

const languageNames = { en: 'English', fr: 'French', ar: 'Arabic', de: 'German' } as const;
const knownLanguages = ['Arabic', 'Chinese', 'English', 'French', 'German', 'Italian', 'Russian', 'Spanish'];

/**
 * Describes a source in CSL-JSON: everything that a reference manager can hold.
 * Nothing is guessed: what the content does not say is left out.
 */
export function toCsl(source: Source, context: CitationContext): CslItem {
  const author = readCreator(source.creator, source.kind);
  const recordId = readRecordId(source.recordId);
  const isNumber = recordId !== null && (source.kind === 'directive' || /^[AS]\/[\w/]/.test(recordId));
  const translation = describeTranslation(source);
  const note = [
    ...(translation === null ? [] : [`${translation.label} (original: ${translation.from}).`]),
    ...(source.excerpt === null
      ? []
      : [`Excerpt in ${context.siteTitle}${context.url === null ? '.' : `, ${context.url}`}`])
  ].join(' ');
  return {
    id: source.id,
    type: types[source.kind],
    title: source.title,
    ...(author.length === 0 ? {} : { author }),
    issued: toCslDate(source.date),
    genre: genres[source.kind],
    ...(recordId === null ? {} : isNumber ? { number: recordId } : { archive_location: recordId }),
    'event-place': readPlace(source.place),
    ...(source.meeting === undefined ? {} : { 'event-title': `${source.meeting} meeting` }),
    archive: source.repository,
    language: source.language,
    URL: source.whereToRead,
    source: context.siteTitle,
    ...(note === '' ? {} : { note })
  };
}

/**
 * The same item as it is put into words. It is of the one type that all styles cite with
 * the full date, and what the title, the archive or the address already says is not said again.
 */
export function toPrintedItem(source: Source, item: CslItem): CslItem {
  const { id, title, author, issued, genre, number, archive, archive_location, language, URL } = item;
  const translation = describeTranslation(source);
  const kinds = [
    ...(genre === undefined || tellsItsGenre[source.kind].test(source.title) ? [] : [genre]),
    ...(translation === null ? [] : [translation.label])
  ].join(', ');
  const symbol = withoutParts(number, ', ', (part) => isIn(part, archive));
  const location = withoutParts(
    archive_location,
    '; ',
    (part) => copyNumber.test(part) || [title, archive, URL].some((text) => isIn(part, text))
  );
  // APA runs a number and a genre together as 'Speech A/45/PV.23'.
  const place = kinds !== '' && symbol !== '' ? { archive_location: symbol } : {};
  return {
    id,
    type: 'document',
    title,
    ...(author && { author }),
    issued,
    'event-place': item['event-place'],
    archive,
    language,
    URL,
    ...(kinds === '' ? {} : { genre: kinds }),
    ...(symbol === '' || kinds !== '' ? place : { number: symbol }),
    ...(location === '' ? {} : { archive_location: location })
  };
}

/** Numbers a copy in a data set, which nobody who looks for the document would come across. */
const copyNumber = /^UK-IPOP item \d+$/;

const withoutParts = (text: string | undefined, separator: string, isLeftOut: (part: string) => boolean): string =>
  (text ?? '')
    .split(separator)
    .filter((part) => !isLeftOut(part))
    .join(separator);

/** Whether letters and digits of the one stand in the other: `node 35213` in `…/node/35213`. */
function isIn(part: string, text: string): boolean {
  const bare = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return bare(text).includes(bare(part));
}

/** Null where the content says that the record shows no identifier of its own. */
function readRecordId(recordId: string): string | null {
  return /\b(none|not) (seen|shown|legible)\b|\bdoes not stand\b/i.test(recordId) ? null : recordId;
}

/** The place by its name: without the building, the hour or how the document travelled. */
function readPlace(place: string): string {
  return place
    .replace(/;.*$/, '')
    .replace(/\s*\([^()]*\)/g, '')
    .trim();
}

/**
 * Says that the words are not in the language that they were spoken or written in; null where
 * they are, or where the content does not know. A verbatim record that prints one language is
 * not called a translation: it may give the interpreter's words.
 */
function describeTranslation(source: Source): { label: string; from: string } | null {
  const [languages, ...brackets] = source.originalLanguage.split('(') as [string, ...string[]];
  const originals = knownLanguages.filter((language) => languages.includes(language));
  const own = languageNames[source.language];
  if (originals.length === 0 || originals.includes(own)) return null;
  const isRecord = brackets.some((text) => /\brecord\b/.test(text));
  return { label: `${own} ${isRecord ? 'record' : 'translation'}`, from: originals.join(', ') };
}

/** In the civil time of the place: the day on its calendar. */
function toCslDate(date: HistoricalDate): CslDate {
  const partsCount = { year: 1, month: 2, day: 3, minute: 3 }[date.precision];
  const parts = (at: number) => {
    const day = new Date(at);
    return [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()].slice(0, partsCount);
  };
  const isUnsure = date.uncertain || date.approximate || date.between;
  return {
    'date-parts': [
      parts(date.start),
      ...(date.between ? [parts(date.precision === 'minute' ? date.end : date.end - 1)] : [])
    ],
    ...(isUnsure ? { circa: true } : {})
  };
}
