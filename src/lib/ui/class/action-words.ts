import { m } from '#lib/i18n/paraglide/messages.js';

/** What a teacher did, as the record of it says. */
const words: Record<string, () => string> = {
  'class-made': m.class_did_class_made,
  'class-changed-name': m.class_did_class_renamed,
  'class-changed-isOpen': m.class_did_class_opened,
  'class-changed-retentionDays': m.class_did_class_kept,
  'class-code-changed': m.class_did_code_changed,
  'class-deleted': m.class_did_class_deleted,
  assigned: m.class_did_assigned,
  'assignment-changed': m.class_did_assignment_changed,
  'assignment-withdrawn': m.class_did_withdrawn,
  'student-renamed': m.class_did_student_renamed,
  'student-removed': m.class_did_student_removed,
  'student-code-changed': m.class_did_student_code,
  'feedback-written': m.class_did_feedback,
  'passkey-added': m.class_did_passkey_added,
  'passkey-removed': m.class_did_passkey_removed,
  exported: m.class_did_exported
};

export const actionWords = (action: string): string => words[action]?.() ?? action;
