/**
 * Takes the power from a kiosk at random moments of an update: it always comes up, in the old version or the new, whole.
 *
 *   npm run soak:power            50 cuts
 *   npm run soak:power -- 10      so many
 */
import { build, isStale } from './build.js';
import { installPackages, requireNode } from './setup.js';

installPackages();
requireNode();
if (isStale('node') && build('node') !== 0) process.exit(1);
const { cutPower } = await import('./soak/power-cut.js');

const cuts = Number(process.argv[2] ?? 50);
const done = await cutPower({
  cuts,
  chance: Math.random,
  ontold: ({ after, isOffline, shown, isWhole, errors }) => {
    console.log(
      `cut after ${String(after).padStart(5)} ms${isOffline ? ', came back without a network' : ''}: version ${shown} came up${isWhole ? ', whole' : `  NOT WHOLE ${errors.join('; ')}`}`
    );
  }
});
const broken = done.filter(({ isWhole }) => !isWhole).length;
console.log(`${cuts} cuts: ${broken === 0 ? 'each time it came up whole' : `${broken} times it was not whole`}.`);
process.exit(broken === 0 ? 0 : 1);
