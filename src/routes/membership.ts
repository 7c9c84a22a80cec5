/** That this device is a student's in a class. Who she is the server knows by another cookie, which no script reads. */
export interface Membership {
  readonly student: string;
  /** The class's name. */
  readonly class: string;
  readonly name: string;
}

/** It comes with the very answer that lets a student in: whoever goes on before a script ran is in the class as well. */
export const memberCookie = 'two-steps-member';

/** Who works on this device in a class; null for nobody. */
export function membership(): Membership | null {
  const kept = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${memberCookie}=`));
  return kept === undefined
    ? null
    : (JSON.parse(decodeURIComponent(kept.slice(memberCookie.length + 1))) as Membership);
}

/** Name of a student's store on this device: two who share one do not see each other's answers. */
export const storeOf = (student: string): string => `two-steps-${student}`;
