import * as v from 'valibot';
import type { Scores } from '../../model/assignment.ts';
import { moves } from '../../model/move.ts';
import { requireStudent, requireTeacher, type Asker } from '../asker.ts';
import type { Database } from '../db/open-database.ts';
import { Refusal } from '../refusal.ts';
import { readAssignment } from './assignments.ts';
import { record } from './audit.ts';
import { requireIn } from './students.ts';

export interface Feedback {
  readonly student: string;
  readonly step: string;
  readonly question: string;
  readonly words: string;
  readonly scores: Scores;
  readonly writtenAt: number;
}

const Points = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)));
const FeedbackSchema = v.strictObject({
  student: v.pipe(v.string(), v.maxLength(200)),
  step: v.pipe(v.string(), v.maxLength(200)),
  question: v.pipe(v.string(), v.maxLength(200)),
  words: v.pipe(v.string(), v.trim(), v.maxLength(4000)),
  scores: v.strictObject(Object.fromEntries(moves.map((move) => [move, Points])))
});

/** Writes what a teacher has to say to one answer; without words and points it is taken away. */
export async function writeFeedback(
  database: Database,
  asker: Asker,
  assignmentId: string,
  given: unknown,
  now: number
): Promise<void> {
  const teacher = requireTeacher(asker);
  const assignment = await readAssignment(database, asker, assignmentId);
  const { success, output, issues } = v.safeParse(FeedbackSchema, given);
  if (!success) throw new Refusal('malformed', `${v.getDotPath(issues[0])}: ${issues[0].message}`);
  const { student, step, question, words, scores } = output;
  await requireIn(database, asker, assignment.class, student);
  const { db } = database;
  if (words === '' && Object.keys(scores).length === 0) {
    await db
      .deleteFrom('feedback')
      .where('student_id', '=', student)
      .where('assignment_id', '=', assignmentId)
      .where('step', '=', step)
      .where('question', '=', question)
      .execute();
  } else {
    const said = { words, scores: JSON.stringify(scores), written_at: now };
    await db
      .insertInto('feedback')
      .values({
        id: crypto.randomUUID(),
        student_id: student,
        assignment_id: assignmentId,
        step,
        question,
        ...said
      })
      .onConflict((conflict) => conflict.columns(['student_id', 'assignment_id', 'step', 'question']).doUpdateSet(said))
      .execute();
  }
  await record(database, teacher, assignment.class, 'feedback-written', student, now);
  database.changes.tell({ class: assignment.class, students: [student] });
}

const view = (row: {
  student_id: string;
  step: string;
  question: string;
  words: string;
  scores: string;
  written_at: number;
}): Feedback => ({
  student: row.student_id,
  step: row.step,
  question: row.question,
  words: row.words,
  scores: JSON.parse(row.scores) as Scores,
  writtenAt: row.written_at
});

/** All feedback of an assignment, for its teacher. */
export async function listFeedback(database: Database, asker: Asker, assignmentId: string): Promise<Feedback[]> {
  await readAssignment(database, asker, assignmentId);
  const rows = await database.db.selectFrom('feedback').selectAll().where('assignment_id', '=', assignmentId).execute();
  return rows.map(view);
}

/** What was said to a student's answers in a module. */
export async function feedbackFor({ db }: Database, asker: Asker, module: string): Promise<Feedback[]> {
  const student = requireStudent(asker);
  const rows = await db
    .selectFrom('feedback')
    .innerJoin('assignment', 'assignment.id', 'feedback.assignment_id')
    .selectAll('feedback')
    .where('feedback.student_id', '=', student.id)
    .where('assignment.module', '=', module)
    .execute();
  return rows.map(view);
}

/** Sentences that a teacher uses again, the latest first. */
export async function listComments({ db }: Database, asker: Asker): Promise<{ id: string; words: string }[]> {
  const teacher = requireTeacher(asker);
  return db
    .selectFrom('comment')
    .select(['id', 'words'])
    .where('teacher_id', '=', teacher.id)
    .orderBy('made_at', 'desc')
    .limit(100)
    .execute();
}

/** Keeps a sentence to be used again; one that is there already is kept once. */
export async function keepComment({ db }: Database, asker: Asker, words: string, now: number): Promise<void> {
  const teacher = requireTeacher(asker);
  const kept = words.trim();
  if (kept === '' || kept.length > 1000) throw new Refusal('words-too-long');
  const known = await db
    .selectFrom('comment')
    .select('id')
    .where('teacher_id', '=', teacher.id)
    .where('words', '=', kept)
    .executeTakeFirst();
  if (known) return;
  await db
    .insertInto('comment')
    .values({ id: crypto.randomUUID(), teacher_id: teacher.id, words: kept, made_at: now })
    .execute();
}

export async function dropComment({ db }: Database, asker: Asker, id: string): Promise<void> {
  const teacher = requireTeacher(asker);
  await db.deleteFrom('comment').where('id', '=', id).where('teacher_id', '=', teacher.id).execute();
}
