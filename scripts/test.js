/**
 * Sets up and tests everything. The last line is the sum over all runners, read from their
 * reports; a check that has no tests of its own counts as one that failed when it fails.
 *
 *   npm test                      all of it
 *   npm test -- unit component    only those of: check lint content unit contract component build server size e2e
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { build, isStale } from './build.js';
import { findPostgres } from './postgres.js';
import { installPackages, requireNode, run, runBeside } from './setup.js';

installPackages();
requireNode();
const { ensureBrowser } = await import('./browser.js');

const only = process.argv.slice(2);
const isWanted = (/** @type {string} */ name) => only.length === 0 || only.includes(name);
const sum = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];

/**
 * @param {string} name
 * @param {() => number} work its exit code
 * @returns {boolean} whether it went well
 */
function step(name, work) {
  console.log(`\n── ${name}`);
  const begun = Date.now();
  const code = work();
  console.log(`── ${name}: ${code === 0 ? 'well' : 'failed'}, ${Math.round((Date.now() - begun) / 1000)} s`);
  if (code !== 0) failures.push(name);
  return code === 0;
}

/**
 * Runs a check of which one hears only whether it went well.
 * @param {string} name
 * @param {() => number} work its exit code
 */
function check(name, work) {
  if (!step(name, work)) sum.failed += 1;
}

/** What ran beside another check, told as if it ran now. @param {{ code: number, said: string }} ended */
const tell = (ended) => () => {
  console.log(ended.said);
  return ended.code;
};

/**
 * Runs a test runner and adds its report to the sum.
 * @param {string} name
 * @param {string} command
 * @param {string} report
 * @param {(report: any) => { passed: number, failed: number }} read
 */
function runner(name, command, report, read) {
  step(name, () => {
    rmSync(report, { force: true });
    const code = run(command);
    const { passed, failed } = existsSync(report)
      ? read(JSON.parse(readFileSync(report, 'utf8')))
      : { passed: 0, failed: 0 };
    sum.passed += passed;
    // A run without a test is no run, and one that broke down outside its tests has failed too.
    sum.failed += failed === 0 && (code !== 0 || passed === 0) ? 1 : failed;
    return code !== 0 || failed > 0 || passed === 0 ? 1 : 0;
  });
}

const vitest = (/** @type {any} */ report) => ({ passed: report.numPassedTests, failed: report.numFailedTests });
const playwright = (/** @type {any} */ report) => ({
  passed: report.stats.expected,
  failed: report.stats.unexpected + report.stats.flaky
});

if (isWanted('check') || isWanted('lint'))
  check('prepare', () => run('npm run --silent messages') || run('svelte-kit sync'));
// Each takes one core, and neither writes what the other reads.
const linting = isWanted('lint') ? runBeside('npm run --silent lint') : null;
if (isWanted('check')) check('check', () => run('svelte-check --fail-on-warnings'));
if (linting) check('lint', tell(await linting));
if (isWanted('content')) check('content', () => run('node src/cli/check-content.ts'));

const noBrowser = ['component', 'size', 'e2e'].some(isWanted) ? ensureBrowser() : null;
if (noBrowser) check('browser', tell({ code: 1, said: noBrowser }));
if (isWanted('contract') && findPostgres() === null) {
  console.log('\nPostgreSQL is not installed here: what is kept in it is not tested, and counts as skipped.');
}
// In one run, where one's waiting is another's time.
const projects = ['unit', 'contract', 'component']
  .filter(isWanted)
  .filter((name) => !noBrowser || name !== 'component');
if (projects.length > 0) {
  const chosen = projects.map((name) => `--project ${name}`).join(' ');
  runner(projects.join(', '), `vitest run ${chosen}`, 'reports/vitest.json', vitest);
}

/** Builds what is stale. */
function buildAll() {
  // The made-up language is built first: both write the interface's messages to one folder.
  return ['pseudo', 'node'].every((target) => {
    const name = /** @type {'pseudo' | 'node'} */ (target);
    return step(`build (${name})`, () => (isStale(name) ? build(name) : 0));
  });
}

if (['build', 'server', 'size', 'e2e'].some(isWanted)) {
  if (!buildAll()) sum.failed += 1;
  else {
    // The one waits most of the time, for servers that are killed.
    const sizing = isWanted('size') && !noBrowser ? runBeside('node scripts/size.js') : null;
    if (isWanted('server')) runner('server', 'vitest run --project server', 'reports/vitest.json', vitest);
    if (sizing) check('size', tell(await sizing));
    if (isWanted('e2e') && !noBrowser) runner('e2e', 'playwright test', 'reports/playwright.json', playwright);
  }
}

if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(failures.length > 0 ? 1 : 0);
