import { toCsv } from '#lib/export/table-csv.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { SourceKind } from '#lib/model/source.ts';
import type { TableRow } from '#lib/timeline/table.ts';
import { href } from '../href.ts';
import { kindName } from '../source/kind-name.ts';
import type { EventDetail, EventDetails } from './event-detail.ts';
import type { TimelineEntry, TimelineLane } from './Timeline.svelte';

/** An event as a row: what stands in its cells, and by what it is put in order. */
export interface EventRow extends TableRow {
  readonly entry: TimelineEntry;
  readonly laneName: string;
  /** Its documents by kind, and how sure the record is; empty until they are known. */
  readonly kinds: string;
  readonly certaintyName: string;
  readonly edtf: readonly [string, string];
}

const certainties = ['documented', 'inferred', 'disputed'] as const;
const certaintyNames = {
  documented: m.certainty_documented,
  inferred: m.certainty_inferred,
  disputed: m.certainty_disputed
};

/** 'Letter, Resolution (2)' */
const kindsOf = (kinds: readonly SourceKind[]): string =>
  [...Map.groupBy(kinds, kindName)]
    .map(([kind, { length }]) => (length === 1 ? kind : m.table_kind({ kind, count: length })))
    .join(', ');

/**
 * The rows of a table of events.
 * @param events in order of time
 * @param details null until they have come: then sources and certainty are not known
 */
export const rowsOf = (
  events: readonly TimelineEntry[],
  lanes: readonly TimelineLane[],
  details: EventDetails | null
): EventRow[] =>
  events.map((entry, index) => {
    const detail: EventDetail | undefined = details?.[entry.id];
    const lane = lanes.findIndex(({ id }) => id === entry.lane);
    return {
      entry,
      laneName: lanes[lane]?.name ?? '',
      kinds: kindsOf(detail?.sourceKinds ?? []),
      certaintyName: detail ? certaintyNames[detail.event.certainty]() : '',
      edtf: [detail?.event.date.edtf ?? '', detail?.event.endDate?.edtf ?? ''],
      date: index,
      event: entry.title,
      lane,
      place: entry.place,
      sources: detail ? detail.sourceKinds.length : null,
      certainty: detail ? certainties.indexOf(detail.event.certainty) : null
    };
  });

/** The rows as a file for spreadsheets, with dates for machines and the events' addresses. */
export function rowsToCsv(rows: readonly EventRow[]): string {
  const head = [
    m.table_date(),
    m.table_begins(),
    m.table_ends(),
    m.table_event(),
    m.table_lane(),
    m.table_place(),
    m.table_sources(),
    m.table_certainty(),
    m.table_address()
  ];
  const body = rows.map(({ entry, edtf, laneName, kinds, certaintyName }) => [
    entry.when,
    ...edtf,
    entry.title,
    laneName,
    entry.place,
    kinds,
    certaintyName,
    new URL(href.event(entry.id), location.href).href
  ]);
  return toCsv([head, ...body]);
}
