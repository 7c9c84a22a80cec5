import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../scripts/postgres.js';

/** What the last stage of the Containerfile puts into the image, laid out as there. */
function layOut(folder: string) {
  const text = readFileSync('Containerfile', 'utf8');
  const last = text.slice(text.lastIndexOf('\nFROM '));
  for (const [, words = ''] of last.matchAll(/^COPY (?:--from=build )?(.+)$/gm)) {
    const paths = words.split(' ').map((path) => path.replace(/^\/app\//, ''));
    const target = paths.pop()!;
    for (const path of paths)
      cpSync(path, join(folder, target.endsWith('/') ? join(target, basename(path)) : target), { recursive: true });
  }
  const command = JSON.parse(/^CMD (\[.+\])$/m.exec(last)![1]!) as string[];
  const health = JSON.parse(/^ {2}CMD (\[.+\])$/m.exec(last)![1]!) as string[];
  return { command, health };
}

describe('what the container has', () => {
  let folder: string;
  let parts: ReturnType<typeof layOut>;
  let environment: NodeJS.ProcessEnv;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'two-steps-container-'));
    parts = layOut(folder);
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    environment = {
      ...process.env,
      DATABASE_URL: '',
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      DATA_DIR: join(folder, 'data')
    };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is enough to serve, to be well, and to be backed up and restored', async () => {
    const [, ...args] = parts.command;
    const server = spawn(process.execPath, args, { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let words = '';
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (words += chunk));
    const ended = new Promise((done) => server.once('close', done));
    const run = (...command: string[]) =>
      spawnSync(process.execPath, command, { cwd: folder, env: environment, encoding: 'utf8' });
    try {
      await expect.poll(() => words, { timeout: 25_000 }).toMatch(/ is at http/);
      expect(run(...parts.health.slice(1)).status).toBe(0);
      const copy = join(folder, 'copy.sqlite');
      expect(run('src/cli/backup.ts', copy).stderr).toBe('');
      expect(existsSync(copy)).toBe(true);
      server.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(run(...parts.health.slice(1)).status).toBe(1);
      rmSync(environment.DATA_DIR!, { recursive: true });
      expect(run('src/cli/restore.ts', copy).status).toBe(0);
      expect(existsSync(join(environment.DATA_DIR!, 'two-steps.sqlite'))).toBe(true);
    } finally {
      server.kill('SIGKILL');
      await ended;
    }
  });
});
