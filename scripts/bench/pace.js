/** What a target in ms is worth: the product at the pace of the machine on which the targets were set. */
import { median } from '../../src/lib/timeline/frame-times.ts';
import { measurePresses } from './long-runs.js';
import { measureArrival } from './measure.js';

/** @typedef {import('./contenders.js').Contender} Contender */

/** On that machine the naive drawing, slowed so much, showed the first of so many events after so many ms. */
export const reference = { size: 10_000, slowdown: 4, ms: 2622 };

/**
 * @typedef {object} Paced
 * @property {readonly number[]} naive ms until the naive drawing shows an event on this machine, as slowed as it was there
 * @property {readonly number[]} slowdowns at which this machine is as slow as that one was, measured right before each load
 * @property {readonly number[]} longest ms of the longest task of each load
 * @property {readonly number[]} seen ms until each load shows an event
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
 * Loads the page and presses its events at that pace. A machine's pace changes within minutes: it is taken anew before each.
 * @param {{ ours: Contender, naive: Contender, addressOf: (contender: Contender, size: number) => string,
 *   timeline: string, rounds: number, presses: number }} what timeline: the address of the page whose events are pressed
 * @returns {Promise<Paced>}
 */
export async function measureAtPace({ ours, naive, addressOf, timeline, rounds, presses }) {
  const take = async () => (await measureArrival(naive, addressOf(naive, reference.size), reference.slowdown)).seen;
  const taken = [];
  const slowdowns = [];
  const loads = [];
  for (let round = 0; round < rounds; round += 1) {
    const took = await take();
    const slowdown = slowdownAt(took);
    taken.push(took);
    slowdowns.push(slowdown);
    loads.push(await measureArrival(ours, addressOf(ours, reference.size), slowdown));
  }
  const before = [];
  for (let time = 0; time < 3; time += 1) before.push(await take());
  const pressSlowdown = slowdownAt(median(before));
  return {
    naive: [...taken, ...before],
    slowdowns,
    longest: loads.map(({ longest }) => longest),
    seen: loads.map(({ seen }) => seen),
    pressSlowdown,
    press: await measurePresses(timeline, pressSlowdown, presses)
  };
}
