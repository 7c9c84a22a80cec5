/**
 * Copies the classes of a folder into one file, while the server runs or not.
 *
 *   npm run backup -- file             of the folder data
 *   DATA_DIR=folder npm run backup -- file
 */
import { backUp } from '../lib/server/db/backup.ts';
import { formatCounts } from '../lib/server/db/counts.ts';

const [file] = process.argv.slice(2);
const { DATABASE_URL: url = '', DATA_DIR: folder = 'data' } = process.env;
try {
  if (!file) throw new Error('Name the file to write: npm run backup -- two-steps-monday.sqlite');
  if (url !== '') {
    throw new Error(
      `DATABASE_URL is set, so the classes are in PostgreSQL, which copies them with its own program: pg_dump --format=custom --file='${file}' "$DATABASE_URL"`
    );
  }
  console.log(`${formatCounts(backUp(folder, file))}\nBacked up to ${file}.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
