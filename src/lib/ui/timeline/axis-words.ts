import { axisFormat } from '#lib/i18n/axis-format.ts';
import type { TickFormat, TickUnit } from '#lib/timeline/ticks.ts';

const year = axisFormat({ year: 'numeric' });
const hour = axisFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const words: Record<'minor' | 'major', Record<TickUnit, (time: number) => string>> = {
  minor: { year, month: axisFormat({ month: 'short' }), day: axisFormat({ day: 'numeric' }), hour },
  major: {
    year,
    month: axisFormat({ month: 'long', year: 'numeric' }),
    day: axisFormat({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }),
    hour
  }
};

/** Words of ticks that were written elsewhere. */
const known = new Map<string, string>();

const keyOf = (...[unit, time, row]: Parameters<TickFormat>): string => `${row} ${unit} ${time}`;

/** A tick, and its words. */
export type TickWords = readonly [key: string, words: string];

/** The axis in the reader's language: small ticks briefly, the larger unit above them in full. */
export const axisWords: TickFormat = (unit, time, row) => known.get(`${row} ${unit} ${time}`) ?? words[row][unit](time);

/** The axis, and all that is written for it: for a page that is to know its words before it has any format. */
export function recordAxisWords(): { readonly format: TickFormat; readonly written: TickWords[] } {
  const written: TickWords[] = [];
  const format: TickFormat = (unit, time, row) => {
    const text = words[row][unit](time);
    written.push([keyOf(unit, time, row), text]);
    return text;
  };
  return { format, written };
}

/** Takes over words that were written elsewhere. */
export function knowTicks(written: readonly TickWords[]): void {
  for (const [key, text] of written) known.set(key, text);
}
