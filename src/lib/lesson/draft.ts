import { fields, textOf, type Answer } from '../model/answer.ts';
import type { DraftingChoice, DraftingOption, DraftingTable, Relation } from '../model/drafting.ts';

/** A paragraph of a draft; operative ones are numbered from 1. */
export interface Clause {
  readonly number: number | null;
  readonly text: string;
}

/** One choice of a draft beside what Gorbachev asked for and what the Council adopted. */
export interface ClauseComparison {
  readonly choice: DraftingChoice;
  readonly option: DraftingOption;
  readonly asked: { readonly relation: Relation; readonly note: string; readonly words: string | null };
  readonly adopted: { readonly relation: Relation; readonly note: string; readonly words: string | null };
}

/** The options that were chosen, by choice. */
export type Draft = Readonly<Record<string, string>>;

export const draftOf = (table: DraftingTable, answer: Answer): Draft =>
  Object.fromEntries(
    table.choices.flatMap(({ id, options }) => {
      const chosen = textOf(answer, fields.choice(id));
      return options.some((option) => option.id === chosen) ? [[id, chosen]] : [];
    })
  );

/** The choices that a draft asks for. One that another has settled is not among them. */
export const askedChoices = (table: DraftingTable, draft: Draft): DraftingChoice[] =>
  table.choices.filter(({ when }) => isMet(when, draft));

/** Choices that are still open. */
export const openChoices = (table: DraftingTable, draft: Draft): DraftingChoice[] =>
  askedChoices(table, draft).filter(({ id }) => !(id in draft));

/** The draft as a resolution is read; a clause of which a choice is still open does not stand there yet. */
export function writeDraft(table: DraftingTable, draft: Draft): Clause[] {
  let number = 0;
  return table.clauses
    .filter(({ when }) => isMet(when, draft))
    .filter(({ text }) => marksOf(text).every((choice) => choice in draft))
    .map(({ text, isNumbered }) => ({
      number: isNumbered ? ++number : null,
      text: text.replace(/\{([^}]*)\}/g, (_, choice: string) => optionOf(table, draft, choice)?.phrase ?? '')
    }));
}

/** The draft clause by clause beside the two texts; only what was chosen. */
export function compareDraft(table: DraftingTable, draft: Draft): ClauseComparison[] {
  return askedChoices(table, draft).flatMap((choice) => {
    const option = optionOf(table, draft, choice.id);
    if (!option) return [];
    return [
      {
        choice,
        option,
        asked: { ...option.asked, words: choice.asked ?? null },
        adopted: { ...option.adopted, words: choice.adopted ?? null }
      }
    ];
  });
}

export type Fate = 'adopted' | 'vetoed' | 'too-few' | 'open';

/**
 * What would come of predicted votes by the Charter's Article 27: nine in favour, and no permanent member against.
 * `open` while it still depends on members that were not predicted.
 */
export function fateOf(
  members: readonly { readonly id: string; readonly permanent: boolean }[],
  answer: Answer
): { fate: Fate; inFavour: number; vetoes: string[] } {
  const votes = members.map(({ id, permanent }) => ({ id, permanent, vote: textOf(answer, fields.vote(id)) }));
  const inFavour = votes.filter(({ vote }) => vote === 'for').length;
  const undecided = votes.filter(({ vote }) => vote === '').length;
  const vetoes = votes.filter(({ permanent, vote }) => permanent && vote === 'against').map(({ id }) => id);
  const fate = vetoes.length > 0 ? 'vetoed' : inFavour + undecided < 9 ? 'too-few' : undecided > 0 ? 'open' : 'adopted';
  return { fate, inFavour, vetoes };
}

/** Whether each choice that is named is one of its options. */
const isMet = (when: DraftingChoice['when'], draft: Draft): boolean =>
  Object.entries(when).every(([choice, options]) => options.includes(draft[choice] ?? ''));

const marksOf = (text: string): string[] => [...text.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]!);

const optionOf = (table: DraftingTable, draft: Draft, choiceId: string): DraftingOption | undefined =>
  table.choices.find(({ id }) => id === choiceId)?.options.find(({ id }) => id === draft[choiceId]);
