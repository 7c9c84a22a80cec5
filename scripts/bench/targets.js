/** What the product's timeline must reach. */
import { median } from '../../src/lib/timeline/frame-times.ts';
import { failed, medianOf } from './results.js';

/** @typedef {import('./results.js').Results} Results */
/** @typedef {{ what: string, wanted: string, got: number, most: number, unit: string }} Target NaN: not measured */

/** Shares of the time that vis-timeline takes to show an event. */
const sharesOfVis = new Map([
  [60, 0.55],
  [500, 0.5],
  [2000, 0.25],
  [10_000, 0.1]
]);

const number = new Intl.NumberFormat('en-GB');

/** The worst of those that were measured. @param {readonly number[]} values */
const highest = (values) => {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.includes(failed)) return failed;
  return known.length === 0 ? NaN : Math.max(...known);
};

/**
 * @param {Results} results
 * @returns {Target[]}
 */
export function readTargets(results) {
  const { sizes, residues, presses, paced } = results;
  /** @type {(size: number, slowdown: number, measure: import('./results.js').Measure) => number} */
  const ours = (size, slowdown, measure) => medianOf(results, 'ours', size, slowdown, measure);
  /** @type {(slowdown: number, measures: readonly import('./results.js').Measure[]) => number} */
  const worst = (slowdown, measures) =>
    highest(sizes.flatMap((size) => measures.map((measure) => ours(size, slowdown, measure))));
  const slowestFrame = highest(
    sizes.filter((size) => size <= 10_000).flatMap((size) => [ours(size, 4, 'pan.worst'), ours(size, 4, 'zoom.worst')])
  );
  const [before, after] = residues.get('ours') ?? [];
  /** @type {(what: string, got: number, most: number, unit: string) => Target} */
  const target = (what, got, most, unit) => ({
    what,
    wanted: `at most ${number.format(most)}${unit}`,
    got,
    most,
    unit
  });

  return [
    ...sizes
      .filter((size) => sharesOfVis.has(size))
      .map((size) =>
        target(
          `First event visible, ${number.format(size)} events, as a share of vis-timeline's time`,
          ours(size, 1, 'seen') / medianOf(results, 'vis', size, 1, 'seen'),
          sharesOfVis.get(size) ?? NaN,
          ''
        )
      ),
    target('First event visible, any number of events, 4×', worst(4, ['seen']), 500, ' ms'),
    target('Longest task of the load, 10,000 events, 4×', ours(10_000, 4, 'longest'), 100, ' ms'),
    target(
      'Longest task of the load, 10,000 events, at the pace of the targets',
      median(paced?.longest ?? []),
      100,
      ' ms'
    ),
    target('Frames while panning and zooming, 95th percentile', worst(1, ['pan.p95', 'zoom.p95']), 17, ' ms'),
    target(
      'Frames while panning and zooming, any number of events, 95th percentile, 4×',
      worst(4, ['pan.p95', 'zoom.p95']),
      17,
      ' ms'
    ),
    target('Slowest frame, up to 10,000 events, 4×', slowestFrame, 50, ' ms'),
    target('Slowest frame, any number of events, 4×', worst(4, ['pan.worst', 'zoom.worst']), 100, ' ms'),
    target('Elements of the timeline, any number of events', worst(1, ['elements']), 400, ''),
    target('Script, compressed', worst(1, ['script']) / 1000, 90, ' kB'),
    target('From a press to the panel, 98th percentile', presses.get(1)?.p98 ?? NaN, 100, ' ms'),
    target('From a press to the panel, 98th percentile, 4×', presses.get(4)?.p98 ?? NaN, 100, ' ms'),
    target(
      'From a press to the panel, 98th percentile, at the pace of the targets',
      paced?.press.p98 ?? NaN,
      100,
      ' ms'
    ),
    target(
      `Heap that ${after?.cycles ?? 300} rounds of panning and zooming leave behind`,
      before && after ? (after.heap - before.heap) / 1e6 : NaN,
      0.5,
      ' MB'
    ),
    target(
      `Nodes that ${after?.cycles ?? 300} rounds leave behind`,
      before && after ? after.nodes - before.nodes : NaN,
      50,
      ''
    )
  ];
}

/**
 * Whether a target is met; a hundredth more is a matter of rounding. Null where it was not measured.
 * @param {Pick<Target, 'got' | 'most'>} target
 */
export function isMet({ got, most }) {
  if (Number.isNaN(got)) return null;
  return Number.isFinite(got) && got <= most * 1.01;
}

/**
 * Whether a target is met, in a word.
 * @param {Pick<Target, 'got' | 'most'>} target
 */
export function verdictOf(target) {
  const met = isMet(target);
  return met === null ? 'not measured' : met ? 'pass' : '**fail**';
}
