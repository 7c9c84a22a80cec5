/**
 * Puts the class server under the load of a school, on each database. Times are in ms, memory in MB.
 *
 *   npm run bench:classes                                              1,000 students for 180 s, 30 teachers who watch
 *   npm run bench:classes -- --students 300 --seconds 20 --watchers 9  another load
 *   npm run bench:classes -- --cut                                     all come back at once after 600 s without a network
 *   npm run bench:classes -- --cut 60 --only sqlite                    after so many seconds, on one database
 */
import { cpus } from 'node:os';
import { build, isStale } from './build.js';
import { installPackages, requireNode } from './setup.js';

installPackages();
requireNode();
if (isStale('node') && build('node') !== 0) process.exit(1);
const { kinds } = await import('./classes/places.js');
const { comeBackAtOnce, putUnderLoad } = await import('./classes/load.js');

/** @param {string} name @param {number} otherwise @param {number} [alone] where the name stands without a figure */
function figure(name, otherwise, alone = otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  if (at < 0) return otherwise;
  const given = Number(process.argv[at + 1]);
  return Number.isFinite(given) ? given : alone;
}
const load = {
  students: figure('students', 1000),
  seconds: figure('seconds', 180),
  watchers: figure('watchers', 30)
};
const cut = figure('cut', 0, 600);
const at = process.argv.indexOf('--only');
const only = at < 0 ? null : process.argv[at + 1];

console.log(
  `${load.students} students, ${load.watchers} teachers watching, ${cut > 0 ? `back after ${cut} s without a network` : `a save every 5 s each, for ${load.seconds} s`}; ${cpus().length} processors, Node ${process.version}`
);
let isSound = true;
/** @type {Record<string, object>} */
const table = {};
for (const { name, isHere, make } of kinds) {
  if (only && only !== name) continue;
  if (!isHere) {
    console.log(`${name} is not installed here: nothing is tried on it.`);
    continue;
  }
  const place = await make();
  try {
    const figures = cut > 0 ? await comeBackAtOnce(place, { ...load, cut }) : await putUnderLoad(place, load);
    if (figures.lost + figures.twice > 0) isSound = false;
    // At once: a run that is broken off has then told what it knew.
    console.log(`${name}: ${JSON.stringify(figures)}`);
    table[name] = { ...figures, memory: [figures.memory].flat().join(' / ') };
  } finally {
    await place.remove();
  }
}
console.table(table);
process.exit(isSound ? 0 : 1);
