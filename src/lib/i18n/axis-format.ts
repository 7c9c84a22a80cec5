import { inUtc } from './intl.ts';

/** A civil time of an axis by an Intl format of the caller's. */
export function axisFormat(options: Intl.DateTimeFormatOptions): (civil: number) => string {
  const format = inUtc(options);
  return (civil) => format().format(civil);
}

const dayOfAxis = inUtc({ day: 'numeric', month: 'long', year: 'numeric' });
const hourOfAxis = inUtc({
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
});
/** A shorter stretch is told by the hour. */
const fewDays = 3 * 24 * 3_600_000;

/** A stretch of an axis, with nothing said twice: '1 August 1990 – 10 March 1991', '19 November 1990, 06:00 – 18:00'. */
export function formatStretch(from: number, to: number): string {
  return to - from < fewDays ? hourOfAxis().formatRange(from, to) : dayOfAxis().formatRange(from, to - 1);
}
