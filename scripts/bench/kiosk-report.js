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
  const rows = kiosk.map(({ what, own, plain }) => [
    what,
    String(own.frames),
    ms(own.p50),
    ms(own.p95),
    ms(own.worst),
    ms(plain.p95),
    ms(plain.worst),
    writeRatio(own.p95, plain.p95),
    verdictOf({ got: own.p95, most })
  ]);
  const head = [
    'ms',
    'frames',
    'half within',
    '95 of 100 within',
    'slowest',
    'plain box, 95 of 100',
    'slowest',
    'kiosk / plain',
    `at most ${most}`
  ];
  return `${heading}

\`/kiosk\` at 1920 × 1080, as fast as the machine is: the loop as it plays, and the timeline while a finger strokes to and fro, a
move a frame, and lets it run on. Times from one frame to the next, all frames of ${runs} ${runs === 1 ? 'run' : 'runs'} together. Beside it a page
with nothing but one plain box as large as the picture, moved in every frame, in a browser of its own just before and under the
same finger: what is late there is the machine's own. A hundredth more than ${most} is the browser's rounding. ${machine.cores} cores,
${machine.memory} GB, ${machine.system}, without a graphics card, so that the processor draws every point of every frame; Chromium
${machine.browser}, headless. \`npm run bench -- --only kiosk\` writes this part alone.

${writeTable(head, rows)}
`;
}
