import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database, type Place } from '#lib/server/db/open-database.ts';
import { findPostgres, startPostgres } from '../../scripts/postgres.js';

/** A database of a test's own. */
export interface TestDatabase {
  readonly name: 'sqlite' | 'postgres';
  /** Whether it can be had on this machine. */
  readonly isHere: boolean;
  /** A new and empty one. */
  readonly make: () => Promise<{ place: Place; database: Database; remove: () => Promise<void> }>;
}

export const databases: readonly TestDatabase[] = [
  {
    name: 'sqlite',
    isHere: true,
    async make() {
      const folder = mkdtempSync(join(tmpdir(), 'two-steps-'));
      const place = { folder };
      const database = await openDatabase(place);
      return {
        place,
        database,
        async remove() {
          await database.close();
          rmSync(folder, { recursive: true, force: true });
        }
      };
    }
  },
  {
    name: 'postgres',
    isHere: findPostgres() !== null,
    async make() {
      const server = await startPostgres();
      const place = { url: server.url };
      const database = await openDatabase(place);
      return {
        place,
        database,
        async remove() {
          await database.close();
          await server.stop();
        }
      };
    }
  }
];
