import { utcDay, utcHour, utcMinute, utcMonday, utcMonth, utcYear, type TimeInterval } from 'd3-time';
import { DAY, HOUR, MINUTE } from '../model/historical-date.ts';
import { labelWidth } from './label-width.ts';
import { spanOf, type Viewport } from './viewport.ts';

export type TickUnit = 'year' | 'month' | 'day' | 'hour';

/** Writes an instant of the axis: the unit of the small ticks, or of the larger one above them. */
export type TickFormat = (unit: TickUnit, time: number, row: 'minor' | 'major') => string;

export interface Tick {
  /** The instant that it marks, in ms. */
  readonly time: number;
  /** Share of the width, 0 to 1. */
  readonly x: number;
  readonly label: string;
}

export interface MinorTick extends Tick {
  /** Where the middle of its label stands: at the tick, or as near as the edge lets it stand whole. */
  readonly labelX: number;
}

export interface MajorTick extends Tick {
  /** Where its label begins: at the tick, or at the edge for a period that began before it. */
  readonly labelX: number;
  /** The first tick of a period that is in view; without it the label stands for one that began before. */
  readonly isStart: boolean;
}

export interface Axis {
  readonly minor: readonly MinorTick[];
  readonly major: readonly MajorTick[];
}

interface Step {
  readonly length: number;
  readonly minor: TimeInterval;
  readonly unit: TickUnit;
  readonly major: TimeInterval;
  readonly majorUnit: TickUnit;
}

const every = (interval: { every(step: number): TimeInterval | null }, step: number) => interval.every(step)!;

/** From the nearest to the farthest view. Hours carry their day, days and weeks their month, months their year. */
const steps: readonly Step[] = [
  { length: 15 * MINUTE, minor: every(utcMinute, 15), unit: 'hour', major: utcDay, majorUnit: 'day' },
  { length: HOUR, minor: utcHour, unit: 'hour', major: utcDay, majorUnit: 'day' },
  { length: 3 * HOUR, minor: every(utcHour, 3), unit: 'hour', major: utcDay, majorUnit: 'day' },
  { length: 6 * HOUR, minor: every(utcHour, 6), unit: 'hour', major: utcDay, majorUnit: 'day' },
  { length: DAY, minor: utcDay, unit: 'day', major: utcMonth, majorUnit: 'month' },
  { length: 7 * DAY, minor: utcMonday, unit: 'day', major: utcMonth, majorUnit: 'month' },
  { length: 30.4 * DAY, minor: utcMonth, unit: 'month', major: utcYear, majorUnit: 'year' },
  { length: 91.3 * DAY, minor: every(utcMonth, 3), unit: 'month', major: utcYear, majorUnit: 'year' },
  { length: 365.2 * DAY, minor: utcYear, unit: 'year', major: every(utcYear, 10), majorUnit: 'year' }
];

/** Room that a label of the small ticks needs, in px; four of hours make room for their day's. */
const room = { hour: 56, day: 30, month: 44, year: 48 };

/** Room that a label of the larger unit needs: its serif is about a tenth wider than the sans. */
const majorRoom = (label: string): number => labelWidth(label, 16, true) * 1.1 + 12;

/**
 * The ticks of a view: the closest step whose labels have room, and the larger unit above it.
 * @param laid the stretch that ticks are made for; it may reach beyond the view that they are measured by
 */
export function layoutAxis(viewport: Viewport, width: number, format: TickFormat, laid = viewport): Axis {
  const span = spanOf(viewport);
  const step = steps.find(({ length, unit }) => (length / span) * width >= room[unit]) ?? steps.at(-1)!;
  const at = (time: number) => (time - viewport.from) / span;
  const [from, to] = [new Date(laid.from), new Date(laid.to + 1)];

  const minor = step.minor.range(from, to).map((date) => {
    const time = date.getTime();
    const x = at(time);
    const label = format(step.unit, time, 'minor');
    const half = labelWidth(label, 14) / 2 / width;
    const isInside = x >= 0 && x <= 1;
    return { time, x, label, labelX: isInside ? Math.max(Math.min(x, 1 - half), half) : x };
  });

  const seen = new Date(viewport.from);
  const starts = [step.major.floor(seen), ...step.major.range(seen, to)]
    .map((date) => date.getTime())
    .filter((time, index, all) => all.indexOf(time) === index);
  const all = starts.map((time, index) => {
    const next = starts[index + 1];
    const x = Math.max(at(time), 0);
    const label = format(step.majorUnit, time, 'major');
    const own = (next === undefined ? at(laid.to) : at(next)) - x;
    return { time, x, label, isStart: time >= viewport.from, own, needed: majorRoom(label) / width };
  });
  const fitting = all.filter(({ own, needed }) => own >= needed);
  // Where no period is wide enough for its label, the widest keeps it: an hour without a day says nothing.
  const shown = fitting.length > 0 ? fitting : [all.reduce((a, b) => (b.own > a.own ? b : a))];
  const major = shown.map(({ time, x, label, isStart, needed }) => ({
    time,
    x,
    labelX: fitting.length > 0 ? x : Math.max(Math.min(x, 1 - needed), 0),
    isStart,
    label
  }));
  return { minor, major };
}
