import { collection } from 'virtual:collection';
import { formatSpan } from '#lib/i18n/format.ts';
import { find, quote } from '#lib/model/digest.ts';
import { onAxis } from '#lib/model/historical-date.ts';
import type { Tour, TourStop } from '#lib/model/tour.ts';
import { secondsAt } from '#lib/timeline/tour-time.ts';
import type { TourStopView, TourView } from '#lib/ui/timeline/tour-view.ts';

const { axis, events, sources } = collection;

function stopOf({ from, to, event: id, lanes, caption, words, seconds }: TourStop): TourStopView {
  const event = id === null ? null : find(events, id);
  const quotation = words && quote(find(sources, words.id), words.passage);
  return {
    viewport: { from: onAxis(from, axis.offset).start, to: onAxis(to, axis.offset).end },
    event: event && { id: event.id, title: event.title, when: formatSpan(event.date, event.endDate) },
    lanes,
    caption,
    quotation,
    seconds: secondsAt({ caption, words: quotation?.text ?? '', seconds })
  };
}

/** A tour with all that its stops point at. */
export const viewTour = ({ id, title, standfirst, stops }: Tour): TourView => ({
  id,
  title,
  standfirst,
  stops: stops.map(stopOf)
});
