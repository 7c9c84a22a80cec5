import type { Choices, OwnQuestion } from './assignment.ts';
import type { Question } from './question.ts';

/** A teacher's own question, as the product asks it. */
const asQuestion = ({ id, prompt, words }: OwnQuestion): Question => ({
  id,
  type: 'short',
  prompt,
  hints: [],
  model: [],
  rubric: [],
  ...(words !== null && { limit: words })
});

/** The questions of one step that an assignment asks, its own after the module's. */
export function askedIn(
  step: { readonly id: string; readonly questions: readonly Question[] },
  choices: Choices
): Question[] {
  return [
    ...step.questions.filter(({ id }) => !choices.without.includes(`${step.id}/${id}`)),
    ...choices.questions.filter((own) => own.step === step.id).map(asQuestion)
  ];
}

/** The steps that an assignment has, in the teacher's order; all, where the module has none of those any more. */
export function inOrder<T extends { readonly id: string }>(steps: readonly T[], choices: Pick<Choices, 'steps'>): T[] {
  const chosen = choices.steps.flatMap((id) => steps.filter((step) => step.id === id));
  const isGone = chosen.length === 0 && choices.steps.length > 0;
  return isGone ? [...steps] : chosen;
}
