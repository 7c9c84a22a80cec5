/** The report: what was measured in words and tables. Pure: results in, Markdown out. */
import { writeKiosk } from './kiosk-report.js';
import { writePace } from './pace-report.js';
import { medianOf } from './results.js';
import { writeNumber, writeRatio, writeTable } from './table.js';
import { writeTargets } from './target-table.js';
import { readTargets } from './targets.js';

/** @typedef {import('./results.js').Results} Results */
/** @typedef {import('./results.js').Measure} Measure */

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/**
 * One row for each number of events and speed, one column for each contender.
 * @param {Results} results
 * @param {readonly number[]} slowdowns
 * @param {readonly Measure[]} measures written with a stroke between them
 * @param {string} late
 * @param {boolean} hasRatio
 */
function writeComparison(results, slowdowns, measures, late, hasRatio) {
  const { sizes, contenders } = results;
  const isBoth = ['ours', 'vis'].every((id) => contenders.some((each) => each.id === id));
  const rows = slowdowns.flatMap((slowdown) =>
    sizes.map((size) => [
      `${whole.format(size)}${slowdown === 1 ? '' : `, ${slowdown}×`}`,
      ...contenders.map(({ id }) =>
        measures.map((measure) => writeNumber(medianOf(results, id, size, slowdown, measure), late)).join(' / ')
      ),
      ...(hasRatio && isBoth
        ? measures.map((measure) =>
            writeRatio(
              medianOf(results, 'ours', size, slowdown, measure),
              medianOf(results, 'vis', size, slowdown, measure)
            )
          )
        : [])
    ])
  );
  const head = ['events', ...contenders.map(({ name }) => name)];
  return writeTable(hasRatio && isBoth ? [...head, ...measures.map(() => 'Two Steps / vis')] : head, rows);
}

/** @param {Results} results */
function writeResidues({ residues, contenders }) {
  const rows = contenders.flatMap(({ id, name }) => {
    const [before, after] = residues.get(id) ?? [];
    if (!before) return [];
    const heap = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
    return [
      [
        name,
        heap(before.heap),
        after ? heap(after.heap) : 'stuck',
        whole.format(before.nodes),
        after ? whole.format(after.nodes) : 'stuck'
      ]
    ];
  });
  const [before, after] = residues.get(contenders[0]?.id ?? '') ?? [];
  const [first, last] = [before?.cycles ?? 10, after?.cycles ?? 300];
  return writeTable(
    ['', `heap after ${first} rounds`, `after ${last}`, `nodes after ${first} rounds`, `after ${last}`],
    rows
  );
}

/** @param {Results} results */
function writeWeights(results) {
  const { contenders, sizes } = results;
  const size = sizes[0] ?? NaN;
  const rows = contenders.map(({ id, name }) => {
    const bytes = medianOf(results, id, size, 1, 'script');
    return [name, Number.isFinite(bytes) ? `${(bytes / 1000).toFixed(0)} kB` : '–'];
  });
  return writeTable(['', 'script, gzip'], rows);
}

/** @param {Results} results */
function writePresses({ presses }) {
  const rows = [...presses].map(([slowdown, { p50, p98, worst }]) => [
    slowdown === 1 ? 'as it is' : `${slowdown}×`,
    ...[p50, p98, worst].map((value) => writeNumber(value))
  ]);
  return writeTable(['ms', 'half within', '98 of 100 within', 'slowest'], rows);
}

/**
 * @param {Results} results
 * @returns {string} Markdown
 */
export function writeReport(results) {
  const { machine, runs, pressCount, residueSize } = results;
  const { cores, memory, system, browser } = machine;
  return `# The timeline, measured

Written by \`npm run bench\`, which measures all of this in one run, beside other timelines. Compare columns rather than
runs: a faster machine has smaller numbers, and a busy one larger.

**Machine.** ${cores} cores, ${memory} GB, ${system}, without a graphics card; Chromium ${browser}, headless, 1366 × 768.
*4×* is the processor slowed four times, which is about a cheap laptop.

**Who.** Two Steps is the built product, the page \`/bench/timeline\`. vis-timeline and TimelineJS are the versions in
\`package.json\`, as their documentation shows them; *clustered* is vis-timeline's own option,
and its known wait of a second before it shows a given view (visjs/vis-timeline#1340) is spared it. Naive D3 draws every event as
SVG and moves all of it with d3-zoom. All draw the same events: the same seed, 24 months, five lanes, 15 in a hundred are
ranges, titles of 20 to 80 characters; every library is told each event's start and end and the half year that is seen first.
Each page makes the events for itself, by the same function, so that nobody is charged for the wire.

**How.** Each number is the median of ${runs} ${runs === 1 ? 'run' : 'runs'}, each in a browser of its own with nothing in its cache; a case
that takes more than 20 s is run once. What has not come within 60 s is given up. 100,000 events are asked of the others
once, and not at 4×. Nothing leaves the machine.

## Targets

What is wanted in milliseconds at 4× is held against this machine here, and further down against the one that it was set on.

${writeTargets(readTargets(results))}

## First event visible

Milliseconds from the start of navigation to the end of the first frame in which an event's mark is on screen: within the
window, not hidden, not transparent. Looked for in every frame, in the same way for all.

${writeComparison(results, [1, 4], ['seen'], '> 60 s', true)}

## Longest task of the load

Milliseconds for which the page could not answer, until nothing long has happened for 0.7 s, at 4×. Tasks of up to 50 ms
are not told by the browser and stand as 0.

${writeComparison(results, [4], ['longest'], '> 60 s', true)}

## Frames

While a real mouse drags to and fro, a move a frame, and while a real wheel turns 25 times a second, from half a year to
about a month and back. TimelineJS has no zoom by the wheel: its buttons are pressed, 4 times a second. 16.7 ms is the
screen's own. *Stuck* is a page that did not come to the end of a gesture of 1.8 s within 15 s.

95th percentile of frame times, pan / zoom, ms:

${writeComparison(results, [1, 4], ['pan.p95', 'zoom.p95'], 'stuck', false)}

Slowest frame, pan / zoom, ms:

${writeComparison(results, [1, 4], ['pan.worst', 'zoom.worst'], 'stuck', false)}

## Elements

Elements of the timeline, the most of those after loading, panning and zooming.

${writeComparison(results, [1], ['elements'], '> 60 s', true)}

## Script

All scripts of the page, compressed. For Two Steps that is the whole page with its menu, search and page changes.

${writeWeights(results)}

## From a press to the panel

${pressCount} presses on events of \`/timeline\`: from the press to the end of the frame that shows the event's panel.

${writePresses(results)}
${results.paced ? `\n${writePace(results.paced)}` : ''}
## What is left behind

Heap, after garbage was collected, and nodes of the document, with ${whole.format(residueSize)} events, after rounds of dragging there and
back and zooming in and out.

${writeResidues(results)}
${results.kiosk.length > 0 ? `\n${writeKiosk(results)}` : ''}`;
}
