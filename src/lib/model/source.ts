import * as v from 'valibot';
import { Citation, Edtf, Id, Line, Text, Url, list } from './fields.ts';
import type { Excerpt } from './excerpt.ts';
import type { HistoricalDate } from './historical-date.ts';

export const sourceKinds = [
  'resolution',
  'treaty',
  'memcon',
  'speech',
  'statement',
  'letter',
  'report',
  'directive'
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/**
 * The front matter of `content/sources/<id>.svx`.
 * `display` says what may be shown: `ready`, the excerpt; `check` and `facts-only`,
 * the provenance and where to read, but no words of the document.
 */
export const SourceSchema = v.strictObject({
  title: Line(200),
  shortTitle: Line(80),
  date: Edtf,
  place: Text,
  creator: Text,
  kind: v.picklist(sourceKinds, `one of ${sourceKinds.join(', ')}`),
  repository: Text,
  recordId: Text,
  meeting: v.optional(Text),
  originalLanguage: Text,
  language: v.picklist(['en', 'fr', 'ar', 'de'], 'en, fr, ar or de'),
  rights: Text,
  whereToRead: Url,
  whereToReadNote: v.optional(Text),
  checkedAgainst: list(Citation),
  differences: Text,
  excerptStatus: Text,
  display: v.picklist(['ready', 'check', 'facts-only'], 'ready, check or facts-only'),
  displayReason: Text,
  publicThen: v.boolean('true or false'),
  opened: v.optional(Edtf),
  openedNote: v.optional(Text),
  /** The file of the same document in English. */
  companionOf: v.optional(Id),
  /** Our own English, never the document's. */
  rendering: v.optional(Text),
  /** The opening words of a paragraph that name its speaker, as the document prints them. */
  speakers: list(Text),
  /** The passage that is quoted where only one can be. */
  keyPassage: v.optional(Id),
  sha256: v.optional(v.pipe(v.string('a hash'), v.regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')))
});

/** One primary document: its provenance, its rights and, where it may be shown, an excerpt. */
export interface Source extends Omit<
  v.InferOutput<typeof SourceSchema>,
  'date' | 'opened' | 'sha256' | 'keyPassage' | 'speakers' | 'checkedAgainst' | 'companionOf'
> {
  readonly id: string;
  readonly date: HistoricalDate;
  readonly opened: HistoricalDate | null;
  readonly checkedAgainst: readonly string[];
  readonly companionOf: string | null;
  readonly keyPassage: string | null;
  /** Null where no words may be shown. */
  readonly excerpt: Excerpt | null;
}
