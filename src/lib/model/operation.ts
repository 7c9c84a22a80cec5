/** What can be in a field of an answer. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** How an operation changes its field: a whole value, or a stretch of its text. */
export type Change =
  | { readonly type: 'set'; readonly value: Json }
  | { readonly type: 'splice'; readonly at: number; readonly remove: number; readonly insert: string };

interface Common {
  /** Made where it was written: the writer, a dot, and its number there. */
  readonly id: string;
  /** Milliseconds since 1970, by the clock of the device. For people to read; order is told by `clock`. */
  readonly at: number;
  /** Above every operation that its writer had seen (Lamport's clock). */
  readonly clock: number;
  readonly module: string;
}

/** One change to one field of an answer. It stands on the operation that it changed, and is never changed itself. */
export interface FieldOperation extends Common {
  readonly type: 'field';
  readonly step: string;
  readonly question: string;
  readonly field: string;
  /** The operation of the same field that it was made on; null for the first. */
  readonly base: string | null;
  readonly change: Change;
}

/** Starts a module again: answers before it are put away, until another operation takes it back. */
export interface RestartOperation extends Common {
  readonly type: 'restart';
  /** The restart that is taken back; null for a restart. */
  readonly undoes: string | null;
}

export type Operation = FieldOperation | RestartOperation;
