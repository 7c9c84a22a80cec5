import { axisFormat, formatStretch } from '#lib/i18n/axis-format.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { DAY, MINUTE } from '#lib/model/historical-date.ts';
import { extents, laneOf, syntheticId, titleOf, type Columns } from '#lib/timeline/synthetic.ts';
import type { TimelineEntry } from '#lib/ui/timeline/Timeline.svelte';

const dayName = axisFormat({ day: 'numeric', month: 'long', year: 'numeric' });

/** An event of the columns in the timeline's own words: those that were asked for once are kept, as any collection's are. */
class SyntheticEntry implements TimelineEntry {
  readonly #columns: Columns;
  readonly #index: number;
  #id: string | undefined;
  #title: string | undefined;
  #when: string | undefined;

  constructor(columns: Columns, index: number) {
    this.#columns = columns;
    this.#index = index;
  }

  get id() {
    return (this.#id ??= syntheticId(this.#index));
  }
  get lane() {
    return laneOf(this.#columns, this.#index);
  }
  get start() {
    return this.#columns.start[this.#index]! * MINUTE;
  }
  get end() {
    return this.#columns.end[this.#index]! * MINUTE;
  }
  get extent() {
    return extents[this.#columns.extent[this.#index]!]!;
  }
  get significance() {
    return this.#columns.weight[this.#index] as 1 | 2 | 3;
  }
  get isVague() {
    return false;
  }
  get title() {
    return (this.#title ??= titleOf(this.#columns, this.#index));
  }
  get label() {
    return this.title;
  }
  get when() {
    return (this.#when ??= this.end - this.start > DAY ? formatStretch(this.start, this.end) : dayName(this.start));
  }
  get day() {
    return '';
  }
  get hour() {
    return null;
  }
  get place() {
    return '';
  }
}

export const toEntry = (columns: Columns, index: number): TimelineEntry => new SyntheticEntry(columns, index);

/** Each makes a format, which takes long: one a task, and none in the middle of a frame. */
export const readyFormats: readonly (() => void)[] = [
  () => formatNumber(0),
  () => dayName(0),
  () => formatStretch(0, 2 * DAY)
];
