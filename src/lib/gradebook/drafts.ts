import { askedChoices, draftOf } from '../lesson/draft.ts';
import type { Answer } from '../model/answer.ts';
import type { DraftingChoice, DraftingOption, DraftingTable } from '../model/drafting.ts';

/** One clause of the drafts: who chose which option, in the order of the options. */
export interface ClauseOfClass {
  readonly choice: DraftingChoice;
  /** How many were asked it and have chosen. */
  readonly total: number;
  readonly options: readonly { readonly option: DraftingOption; readonly students: readonly string[] }[];
}

/**
 * The drafts of a class clause by clause. A choice that another one settled does not count for that draft; an option
 * that nobody chose stands there with no student, so that it is seen.
 */
export function compareDrafts(
  table: DraftingTable,
  answers: readonly { readonly id: string; readonly answer: Answer }[]
): ClauseOfClass[] {
  const drafts = answers.map(({ id, answer }) => {
    const draft = draftOf(table, answer);
    return { id, draft, asked: new Set(askedChoices(table, draft).map((choice) => choice.id)) };
  });
  return table.choices.map((choice) => {
    const options = choice.options.map((option) => ({
      option,
      students: drafts
        .filter(({ draft, asked }) => asked.has(choice.id) && draft[choice.id] === option.id)
        .map(({ id }) => id)
    }));
    return { choice, options, total: options.reduce((sum, { students }) => sum + students.length, 0) };
  });
}
