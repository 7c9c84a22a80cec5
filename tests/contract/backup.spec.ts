import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/server/db/open-database.ts';

describe('backup and restore of a folder', () => {
  let base: string;
  let folder: string;
  let file: string;

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'two-steps-backup-'));
    folder = join(base, 'data');
    file = join(base, 'monday.sqlite');
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  /** Runs a command as an operator does. */
  const run = (name: 'backup' | 'restore', args: string[], env: Record<string, string> = {}) =>
    new Promise<{ code: number | null; out: string; words: string }>((resolve) => {
      const program = spawn(process.execPath, [`src/cli/${name}.ts`, ...args], {
        env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', ...env }
      });
      let [out, words] = ['', ''];
      program.stdout.on('data', (chunk) => (out += chunk));
      program.stderr.on('data', (chunk) => (words += chunk));
      program.once('close', (code) => resolve({ code, out, words }));
    });

  /** A server in which a student answers without pause. */
  function startWriter() {
    const program = spawn(process.execPath, ['tests/contract/writer.ts', folder], {
      stdio: ['ignore', 'pipe', 'inherit']
    });
    const acknowledged: string[] = [];
    createInterface(program.stdout).on('line', (id) => acknowledged.push(id));
    const ended = new Promise((resolve) => program.once('exit', resolve));
    return {
      acknowledged,
      atLeast: (count: number) =>
        expect.poll(() => acknowledged.length, { timeout: 25_000 }).toBeGreaterThanOrEqual(count),
      async kill() {
        program.kill('SIGKILL');
        await ended;
      }
    };
  }

  const operationsIn = (path: string): string[] => {
    const database = new DatabaseSync(path);
    const rows = database.prepare('select id from operation order by seq').all();
    database.close();
    return rows.map(({ id }) => String(id));
  };
  const makeFolder = async () => (await openDatabase({ folder })).close();

  it('has every answer that was acknowledged before, while others come in; and a restore loses none that came after', async () => {
    const writer = startWriter();
    await writer.atLeast(300);
    const before = [...writer.acknowledged];
    const made = await run('backup', [file]);
    expect(made).toMatchObject({ code: 0, words: '' });
    const after = writer.acknowledged.length;
    expect(after).toBeGreaterThan(before.length);

    const copied = operationsIn(file);
    expect(copied.slice(0, before.length)).toEqual(before);
    // The copy is of one moment: what it has is all up to there, and nothing beyond.
    expect(copied).toEqual(copied.map((_, index) => `w.${index + 1}`));
    expect(made.out).toMatch(new RegExp(`operation +${copied.length}\\n`));
    expect(made.out).toMatch(/student +1\n/);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(base).sort()).toEqual(['data', 'monday.sqlite']);

    const refused = await run('restore', [file]);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.words).toMatch(/^Another server is using the folder .* Stop it first/);
    await writer.atLeast(after + 50);
    await writer.kill();
    const last = [...writer.acknowledged];

    const restored = await run('restore', [file]);
    expect(restored).toMatchObject({ code: 0, words: '' });
    const database = await openDatabase({ folder });
    const rows = await database.db.selectFrom('operation').select(['id', 'seq']).orderBy('seq').execute();
    expect(rows.map(({ id }) => id)).toEqual(copied);
    // A number that a device has seen is not given again.
    const { student_id } = await database.db.selectFrom('operation').select('student_id').executeTakeFirstOrThrow();
    await database.db
      .insertInto('operation')
      .values({ student_id, id: 'next', module: 'two-steps', body: '{}', received_at: 0 })
      .execute();
    const next = await database.db.selectFrom('operation').select('seq').where('id', '=', 'next').executeTakeFirst();
    expect(next!.seq).toBeGreaterThan(last.length);
    await database.close();

    const kept = readdirSync(folder).find((name) => /^two-steps\.until-\d{4}-.*\.sqlite$/.test(name));
    expect(restored.out).toContain(kept);
    expect(operationsIn(join(folder, kept!)).slice(0, last.length)).toEqual(last);
  });

  it('overwrites nothing, and says what is missing', async () => {
    expect((await run('backup', [file])).words).toMatch(/^There are no classes in the folder /);
    expect(existsSync(folder)).toBe(false);
    await makeFolder();
    writeFileSync(file, 'mine');
    const again = await run('backup', [file]);
    expect(again).toMatchObject({
      code: 1,
      words: `${file} is there already. Choose another name: nothing is overwritten.\n`
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await run('backup', [join(base, 'nowhere', 'x.sqlite')])).words).toMatch(/^There is no folder /);
    expect((await run('backup', [])).words).toMatch(/^Name the file to write/);
    expect((await run('restore', [join(base, 'none.sqlite')])).words).toMatch(/^There is no file /);
  });

  it('restores nothing that is damaged, foreign, half of a database, or of a later version', async () => {
    await makeFolder();
    expect(await run('backup', [file])).toMatchObject({ code: 0 });
    const present = readFileSync(join(folder, 'two-steps.sqlite'));
    const refused = async (name: string, change: (path: string) => void) => {
      const path = join(base, name);
      copyFileSync(file, path);
      change(path);
      const { code, out, words } = await run('restore', [path]);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(readFileSync(join(folder, 'two-steps.sqlite')).equals(present)).toBe(true);
      expect(readdirSync(folder).sort()).toEqual(['in-use.lock', 'two-steps.sqlite']);
      return words;
    };
    const change = (sql: string) => (path: string) => {
      const database = new DatabaseSync(path);
      database.exec(sql);
      database.close();
    };
    expect(await refused('short.sqlite', (path) => truncateSync(path, 20_000))).toMatch(/short\.sqlite is damaged/);
    expect(await refused('words.sqlite', (path) => writeFileSync(path, 'Not a database, but a letter.'))).toMatch(
      /words\.sqlite is not a backup of Two Steps/
    );
    expect(await refused('foreign.sqlite', change('drop table kysely_migration'))).toMatch(
      /foreign\.sqlite is not a backup of Two Steps/
    );
    expect(
      await refused('late.sqlite', change("insert into kysely_migration values ('9999-much-later', '2099')"))
    ).toMatch(/late\.sqlite was written by a later version of this program: it has 9999-much-later/);
    expect(await refused('in-use.sqlite', (path) => writeFileSync(`${path}-wal`, 'x'))).toMatch(
      /in-use\.sqlite is no backup but a database in use/
    );
  });

  it('restores into a folder that is not there yet, and over a database that is damaged', async () => {
    await makeFolder();
    expect(await run('backup', [file])).toMatchObject({ code: 0 });
    const elsewhere = join(base, 'elsewhere');
    expect(await run('restore', [file], { DATA_DIR: elsewhere })).toMatchObject({ code: 0, words: '' });
    await (await openDatabase({ folder: elsewhere })).close();
    expect(readdirSync(elsewhere).sort()).toEqual(['in-use.lock', 'two-steps.sqlite']);

    writeFileSync(join(folder, 'two-steps.sqlite'), 'What a broken disk left.');
    expect(await run('restore', [file])).toMatchObject({ code: 0, words: '' });
    await (await openDatabase({ folder })).close();
    const kept = readdirSync(folder).find((name) => name.startsWith('two-steps.until-'))!;
    expect(readFileSync(join(folder, kept), 'utf8')).toBe('What a broken disk left.');
  });

  it('says with which command PostgreSQL copies its own', () => {
    const url = 'postgres://user:secret@host/classes';
    const say = (name: string) =>
      spawnSync(process.execPath, [`src/cli/${name}.ts`, 'x.dump'], {
        encoding: 'utf8',
        env: { ...process.env, DATABASE_URL: url }
      });
    expect(say('backup').status).toBe(1);
    expect(say('backup').stderr).toContain(`pg_dump --format=custom --file='x.dump' "$DATABASE_URL"`);
    expect(say('restore').stderr).toContain(`--dbname="$DATABASE_URL" 'x.dump'`);
    expect(say('backup').stderr + say('restore').stderr).not.toContain('secret');
  });
});
