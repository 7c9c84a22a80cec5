import { Refusal } from './refusal.ts';

/** Who asks. */
export type Asker =
  | { readonly type: 'nobody' }
  | { readonly type: 'teacher'; readonly id: string; readonly name: string }
  | { readonly type: 'student'; readonly id: string; readonly name: string; readonly class: string };

export type Teacher = Asker & { type: 'teacher' };
export type Student = Asker & { type: 'student' };

/** @throws {Refusal} unless a teacher asks */
export function requireTeacher(asker: Asker): Teacher {
  if (asker.type !== 'teacher') throw new Refusal('not-signed-in');
  return asker;
}

/** @throws {Refusal} unless a student asks */
export function requireStudent(asker: Asker): Student {
  if (asker.type !== 'student') throw new Refusal('not-signed-in');
  return asker;
}
