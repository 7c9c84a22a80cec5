/** What was measured, and how several runs become one. */
import { median } from '../../src/lib/timeline/frame-times.ts';

/** @typedef {import('./measure.js').Case} Case */
/** @typedef {'seen' | 'ready' | 'longest' | 'elements' | 'script' | 'pan.p95' | 'pan.worst' | 'zoom.p95' | 'zoom.worst'} Measure */

/**
 * @typedef {object} Results
 * @property {{ cores: number, memory: number, system: string, browser: string }} machine memory in GB
 * @property {readonly number[]} sizes
 * @property {readonly { id: string, name: string }[]} contenders
 * @property {ReadonlyMap<string, readonly Case[]>} cases by `caseKey`
 * @property {ReadonlyMap<string, readonly import('./long-runs.js').Residue[]>} residues by contender
 * @property {number} residueSize how many events they had
 * @property {ReadonlyMap<number, { p50: number, p98: number, worst: number }>} presses by slowdown
 * @property {number} pressCount
 * @property {import('./pace.js').Paced | null} paced null where it was not measured
 * @property {number} runs
 * @property {readonly import('./kiosk.js').KioskRow[]} kiosk empty where it was not measured
 */

/** What stands for a page that broke down, as Infinity stands for one that did not come in time. */
export const failed = -Infinity;

/**
 * @param {string} contender
 * @param {number} size
 * @param {number} slowdown
 */
export const caseKey = (contender, size, slowdown) => `${contender} ${size} ${slowdown}`;

/**
 * @param {Case} one
 * @param {Measure} measure
 * @returns {number}
 */
function valueOf(one, measure) {
  const [first, second] = measure.split('.');
  const value = /** @type {any} */ (one)[/** @type {string} */ (first)];
  return second === undefined ? value : value[second];
}

/**
 * The median of the runs of a case; NaN where it was not run or not got so far.
 * @param {Pick<Results, 'cases'>} results
 * @param {string} contender
 * @param {number} size
 * @param {number} slowdown
 * @param {Measure} measure
 */
export function medianOf({ cases }, contender, size, slowdown, measure) {
  const runs = cases.get(caseKey(contender, size, slowdown)) ?? [];
  return median(runs.map((run) => valueOf(run, measure)).filter((value) => !Number.isNaN(value)));
}
