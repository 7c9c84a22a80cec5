import { indexEvents } from '#lib/timeline/event-index.ts';
import { DAY } from '#lib/model/historical-date.ts';
import type { TimelineEntry } from './Timeline.svelte';

const entry = (own: Partial<TimelineEntry> & { id: string; start: number }): TimelineEntry => ({
  label: own.id,
  title: `The event ${own.id}`,
  when: 'some day',
  day: 'some day',
  hour: null,
  place: 'some place',
  lane: 'un',
  end: own.start + DAY,
  extent: 'within',
  significance: 2,
  isVague: false,
  ...own
});
const date = (month: number, day: number): number => Date.UTC(1990, month - 1, day);

/** Two lanes: four events and a crowd on one day above, more than there are rows, a range and an event below. */
export const entries: readonly TimelineEntry[] = [
  entry({ id: 'invasion', start: date(8, 2) }),
  entry({ id: 'helsinki', start: date(9, 9) }),
  ...Array.from({ length: 40 }, (_, index) => entry({ id: `crowd-${index}`, start: date(10, 15), significance: 1 })),
  entry({ id: 'paris', start: date(11, 19), significance: 3 }),
  entry({ id: 'deadline', start: date(12, 28) }),
  entry({ id: 'build-up', start: date(8, 10), end: date(12, 20), extent: 'range', lane: 'military' }),
  entry({ id: 'second-order', start: date(11, 8), lane: 'military', isVague: true })
];

export const timeline = {
  index: indexEvents(entries),
  lanes: [
    { id: 'un' as const, name: 'United Nations' },
    { id: 'military' as const, name: 'Military' }
  ],
  beams: [{ time: date(11, 19), label: 'Paris, 19 November', event: 'paris' }],
  bounds: { from: date(1, 1), to: Date.UTC(1992, 0, 1) },
  viewport: { from: date(8, 1), to: Date.UTC(1991, 0, 1) },
  chosen: null as string | null
};
