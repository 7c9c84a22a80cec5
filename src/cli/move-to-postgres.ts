/**
 * Copies the classes of a folder into an empty PostgreSQL database. The server must not run.
 *
 *   DATABASE_URL=postgres://… npm run move-to-postgres      the folder data
 *   DATA_DIR=folder DATABASE_URL=postgres://… npm run move-to-postgres
 */
import { formatCounts } from '../lib/server/db/counts.ts';
import { moveToPostgres } from '../lib/server/db/move.ts';

const { DATABASE_URL: url = '', DATA_DIR: folder = 'data' } = process.env;
try {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new Error('Name the database to move to: DATABASE_URL=postgres://… npm run move-to-postgres');
  }
  const counts = await moveToPostgres(folder, url);
  console.log(
    `${formatCounts(counts)}\nAll of it is in PostgreSQL. Start the server with DATABASE_URL from now on; ${folder} stays as it is.`
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
