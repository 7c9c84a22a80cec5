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

/** The axis in the reader's language: small ticks briefly, the larger unit above them in full. */
export const axisWords: TickFormat = (unit, time, row) => words[row][unit](time);
