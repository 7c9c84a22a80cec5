/**
 * Runs the built server as a program of its own, and starts it again whenever it dies.
 *
 *   node scripts/keep-serving.js     with the settings of docs/running.md
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the server exits with when starting it again would not help. It is the system's own number for bad settings. */
export const refused = 78;

/** The pauses before a new start, in ms: each is twice the one before, until the server has lived for a while. */
const pauses = { first: 200, longest: 10_000 };
/** Who has lived so long was well, in ms. */
const healthy = 60_000;

/**
 * How long to wait before the next start.
 * @param {number} deaths how many times in a row the server died young
 */
export const pauseAfter = (deaths) => Math.min(pauses.longest, pauses.first * 2 ** Math.max(0, deaths - 1));

/**
 * Starts a program, and starts it again whenever it dies otherwise than by its own will.
 * @param {object} options
 * @param {string} [options.command]
 * @param {readonly string[]} [options.args]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {boolean} [options.shell] whether the command needs the system's shell
 * @param {(words: string) => void} [options.say] tells the operator
 * @param {(words: string) => void} [options.hear] what the program prints; by default it is printed here
 * @param {() => number} [options.now] the clock, in ms
 * @returns {{ readonly pid: number | undefined, stop: (signal?: NodeJS.Signals) => void, ended: Promise<number> }}
 *   the program at hand; what ends it in order; the exit code of it all
 */
export function keepServing({
  command = process.execPath,
  args = ['scripts/serve-build.js'],
  env = process.env,
  shell = false,
  say = console.error,
  hear,
  now = Date.now
} = {}) {
  let isStopped = false;
  let deaths = 0;
  /** @type {import('node:child_process').ChildProcess | null} */
  let child = null;
  /** @type {ReturnType<typeof setTimeout> | null} */
  let timer = null;
  /** @type {(code: number) => void} */
  let end = () => {};
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => (end = resolve));

  const start = () => {
    timer = null;
    const begun = now();
    const output = hear ? 'pipe' : 'inherit';
    // The channel ends with this program: a server whose keeper was killed ends in order, and frees its port.
    const program = spawn(command, [...args], {
      env,
      shell,
      stdio: ['ignore', output, output, ...(shell ? [] : [/** @type {const} */ ('ipc')])]
    });
    child = program;
    let hasEnded = false;
    /** @param {number | null} code @param {string} how */
    const died = (code, how) => {
      if (hasEnded) return;
      hasEnded = true;
      child = null;
      if (isStopped || code === 0) return end(code ?? 0);
      if (code === refused) {
        say('The server is not started again: what is written above must be put right first.');
        return end(refused);
      }
      deaths = now() - begun >= healthy ? 1 : deaths + 1;
      const pause = pauseAfter(deaths);
      say(`The server ended (${how}). It starts again in ${pause / 1000} s.`);
      timer = setTimeout(start, pause);
    };
    if (hear) for (const stream of [program.stdout, program.stderr]) stream?.on('data', (chunk) => hear(String(chunk)));
    program.once('error', (error) => died(1, error.message));
    program.once('exit', (code, signal) => died(code, signal ?? `exit code ${code}`));
  };
  start();

  return {
    get pid() {
      return child?.pid;
    },
    stop(signal = 'SIGTERM') {
      isStopped = true;
      if (timer) clearTimeout(timer);
      if (child) child.kill(signal);
      else end(0);
    },
    ended
  };
}

/**
 * Keeps the server running until this program is told to end. Then the server is told, and has the time that it needs.
 * @param {Parameters<typeof keepServing>[0]} [options]
 */
export async function keepServingHere(options) {
  const server = keepServing(options);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => server.stop(signal));
  process.exit(await server.ended);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await keepServingHere();
