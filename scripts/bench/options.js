/** What is asked for on the command line. */
import { contenders } from './contenders.js';

export const allSizes = [60, 500, 2000, 10_000, 100_000];
export const seed = 1;
export const lanes = 5;
/** What `--only` calls the parts that are measured by themselves: the pace of the targets, and the screen of a museum. */
const parts = ['pace', 'kiosk'];

/**
 * @typedef {object} Options
 * @property {readonly number[]} sizes numbers of events, from few to many
 * @property {number} runs of each case
 * @property {readonly string[]} only ids of contenders
 * @property {{ rounds: number } | null} pace how often the product is shown at the pace of the targets; null where it is not
 * @property {{ runs: number, seconds: number } | null} kiosk how often the screen of a museum is measured, and for how long
 *   its loop; null where it is not
 * @property {readonly [number, number]} cycles of panning and zooming, after which what is left behind is weighed
 * @property {number} presses
 * @property {boolean} isWhole whether nothing is left out, or nothing of the parts where nothing else is measured
 */

export const usage = `npm run bench [-- options]
  --sizes 60,500    numbers of events, of ${allSizes.join(', ')} or any other up to 100000
  --runs 1          runs of each case (3)
  --only ours,vis   only these: ${[...contenders.map(({ id }) => id), ...parts].join(', ')}
  --quick           60 and 2,000 events, one run
A whole run writes docs/performance.md, and \`--only pace\` or \`--only kiosk\` its part of it; any other writes reports/performance.md.`;

/**
 * @param {readonly string[]} args
 * @returns {Options}
 * @throws {Error} with a sentence that says what is wrong
 */
export function readOptions(args) {
  const isQuick = args.includes('--quick');
  /** @type {Map<string, string>} */
  const given = new Map();
  for (let at = 0; at < args.length; at += 1) {
    const [name = '', inline] = /** @type {string} */ (args[at]).split('=');
    if (name === '--quick') continue;
    if (!['--sizes', '--runs', '--only'].includes(name)) throw new Error(`There is no option '${name}'.`);
    const value = inline ?? args[(at += 1)];
    if (!value) throw new Error(`${name} needs a value.`);
    given.set(name, value);
  }
  const sizes = given.get('--sizes')?.split(',').map(Number) ?? (isQuick ? [60, 2000] : allSizes);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0 && size <= 100_000)) {
    throw new Error(
      `--sizes takes whole numbers from 1 to 100000 with commas between them, not '${given.get('--sizes')}'.`
    );
  }
  const runs = Number(given.get('--runs') ?? (isQuick ? 1 : 3));
  if (!Number.isInteger(runs) || runs < 1) {
    throw new Error(`--runs takes a whole number above 0, not '${given.get('--runs')}'.`);
  }
  const known = [...contenders.map(({ id }) => id), ...parts];
  const only = given.get('--only')?.split(',') ?? known;
  const stranger = only.find((id) => !known.includes(id));
  if (stranger !== undefined) throw new Error(`--only knows ${known.join(', ')}, not '${stranger}'.`);
  const arePartsAlone = only.every((id) => parts.includes(id));
  const isAll = given.size === 0 || (arePartsAlone && given.size === 1);
  return {
    sizes: [...sizes].sort((a, b) => a - b),
    runs,
    only,
    pace: only.includes('pace') ? { rounds: isQuick || given.has('--runs') ? runs : 5 } : null,
    kiosk: only.includes('kiosk') ? { runs, seconds: isQuick ? 20 : 45 } : null,
    cycles: isQuick ? [3, 30] : [10, 300],
    presses: isQuick ? 30 : 100,
    isWhole: !isQuick && isAll
  };
}
