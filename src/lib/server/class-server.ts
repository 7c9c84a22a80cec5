import { Accounts } from './auth/accounts.ts';
import { deleteExpired } from './class/classes.ts';
import { firstInvitation } from './class/invitations.ts';
import { newToken } from './codes.ts';
import { openDatabase, type Database } from './db/open-database.ts';
import { log } from './log.ts';
import { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';

/** What the class pages work with, for as long as the program runs. */
export interface ClassServer {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly settings: Settings;
  readonly metrics: Metrics;
  /** Ends what is open: streams first, so that nobody waits for them. */
  readonly close: () => Promise<void>;
  /** Calls back when the server closes. @returns what takes that back */
  readonly onclose: (close: () => void) => () => void;
}

const hour = 3_600_000;

/**
 * Opens the classes.
 * @returns the server, and the token of the link that makes the first teacher; null once there is one
 * @throws {Error} with a sentence that says what to do
 */
export async function openClassServer(
  settings: Settings & { place: NonNullable<Settings['place']> }
): Promise<{ server: ClassServer; firstToken: string | null }> {
  const database = await openDatabase(settings.place);
  const metrics = new Metrics(database);
  const accounts = new Accounts(database, await readSecret(database));
  const closers = new Set<() => void>();

  const clean = () =>
    deleteExpired(database, Date.now())
      .then((count) => count > 0 && log('info', 'classes-expired', { count }))
      .catch((error: unknown) => log('error', 'cleaning-failed', { reason: String(error) }));
  await clean();
  const timer = setInterval(clean, hour);
  timer.unref();

  const server: ClassServer = {
    database,
    accounts,
    settings,
    metrics,
    onclose(close) {
      closers.add(close);
      return () => closers.delete(close);
    },
    async close() {
      clearInterval(timer);
      for (const close of closers) close();
      await database.close();
    }
  };
  return { server, firstToken: await firstInvitation(database, Date.now()) };
}

/** What signs the teachers' cookies: drawn once, and the same on every server of one database. */
async function readSecret({ db }: Database): Promise<string> {
  await db
    .insertInto('setting')
    .values({ key: 'secret', value: newToken() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const { value } = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'secret')
    .executeTakeFirstOrThrow();
  return value;
}
