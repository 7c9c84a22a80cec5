/**
 * Measures the timeline beside others, with the same events for all, and writes what came of it.
 *
 *   npm run bench                     the whole, about half an hour: docs/performance.md
 *   npm run bench -- --quick          a few cases once, some 4 minutes: reports/performance.md
 *   npm run bench -- --sizes 60,500 --runs 1 --only ours,vis
 *   npm run bench -- --only pace      the product at the pace of the targets, some 4 minutes: its part of docs/performance.md
 *   npm run bench -- --only kiosk     the screen of a museum, some 4 minutes: its part of docs/performance.md
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { build, isStale } from './build.js';
import { installPackages, requireNode } from './setup.js';

installPackages();
requireNode();
const { ensureBrowser } = await import('./browser.js');
const { contenders } = await import('./bench/contenders.js');
const { measureKiosk } = await import('./bench/kiosk.js');
const { writeKiosk } = await import('./bench/kiosk-report.js');
const { measurePresses, measureResidue } = await import('./bench/long-runs.js');
const { measure } = await import('./bench/measure.js');
const { measureAtPace } = await import('./bench/pace.js');
const { writePace } = await import('./bench/pace-report.js');
const { lanes, readOptions, seed, usage } = await import('./bench/options.js');
const { servePeers } = await import('./bench/peers-server.js');
const { writeReport } = await import('./bench/report.js');
const { replacePart } = await import('./bench/report-part.js');
const { caseKey, failed } = await import('./bench/results.js');
const { readVersion } = await import('./bench/stage.js');
const { writeNumber } = await import('./bench/table.js');
const { serve } = await import('./serve.js');

/** Peers are asked for so many events once, and not slowed. */
const most = 100_000;
/** A case that takes longer is not repeated. */
const slow = 20_000;
const slowdowns = [1, 4];
const residueSize = 2000;
const residueOf = ['ours', 'vis'];

/** @type {import('./bench/options.js').Options} */
let options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exit(1);
}
const noBrowser = ensureBrowser();
if (noBrowser) {
  console.error(noBrowser);
  process.exit(1);
}
if (isStale('node')) {
  const code = build('node');
  if (code !== 0) process.exit(code);
}

const begun = performance.now();
const servers = { product: await serve({ port: 0 }), peers: await servePeers() };
const chosen = contenders.filter(({ id }) => options.only.includes(id));
/** @param {import('./bench/contenders.js').Contender} contender @param {number} size */
const addressOf = ({ server, path }, size) =>
  servers[server].address + path(`events=${size}&seed=${seed}&lanes=${lanes}`);

/** @type {Map<string, import('./bench/measure.js').Case[]>} */
const cases = new Map();
/** Contenders that did not come through with so many events: with more they are not asked. @type {Map<string, number>} */
const beaten = new Map();

const minutes = () => `${((performance.now() - begun) / 60_000).toFixed(1)} min`.padStart(8);

/**
 * @param {import('./bench/contenders.js').Contender} contender
 * @param {number} size
 * @param {number} slowdown
 * @returns {Promise<boolean>} whether it is worth another run
 */
async function runOnce(contender, size, slowdown) {
  const since = performance.now();
  const nothing = { p95: failed, worst: failed };
  const found = await measure(contender, addressOf(contender, size), slowdown).catch((error) => {
    console.error(`${contender.name} broke down: ${String(error.message ?? error).split('\n')[0]}`);
    return { seen: failed, ready: failed, longest: failed, pan: nothing, zoom: nothing, elements: NaN, script: NaN };
  });
  const key = caseKey(contender.id, size, slowdown);
  cases.set(key, [...(cases.get(key) ?? []), found]);
  const frames = [found.pan, found.zoom].map(
    ({ p95, worst }) => `${writeNumber(p95, 'stuck')} (${writeNumber(worst, 'stuck')})`
  );
  console.log(
    `${minutes()}  ${contender.name.padEnd(24)}${String(size).padStart(7)}  ${slowdown}×  seen ${writeNumber(found.seen)}, ready ${writeNumber(found.ready)}, longest task ${writeNumber(found.longest)}, frames pan ${frames[0]}, zoom ${frames[1]}, ${writeNumber(found.elements)} elements`
  );
  const hasCome = Number.isFinite(found.ready);
  if (!hasCome) beaten.set(contender.id, Math.min(size, beaten.get(contender.id) ?? Infinity));
  return hasCome && performance.now() - since < slow;
}

