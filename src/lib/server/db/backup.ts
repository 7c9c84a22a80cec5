import { closeSync, copyFileSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Counts } from './counts.ts';
import { databaseFile, flush, lockFolder } from './folder.ts';
import { migrationNames } from './migrate.ts';

/**
 * Copies a folder's database, as it is at one moment, into one file, while a server writes in it or not. The file is
 * checked, on disk, and whole before it has its name.
 * @returns what the copy holds
 * @throws {Error} with a sentence that says what to do
 */
export function backUp(folder: string, file: string): Counts {
  const database = join(folder, databaseFile);
  if (!existsSync(database)) {
    throw new Error(
      `There are no classes in the folder ${resolve(folder)}. Name the folder that the server has, with DATA_DIR=folder before the command.`
    );
  }
  if (existsSync(file)) throw new Error(`${file} is there already. Choose another name: nothing is overwritten.`);
  if (!existsSync(dirname(resolve(file)))) {
    throw new Error(`There is no folder ${dirname(resolve(file))}. Make it first, or choose another place.`);
  }
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    // It holds names and answers: nobody but this user reads it.
    closeSync(openSync(unfinished, 'wx', 0o600));
    within(database, (from) => from.prepare('vacuum into ?').run(resolve(unfinished)));
    flush(unfinished);
    const counts = check(unfinished, `The copy of ${database}`);
    renameSync(unfinished, file);
    flush(file);
    return counts;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/**
 * Puts a backup in the place of a folder's database. What was there is kept beside it under a name with the time.
 * @returns what the folder now holds, and the path of what it held before; null where that was nothing
 * @throws {Error} with a sentence that says what to do; the folder is then as it was
 */
export function restore(folder: string, file: string, now: Date): { counts: Counts; kept: string | null } {
  if (!existsSync(file)) throw new Error(`There is no file ${file}. Name one that 'npm run backup' has written.`);
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0) {
    throw new Error(
      `${file} is no backup but a database in use: part of it is still in ${file}-wal. Make a backup of it with 'npm run backup', and restore that.`
    );
  }
  const release = lockFolder(folder);
  const database = join(folder, databaseFile);
  const unfinished = `${database}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    copyFileSync(file, unfinished);
    const counts = check(unfinished, file);
    goOnAbove(unfinished);
    flush(unfinished);
    const kept = existsSync(database) ? keep(database, now) : null;
    renameSync(unfinished, database);
    flush(database);
    return { counts, kept };
  } finally {
    rmSync(unfinished, { force: true });
    release();
  }
}

/** Gives a database another name, with all that belongs to it. @returns the name */
function keep(database: string, now: Date): string {
  try {
    // What is still in the log beside it is put into the file, so that one file is the whole.
    within(database, (present) => present.exec('pragma wal_checkpoint(truncate)'));
  } catch {
    // One that is damaged is kept as it is, with its log.
  }
  const kept = database.replace(/\.sqlite$/, `.until-${now.toISOString().replace(/[:.]/g, '-')}.sqlite`);
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(database + end)) renameSync(database + end, kept + end);
  }
  return kept;
}

/**
 * Devices remember the highest number that they have seen of the server's. What comes after a restore has higher ones
 * than any that was given before it, or a student's second device would take it for known.
 */
const goOnAbove = (file: string): void =>
  within(file, (database) =>
    database.exec(`
      insert into sqlite_sequence (name, seq) select name, 0 from sqlite_schema
        where sql like '%autoincrement%' and name not in (select name from sqlite_sequence);
      update sqlite_sequence set seq = seq + 1000000000`)
  );

/**
 * Looks whether a file is a whole database of this program's.
 * @param name what it is called in the sentence that says what is wrong
 */
function check(file: string, name: string): Counts {
  const none = new Error(`${name} is not a backup of Two Steps. Name a file that 'npm run backup' has written.`);
  const damaged = new Error(`${name} is damaged. Take another backup.`);
  return within(file, (database) => {
    const ask = (sql: string) => {
      try {
        return database.prepare(sql).all();
      } catch (error) {
        // https://sqlite.org/rescode.html: 26 is no database at all.
        throw (error as { errcode?: number }).errcode === 26 ? none : damaged;
      }
    };
    const [first] = ask('pragma integrity_check');
    if (first?.integrity_check !== 'ok' || ask('pragma foreign_key_check').length > 0) throw damaged;
    const tables = ask(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`
    );
    if (!tables.some((table) => table.name === 'kysely_migration')) throw none;
    const later = ask('select name from kysely_migration').find(({ name }) => !migrationNames.includes(String(name)));
    if (later) {
      throw new Error(
        `${name} was written by a later version of this program: it has ${later.name}. Install that version first.`
      );
    }
    const own = tables.map((table) => String(table.name)).filter((table) => !table.startsWith('kysely_'));
    return Object.fromEntries(own.map((table) => [table, Number(ask(`select count(*) as n from "${table}"`)[0]!.n)]));
  });
}

/**
 * Does something with a database that is opened for it alone. Even to read it is opened for writing: whoever closes it
 * last then takes away the files of its log, which would stay as this user's, in the way of the server's.
 */
function within<T>(file: string, use: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    return use(database);
  } finally {
    database.close();
  }
}
