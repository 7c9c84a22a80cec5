/** Where classes are kept while they are tried: a new place of each kind, gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { findPostgres, startPostgres } from '../postgres.js';

/**
 * @typedef {object} Place
 * @property {'sqlite' | 'postgres'} name
 * @property {Record<string, string>} settings what the server is told
 * @property {{ folder: string } | { url: string }} place the same for the server's own code
 * @property {(sql: string) => Promise<Record<string, unknown>[]>} ask reads rows while the server runs or not
 * @property {() => Promise<void>} remove
 */

/** @returns {Promise<Place>} */
async function makeSqlite() {
  const folder = mkdtempSync(join(tmpdir(), 'two-steps-classes-'));
  /** @type {DatabaseSync | null} */
  let database = null;
  return {
    name: 'sqlite',
    settings: { DATA_DIR: folder, DATABASE_URL: '' },
    place: { folder },
    async ask(sql) {
      database ??= new DatabaseSync(join(folder, 'two-steps.sqlite'), { readOnly: true, timeout: 5000 });
      return database.prepare(sql).all();
    },
    async remove() {
      database?.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** @returns {Promise<Place>} */
async function makePostgres() {
  const server = await startPostgres();
  const pool = new pg.Pool({ connectionString: server.url, max: 2 });
  // The server is stopped at once, in the middle of whatever rests in the pool.
  pool.on('error', () => {});
  return {
    name: 'postgres',
    settings: { DATA_DIR: '', DATABASE_URL: server.url },
    place: { url: server.url },
    ask: async (sql) => (await pool.query(sql)).rows,
    async remove() {
      await pool.end();
      await server.stop();
    }
  };
}

/** The kinds of database that this machine has, each with how a new one is made. */
export const kinds = [
  { name: 'sqlite', isHere: true, make: makeSqlite },
  { name: 'postgres', isHere: findPostgres() !== null, make: makePostgres }
];
