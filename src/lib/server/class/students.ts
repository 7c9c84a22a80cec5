import { countAttempt } from '../attempts.ts';
import { requireStudent, requireTeacher, type Asker, type Student } from '../asker.ts';
import { hashOf, newResumeCode, newToken, normaliseCode } from '../codes.ts';
import { isTaken, type Database } from '../db/open-database.ts';
import { Refusal } from '../refusal.ts';
import { record } from './audit.ts';
import { readClass, readName } from './classes.ts';

export interface StudentView {
  readonly id: string;
  readonly name: string;
  readonly joinedAt: number;
  readonly seenAt: number;
  /** `module/step`; empty before the first. */
  readonly place: string;
}

/** A school's whole year shares one address: that many may join within a few minutes. */
const joinLimit = { most: 240, within: 10 * 60_000 };
const wrongCodeLimit = { most: 40, within: 10 * 60_000 };
/** No class is larger; who joins by a program stops here. */
const mostStudents = 500;
const sessionLength = 180 * 86_400_000;

/** A class as somebody sees it who has only its code. */
export async function findClass(
  database: Database,
  code: string,
  address: string,
  now: number
): Promise<{ id: string; name: string; isOpen: boolean }> {
  const row = await database.db
    .selectFrom('class')
    .select(['id', 'name', 'is_open'])
    .where('join_code', '=', normaliseCode(code))
    .executeTakeFirst();
  if (!row) {
    await countAttempt(database, `wrong-code:${hashOf(address)}`, wrongCodeLimit, now);
    throw new Refusal('code-unknown');
  }
  return { id: row.id, name: row.name, isOpen: row.is_open === 1 };
}

/**
 * Lets a student into a class.
 * @param address where the request came from; only its hash is kept, to count
 * @returns the cookie's token, and the code with which she goes on elsewhere; neither can be read again
 * @throws {Refusal} code-unknown, class-closed, class-full, name-invalid, name-taken, too-often
 */
export async function join(
  database: Database,
  { code, name, address }: { code: string; name: string; address: string },
  now: number
): Promise<{ student: Student; token: string; resumeCode: string }> {
  await countAttempt(database, `join:${hashOf(address)}`, joinLimit, now);
  const found = await findClass(database, code, address, now);
  if (!found.isOpen) throw new Refusal('class-closed');
  const shown = readName(name);
  const { db } = database;
  const { count } = await db
    .selectFrom('student')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('class_id', '=', found.id)
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostStudents) throw new Refusal('class-full');
  const id = crypto.randomUUID();
  const resumeCode = newResumeCode();
  try {
    await db
      .insertInto('student')
      .values({
        id,
        class_id: found.id,
        name: shown,
        name_key: keyOf(shown),
        resume_hash: hashOf(normaliseCode(resumeCode)),
        joined_at: now,
        seen_at: now,
        place: ''
      })
      .execute();
  } catch (error) {
    if (isTaken(error)) throw new Refusal('name-taken');
    throw error;
  }
  const token = await openSession(database, id, now);
  database.changes.tell({ class: found.id, students: [id] });
  return { student: { type: 'student', id, name: shown, class: found.id }, token, resumeCode };
}

/** Carries on elsewhere with the code that joining gave. */
export async function resume(
  database: Database,
  { code, address }: { code: string; address: string },
  now: number
): Promise<{ student: Student; token: string }> {
  await countAttempt(database, `resume:${hashOf(address)}`, wrongCodeLimit, now);
  const row = await database.db
    .selectFrom('student')
    .select(['id', 'name', 'class_id'])
    .where('resume_hash', '=', hashOf(normaliseCode(code)))
    .executeTakeFirst();
  if (!row) throw new Refusal('code-unknown');
  const token = await openSession(database, row.id, now);
  return { student: { type: 'student', id: row.id, name: row.name, class: row.class_id }, token };
}

