import { collection } from 'virtual:collection';
import { formatSpan } from '#lib/i18n/format.ts';
import { onAxis } from '#lib/model/historical-date.ts';
import { toTimelineEvent } from '#lib/timeline/timeline-event.ts';

const { axis, span, opening, beams, events, lanes } = collection;

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
    when: formatSpan(event.date, event.endDate)
  }))
});
