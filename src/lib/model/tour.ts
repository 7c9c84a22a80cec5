import * as v from 'valibot';
import type { QuotedSource } from './event.ts';
import { Edtf, Id, Line, Text } from './fields.ts';
import type { HistoricalDate } from './historical-date.ts';
import { laneIds, type LaneId } from './lane.ts';

/** What is read while the view rests: more would be an essay. */
const longestCaption = 240;

const StopSchema = v.strictObject({
  /** The stretch of time that is shown: days, or minutes of the axis's zone. */
  from: Edtf,
  to: Edtf,
  /** The event that is pointed at. */
  event: v.optional(Id),
  /** The lanes that are shown, from the top down; without them those that the reader has. */
  lanes: v.optional(
    v.pipe(
      v.array(v.picklist(laneIds, `one of ${laneIds.join(', ')}`), 'a list of lanes'),
      v.minLength(1, 'at least one lane')
    )
  ),
  caption: v.pipe(Text, v.maxLength(longestCaption, `at most ${longestCaption} characters`)),
  /** Words of a document, shown as they stand there. */
  words: v.optional(
    v.pipe(v.string('source#passage'), v.regex(/^[a-z0-9-]+#[a-z0-9-]+$/, "a source's id and its passage: id#passage"))
  ),
  /** How long it is shown, where the length of its words does not say it well. */
  seconds: v.optional(
    v.pipe(v.number('a number'), v.minValue(6, '6 seconds or more'), v.maxValue(120, '120 seconds or fewer'))
  )
});

/** `content/tours/<id>.yaml`: views of the timeline in an order, each with a caption. */
export const TourSchema = v.strictObject({
  title: Line(60),
  standfirst: v.pipe(Text, v.maxLength(longestCaption, `at most ${longestCaption} characters`)),
  order: v.pipe(v.number('a number'), v.integer('a whole number')),
  stops: v.pipe(v.array(StopSchema, 'a list of stops'), v.minLength(2, 'at least two stops'))
});

export interface TourStop {
  readonly from: HistoricalDate;
  readonly to: HistoricalDate;
  readonly event: string | null;
  readonly lanes: readonly LaneId[] | null;
  readonly caption: string;
  readonly words: QuotedSource | null;
  readonly seconds: number | null;
}

export interface Tour {
  readonly id: string;
  readonly title: string;
  readonly standfirst: string;
  readonly order: number;
  readonly stops: readonly TourStop[];
}
