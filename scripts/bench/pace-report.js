/** The report's part on the pace of the targets, which can be measured by itself. Pure: results in, Markdown out. */
import { median } from '../../src/lib/timeline/frame-times.ts';
import { reference } from './pace.js';
import { medianOf } from './results.js';
import { writeNumber, writeTable } from './table.js';
import { writeTargets } from './target-table.js';
import { readSlowedTargets } from './targets.js';

const writeSlowdown = (/** @type {number} */ value) => value.toFixed(1);

/**
 * From the least to the most, or the one that they all are.
 * @param {readonly number[]} values
 * @param {(value: number) => string} write
 */
const writeRange = (values, write) => {
  const least = write(Math.min(...values));
  const most = write(Math.max(...values));
  return least === most ? least : `${least} to ${most}`;
};

/**
 * @param {import('./pace.js').Paced} paced
 * @returns {string} Markdown
 */
export function writePace(paced) {
  const { naive, slowdowns, sizes, pressSlowdown, press } = paced;
  const took = median(naive);
  /** @type {(size: number, measure: import('./results.js').Measure) => string} */
  const got = (size, measure) => writeNumber(medianOf(paced, 'ours', size, reference.slowdown, measure), 'stuck');
  const rows = sizes.map((size) => [
    writeNumber(size),
    got(size, 'seen'),
    got(size, 'longest'),
    `${got(size, 'pan.p95')} / ${got(size, 'zoom.p95')}`,
    `${got(size, 'pan.worst')} / ${got(size, 'zoom.worst')}`
  ]);
  return `## At the pace of the targets

A target in milliseconds holds for the machine that it was set on. There the naive drawing showed the first of
${writeNumber(reference.size)} events after ${writeNumber(reference.ms)} ms at ${reference.slowdown}×. Here it took ${writeNumber(took)} (${writeRange(naive, writeNumber)}), so that ${reference.slowdown}× here is about
${writeSlowdown((reference.slowdown * took) / reference.ms)}× there. What must hold at ${reference.slowdown}× was measured once more, ${slowdowns.length} ${slowdowns.length === 1 ? 'time' : 'times'}, at the slowdown that makes this machine as slow as that one,
by the naive drawing right before: ${writeRange(slowdowns, writeSlowdown)}×. The presses were at ${writeSlowdown(pressSlowdown)}×: half within ${writeNumber(press.p50)} ms, the slowest ${writeNumber(press.worst)}.
\`npm run bench -- --only pace\` writes this part alone.

${writeTargets(readSlowedTargets(paced, press.p98))}

${writeTable(['events, ms', 'first visible', 'longest task', 'frames, 95th percentile, pan / zoom', 'slowest, pan / zoom'], rows)}
`;
}
