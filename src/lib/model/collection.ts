import * as v from 'valibot';
import type { Adapted } from './adapted.ts';
import type { Comparison } from './comparison.ts';
import type { Council } from './council.ts';
import type { DraftingTable } from './drafting.ts';
import type { Essay } from './essay.ts';
import type { Event } from './event.ts';
import { Edtf, Id, Line, Text } from './fields.ts';
import type { HistoricalDate } from './historical-date.ts';
import { laneIds, type LaneId } from './lane.ts';
import type { Module } from './module.ts';
import type { Page } from './page.ts';
import type { Person } from './person.ts';
import type { Place } from './place.ts';
import type { Source } from './source.ts';
import type { Term } from './term.ts';
import type { Tour } from './tour.ts';

/** `content/collection.yaml`: what holds for the whole. */
export const CollectionSchema = v.strictObject({
  title: Line(40),
  subtitle: Line(60),
  about: Text,
  /** The period that the timeline covers, and the part that it opens on. */
  span: v.strictObject({ from: Edtf, to: Edtf }),
  opening: v.strictObject({ from: Edtf, to: Edtf }),
  /** The zone that the axis shows. */
  axis: v.strictObject({
    offset: v.pipe(v.number('minutes'), v.integer('minutes')),
    name: Text
  }),
  lanes: v.pipe(
    v.array(
      v.strictObject({
        id: v.picklist(laneIds, `one of ${laneIds.join(', ')}`),
        name: Line(24),
        about: Text
      })
    ),
    v.length(laneIds.length, `the ${laneIds.length} lanes`)
  ),
  /** Marked days. */
  beams: v.array(v.strictObject({ date: Edtf, label: Line(30), event: Id }))
});

export interface Lane {
  readonly id: LaneId;
  readonly name: string;
  readonly about: string;
}

export interface Beam {
  readonly date: HistoricalDate;
  readonly label: string;
  readonly event: string;
}

/** Everything under `content/`, validated: frozen plain data. */
export interface Collection {
  readonly title: string;
  readonly subtitle: string;
  readonly about: string;
  readonly span: { readonly from: HistoricalDate; readonly to: HistoricalDate };
  readonly opening: { readonly from: HistoricalDate; readonly to: HistoricalDate };
  readonly axis: { readonly offset: number; readonly name: string };
  readonly lanes: readonly Lane[];
  readonly beams: readonly Beam[];
  /** In order of time. */
  readonly events: readonly Event[];
  /** In order of time. */
  readonly sources: readonly Source[];
  /** In order of `sortName`. */
  readonly people: readonly Person[];
  /** In order of `name`. */
  readonly places: readonly Place[];
  /** In order of `term`. */
  readonly terms: readonly Term[];
  readonly councils: readonly Council[];
  readonly comparisons: readonly Comparison[];
  readonly essays: readonly Essay[];
  /** In their `order`. */
  readonly tours: readonly Tour[];
  /** In their `order`. */
  readonly modules: readonly Module[];
  /** Sources in plainer words. */
  readonly adapted: readonly Adapted[];
  readonly drafting: readonly DraftingTable[];
  readonly pages: readonly Page[];
}
