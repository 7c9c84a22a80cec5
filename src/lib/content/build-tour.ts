import type { InferOutput } from 'valibot';
import type { Collection } from '../model/collection.ts';
import type { Event } from '../model/event.ts';
import { onAxis, type HistoricalDate } from '../model/historical-date.ts';
import type { Tour, TourSchema, TourStop } from '../model/tour.ts';
import type { ContentFile } from './content-file.ts';
import { readDate } from './edtf-date.ts';

type Complain = ContentFile<unknown>['complain'];
type Field = Parameters<Complain>[0];

/** What a tour points into. */
interface Surroundings {
  /** Null while the main file or its span is not sound: that has been told. */
  readonly head: Pick<Collection, 'span' | 'axis'> | null;
  readonly events: readonly Event[];
  /** They tell what is not there, or has no such passage. */
  readonly mustEvent: (complain: Complain, field: Field, id: string) => void;
  readonly mustSource: (complain: Complain, field: Field, id: string) => void;
  readonly mustPassage: (complain: Complain, field: Field, source: string, passage: string) => void;
}

/** Reads one tour, and sees that every stop shows what it points at. */
export function buildTour(file: ContentFile<InferOutput<typeof TourSchema>>, around: Surroundings): Tour {
  const { id, data, complain } = file;
  const stops = data.stops.flatMap((stop, index): TourStop[] => {
    const at = (name: string): Field => ['stops', index, name];
    const from = readEnd(complain, at('from'), stop.from);
    const to = readEnd(complain, at('to'), stop.to);
    if (stop.event !== undefined) around.mustEvent(complain, at('event'), stop.event);
    const [sourceId, passage] = (stop.words?.split('#') as [string, string] | undefined) ?? [];
    if (sourceId !== undefined && passage !== undefined) {
      around.mustSource(complain, at('words'), sourceId);
      around.mustPassage(complain, at('words'), sourceId, passage);
    }
    stop.lanes?.forEach((lane, place) => {
      if (stop.lanes!.indexOf(lane) !== place) complain([...at('lanes'), place], lane, 'each lane once');
    });
    if (from === null || to === null) return [];
    const isStretch = checkStretch(from, to, around, complain, at);
    const event = around.events.find((each) => each.id === stop.event);
    if (event && around.head && isStretch) {
      checkEvent(event, { from, to }, around.head.axis.offset, complain, at('event'));
    }
    if (event && stop.lanes && !stop.lanes.includes(event.lane)) {
      complain(at('lanes'), stop.lanes, `lanes with ${event.lane} among them, where ${event.id} stands`);
    }
    return [
      {
        from,
        to,
        event: stop.event ?? null,
        lanes: stop.lanes ?? null,
        caption: stop.caption,
        words: sourceId !== undefined && passage !== undefined ? { id: sourceId, passage } : null,
        seconds: stop.seconds ?? null
      }
    ];
  });
  return { id, title: data.title, standfirst: data.standfirst, order: data.order, stops };
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
