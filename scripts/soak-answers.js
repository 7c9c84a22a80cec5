/**
 * Kills the browser while a student types, again and again, half of the times under load: nothing older than 250 ms may be missing.
 *
 *   npm run soak:answers            200 kills
 *   npm run soak:answers -- 20      so many
 */
import { build, isStale } from './build.js';
import { installPackages, requireNode } from './setup.js';

installPackages();
requireNode();
if (isStale('node') && build('node') !== 0) process.exit(1);
const { serve } = await import('./serve.js');
const { killWhileTyping, promised } = await import('./soak/kill-while-typing.js');

const kills = Number(process.argv[2] ?? 200);
const server = await serve({ port: 0 });
let [typed, lost, most] = [0, 0, 0];
for (let kill = 0; kill < kills; kill += 1) {
  const isLoaded = kill % 2 === 1;
  const run = await killWhileTyping(server.address, { isLoaded, chance: Math.random });
  typed += run.typed;
  if (!run.isSound) lost += 1;
  most = Math.max(most, run.typed - run.kept);
  console.log(
    `${String(kill + 1).padStart(4)} of ${kills}${isLoaded ? ', loaded' : ''}: ${run.typed} typed, ${run.due} due, ${run.kept} kept${run.isSound ? '' : '  LOST'}`
  );
}
await server.close();
console.log(
  `${kills} kills, ${typed} keys: ${lost === 0 ? `no key older than ${promised} ms was missing` : `${lost} runs lost keys`}; at most ${most} younger ones were.`
);
process.exit(lost === 0 ? 0 : 1);
