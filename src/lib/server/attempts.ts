import { sql } from 'kysely';
import type { Database } from './db/open-database.ts';
import { Refusal } from './refusal.ts';

/** How often something may be tried: so many times in so many ms. */
export interface Limit {
  readonly most: number;
  readonly within: number;
}

/**
 * Counts an attempt. The count is in the database, so that several servers share it and a restart does not clear it.
 * @param key what is counted, such as `sign-in:address`; addresses are hashed by whoever makes the key
 * @throws {Refusal} when there were too many
 */
export async function countAttempt({ db }: Database, key: string, { most, within }: Limit, now: number): Promise<void> {
  const since = now - within;
  const { count } = await db
    .insertInto('attempt')
    .values({ key, count: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql`case when attempt.since < ${since} then 1 else attempt.count + 1 end`,
        since: sql`case when attempt.since < ${since} then ${now} else attempt.since end`
      })
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  if (count > most) throw new Refusal('too-often');
}

/** Forgets the attempts at something that went well. */
export async function forgetAttempts({ db }: Database, key: string): Promise<void> {
  await db.deleteFrom('attempt').where('key', '=', key).execute();
}
