import { requireTeacher, type Asker } from '../asker.ts';
import { newJoinCode } from '../codes.ts';
import { isTaken, type Database } from '../db/open-database.ts';
import { Refusal } from '../refusal.ts';
import { record } from './audit.ts';

export interface ClassView {
  readonly id: string;
  readonly name: string;
  readonly joinCode: string;
  readonly isOpen: boolean;
  readonly retentionDays: number;
  readonly madeAt: number;
}

/** Days that may be chosen for how long a class is kept after its last answer. */
export const retentions = [30, 90, 180, 365] as const;

const columns = ['id', 'name', 'join_code', 'is_open', 'retention_days', 'made_at'] as const;

const view = (row: {
  id: string;
  name: string;
  join_code: string;
  is_open: number;
  retention_days: number;
  made_at: number;
}): ClassView => ({
  id: row.id,
  name: row.name,
  joinCode: row.join_code,
  isOpen: row.is_open === 1,
  retentionDays: row.retention_days,
  madeAt: row.made_at
});

/** A name as it is kept: one line, 1 to 80 characters. */
export function readName(typed: string): string {
  const name = typed
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (name === '' || name.length > 80) throw new Refusal('name-invalid');
  return name;
}

/** @throws {Refusal} not-signed-in, name-invalid */
export async function makeClass(database: Database, asker: Asker, name: string, now: number): Promise<ClassView> {
  const teacher = requireTeacher(asker);
  const row = {
    id: crypto.randomUUID(),
    teacher_id: teacher.id,
    name: readName(name),
    is_open: 1,
    retention_days: 180,
    made_at: now,
    active_at: now
  };
  const joinCode = await withFreeCode(async (code) => {
    await database.db
      .insertInto('class')
      .values({ ...row, join_code: code })
      .execute();
  });
  await record(database, teacher, row.id, 'class-made', row.id, now);
  return view({ ...row, join_code: joinCode });
}

/** The teacher's classes, the newest first, with how many students each has. */
export async function listClasses({ db }: Database, asker: Asker): Promise<(ClassView & { students: number })[]> {
  const teacher = requireTeacher(asker);
  const rows = await db
    .selectFrom('class')
    .leftJoin('student', 'student.class_id', 'class.id')
    .select(columns.map((column) => `class.${column}` as const))
    .select((e) => e.fn.count<number>('student.id').as('students'))
    .where('class.teacher_id', '=', teacher.id)
    .groupBy(columns.map((column) => `class.${column}` as const))
    .orderBy('class.made_at', 'desc')
    .execute();
  return rows.map((row) => ({ ...view(row), students: Number(row.students) }));
}

/** @throws {Refusal} not-signed-in; not-yours, also where there is none */
export async function readClass({ db }: Database, asker: Asker, id: string): Promise<ClassView> {
  const teacher = requireTeacher(asker);
  const row = await db
    .selectFrom('class')
    .select(columns)
    .where('id', '=', id)
    .where('teacher_id', '=', teacher.id)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-yours');
  return view(row);
}

export interface ClassChange {
  readonly name?: string;
  readonly isOpen?: boolean;
  readonly retentionDays?: number;
}

/** @throws {Refusal} not-signed-in, not-yours, name-invalid, malformed */
export async function changeClass(
  database: Database,
  asker: Asker,
  id: string,
  change: ClassChange,
  now: number
): Promise<void> {
  const teacher = requireTeacher(asker);
  await readClass(database, asker, id);
  const { name, isOpen, retentionDays } = change;
  if (retentionDays !== undefined && !retentions.some((days) => days === retentionDays)) throw new Refusal('malformed');
  const set = {
    ...(name !== undefined && { name: readName(name) }),
    ...(isOpen !== undefined && { is_open: isOpen ? 1 : 0 }),
    ...(retentionDays !== undefined && { retention_days: retentionDays })
  };
  if (Object.keys(set).length === 0) return;
  await database.db.updateTable('class').set(set).where('id', '=', id).execute();
  for (const what of Object.keys(set)) await record(database, teacher, id, `class-changed-${what}`, id, now);
}

/** Gives the class another join code; the one before lets nobody in any more. */
export async function rotateJoinCode(database: Database, asker: Asker, id: string, now: number): Promise<string> {
  const teacher = requireTeacher(asker);
  await readClass(database, asker, id);
  const code = await withFreeCode(async (next) => {
    await database.db.updateTable('class').set({ join_code: next }).where('id', '=', id).execute();
  });
  await record(database, teacher, id, 'class-code-changed', id, now);
  return code;
}

/** Deletes a class with its students, their answers, the feedback and the record of what was done in it. */
export async function deleteClass(database: Database, asker: Asker, id: string, now: number): Promise<void> {
  const teacher = requireTeacher(asker);
  await readClass(database, asker, id);
  await database.db.deleteFrom('class').where('id', '=', id).execute();
  await database.db.deleteFrom('audit').where('class_id', '=', id).execute();
  await record(database, teacher, null, 'class-deleted', id, now);
  database.changes.tell({ class: id, students: [] });
}

/**
 * Deletes every class in which nobody has answered for as long as its teacher wanted it to be kept.
 * @returns how many
 */
export async function deleteExpired(database: Database, now: number): Promise<number> {
  const { db } = database;
  const day = 86_400_000;
  const expired = await db
    .selectFrom('class')
    .select(['id', 'active_at', 'retention_days'])
    .where('active_at', '<', now - Math.min(...retentions) * day)
    .execute();
  const ids = expired.filter((row) => row.active_at + row.retention_days * day < now).map(({ id }) => id);
  if (ids.length > 0) {
    await db.deleteFrom('class').where('id', 'in', ids).execute();
    await db.deleteFrom('audit').where('class_id', 'in', ids).execute();
  }
  await db.deleteFrom('student_session').where('expires_at', '<', now).execute();
  await db
    .deleteFrom('attempt')
    .where('since', '<', now - day)
    .execute();
  return ids.length;
}

/** Draws codes until one is free. */
async function withFreeCode(use: (code: string) => Promise<void>): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const code = newJoinCode();
    try {
      await use(code);
      return code;
    } catch (error) {
      if (!isTaken(error) || tries > 20) throw error;
    }
  }
}
