import { requireTeacher, type Asker, type Teacher } from '../asker.ts';
import type { Database } from '../db/open-database.ts';

export interface AuditEntry {
  readonly at: number;
  readonly action: string;
  readonly class: string | null;
  readonly subject: string;
}

/** Notes what a teacher did, and to what: ids alone, no names and no words. */
export async function record(
  { db }: Database,
  teacher: Teacher,
  classId: string | null,
  action: string,
  subject: string,
  now: number
): Promise<void> {
  await db
    .insertInto('audit')
    .values({ teacher_id: teacher.id, class_id: classId, at: now, action, subject })
    .execute();
}

/** The last 500 things that the teacher did, the latest first. */
export async function readAudit({ db }: Database, asker: Asker): Promise<AuditEntry[]> {
  const teacher = requireTeacher(asker);
  const rows = await db
    .selectFrom('audit')
    .select(['at', 'action', 'class_id', 'subject'])
    .where('teacher_id', '=', teacher.id)
    .orderBy('seq', 'desc')
    .limit(500)
    .execute();
  return rows.map(({ at, action, class_id, subject }) => ({ at, action, class: class_id, subject }));
}
