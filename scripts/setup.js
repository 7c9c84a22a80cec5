/**
 * What every command needs before it can begin: the packages and a Node that runs them. Plain
 * JavaScript without packages, because it runs before there are any.
 */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const bin = resolve('node_modules', '.bin');

/** Installs what is missing or older than the lock file says. Exits with npm's words when that fails. */
export function installPackages() {
  const written = resolve('node_modules', '.package-lock.json');
  const isFresh = existsSync(written) && statSync(written).mtimeMs >= statSync('package-lock.json').mtimeMs;
  if (isFresh) return;
  console.log('Installing packages …');
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32'
  });
  if (status !== 0) {
    console.error('The packages could not be installed. Check the connection to the npm registry, then try again.');
    process.exit(1);
  }
}

/** The Node that builds and serves: it must run TypeScript files as they are. */
const needed = [22, 18];

/** @param {string} version such as v24.21.0 */
const isEnough = (version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return (
    major > /** @type {number} */ (needed[0]) || (major === needed[0] && minor >= /** @type {number} */ (needed[1]))
  );
};

/** The environment in which the packages' commands and their own Node come first. */
export const environment = () => ({ ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` });

/** Exits with a sentence unless a Node that is new enough is at hand. */
export function requireNode() {
  const { stdout } = spawnSync('node', ['--version'], {
    env: environment(),
    encoding: 'utf8',
    shell: process.platform === 'win32'
  });
  if (isEnough((stdout ?? '').trim())) return;
  console.error(
    `This machine has Node ${process.version}; building needs ${needed.join('.')} or newer, and no package brings one for ${process.platform} on ${process.arch}. Install Node 24 from https://nodejs.org, then try again.`
  );
  process.exit(1);
}

/**
 * Runs a command of the packages.
 * @param {string} command with its arguments, without quotation marks
 * @param {Record<string, string>} [more] further environment
 * @returns {number} its exit code
 */
export function run(command, more = {}) {
  const [name = '', ...args] = command.split(' ');
  const { status } = spawnSync(name, args, {
    stdio: 'inherit',
    env: { ...environment(), ...more },
    shell: process.platform === 'win32'
  });
  return status ?? 1;
}

/**
 * Runs a command of the packages beside others; what it says is kept for the end.
 * @param {string} command with its arguments, without quotation marks
 * @returns {Promise<{ code: number, said: string }>}
 */
export function runBeside(command) {
  const [name = '', ...args] = command.split(' ');
  const file = join(mkdtempSync(join(tmpdir(), 'two-steps-beside-')), 'said');
  const output = openSync(file, 'w');
  const child = spawn(name, args, {
    stdio: ['ignore', output, output],
    env: environment(),
    shell: process.platform === 'win32'
  });
  closeSync(output);
  return new Promise((done) => {
    const end = (/** @type {number} */ code) => done({ code, said: readFileSync(file, 'utf8') });
    child.once('error', () => end(1));
    child.once('exit', (code) => end(code ?? 1));
  });
}
