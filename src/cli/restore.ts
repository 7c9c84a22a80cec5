/**
 * Puts a backup in the place of a folder's classes, and keeps what was there beside it. The server must not run.
 *
 *   npm run restore -- file            into the folder data
 *   DATA_DIR=folder npm run restore -- file
 */
import { restore } from '../lib/server/db/backup.ts';
import { formatCounts } from '../lib/server/db/counts.ts';

const [file] = process.argv.slice(2);
const { DATABASE_URL: url = '', DATA_DIR: folder = 'data' } = process.env;
try {
  if (!file) throw new Error('Name the backup: npm run restore -- two-steps-monday.sqlite');
  if (url !== '') {
    throw new Error(
      `DATABASE_URL is set, so the classes are in PostgreSQL, which restores them with its own program, into an empty database: pg_restore --no-owner --single-transaction --dbname="$DATABASE_URL" '${file}'`
    );
  }
  const { counts, kept } = restore(folder, file, new Date());
  console.log(
    `${formatCounts(counts)}\nRestored from ${file}. ${kept ? `What was there before is kept as ${kept}.` : ''}`
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
