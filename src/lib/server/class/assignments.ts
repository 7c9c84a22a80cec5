import { readChoices, type Ground } from '../../compose/read-choices.ts';
import { readKept, type Choices } from '../../model/assignment.ts';
import { requireStudent, requireTeacher, type Asker } from '../asker.ts';
import { isTaken, type Database } from '../db/open-database.ts';
import { Refusal } from '../refusal.ts';
import { record } from './audit.ts';
import { readClass } from './classes.ts';

export interface AssignmentView {
  readonly id: string;
  readonly class: string;
  readonly module: string;
  readonly choices: Choices;
  readonly madeAt: number;
  readonly changedAt: number;
}

const columns = ['id', 'class_id', 'module', 'choices', 'made_at', 'changed_at'] as const;

const view = (row: {
  id: string;
  class_id: string;
  module: string;
  choices: string;
  made_at: number;
  changed_at: number;
}): AssignmentView => ({
  id: row.id,
  class: row.class_id,
  module: row.module,
  choices: readKept(JSON.parse(row.choices) as Choices),
  madeAt: row.made_at,
  changedAt: row.changed_at
});

/**
 * Reads a teacher's choices against what they choose from.
 * @throws {Refusal} malformed, with the field and what it must be
 */
function keepChoices(given: unknown, ground: Ground): string {
  const read = readChoices(given, ground);
  if ('problem' in read) throw new Refusal('malformed', read.problem);
  return JSON.stringify(read.choices);
}

/** @throws {Refusal} not-yours, malformed, assigned-already */
export async function assign(
  database: Database,
  asker: Asker,
  classId: string,
  ground: Ground,
  given: unknown,
  now: number
): Promise<AssignmentView> {
  const teacher = requireTeacher(asker);
  await readClass(database, asker, classId);
  const row = {
    id: crypto.randomUUID(),
    class_id: classId,
    module: ground.module.id,
    choices: keepChoices(given, ground),
    made_at: now,
    changed_at: now
  };
  try {
    await database.db.insertInto('assignment').values(row).execute();
  } catch (error) {
    if (isTaken(error)) throw new Refusal('assigned-already');
    throw error;
  }
  await record(database, teacher, classId, 'assigned', row.id, now);
  database.changes.tell({ class: classId, students: [] });
  return view(row);
}

/** @throws {Refusal} not-yours, malformed */
export async function changeAssignment(
  database: Database,
  asker: Asker,
  id: string,
  ground: Ground,
  given: unknown,
  now: number
): Promise<void> {
  const teacher = requireTeacher(asker);
  const before = await readAssignment(database, asker, id);
  const choices = keepChoices(given, ground);
  await database.db.updateTable('assignment').set({ choices, changed_at: now }).where('id', '=', id).execute();
  await record(database, teacher, before.class, 'assignment-changed', id, now);
  database.changes.tell({ class: before.class, students: [] });
}

/** Takes an assignment back with its feedback; what students wrote stays with them and with the class. */
export async function withdraw(database: Database, asker: Asker, id: string, now: number): Promise<void> {
  const teacher = requireTeacher(asker);
  const before = await readAssignment(database, asker, id);
  await database.db.deleteFrom('assignment').where('id', '=', id).execute();
  await record(database, teacher, before.class, 'assignment-withdrawn', id, now);
  database.changes.tell({ class: before.class, students: [] });
}

/** @throws {Refusal} not-signed-in, not-yours */
export async function readAssignment({ db }: Database, asker: Asker, id: string): Promise<AssignmentView> {
  const teacher = requireTeacher(asker);
  const row = await db
    .selectFrom('assignment')
    .innerJoin('class', 'class.id', 'assignment.class_id')
    .select(columns.map((column) => `assignment.${column}` as const))
    .where('assignment.id', '=', id)
    .where('class.teacher_id', '=', teacher.id)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-yours');
  return view(row);
}

/** What is assigned to a class: to its teacher, and to the students in it. */
export async function listAssignments({ db }: Database, asker: Asker, classId?: string): Promise<AssignmentView[]> {
  const all = db
    .selectFrom('assignment')
    .innerJoin('class', 'class.id', 'assignment.class_id')
    .select(columns.map((column) => `assignment.${column}` as const))
    .orderBy('assignment.made_at');
  const own =
    asker.type === 'student'
      ? all.where('assignment.class_id', '=', asker.class)
      : all.where('class.teacher_id', '=', requireTeacher(asker).id).where('class.id', '=', classId ?? '');
  return (await own.execute()).map(view);
}

/** The assignment under which a student does a module; null when she does it of her own accord. */
export async function assignmentOf({ db }: Database, asker: Asker, module: string): Promise<AssignmentView | null> {
  const student = requireStudent(asker);
  const row = await db
    .selectFrom('assignment')
    .select(columns)
    .where('class_id', '=', student.class)
    .where('module', '=', module)
    .executeTakeFirst();
  return row ? view(row) : null;
}
