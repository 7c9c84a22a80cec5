/** The built server as it runs in a school: kept running by its keeper, on a port of its own. */
import { readFileSync } from 'node:fs';
import { keepServing } from '../keep-serving.js';
import { freePort } from '../postgres.js';

/**
 * @param {Record<string, string>} settings variables of docs/running.md
 */
export async function startRunning(settings) {
  const port = await freePort();
  let words = '';
  /** @type {Set<() => void>} */
  const waiting = new Set();
  const server = keepServing({
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), SIGN_UP: 'open', ...settings },
    say: () => {},
    hear(chunk) {
      // What it says of failures is kept, and no more than that.
      words = (words + chunk).slice(-20_000);
      if (/ is at /.test(chunk)) for (const each of waiting) each();
    }
  });
  /** Waits for the words with which a start ends. */
  const cameUp = () =>
    new Promise((resolve, reject) => {
      const done = () => {
        waiting.delete(done);
        resolve(undefined);
      };
      waiting.add(done);
      void server.ended.then(() => reject(new Error(`The server did not start: ${words}`)));
    });
  await cameUp();
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    /** The process that answers now; another once it was started again. */
    pid: () => server.pid,
    /** What the server has printed of late. */
    words: () => words,
    /** Kills it where it stands; resolves once another has come up by itself. */
    async kill() {
      const { pid } = server;
      if (pid === undefined) throw new Error('The server does not run.');
      const up = cameUp();
      process.kill(pid, 'SIGKILL');
      await up;
    },
    /** Resident memory in MB; 0 where the system does not tell. */
    memory() {
      try {
        const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
        return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      } catch {
        return 0;
      }
    },
    async stop() {
      server.stop();
      return server.ended;
    }
  };
}
