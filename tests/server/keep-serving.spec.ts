import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepServing, pauseAfter, refused } from '../../scripts/keep-serving.js';

describe('the keeper of the server', () => {
  let folder: string;
  let starts: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'two-steps-keeper-'));
    starts = join(folder, 'starts');
    writeFileSync(starts, '');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const count = () => readFileSync(starts, 'utf8').length;
  /** A program that notes each of its starts, and then does what it is told. */
  const keep = (then: string) => {
    const said: string[] = [];
    const server = keepServing({
      args: ['-e', `require('node:fs').appendFileSync(process.argv[1], 'x'); ${then}`, starts],
      say: (words) => said.push(words),
      hear: () => {}
    });
    return { server, said };
  };

  it('waits longer from death to death, and never longer than ten seconds', () => {
    expect([1, 2, 3, 6, 7, 50].map(pauseAfter)).toEqual([200, 400, 800, 6400, 10_000, 10_000]);
  });

  it('starts it again when it is killed, and ends it in order when it is told', async () => {
    const { server, said } = keep(
      `setInterval(() => {}, 1000); process.on('SIGTERM', () => { require('node:fs').appendFileSync(process.argv[1], '.'); process.exit(0); })`
    );
    await expect.poll(count, { timeout: 20_000 }).toBe(1);
    process.kill(server.pid!, 'SIGKILL');
    await expect.poll(count, { timeout: 20_000 }).toBe(2);
    expect(said).toEqual(['The server ended (SIGKILL). It starts again in 0.2 s.']);
    // It is told once it listens.
    await expect
      .poll(
        async () => {
          server.stop();
          return Promise.race([server.ended, new Promise((resolve) => setTimeout(resolve, 50, 'runs'))]);
        },
        { timeout: 20_000 }
      )
      .not.toBe('runs');
    expect(count()).toBeGreaterThanOrEqual(2);
  });

  it('starts it again when it fails, until it goes well', async () => {
    const { server, said } = keep(`process.exit(require('node:fs').readFileSync(process.argv[1]).length < 3 ? 1 : 0)`);
    expect(await server.ended).toBe(0);
    expect(count()).toBe(3);
    expect(said).toEqual([
      'The server ended (exit code 1). It starts again in 0.2 s.',
      'The server ended (exit code 1). It starts again in 0.4 s.'
    ]);
  });

  it('starts nothing again that will not mend itself, and says so', async () => {
    const { server, said } = keep(`process.exit(${refused})`);
    expect(await server.ended).toBe(refused);
    expect(count()).toBe(1);
    expect(said).toEqual(['The server is not started again: what is written above must be put right first.']);
  });
});

describe('the built server and its keeper', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'two-steps-kept-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const start = (settings: Record<string, string> = {}) => {
    const program = spawn(process.execPath, ['scripts/keep-serving.js'], {
      env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, DATABASE_URL: '', ...settings },
      stdio: ['ignore', 'pipe', 'pipe']
    });
    let words = '';
    program.stdout.on('data', (chunk) => (words += chunk));
    program.stderr.on('data', (chunk) => (words += chunk));
    const ended = new Promise<number | null>((resolve) => program.once('close', resolve));
    return { program, words: () => words, ended };
  };

  it('end in order, and refuse a folder that another has', async () => {
    const first = start();
    await expect.poll(first.words, { timeout: 25_000 }).toMatch(/is at http/);
    const second = start();
    expect(await second.ended).toBe(refused);
    expect(second.words()).toContain('Another server is using the folder');
    expect(second.words()).toContain('not started again');
    first.program.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });

  it.each([
    [{ PORT: 'eighty' }, "PORT is 'eighty'"],
    [{ SIGN_UP: 'perhaps' }, "SIGN_UP is 'perhaps'"],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must begin with postgres://']
  ])('refuse %j', async (settings, sentence) => {
    const kept = start(settings);
    expect(await kept.ended).toBe(refused);
    expect(kept.words()).toContain(sentence);
  });
});
