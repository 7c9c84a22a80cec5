/** A PostgreSQL server of the tests' own: a new folder, a free port, gone afterwards. */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The folder of PostgreSQL's own programs; null where it is not installed. */
export function findPostgres() {
  const system = '/usr/lib/postgresql';
  const versions = existsSync(system) ? readdirSync(system).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(system, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
    '/opt/homebrew/bin'
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null;
}

/** PostgreSQL refuses to run as root: then it runs as a user who owns nothing. */
function ordinaryUser() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  return found ? { uid: Number(found[2]), gid: Number(found[3]) } : {};
}

/**
 * A port that nobody uses at this moment.
 * @returns {Promise<number>}
 */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });

/**
 * Starts a server with durable settings, as it would run in a school's district.
 * @returns {Promise<{ url: string, kill: () => Promise<void>, restart: () => Promise<void>, stop: () => Promise<void> }>}
 * @throws {Error} when PostgreSQL is not installed or does not start
 */
export async function startPostgres() {
  const bin = findPostgres();
  if (!bin) throw new Error('PostgreSQL is not installed: its programs initdb and postgres were not found.');
  const user = ordinaryUser();
  const folder = mkdtempSync(join(tmpdir(), 'two-steps-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'two_steps', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const url = `postgres://two_steps@127.0.0.1:${port}/postgres`;

  /** @type {import('node:child_process').ChildProcess} */
  let server;
  let words = '';
  const start = async () => {
    server = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'max_connections=120'],
      { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] }
    );
    await new Promise((resolve, reject) => {
      server.stderr?.on('data', (chunk) => {
        words += chunk;
        if (words.includes('ready to accept connections')) resolve(undefined);
      });
      server.once('exit', () => reject(new Error(`postgres did not start: ${words}`)));
    });
    words = '';
  };
  const end = (/** @type {NodeJS.Signals} */ signal) =>
    new Promise((resolve) => {
      if (server.exitCode !== null || server.signalCode !== null) return resolve(undefined);
      server.once('exit', () => resolve(undefined));
      server.kill(signal);
    });
  await start();
  return {
    url,
    kill: async () => void (await end('SIGKILL')),
    restart: start,
    // At once: nobody is waited for.
    async stop() {
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
