import { m } from '#lib/i18n/paraglide/messages.js';
import type { RefusalCode } from '#lib/model/refusal.ts';

/** Why something was not done, and what to do about it. */
const words: Record<RefusalCode, () => string> = {
  'not-signed-in': m.class_refused_not_signed_in,
  'not-yours': m.class_refused_not_found,
  'not-found': m.class_refused_not_found,
  'wrong-passphrase': m.class_refused_wrong_passphrase,
  'weak-passphrase': m.class_refused_weak_passphrase,
  'email-taken': m.class_refused_email_taken,
  'email-invalid': m.class_refused_email_invalid,
  'name-taken': m.class_refused_name_taken,
  'name-invalid': m.class_refused_name_invalid,
  'words-too-long': m.class_refused_words_too_long,
  'code-unknown': m.class_refused_code_unknown,
  'class-closed': m.class_refused_class_closed,
  'class-full': m.class_refused_class_full,
  'sign-up-closed': m.class_refused_sign_up_closed,
  'invitation-used': m.class_refused_invitation_used,
  'passkey-unknown': m.class_refused_passkey_unknown,
  'passkey-failed': m.class_refused_passkey_failed,
  'passkey-known': m.class_refused_passkey_known,
  'passkeys-full': m.class_refused_passkeys_full,
  'too-often': m.class_refused_too_often,
  'too-large': m.class_refused_too_large,
  malformed: m.class_refused_malformed,
  'work-full': m.class_refused_work_full,
  'assigned-already': m.class_refused_assigned_already
};

export const refusalWords = (code: RefusalCode): string => words[code]();
