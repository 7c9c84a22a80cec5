import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, 'check-content.ts');
const fixtures = join(import.meta.dirname, '../../tests/fixtures/content');
let scratch = '';

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'check-content-'));
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** Runs the command as npm does, in a process of its own. */
function check(folder: string, cwd = scratch) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...(folder === '' ? [] : [folder])], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_NO_WARNINGS: '1' }
  });
  return { status, stdout, stderr };
}

describe('check:content', () => {
  const counts = '4 events, 3 sources (2 excerpts, all as checked, with 11 passages), 5 people, 2 places, 2 terms.\n';

  it('prints what it counted when all is well', () => {
    expect(check(join(fixtures, 'sound'))).toEqual({ status: 0, stdout: counts, stderr: '' });
  });

  it('takes the folder that it is run in when none is named', () => {
    expect(check('', join(fixtures, 'sound'))).toEqual({ status: 0, stdout: counts, stderr: '' });
  });

  it('prints every mistake at once and exits with 1', () => {
    const names = ['council-votes-do-not-add-up', 'excerpt-letter-changed'];
    const folder = join(scratch, 'broken');
    cpSync(join(fixtures, 'sound'), folder, { recursive: true });
    for (const name of names) cpSync(join(fixtures, 'broken', name), folder, { recursive: true });
    const expected = names.map((name) => readFileSync(join(fixtures, 'broken', name, 'expected.txt'), 'utf8')).join('');
    expect(check(folder)).toEqual({
      status: 1,
      stdout: '',
      stderr: `${expected}\n2 mistakes in the content.\n`
    });
  });

  it('speaks of one mistake in the singular', () => {
    const folder = join(scratch, 'one');
    cpSync(join(fixtures, 'sound'), folder, { recursive: true });
    cpSync(join(fixtures, 'broken/stray-file'), folder, { recursive: true });
    expect(check(folder).stderr).toMatch(/\n\n1 mistake in the content\.\n$/);
  });

  it('says what to do, and exits with 2, where there is no content', () => {
    const { status, stdout, stderr } = check(join(fixtures, 'broken'));
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      `${join(fixtures, 'broken')} has no folder content/. Name a folder that has one, or run this from the project's folder.\n`
    );
  });
});
