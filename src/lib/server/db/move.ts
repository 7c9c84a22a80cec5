import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Counts } from './counts.ts';
import { databaseFile } from './folder.ts';
import { openDatabase } from './open-database.ts';

/** Tables whatever they are: a migration that adds one is moved without a word here. */
type AnyTables = Record<string, Record<string, unknown>>;

/** PostgreSQL takes 65,535 values in one statement; no table has more than 20 columns. */
const rowsAtOnce = 1000;

/**
 * Copies a folder's classes into an empty PostgreSQL database, as one transaction. The folder stays as it is.
 * @returns how many rows each table has, in both
 * @throws {Error} with a sentence that says what to do; the database is then as empty as it was
 */
export async function moveToPostgres(folder: string, url: string): Promise<Counts> {
  if (!existsSync(join(folder, databaseFile))) {
    throw new Error(
      `There are no classes in the folder ${resolve(folder)}. Name the folder that the server has, with DATA_DIR=folder before the command.`
    );
  }
  // For as long as it is open no server writes into the folder.
  const from = await openDatabase({ folder });
  try {
    const to = await openDatabase({ url });
    try {
      const source = from.db as unknown as Kysely<AnyTables>;
      const tables = await tablesInOrder(source);
      return await (to.db as unknown as Kysely<AnyTables>)
        .transaction()
        .execute((target) => copyAll(source, target, tables));
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

async function copyAll(source: Kysely<AnyTables>, target: Transaction<AnyTables>, tables: string[]): Promise<Counts> {
  const full = Object.entries(await countAll(target, tables)).filter(([, count]) => count > 0);
  if (full.length > 0) {
    throw new Error(
      `The database at DATABASE_URL holds rows already, in ${full.map(([table]) => table).join(', ')}. Nothing was changed. Name an empty one: no server must have been started on it.`
    );
  }
  for (const table of tables) await copyTable(source, target, table);
  await goOnAbove(source, target);
  const [left, arrived] = [await countAll(source, tables), await countAll(target, tables)];
  const wrong = tables.filter((table) => left[table] !== arrived[table]);
  if (wrong.length > 0) {
    const figures = wrong.map((table) => `${table}: ${left[table]} in the folder, ${arrived[table]} in PostgreSQL`);
    throw new Error(`The counts differ, so nothing was moved. ${figures.join('; ')}.`);
  }
  return arrived;
}

async function copyTable(source: Kysely<AnyTables>, target: Transaction<AnyTables>, table: string): Promise<void> {
  for (let last = 0; ;) {
    const { rows } = await sql<Record<string, unknown> & { row_number: number }>`
      select rowid as row_number, * from ${sql.table(table)} where rowid > ${last} order by rowid limit ${rowsAtOnce}
    `.execute(source);
    if (rows.length === 0) return;
    last = rows.at(-1)!.row_number;
    await target.insertInto(table).values(rows.map(asItGoes)).execute();
  }
}

/**
 * A row without the number by which it was read. Times travel as ISO text and truths as 1 and 0, which PostgreSQL reads;
 * only for one character it has no room.
 */
const asItGoes = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => column !== 'row_number')
      .map(([column, value]) => [column, typeof value === 'string' ? value.replaceAll('\0', '') : value])
  );

/** Numbers that count up go on above the highest that was ever given, which may be of a row that is gone. */
async function goOnAbove(source: Kysely<AnyTables>, target: Transaction<AnyTables>): Promise<void> {
  const { rows } = await sql<{ name: string; seq: number }>`
    select name, seq from sqlite_sequence where seq > 0
  `.execute(source);
  for (const { name, seq } of rows) {
    await sql`select setval(pg_get_serial_sequence(${name}, 'seq'), ${seq})`.execute(target);
  }
}

/** All tables, each after those that its rows belong to. */
async function tablesInOrder(source: Kysely<AnyTables>): Promise<string[]> {
  const tables = (await source.introspection.getTables()).map(({ name }) => name);
  const { rows } = await sql<{ child: string; parent: string }>`
    select own.name as child, f."table" as parent from sqlite_schema as own, pragma_foreign_key_list(own.name) as f
  `.execute(source);
  const ordered = new Set<string>();
  const place = (table: string): void => {
    if (ordered.has(table)) return;
    for (const { child, parent } of rows) if (child === table && parent !== table) place(parent);
    ordered.add(table);
  };
  tables.forEach(place);
  return [...ordered];
}

async function countAll(db: Kysely<AnyTables>, tables: string[]): Promise<Counts> {
  const counts: [string, number][] = [];
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db);
    counts.push([table, Number(rows[0]!.count)]);
  }
  return Object.fromEntries(counts);
}
