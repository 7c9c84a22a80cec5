import { requireTeacher, type Asker } from '../asker.ts';
import { hashOf, newToken } from '../codes.ts';
import type { Database } from '../db/open-database.ts';
import { Refusal } from '../refusal.ts';

/** Who may make an account, as the operator decides: anybody, whoever has an invitation, nobody more. */
export const signUpModes = ['open', 'invitation', 'closed'] as const;
export type SignUpMode = (typeof signUpModes)[number];

const week = 7 * 86_400_000;

/**
 * The token of the link that makes the first teacher; null once there is one. Each start draws another: the one before
 * is worth nothing.
 */
export async function firstInvitation({ db }: Database, now: number): Promise<string | null> {
  const { count } = await db
    .selectFrom('teacher')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) > 0) return null;
  const token = newToken();
  await db.deleteFrom('invitation').where('made_by', 'is', null).execute();
  await insert(db, token, null, now);
  return token;
}

/** A link with which a colleague makes an account within a week. */
export async function invite({ db }: Database, asker: Asker, mode: SignUpMode, now: number): Promise<string> {
  const teacher = requireTeacher(asker);
  if (mode === 'closed') throw new Refusal('sign-up-closed');
  const token = newToken();
  await insert(db, token, teacher.id, now);
  return token;
}

/**
 * Spends an invitation, once.
 * @returns what gives it back, for when no account came of it
 * @throws {Refusal} sign-up-closed, invitation-used
 */
export async function spendInvitation(
  { db }: Database,
  mode: SignUpMode,
  token: string,
  now: number
): Promise<() => Promise<void>> {
  if (token === '' && mode === 'open') return async () => {};
  const found = await db
    .selectFrom('invitation')
    .select(['id', 'made_by'])
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst();
  if (!found) throw new Refusal(token === '' ? 'sign-up-closed' : 'invitation-used');
  // The first teacher's link works whatever the operator decided: without it nobody could begin.
  if (mode === 'closed' && found.made_by !== null) throw new Refusal('sign-up-closed');
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ used_at: now })
    .where('id', '=', found.id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== 1) throw new Refusal('invitation-used');
  return async () => {
    await db.updateTable('invitation').set({ used_at: null }).where('id', '=', found.id).execute();
  };
}

async function insert(db: Database['db'], token: string, by: string | null, now: number): Promise<void> {
  await db
    .insertInto('invitation')
    .values({
      id: crypto.randomUUID(),
      token_hash: hashOf(token),
      made_by: by,
      made_at: now,
      expires_at: now + week,
      used_at: null
    })
    .execute();
}
