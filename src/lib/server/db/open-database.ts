import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Changes } from './changes.ts';
import type { Kind } from './kind.ts';
import { migrate } from './migrate.ts';
import { sqliteDialect, SqliteError, SqliteWorker } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

export interface Database {
  readonly kind: Kind;
  readonly db: Kysely<Tables>;
  readonly changes: Changes;
  /** Writes a copy of the whole to a file while others go on; only of the embedded database. */
  readonly backup: ((file: string) => Promise<void>) | null;
  readonly close: () => Promise<void>;
}

export type Place = { readonly folder: string } | { readonly url: string };

/** Name of the embedded database in its folder. */
const databaseFile = 'two-steps.sqlite';

/**
 * Opens the database and brings its tables to this version.
 * @throws {Error} with a sentence that says what to do: the folder is in use or cannot be written, the server is away
 */
export async function openDatabase(place: Place): Promise<Database> {
  const opened = 'url' in place ? await openPostgres(place.url) : openSqlite(place.folder);
  try {
    await migrate(opened.db as never, opened.kind);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function openSqlite(folder: string): Database {
  const release = lockFolder(folder);
  const worker = new SqliteWorker(join(folder, databaseFile));
  const db = new Kysely<Tables>({ dialect: sqliteDialect(worker) });
  return {
    kind: 'sqlite',
    db,
    changes: new Changes(),
    backup: async (file) => void (await worker.ask({ type: 'backup', transaction: 0, file: resolve(file) })),
    async close() {
      await db.destroy();
      release();
    }
  };
}

/**
 * Keeps every other server out of a folder for as long as this one runs. The lock is the system's, on a file: it ends
 * with the program, however that ends.
 * @returns what gives the folder free
 */
function lockFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true });
    const lock = new DatabaseSync(join(folder, 'in-use.lock'), { timeout: 200 });
    lock.exec('pragma journal_mode = delete; begin exclusive');
    return () => lock.close();
  } catch (error) {
    const { errcode, code, message } = error as { errcode?: number; code?: string; message: string };
    if (errcode === 5) {
      throw new Error(
        `Another server is using the folder ${resolve(folder)}. Stop it first, or give this one a folder of its own: DATA_DIR=another-folder npm start`,
        { cause: error }
      );
    }
    throw new Error(
      `The folder ${resolve(folder)} for the classes cannot be written (${code ?? message}). Give this user the right to write there, or choose another: DATA_DIR=another-folder npm start`,
      { cause: error }
    );
  }
}

async function openPostgres(url: string): Promise<Database> {
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
    backup: null,
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
