import type { Collection } from '../model/collection.ts';
import type { Event } from '../model/event.ts';
import { onAxis, type HistoricalDate } from '../model/historical-date.ts';
import type { ContentFile } from './content-file.ts';
import { readDate } from './edtf-date.ts';

export type Complain = ContentFile<unknown>['complain'];
export type Field = Parameters<Complain>[0];

/** What a file that shows the timeline and quotes sources points into. */
export interface Surroundings {
  /** Null while the main file or its span is not sound: that has been told. */
  readonly head: Pick<Collection, 'span' | 'axis'> | null;
  readonly events: readonly Event[];
  /** They tell what is not there, or has no such passage. */
  readonly mustEvent: (complain: Complain, field: Field, id: string) => void;
  readonly mustSource: (complain: Complain, field: Field, id: string) => void;
  readonly mustPassage: (complain: Complain, field: Field, source: string, passage: string) => void;
}

/** A stretch of the timeline as a file writes it. */
interface WrittenStretch {
  readonly from: string;
  readonly to: string;
  readonly event?: string | undefined;
  readonly lanes?: readonly Event['lane'][] | undefined;
}

/**
 * Reads a stretch of the timeline with the event and the lanes that are shown in it.
 * @param field where it stands in the file
 * @returns null where an end is no sharp date
 */
export function readStretch(
  complain: Complain,
  field: Field,
  stretch: WrittenStretch,
  around: Surroundings
): { from: HistoricalDate; to: HistoricalDate } | null {
  const at = (name: string): Field => [...field, name];
  const from = readEnd(complain, at('from'), stretch.from);
  const to = readEnd(complain, at('to'), stretch.to);
  if (stretch.event !== undefined) around.mustEvent(complain, at('event'), stretch.event);
  stretch.lanes?.forEach((lane, place) => {
    if (stretch.lanes!.indexOf(lane) !== place) complain([...at('lanes'), place], lane, 'each lane once');
  });
  if (from === null || to === null) return null;
  const isStretch = checkStretch(from, to, around, complain, at);
  const event = around.events.find((each) => each.id === stretch.event);
  if (event && around.head && isStretch) {
    checkEvent(event, { from, to }, around.head.axis.offset, complain, at('event'));
  }
  if (event && stretch.lanes && !stretch.lanes.includes(event.lane)) {
    complain(at('lanes'), stretch.lanes, `lanes with ${event.lane} among them, where ${event.id} stands`);
  }
  return { from, to };
}

/** Reads `source#passage`, and sees that the source has the passage. */
export function readPassage(
  complain: Complain,
  field: Field,
  words: string,
  around: Surroundings
): { id: string; passage: string } {
  const [id, passage] = words.split('#') as [string, string];
  around.mustSource(complain, field, id);
  around.mustPassage(complain, field, id, passage);
  return { id, passage };
}

/** One end of a stretch: it must be as sharp as an edge of the picture. */
function readEnd(complain: Complain, field: Field, text: string): HistoricalDate | null {
  const date = readDate(text);
  const isSharp =
    date !== null &&
    (date.precision === 'day' || date.precision === 'minute') &&
    !date.approximate &&
    !date.uncertain &&
    !date.between;
  if (!isSharp) complain(field, text, 'a day or a minute that exists, in EDTF: "1990-11-19" or "1990-11-19T18:00"');
  return isSharp ? date : null;
}

/** Whether it is a stretch at all; one that reaches beyond the timeline is told as well. */
function checkStretch(
  from: HistoricalDate,
  to: HistoricalDate,
  { head }: Surroundings,
  complain: Complain,
  at: (name: string) => Field
): boolean {
  const offset = head?.axis.offset ?? 0;
  if (onAxis(to, offset).end <= onAxis(from, offset).start) {
    complain(at('to'), to.edtf, `a date that is not before ${from.edtf}`);
    return false;
  }
  if (!head) return true;
  const { span } = head;
  const inSpan = `a date within the span of the timeline, ${span.from.edtf} to ${span.to.edtf}`;
  const isWithin = (time: number) => time >= span.from.start && time <= span.to.end;
  if (!isWithin(onAxis(from, offset).start)) complain(at('from'), from.edtf, inSpan);
  if (!isWithin(onAxis(to, offset).end)) complain(at('to'), to.edtf, inSpan);
  return true;
}

function checkEvent(
  { id, date, endDate }: Event,
  { from, to }: { from: HistoricalDate; to: HistoricalDate },
  offset: number,
  complain: Complain,
  field: Field
): void {
  const start = onAxis(date, offset).start;
  const end = onAxis(endDate ?? date, offset).end;
  if (end < onAxis(from, offset).start || start > onAxis(to, offset).end)
    complain(field, id, `an event between ${from.edtf} and ${to.edtf}`);
}
