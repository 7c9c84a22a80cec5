/**
 * Sends requests that nobody would send who means well to every endpoint of the classes, on each database: none may fail
 * (5xx), and none that was refused may have changed a row.
 *
 *   npm run fuzz:classes                          10,000 requests to each
 *   npm run fuzz:classes -- --requests 500 --seed 7
 */
import { parseArgs } from 'node:util';
import { build, isStale } from './build.js';
import { installPackages, requireNode } from './setup.js';

installPackages();
requireNode();
if (isStale('node') && build('node') !== 0) process.exit(1);
const { kinds } = await import('./classes/places.js');
const { fuzz } = await import('./classes/fuzz.js');

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '10000' }, seed: { type: 'string' } }
});
const requests = Number(values.requests);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
console.log(`Seed ${seed}`);
const table = [];
for (const { name, isHere, make } of kinds) {
  if (!isHere) {
    console.log(`${name} is not installed here: nothing is tried on it.`);
    continue;
  }
  const place = await make();
  try {
    const onprogress = (/** @type {number} */ done) => {
      if (done % 1000 === 0) console.log(`${name}: ${done} of ${requests}`);
    };
    const { refused, done, problems } = await fuzz(place, { requests, seed, onprogress });
    for (const problem of problems.slice(0, 20)) console.log(problem);
    table.push({ database: name, requests: done, refused, problems: problems.length });
  } finally {
    await place.remove();
  }
}
console.table(table);
process.exit(table.every(({ problems }) => problems === 0) ? 0 : 1);
