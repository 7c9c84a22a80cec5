import type { RefusalCode } from '../model/refusal.ts';

const statuses: Record<RefusalCode, number> = {
  'not-signed-in': 401,
  'not-yours': 404,
  'not-found': 404,
  'wrong-passphrase': 403,
  'weak-passphrase': 422,
  'email-taken': 409,
  'email-invalid': 422,
  'name-taken': 409,
  'name-invalid': 422,
  'words-too-long': 422,
  'code-unknown': 404,
  'class-closed': 403,
  'class-full': 403,
  'sign-up-closed': 403,
  'invitation-used': 410,
  'passkey-unknown': 403,
  'passkey-failed': 403,
  'passkey-known': 409,
  'passkeys-full': 409,
  'too-often': 429,
  'too-large': 413,
  malformed: 400,
  'work-full': 507,
  'assigned-already': 409
};

/** What a use case throws when it does not do what it was asked. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** As an HTTP status. What is another teacher's is as if it were not there. */
  readonly status: number;

  /** @param detail where something is wrong, for a program to read; never what a person wrote */
  constructor(code: RefusalCode, detail = '') {
    super(detail || code);
    this.code = code;
    this.status = statuses[code];
  }
}
