import { axisFormat, formatStretch } from '#lib/i18n/axis-format.ts';
import { DAY, MINUTE } from '#lib/model/historical-date.ts';
import { extents, laneOf, syntheticId, titleOf, type Columns } from '#lib/timeline/synthetic.ts';
import type { TimelineEntry } from '#lib/ui/timeline/Timeline.svelte';

const dayName = axisFormat({ day: 'numeric', month: 'long', year: 'numeric' });

/** An event of the columns in the timeline's own words; these are made when they are shown. */
export function toEntry(columns: Columns, index: number): TimelineEntry {
  const start = columns.start[index]! * MINUTE;
  const end = columns.end[index]! * MINUTE;
  return {
    id: syntheticId(index),
    lane: laneOf(columns, index),
    start,
    end,
    extent: extents[columns.extent[index]!]!,
    significance: columns.weight[index] as 1 | 2 | 3,
    isVague: false,
    get label() {
      return titleOf(columns, index);
    },
    get title() {
      return titleOf(columns, index);
    },
    get when() {
      return end - start > DAY ? formatStretch(start, end) : dayName(start);
    },
    day: '',
    hour: null,
    place: ''
  };
}
