/** What a target in ms is worth: the product at the pace of the machine on which the targets were set. */
import { median } from '../../src/lib/timeline/frame-times.ts';
import { measurePresses } from './long-runs.js';
import { measure, measureArrival } from './measure.js';
import { caseKey } from './results.js';

/** @typedef {import('./contenders.js').Contender} Contender */

/** On that machine the naive drawing, slowed so much, showed the first of so many events after so many ms. */
export const reference = { size: 10_000, slowdown: 4, ms: 2622 };

/**
 * @typedef {object} Paced
 * @property {readonly number[]} naive ms until the naive drawing shows an event on this machine, as slowed as it was there
 * @property {readonly number[]} slowdowns at which this machine is as slow as that one was, taken before each round
 * @property {readonly number[]} sizes numbers of events that were shown
 * @property {ReadonlyMap<string, readonly import('./measure.js').Case[]>} cases by `caseKey`, at those slowdowns, which stand
 *   for the slowdown there
 * @property {number} pressSlowdown
 * @property {{ p50: number, p98: number, worst: number }} press
 */

/**
 * How much this machine is to be slowed to be as slow as the other one was: more where it is faster, less where it is slower.
 * @param {number} naive ms that the naive drawing takes here, as slowed as it was there
 * @returns {number} at least 1: nothing makes a machine faster
 */
export const slowdownAt = (naive) => Math.max(1, (reference.slowdown * reference.ms) / naive);

/**
 * Shows the product with each number of events, and presses its events, at that pace. A machine's pace changes within
 * minutes: it is taken anew before each round.
 * @param {{ ours: Contender, naive: Contender, addressOf: (contender: Contender, size: number) => string,
 *   sizes: readonly number[], timeline: string, rounds: number, presses: number }} what timeline: the address of the page
 *   whose events are pressed
 * @returns {Promise<Paced>}
 */
export async function measureAtPace({ ours, naive, addressOf, sizes, timeline, rounds, presses }) {
  /** @type {number[]} */
  const taken = [];
  const take = async () => {
    const { seen } = await measureArrival(naive, addressOf(naive, reference.size), reference.slowdown);
    taken.push(seen);
    return seen;
  };
  const slowdowns = [];
  /** @type {Map<string, import('./measure.js').Case[]>} */
  const cases = new Map();
  for (let round = 0; round < rounds; round += 1) {
    const slowdown = slowdownAt(await take());
    slowdowns.push(slowdown);
    for (const size of sizes) {
      const key = caseKey(ours.id, size, reference.slowdown);
      cases.set(key, [...(cases.get(key) ?? []), await measure(ours, addressOf(ours, size), slowdown)]);
    }
  }
  const pressSlowdown = slowdownAt(median([await take(), await take(), await take()]));
  const press = await measurePresses(timeline, pressSlowdown, presses);
  return { naive: taken, slowdowns, sizes, cases, pressSlowdown, press };
}