/** Who has this cookie; null when nobody has, or no longer. */
export async function readStudent({ db }: Database, token: string, now: number): Promise<Student | null> {
  const row = await db
    .selectFrom('student_session')
    .innerJoin('student', 'student.id', 'student_session.student_id')
    .select(['student.id', 'student.name', 'student.class_id'])
    .where('student_session.token_hash', '=', hashOf(token))
    .where('student_session.expires_at', '>', now)
    .executeTakeFirst();
  return row ? { type: 'student', id: row.id, name: row.name, class: row.class_id } : null;
}

/** Ends the session of this device; what was handed in stays with the class. */
export async function leave({ db }: Database, token: string): Promise<void> {
  await db.deleteFrom('student_session').where('token_hash', '=', hashOf(token)).execute();
}

/** Draws the student a new resume code; the one before is worth nothing. */
export async function newResume({ db }: Database, asker: Asker): Promise<string> {
  const student = requireStudent(asker);
  const code = newResumeCode();
  await db
    .updateTable('student')
    .set({ resume_hash: hashOf(normaliseCode(code)) })
    .where('id', '=', student.id)
    .execute();
  return code;
}

/** The students of a class by name. */
export async function listStudents(database: Database, asker: Asker, classId: string): Promise<StudentView[]> {
  await readClass(database, asker, classId);
  const rows = await database.db
    .selectFrom('student')
    .select(['id', 'name', 'joined_at', 'seen_at', 'place'])
    .where('class_id', '=', classId)
    .orderBy('name_key')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    joinedAt: row.joined_at,
    seenAt: row.seen_at,
    place: row.place
  }));
}

/** A new resume code for a student who lost hers, drawn by the teacher. */
export async function resetResume(
  database: Database,
  asker: Asker,
  classId: string,
  id: string,
  now: number
): Promise<string> {
  const teacher = requireTeacher(asker);
  await requireIn(database, asker, classId, id);
  const code = newResumeCode();
  await database.db
    .updateTable('student')
    .set({ resume_hash: hashOf(normaliseCode(code)) })
    .where('id', '=', id)
    .execute();
  await record(database, teacher, classId, 'student-code-changed', id, now);
  return code;
}

/** @throws {Refusal} not-yours, name-invalid, name-taken */
export async function renameStudent(
  database: Database,
  asker: Asker,
  classId: string,
  id: string,
  name: string,
  now: number
): Promise<void> {
  const teacher = requireTeacher(asker);
  await requireIn(database, asker, classId, id);
  const shown = readName(name);
  try {
    await database.db
      .updateTable('student')
      .set({ name: shown, name_key: keyOf(shown) })
      .where('id', '=', id)
      .execute();
  } catch (error) {
    if (isTaken(error)) throw new Refusal('name-taken');
    throw error;
  }
  await record(database, teacher, classId, 'student-renamed', id, now);
  database.changes.tell({ class: classId, students: [id] });
}

/** Deletes a student with everything that she wrote. */
export async function removeStudent(
  database: Database,
  asker: Asker,
  classId: string,
  id: string,
  now: number
): Promise<void> {
  const teacher = requireTeacher(asker);
  await requireIn(database, asker, classId, id);
  await database.db.deleteFrom('student').where('id', '=', id).execute();
  await record(database, teacher, classId, 'student-removed', id, now);
  database.changes.tell({ class: classId, students: [id] });
}

/** @throws {Refusal} not-yours unless the class is the teacher's and the student is in it */
export async function requireIn(database: Database, asker: Asker, classId: string, student: string): Promise<void> {
  await readClass(database, asker, classId);
  const row = await database.db
    .selectFrom('student')
    .select('id')
    .where('id', '=', student)
    .where('class_id', '=', classId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-yours');
}

async function openSession({ db }: Database, student: string, now: number): Promise<string> {
  const token = newToken();
  await db
    .insertInto('student_session')
    .values({ token_hash: hashOf(token), student_id: student, expires_at: now + sessionLength })
    .execute();
  return token;
}

/** A name as it is compared: letters alone, small, without their marks. */
const keyOf = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');

/** The name of the student's class. */
export async function describeClass({ db }: Database, asker: Asker): Promise<string> {
  const student = requireStudent(asker);
  const { name } = await db
    .selectFrom('class')
    .select('name')
    .where('id', '=', student.class)
    .executeTakeFirstOrThrow();
  return name;
}
