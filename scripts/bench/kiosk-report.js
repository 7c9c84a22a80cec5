/** The report's part on the screen of a museum, which can be measured by itself. */
import { writeRatio, writeTable } from './table.js';
import { verdictOf } from './targets.js';

/** @typedef {import('./results.js').Results} Results */

const heading = '## The kiosk';
/** A screen shows sixty frames a second, ms. */
const most = 16.7;

const ms = (/** @type {number} */ value) => (Number.isNaN(value) ? '–' : value.toFixed(1));

/**
 * @param {Pick<Results, 'kiosk' | 'machine' | 'runs'>} results
 * @returns {string} Markdown
 */
export function writeKiosk({ kiosk, machine, runs }) {
  const rows = kiosk.map(({ what, own, empty }) => [
    what,
    String(own.frames),
    ms(own.p50),
    ms(own.p95),
    ms(own.worst),
    ms(empty.p95),
    ms(empty.worst),
    writeRatio(own.p95, empty.p95),
    verdictOf({ got: own.p95, most })
  ]);
  const head = [
    'ms',
    'frames',
    'half within',
    '95 of 100 within',
    'slowest',
    'empty page, 95 of 100',
    'slowest',
    'kiosk / empty',
    `at most ${most}`
  ];
  return `${heading}

\`/kiosk\` at 1920 × 1080, as fast as the machine is: the loop as it plays, and the timeline while a finger strokes to and fro, a
move a frame, and lets it run on. Times from one frame to the next, all frames of ${runs} ${runs === 1 ? 'run' : 'runs'} together. Beside it an
empty page in a browser of its own on the same machine, just before, under the same finger: what is late there is the machine's
own. A hundredth more than ${most} is the browser's rounding. ${machine.cores} cores, ${machine.memory} GB, ${machine.system}, without a graphics card; Chromium ${machine.browser}, headless. This part alone is
written anew by \`npm run bench -- --only kiosk\`.

${writeTable(head, rows)}
`;
}

/**
 * Puts a newer part into a report, in the place of the older one or at the end.
 * @param {string} report
 * @param {string} part
 */
export function replaceKiosk(report, part) {
  const from = report.indexOf(`${heading}\n`);
  if (from < 0) return report === '' ? part : `${report.trimEnd()}\n\n${part}`;
  const after = report.indexOf('\n## ', from);
  return report.slice(0, from) + part + (after < 0 ? '' : report.slice(after));
}