for (const slowdown of slowdowns) {
  for (const size of options.sizes) {
    let left = chosen.filter(({ id }) => size < (beaten.get(id) ?? Infinity));
    if (size >= most && slowdown > 1) left = left.filter(({ id }) => id === 'ours');
    // A server that is asked for something has mostly been asked for it before, and runs compiled.
    for (const contender of left)
      for (let time = 0; time < 20; time += 1)
        await fetch(addressOf(contender, size)).then((response) => response.text());
    for (let run = 0; run < options.runs; run += 1) {
      /** @type {typeof left} */
      const again = [];
      for (const contender of left) {
        const isWorthIt = await runOnce(contender, size, slowdown);
        if (isWorthIt && (size < most || contender.id === 'ours')) again.push(contender);
      }
      left = again;
    }
  }
}

/** @type {import('./bench/results.js').Results['residues']} */
const residues = new Map();
for (const contender of chosen.filter(({ id }) => residueOf.includes(id))) {
  const found = await measureResidue(contender, addressOf(contender, residueSize), options.cycles);
  /** @type {Map<string, unknown>} */ (residues).set(contender.id, found);
  console.log(`${minutes()}  ${contender.name.padEnd(24)} leaves behind ${JSON.stringify(found)}`);
}

/** @type {Map<number, { p50: number, p98: number, worst: number }>} */
const presses = new Map();
if (options.only.includes('ours')) {
  for (const slowdown of slowdowns) {
    const found = await measurePresses(`${servers.product.address}/timeline`, slowdown, options.presses);
    presses.set(slowdown, found);
    console.log(`${minutes()}  presses, ${slowdown}×: 98 of 100 within ${writeNumber(found.p98)} ms`);
  }
}

/** @type {import('./bench/pace.js').Paced | null} */
let paced = null;
if (options.pace) {
  const [ours, naive] = /** @type {import('./bench/contenders.js').Contender[]} */ (
    ['ours', 'naive'].map((id) => contenders.find((each) => each.id === id))
  );
  if (!ours || !naive) throw new Error('the pace is told by the product and the naive drawing');
  const { sizes, presses: times, pace } = options;
  const timeline = `${servers.product.address}/timeline`;
  paced = await measureAtPace({ ours, naive, addressOf, sizes, timeline, rounds: pace.rounds, presses: times });
  console.log(
    `${minutes()}  the pace of the targets: this machine slowed ${paced.slowdowns.map((each) => each.toFixed(1)).join(', ')}×`
  );
}

/** @type {import('./bench/kiosk.js').KioskRow[]} */
let kiosk = [];
if (options.kiosk) {
  kiosk = await measureKiosk(`${servers.product.address}/kiosk`, options.kiosk);
  for (const { what, own, plain } of kiosk)
    console.log(
      `${minutes()}  kiosk, ${what}: 95 of 100 frames within ${own.p95.toFixed(1)} ms, slowest ${own.worst.toFixed(1)}; a plain box ${plain.p95.toFixed(1)} and ${plain.worst.toFixed(1)}`
    );
}

const results = {
  machine: {
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[/** @type {string} */ (platform())] ?? platform(),
    browser: await readVersion()
  },
  sizes: options.sizes,
  contenders: chosen.map(({ id, name }) => ({ id, name })),
  cases,
  residues,
  residueSize,
  presses,
  pressCount: options.presses,
  paced,
  runs: options.runs,
  kiosk
};
const path = options.isWhole ? 'docs/performance.md' : 'reports/performance.md';
mkdirSync(dirname(path), { recursive: true });
if (chosen.length > 0) writeFileSync(path, writeReport(results));
else {
  const parts = [paced && writePace(paced), kiosk.length > 0 && writeKiosk(results)].filter(
    (part) => typeof part === 'string'
  );
  writeFileSync(path, parts.reduce(replacePart, existsSync(path) ? readFileSync(path, 'utf8') : ''));
}
console.log(`${minutes()}  written: ${path}`);
await Promise.all([servers.product.close(), servers.peers.close()]);
process.exit(0);
