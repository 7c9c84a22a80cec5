import type { Generated } from 'kysely';

/**
 * What the database holds. Both databases have the same columns: ids are text, times are whole milliseconds since
 * 1970, what is true or false is 1 or 0, and JSON is text. The teachers' own tables are those of the library that
 * keeps accounts, with its types.
 */
export interface Tables {
  teacher: TeacherTable;
  teacher_session: { id: string; userId: string; expiresAt: string | Date };
  recovery_code: { id: string; teacher_id: string; hash: string; used_at: number | null };
  invitation: InvitationTable;
  class: ClassTable;
  student: StudentTable;
  student_session: { token_hash: string; student_id: string; expires_at: number };
  assignment: AssignmentTable;
  operation: OperationTable;
  feedback: FeedbackTable;
  comment: { id: string; teacher_id: string; words: string; made_at: number };
  audit: AuditTable;
  setting: { key: string; value: string };
  passkey: PasskeyTable;
  challenge: { value: string; teacher_id: string | null; made_at: number };
  attempt: { key: string; count: number; since: number };
}

interface TeacherTable {
  id: string;
  name: string;
  email: string;
}

interface InvitationTable {
  id: string;
  token_hash: string;
  /** The teacher who made it; null for the link that the first start prints. */
  made_by: string | null;
  made_at: number;
  expires_at: number;
  used_at: number | null;
}

interface PasskeyTable {
  /** The device's own name for it, base64url. */
  id: string;
  teacher_id: string;
  /** COSE, base64url. */
  public_key: string;
  /** How often it was used, as far as the device counts. */
  counter: number;
  /** How a browser reaches it, with spaces between. */
  transports: string;
  user_agent: string;
  made_at: number;
  used_at: number | null;
}

interface ClassTable {
  id: string;
  teacher_id: string;
  name: string;
  join_code: string;
  /** Whether the code lets anybody in. */
  is_open: number;
  /** Days that students and their answers are kept after the last one came. */
  retention_days: number;
  made_at: number;
  /** When an answer last came. */
  active_at: number;
}

interface StudentTable {
  id: string;
  class_id: string;
  name: string;
  /** The name as it is compared: no two students of a class share it. */
  name_key: string;
  resume_hash: string;
  joined_at: number;
  seen_at: number;
  /** Where the student is: `module/step`; empty before the first. */
  place: string;
}

interface AssignmentTable {
  id: string;
  class_id: string;
  module: string;
  /** JSON: the teacher's choices. */
  choices: string;
  made_at: number;
  changed_at: number;
}

interface OperationTable {
  /** The order in which the server took them. */
  seq: Generated<number>;
  student_id: string;
  id: string;
  module: string;
  /** JSON: the operation as it came. */
  body: string;
  received_at: number;
}

interface FeedbackTable {
  id: string;
  student_id: string;
  assignment_id: string;
  step: string;
  question: string;
  words: string;
  /** JSON: points by move of historical thinking. */
  scores: string;
  written_at: number;
}

interface AuditTable {
  seq: Generated<number>;
  teacher_id: string;
  class_id: string | null;
  at: number;
  action: string;
  /** What it was done to: an id, never a name. */
  subject: string;
}
