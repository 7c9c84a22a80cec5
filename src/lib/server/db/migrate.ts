import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type { Kind } from './kind.ts';
import { classes } from './migrations/0001-classes.ts';
import { passkeys } from './migrations/0002-passkeys.ts';

/** All that ever changed the tables, in order. One that was released is never edited: what follows is another. */
const migrations = (kind: Kind): Record<string, Migration> => ({
  '0001-classes': classes(kind),
  '0002-passkeys': passkeys
});

/** The names of all migrations that this program knows, in order. */
export const migrationNames = Object.keys(migrations('sqlite'));

/**
 * Brings the tables to this version. Several servers may start at once: PostgreSQL lets one of them do it, and the
 * folder of the embedded database has one server only.
 * @throws {Error} that says which migration failed, and leaves the tables as they were before it; or that the tables are
 *   of a later version than this program
 */
export async function migrate(db: Kysely<never>, kind: Kind): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(kind) } });
  const { error, results } = await migrator.migrateToLatest();
  if (!error) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
  const reason = error instanceof Error ? error.message : String(error);
  throw new Error(
    failed
      ? `The migration ${failed} of the database failed, and changed nothing: ${reason}`
      : `The database was written by a later version of this program, or its record of migrations is damaged: ${reason}. Start that version, or restore the backup that was made before it.`
  );
}
