import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Changes } from './changes.ts';
import { databaseFile, lockFolder } from './folder.ts';
import type { Kind } from './kind.ts';
import { migrate } from './migrate.ts';
import { sqliteDialect, SqliteError, SqliteWorker, type Workers } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

export interface Database {
  readonly kind: Kind;
  readonly db: Kysely<Tables>;
  readonly changes: Changes;
  readonly close: () => Promise<void>;
}

export type Place = { readonly folder: string } | { readonly url: string };

/**
 * Opens the database and brings its tables to this version.
 * @throws {Error} with a sentence that says what to do: the folder is in use or cannot be written, the server is away
 */
export async function openDatabase(place: Place): Promise<Database> {
  const opened = 'url' in place ? await openPostgres(place.url) : openSqlite(place.folder);
  try {
    await migrate(opened.db as never, opened.kind);
    opened.beginReading();
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** A database whose tables may still be those of an older version. */
type Opened = Database & { readonly beginReading: () => void };

function openSqlite(folder: string): Opened {
  const release = lockFolder(folder);
  const file = join(folder, databaseFile);
  const workers: Workers = { writer: new SqliteWorker({ file, isReader: false }), reader: null };
  const db = new Kysely<Tables>({ dialect: sqliteDialect(workers) });
  return {
    kind: 'sqlite',
    db,
    changes: new Changes(),
    beginReading: () => void (workers.reader = new SqliteWorker({ file, isReader: true })),
    async close() {
      await db.destroy();
      release();
    }
  };
}

async function openPostgres(url: string): Promise<Opened> {
  // Times and counts are far below 2⁵³.
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  const connect = { connectionString: url, types };
  const pool = new pg.Pool({ ...connect, max: Number(process.env.DATABASE_CONNECTIONS ?? 20) });
  // A connection that breaks while it rests is replaced by the next that is needed.
  pool.on('error', () => {});
  const changes = new Changes();
  const leave = await changes
    .join(async () => {
      const client = new pg.Client(connect);
      await client.connect();
      return client;
    })
    .catch(async (error: Error & { code?: string }) => {
      await pool.end();
      // The address may hold a passphrase: it is not shown.
      throw new Error(
        `PostgreSQL could not be reached at DATABASE_URL (${error.code ?? error.message}). See that the server runs, and that the address, the user and the passphrase are right.`
      );
    });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'postgres',
    db,
    changes,
    beginReading: () => {},
    async close() {
      await leave();
      await db.destroy();
    }
  };
}

/** Whether an error says that what must be unique is there already. */
export const isTaken = (error: unknown): boolean =>
  error instanceof SqliteError
    ? error.errcode === 2067 || error.errcode === 1555
    : (error as { code?: string }).code === '23505';
