import type { Operation } from '../../model/operation.ts';
import { requireStudent, type Asker } from '../asker.ts';
import type { Database } from '../db/open-database.ts';
import { Refusal } from '../refusal.ts';
import type { Push } from '../../sync/wire.ts';

/** No student writes more; who sends more by a program stops here. A module done with care makes some thousands. */
const mostOfOneStudent = 100_000;
/** How exactly it is known when a class was last active, in ms. */
const activeWithin = 60_000;
/** At most so many operations of other devices in one answer; what remains follows with the next. */
const mostAtOnce = 1000;

export interface Pulled {
  readonly operations: readonly Operation[];
  /** To be sent as `since` with the next push. */
  readonly cursor: number;
  /** Whether there are more. */
  readonly hasMore: boolean;
}

/**
 * Takes a student's operations, each once, however often it comes. It resolves once they are on disk.
 * @throws {Refusal} not-signed-in, work-full
 */
export async function takeOperations(
  database: Database,
  asker: Asker,
  { module, step, operations }: Push,
  now: number
): Promise<void> {
  const student = requireStudent(asker);
  const foreign = operations.findIndex((operation) => operation.module !== module);
  if (foreign >= 0) throw new Refusal('malformed', `operations.${foreign}.module: the module of the request`);
  const { db, kind } = database;
  const rows = operations.map((operation) => ({
    student_id: student.id,
    id: operation.id,
    module,
    body: JSON.stringify(operation),
    received_at: now
  }));
  const place = step === '' ? '' : `${module}/${step}`;
  if (rows.length > 0) {
    const { count } = await db
      .selectFrom('operation')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('student_id', '=', student.id)
      .executeTakeFirstOrThrow();
    if (Number(count) + rows.length > mostOfOneStudent) throw new Refusal('work-full');
  }
  const seen = place === '' ? { seen_at: now } : { seen_at: now, place };
  const see = (into: Database['db']) => into.updateTable('student').set(seen).where('id', '=', student.id).execute();
  const insert = (into: Database['db']) =>
    into
      .insertInto('operation')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['student_id', 'id']).doNothing())
      .execute();
  // A class's days are counted from it: a row that all its students write would be waited for, and need not be exact.
  const keepAlive = (into: Database['db']) =>
    into
      .updateTable('class')
      .set({ active_at: now })
      .where('id', '=', student.class)
      .where('active_at', '<', now - activeWithin)
      .execute();
  if (rows.length === 0) await see(db);
  // The worker takes what comes together as one commit.
  else if (kind === 'sqlite') await Promise.all([insert(db), see(db), keepAlive(db)]);
  else {
    await db.transaction().execute(async (transaction) => {
      // Numbers are given before a transaction ends: two of one student must not end in another order than they began.
      // Her row is locked first.
      await see(transaction);
      await insert(transaction);
      await keepAlive(transaction);
    });
  }
  database.changes.tell({ class: student.class, students: [student.id] });
}

/** What the student's other devices wrote in a module after a number of the server's. */
export async function readSince({ db }: Database, asker: Asker, module: string, since: number): Promise<Pulled> {
  const student = requireStudent(asker);
  const rows = await db
    .selectFrom('operation')
    .select(['seq', 'body'])
    .where('student_id', '=', student.id)
    .where('module', '=', module)
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(mostAtOnce + 1)
    .execute();
  const shown = rows.slice(0, mostAtOnce);
  return {
    operations: shown.map(({ body }) => JSON.parse(body) as Operation),
    cursor: shown.at(-1)?.seq ?? since,
    hasMore: rows.length > mostAtOnce
  };
}
