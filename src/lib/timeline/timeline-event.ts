import type { Event } from '../model/event.ts';
import { onAxis } from '../model/historical-date.ts';
import type { LaneId } from '../model/lane.ts';
import type { Viewport } from './viewport.ts';

/** An event as the layout sees it: numbers on the axis, and the words of its label. */
export interface TimelineEvent {
  readonly id: string;
  readonly label: string;
  readonly lane: LaneId;
  /** Civil milliseconds of the axis's zone. */
  readonly start: number;
  /** First instant after it; equals `start` for a documented minute. */
  readonly end: number;
  /**
   * `range`: it lasted from start to end. `point`: it happened at a documented minute.
   * `within`: it happened at some time between the two, on that day or in that month.
   */
  readonly extent: 'range' | 'point' | 'within';
  readonly significance: 1 | 2 | 3;
  /** Its date is approximate or inferred, and is drawn as such. */
  readonly isVague: boolean;
}

/** The part of an event that the layout needs. */
export function toTimelineEvent(event: Event, axisOffset: number): TimelineEvent {
  const first = onAxis(event.window?.from ?? event.date, axisOffset);
  const last = event.window
    ? onAxis(event.window.to, axisOffset)
    : event.endDate
      ? onAxis(event.endDate, axisOffset)
      : first;
  const isMinute = event.date.precision === 'minute' && event.endDate === null;
  return {
    id: event.id,
    label: event.shortTitle,
    lane: event.lane,
    start: first.start,
    end: last.end,
    extent: event.endDate ? 'range' : isMinute ? 'point' : 'within',
    significance: event.significance,
    isVague: [event.date, event.endDate].some((date) => date !== null && (date.approximate || date.uncertain))
  };
}

/** Whether any part of an event lies in a stretch of time. Times are whole, so that a minute lasts one of them. */
export const touches = ({ start, end }: Pick<TimelineEvent, 'start' | 'end'>, { from, to }: Viewport): boolean =>
  start <= to && Math.max(end, start + 1) > from;
