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
const isWanted = (/** @type {string} */ name) => only.length === 0 || only.includes(name) || name === 'prepare';
const sum = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];

/**
 * @param {string} name
 * @param {() => number} work its exit code
 * @returns {boolean} whether it went well
 */
function step(name, work) {
  if (!isWanted(name)) return true;
  console.log(`\n── ${name}`);
  const begun = Date.now();
  const code = work();
  console.log(`── ${name}: ${code === 0 ? 'well' : 'failed'}, ${Math.round((Date.now() - begun) / 1000)} s`);
  if (code !== 0) failures.push(name);
  return code === 0;
}

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
    if (!existsSync(report)) return code || 1;
    const { passed, failed } = read(JSON.parse(readFileSync(report, 'utf8')));
    sum.passed += passed;
    sum.failed += failed;
    // A run without a test is no run, and one that broke down outside its tests has failed too.
    if (code !== 0 && failed === 0) return code;
    return failed > 0 || passed === 0 ? 1 : 0;
  });
}

const vitest = (/** @type {any} */ report) => ({ passed: report.numPassedTests, failed: report.numFailedTests });
const playwright = (/** @type {any} */ report) => ({
  passed: report.stats.expected,
  failed: report.stats.unexpected + report.stats.flaky
});

// Each takes one core, and neither writes what the other reads.
if (isWanted('check') || isWanted('lint'))
  step('prepare', () => run('npm run --silent messages') || run('svelte-kit sync'));
const linting = isWanted('lint') ? runBeside('npm run --silent lint') : null;
step('check', () => run('svelte-check --fail-on-warnings'));
const lint = await linting;
step('lint', () => {
  console.log(lint?.said);
  return lint?.code ?? 1;
});
step('content', () => run('node src/cli/check-content.ts'));
runner('unit', 'vitest run --project unit', 'reports/vitest.json', vitest);
if (isWanted('contract') && findPostgres() === null) {
  console.log('\nPostgreSQL is not installed here: what is kept in it is not tested, and counts as skipped.');
}
runner('contract', 'vitest run --project contract', 'reports/vitest.json', vitest);

/** Builds what is stale. */
function buildAll() {
  // The made-up language is built first: both write the interface's messages to one folder.
  const isBuilt = ['pseudo', 'node'].every((target) => {
    const name = /** @type {'pseudo' | 'node'} */ (target);
    const begun = Date.now();
    const code = isStale(name) ? build(name) : 0;
    console.log(`── build (${name}): ${code === 0 ? 'well' : 'failed'}, ${Math.round((Date.now() - begun) / 1000)} s`);
    return code === 0;
  });
  if (!isBuilt) failures.push('build');
  return isBuilt;
}

const noBrowser = ['component', 'size', 'e2e'].some(isWanted) ? ensureBrowser() : null;
if (noBrowser) {
  console.error(noBrowser);
  failures.push('browser');
} else runner('component', 'vitest run --project component', 'reports/vitest.json', vitest);
if (['build', 'server', 'size', 'e2e'].some(isWanted) && buildAll()) {
  runner('server', 'vitest run --project server', 'reports/vitest.json', vitest);
  if (!noBrowser) {
    step('size', () => run('node scripts/size.js'));
    runner('e2e', 'playwright test', 'reports/playwright.json', playwright);
  }
}

sum.failed += failures.filter((name) => !['unit', 'contract', 'component', 'server', 'e2e'].includes(name)).length;
// A runner that broke down without a failed test still counts.
if (failures.length > 0 && sum.failed === 0) sum.failed = failures.length;
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(failures.length > 0 ? 1 : 0);
