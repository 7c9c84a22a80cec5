import type { HistoricalDate } from '../model/historical-date.ts';
import { inUtc, once } from './intl.ts';
import { language } from './locale.ts';
import { m } from './paraglide/messages.js';

const formats = {
  year: inUtc({ year: 'numeric' }),
  month: inUtc({ month: 'long', year: 'numeric' }),
  day: inUtc({ day: 'numeric', month: 'long', year: 'numeric' }),
  minute: inUtc({ day: 'numeric', month: 'long', year: 'numeric' })
};
const short = {
  year: formats.year,
  month: inUtc({ month: 'short', year: 'numeric' }),
  day: inUtc({ day: 'numeric', month: 'short', year: 'numeric' }),
  minute: inUtc({ day: 'numeric', month: 'short', year: 'numeric' })
};
const clock = inUtc({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const number = once(() => new Intl.NumberFormat(language));
const listing = once(() => new Intl.ListFormat(language, { type: 'conjunction' }));

const compact = once(() => new Intl.NumberFormat(language, { notation: 'compact' }));

/** Whether a number is written alike with and without a format; most are, and the first format costs the most. */
const isPlain = (value: number) => Number.isInteger(value) && value >= 0 && value < 1000;

/** '950', '1.2K' */
export const formatCompact = (value: number): string => (isPlain(value) ? String(value) : compact().format(value));

export const formatNumber = (value: number): string => (isPlain(value) ? String(value) : number().format(value));

/** 'a, b and c' */
export const formatList = (items: readonly string[]): string => listing().format(items);

/** '19 November 1990', 'about 28 November 1990', '2 August 1990, 05:10 (UTC−4)'. */
export function formatDate(date: HistoricalDate, form: 'long' | 'short' = 'long'): string {
  const words = form === 'long' ? formats : short;
  const bare = (at: number) => words[date.precision]().format(at);
  if (date.between) return m.date_between({ from: bare(date.start), to: bare(date.end - 1) });
  const day = bare(date.start);
  if (date.precision === 'minute') {
    return date.offset === null || form === 'short'
      ? m.date_minute({ day, time: clock().format(date.start) })
      : m.date_minute_zone({ day, time: clock().format(date.start), zone: formatOffset(date.offset) });
  }
  if (date.approximate) return m.date_about({ day });
  if (date.uncertain)
    return date.precision === 'day' ? m.date_inferred({ day }) : m.date_inferred_period({ period: day });
  return day;
}

/** From one date to another, shortened where both are plain days: '9–12 February 1991'. */
export function formatSpan(from: HistoricalDate, to: HistoricalDate | null, form: 'long' | 'short' = 'long'): string {
  if (to === null) return formatDate(from, form);
  const isPlain = (date: HistoricalDate) =>
    date.precision === 'day' && !date.approximate && !date.uncertain && !date.between;
  if (isPlain(from) && isPlain(to)) {
    return (form === 'long' ? formats : short).day().formatRange(from.start, to.end - 1);
  }
  if (from.precision === 'minute' && to.precision === 'minute' && from.edtf.slice(0, 10) === to.edtf.slice(0, 10)) {
    const times = m.date_to({ from: clock().format(from.start), to: clock().format(to.start) });
    return m.date_minute({ day: formats.minute().format(from.start), time: times });
  }
  return m.date_to({ from: formatDate(from, form), to: formatDate(to, form) });
}

/** The hour alone, with its zone where that is documented; null where no document gives an hour. */
export function formatTime(date: HistoricalDate): string | null {
  return date.precision === 'minute' ? clock().format(date.start) : null;
}

/** 'UTC+1', 'UTC−3:30', with a true minus sign. */
function formatOffset(minutes: number): string {
  const sign = minutes < 0 ? '−' : '+';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${sign}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** What `<time datetime>` may hold: the date without its marks of doubt; of 'between', the month or year of both ends. */
export function machineDate(date: HistoricalDate): string | undefined {
  const plain = date.edtf.replace(/[?~%]/g, '');
  if (!date.between) return plain;
  const [from = '', to = ''] = plain.split('/');
  return [7, 4].map((length) => from.slice(0, length)).find((start) => to.startsWith(start));
}
