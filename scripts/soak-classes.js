/**
 * Kills the server under load, again and again, on each database: whatever was acknowledged is there, once.
 *
 *   npm run soak:classes                     100 kills on each
 *   npm run soak:classes -- --kills 10       so many
 */
import { parseArgs } from 'node:util';
import { build, isStale } from './build.js';
import { installPackages, requireNode } from './setup.js';

installPackages();
requireNode();
if (isStale('node') && build('node') !== 0) process.exit(1);
const { kinds } = await import('./classes/places.js');
const { killUnderLoad } = await import('./classes/kill-under-load.js');

const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' } } });
const kills = Number(values.kills);
const table = [];
for (const { name, isHere, make } of kinds) {
  if (!isHere) {
    console.log(`${name} is not installed here: nothing is tried on it.`);
    continue;
  }
  const place = await make();
  try {
    const onkill = (/** @type {number} */ kill, /** @type {number} */ acknowledged) =>
      kill % 10 === 0 && console.log(`${name}: ${kill} of ${kills} kills, ${acknowledged} operations acknowledged`);
    const { acknowledged, lost, twice, unanswered, refused } = await killUnderLoad(place, { kills, onkill });
    table.push({ database: name, kills, acknowledged, lost, twice, unanswered, refused });
  } finally {
    await place.remove();
  }
}
console.table(table);
process.exit(table.every(({ lost, twice, refused }) => lost + twice + refused === 0) ? 0 : 1);
