import { collection } from 'virtual:collection';
import { axisFormat } from '#lib/i18n/axis-format.ts';
import { formatDate, formatSpan } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { find } from '#lib/model/digest.ts';
import type { Event } from '#lib/model/event.ts';
import { onAxis } from '#lib/model/historical-date.ts';
import { toTimelineEvent } from '#lib/timeline/timeline-event.ts';

const { axis, span, opening, beams, events, lanes } = collection;

const dayOfAxis = axisFormat({ day: 'numeric', month: 'long' });
const hourOfAxis = axisFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The day under which an event stands, its year left to the month's heading; in full where no day is certain. */
function dayOf({ date }: Event): string {
  const isPlain = date.precision === 'day' || date.precision === 'minute';
  if (!isPlain || date.approximate || date.uncertain || date.between) return formatDate(date);
  return dayOfAxis(onAxis(date, axis.offset).start);
}

/** The hour at which it happened, or the day until which it lasted. */
function hourOf({ date, endDate }: Event): string | null {
  const hour = date.precision === 'minute' ? hourOfAxis(onAxis(date, axis.offset).start) : null;
  if (!endDate) return hour;
  const isWithinDay = hour !== null && endDate.edtf.slice(0, 10) === date.edtf.slice(0, 10);
  return isWithinDay
    ? m.date_to({ from: hour, to: hourOfAxis(onAxis(endDate, axis.offset).start) })
    : m.timeline_until({ day: formatDate(endDate) });
}

/** What every picture of the timeline draws. */
export const timelineData = () => ({
  lanes: lanes.map(({ id, name }) => ({ id, name })),
  bounds: { from: span.from.start, to: span.to.end },
  opening: { from: opening.from.start, to: opening.to.end },
  // The middle of a marked day stands for it, as a day's mark does.
  beams: beams.map(({ date, label, event }) => {
    const { start, end } = onAxis(date, axis.offset);
    return { time: (start + end) / 2, label, event };
  }),
  entries: events.map((event) => ({
    ...toTimelineEvent(event, axis.offset),
    title: event.title,
    when: formatSpan(event.date, event.endDate),
    day: dayOf(event),
    hour: hourOf(event),
    place: find(collection.places, event.place).name
  }))
});
