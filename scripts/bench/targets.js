/** What the product's timeline must reach. */
import { failed, medianOf } from './results.js';

/** @typedef {import('./results.js').Results} Results */
/** @typedef {import('./results.js').Measure} Measure */
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

/** @type {(what: string, got: number, most: number, unit: string) => Target} */
const target = (what, got, most, unit) => ({ what, wanted: `at most ${number.format(most)}${unit}`, got, most, unit });

/**
 * The worst of the product's medians.
 * @param {Pick<Results, 'sizes' | 'cases'>} results
 * @param {number} slowdown
 * @param {readonly Measure[]} measures
 */
const worst = (results, slowdown, measures) =>
  highest(
    results.sizes.flatMap((size) => measures.map((measure) => medianOf(results, 'ours', size, slowdown, measure)))
  );

/**
 * What must hold on a cheap laptop, whose processor is slowed four times.
 * @param {Pick<Results, 'sizes' | 'cases'>} results
 * @param {number} press ms from a press to the panel, 98th percentile; NaN where it was not measured
 * @param {string} suffix of each target's words
 * @returns {Target[]}
 */
export function readSlowedTargets({ sizes, cases }, press, suffix = '') {
  const all = { sizes, cases };
  const most = { sizes: sizes.filter((size) => size <= 10_000), cases };
  return [
    target(`First event visible, any number of events${suffix}`, worst(all, 4, ['seen']), 500, ' ms'),
    target(`Longest task of the load, 10,000 events${suffix}`, medianOf(all, 'ours', 10_000, 4, 'longest'), 100, ' ms'),
    target(
      `Frames while panning and zooming, any number of events, 95th percentile${suffix}`,
      worst(all, 4, ['pan.p95', 'zoom.p95']),
      17,
      ' ms'
    ),
    target(`Slowest frame, up to 10,000 events${suffix}`, worst(most, 4, ['pan.worst', 'zoom.worst']), 50, ' ms'),
    target(`Slowest frame, any number of events${suffix}`, worst(all, 4, ['pan.worst', 'zoom.worst']), 100, ' ms'),
    target(`From a press to the panel, 98th percentile${suffix}`, press, 100, ' ms')
  ];
}

/**
 * @param {Results} results
 * @returns {Target[]}
 */
export function readTargets(results) {
  const { sizes, residues, presses } = results;
  /** @type {(id: string, size: number) => number} */
  const seen = (id, size) => medianOf(results, id, size, 1, 'seen');
  const [before, after] = residues.get('ours') ?? [];
  const rounds = after?.cycles ?? 300;

  return [
    ...sizes
      .filter((size) => sharesOfVis.has(size))
      .map((size) =>
        target(
          `First event visible, ${number.format(size)} events, as a share of vis-timeline's time`,
          seen('ours', size) / seen('vis', size),
          sharesOfVis.get(size) ?? NaN,
          ''
        )
      ),
    target('Frames while panning and zooming, 95th percentile', worst(results, 1, ['pan.p95', 'zoom.p95']), 17, ' ms'),
    target('Elements of the timeline, any number of events', worst(results, 1, ['elements']), 400, ''),
    target('Script, compressed', worst(results, 1, ['script']) / 1000, 90, ' kB'),
    target('From a press to the panel, 98th percentile', presses.get(1)?.p98 ?? NaN, 100, ' ms'),
    ...readSlowedTargets(results, presses.get(4)?.p98 ?? NaN, ', 4×'),
    target(
      `Heap that ${rounds} rounds of panning and zooming leave behind`,
      before && after ? (after.heap - before.heap) / 1e6 : NaN,
      0.5,
      ' MB'
    ),
    target(`Nodes that ${rounds} rounds leave behind`, before && after ? after.nodes - before.nodes : NaN, 50, '')
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
