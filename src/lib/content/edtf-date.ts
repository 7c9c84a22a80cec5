import edtf from 'edtf';
import type { HistoricalDate } from '../model/historical-date.ts';

/** EDTF also knows `19901119` as the year nineteen million; no event is that far away. */
const years = { first: 1900, last: 2100 };

const precisions: Record<number, HistoricalDate['precision']> = { 1: 'year', 2: 'month', 3: 'day' };

/**
 * Reads an EDTF date, or an interval that stands for 'somewhere between'.
 * @returns null when the string is not such a date, or names a day that does not exist
 */
export function readDate(text: string): HistoricalDate | null {
  const [from, to, more] = text.split('/');
  if (from === undefined || more !== undefined) return null;
  const first = readSimple(from);
  if (to === undefined || first === null) return first;
  const last = readSimple(to);
  if (last === null || last.start < first.start) return null;
  return {
    ...first,
    edtf: text,
    end: last.end,
    uncertain: first.uncertain || last.uncertain,
    approximate: first.approximate || last.approximate,
    between: true
  };
}

function readSimple(text: string): HistoricalDate | null {
  let parsed: ReturnType<typeof edtf>;
  try {
    parsed = edtf(text);
  } catch {
    return null;
  }
  // The library also knows seasons, unspecified digits and parts of a date that are doubted alone.
  const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[?~%]$|T|$)/.exec(text);
  if (!form) return null;
  const [year, month, day] = form.slice(1).map((digits) => Number(digits ?? 1)) as [number, number, number];
  if (year < years.first || year > years.last) return null;
  // And it takes 29 February of any year.
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return null;

  const clock = /T(\d{2}):(\d{2})(?::00)?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const common = {
    edtf: text,
    uncertain: (parsed.uncertain?.value ?? 0) !== 0,
    approximate: (parsed.approximate?.value ?? 0) !== 0,
    between: false
  };
  if (text.includes('T')) {
    if (!clock) return null;
    const offset = offsetMinutes(clock[3]);
    // Without a zone of its own the string is read as UTC here, whatever the machine's zone is.
    const civil = Date.parse(`${text.slice(0, 10)}T${clock[1]}:${clock[2]}:00Z`);
    return { ...common, precision: 'minute', start: civil, end: civil, offset };
  }
  const precision = precisions[parsed.precision ?? 0];
  if (!precision) return null;
  return { ...common, precision, start: parsed.min, end: parsed.max + 1, offset: null };
}

function offsetMinutes(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (zone === 'Z') return 0;
  const [hours, minutes] = zone.slice(1).split(':').map(Number) as [number, number];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
