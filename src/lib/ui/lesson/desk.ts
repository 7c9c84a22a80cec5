import type { Answer } from '#lib/model/answer.ts';
import type { Json } from '#lib/model/operation.ts';
import type { Picking } from './picking.svelte.ts';
import type { ReadingLevel } from './reading-level.svelte.ts';
import type { StepThings } from './step-view.ts';

/** What every question is given besides itself: its answer, how to change it, and what it points at. */
export interface Desk {
  readonly answer: Answer;
  /** Puts a whole value into a field. */
  readonly set: (field: string, value: Json) => void;
  /** Brings a field's text to what it is now. */
  readonly write: (field: string, text: string) => void;
  /** What was written to a field elsewhere at the same time. */
  readonly others: (field: string) => readonly { readonly id: string; readonly value: Json }[];
  /** A name for something new in the answer, such as a pick: no other has it. */
  readonly newId: () => string;
  readonly level: ReadingLevel;
  readonly picking: Picking;
  readonly things: StepThings;
  /** Begins every element id of the question. */
  readonly uid: string;
}
