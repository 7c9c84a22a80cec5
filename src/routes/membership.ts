/** That this device is a student's in a class. The server knows it by a cookie that no script reads. */
export interface Membership {
  readonly student: string;
  /** The class's name. */
  readonly class: string;
  readonly name: string;
}

const key = 'two-steps-class';

/** Who works on this device in a class; null for nobody. */
export function membership(): Membership | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as Membership);
  } catch {
    return null;
  }
}

export function keepMembership(member: Membership): void {
  try {
    localStorage.setItem(key, JSON.stringify(member));
  } catch {
    // A browser that keeps nothing works on as if in no class.
  }
}

export function forgetMembership(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** Name of a student's store on this device: two who share one do not see each other's answers. */
export const storeOf = (student: string): string => `two-steps-${student}`;
