import * as v from 'valibot';
import { Citation, Edtf, Id, Line, Text, list } from './fields.ts';
import type { HistoricalDate } from './historical-date.ts';
import { laneIds } from './lane.ts';

/** A source that an event rests on, as `id` or `id#passage`. */
const SourceLink = v.pipe(
  v.string("a source's id"),
  v.regex(/^[a-z0-9-]+(#[a-z0-9-]+)?$/, "a source's id, or id#passage")
);

/** The front matter of `content/events/<id>.svx`. */
export const EventSchema = v.strictObject({
  title: Line(60),
  shortTitle: Line(28),
  date: Edtf,
  endDate: v.optional(Edtf),
  lane: v.picklist(laneIds, `one of ${laneIds.join(', ')}`),
  place: Id,
  people: list(Id),
  significance: v.picklist([1, 2, 3], '1, 2 or 3'),
  summary: Text,
  plain: Text,
  sources: list(SourceLink),
  answers: list(Id),
  leadsTo: list(Id),
  publicThen: v.union([v.boolean(), v.literal('partly')], 'true, false or partly'),
  publicNote: v.optional(Text),
  certainty: v.picklist(['documented', 'disputed', 'inferred'], 'documented, disputed or inferred'),
  note: v.optional(Text),
  factSources: list(Citation),
  partOfDay: v.optional(
    v.picklist(['morning', 'midday', 'afternoon', 'evening'], 'morning, midday, afternoon or evening')
  ),
  dayOrder: v.optional(v.pipe(v.number('a number'), v.integer('a whole number'), v.minValue(1, '1 or more'))),
  window: v.optional(v.strictObject({ from: Edtf, to: Edtf, basis: Text }))
});

export interface QuotedSource {
  readonly id: string;
  /** The passage to quote; null where the source has no excerpt. */
  readonly passage: string | null;
}

/** Something that happened at a date, or over a span. */
export interface Event extends Omit<
  v.InferOutput<typeof EventSchema>,
  'date' | 'endDate' | 'sources' | 'window' | 'people' | 'answers' | 'leadsTo' | 'factSources'
> {
  readonly id: string;
  readonly date: HistoricalDate;
  readonly endDate: HistoricalDate | null;
  readonly window: { readonly from: HistoricalDate; readonly to: HistoricalDate; readonly basis: string } | null;
  readonly people: readonly string[];
  readonly sources: readonly QuotedSource[];
  /** Events to which this one responded. */
  readonly answers: readonly string[];
  /** Events that responded to it or followed from it. */
  readonly leadsTo: readonly string[];
  readonly factSources: readonly string[];
  /** Whether the file has paragraphs below its summary. */
  readonly hasBody: boolean;
  /** The passages that those paragraphs set apart. */
  readonly quotes: readonly QuotedSource[];
}
