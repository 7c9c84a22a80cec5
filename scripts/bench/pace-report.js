/** The part of the report on the pace of the targets. Pure: results in, Markdown out. */
import { median } from '../../src/lib/timeline/frame-times.ts';
import { reference } from './pace.js';
import { writeTable } from './table.js';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/**
 * From the least to the most, without the ends where there is but one.
 * @param {readonly number[]} values
 * @param {Intl.NumberFormat} format
 */
const writeRange = (values, format) => {
  const least = format.format(Math.min(...values));
  const most = format.format(Math.max(...values));
  return least === most ? least : `${least} to ${most}`;
};

/**
 * @param {import('./pace.js').Paced} paced
 * @returns {string} Markdown
 */
export function writePace({ naive, slowdowns, longest, seen, pressSlowdown, press }) {
  const took = median(naive);
  /** @type {(what: string, values: readonly number[]) => string[]} */
  const row = (what, values) => [what, whole.format(median(values)), writeRange(values, whole)];
  const rows = [row('longest task of the load', longest), row('first event visible', seen)];
  return `## At the pace of the targets

A target in milliseconds holds for the machine that it was set on. There the naive drawing showed the first of ${whole.format(reference.size)} events
after ${whole.format(reference.ms)} ms at ${reference.slowdown}×; here it took ${whole.format(took)} (${writeRange(naive, whole)}), so that ${reference.slowdown}× here is about ${fine.format((reference.slowdown * took) / reference.ms)}× there. The page was loaded ${slowdowns.length}
times at the slowdown that makes this machine as slow as that one, by the naive drawing right before: ${writeRange(slowdowns, fine)}×.
The presses were at ${fine.format(pressSlowdown)}×: half within ${whole.format(press.p50)} ms, 98 of 100 within ${whole.format(press.p98)}, the slowest ${whole.format(press.worst)}.

${writeTable([`${whole.format(reference.size)} events, ms`, 'median', 'least to most'], rows)}
`;
}
