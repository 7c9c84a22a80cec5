import * as v from 'valibot';
import { ChoicesSchema, type Choices } from '../model/assignment.ts';

/** What a teacher chooses from: one module, and the events of the collection. */
export interface Ground {
  readonly module: {
    readonly id: string;
    readonly steps: readonly { readonly id: string; readonly questions: readonly { readonly id: string }[] }[];
  };
  readonly events: readonly { readonly id: string }[];
}

const firstDouble = (ids: readonly string[]) => ids.find((id, index) => ids.indexOf(id) !== index);

/**
 * Reads choices that came from a form or a file. Their steps stay in the order in which they are named.
 * @returns the choices, or the field that is wrong and what it must be
 */
export function readChoices(given: unknown, { module, events }: Ground): { choices: Choices } | { problem: string } {
  const { success, output, issues } = v.safeParse(ChoicesSchema, given);
  if (!success) return { problem: `${v.getDotPath(issues[0]) ?? 'choices'}: ${issues[0].message}` };
  const hasStep = (id: string) => module.steps.some((step) => step.id === id);

  const unknown = output.steps.find((id) => !hasStep(id));
  if (unknown !== undefined) return { problem: `steps: the module has no step ‘${unknown}’` };
  const twice = firstDouble(output.steps);
  if (twice !== undefined) return { problem: `steps: ‘${twice}’ stands there twice` };
  const lost = output.questions.find(({ step }) => !hasStep(step));
  if (lost) return { problem: `questions: the module has no step ‘${lost.step}’` };
  if (firstDouble(output.questions.map(({ id }) => id)) !== undefined)
    return { problem: 'questions: two have the same id' };
  const strange = output.events.find((id) => !events.some((event) => event.id === id));
  if (strange !== undefined) return { problem: `events: the collection has no event ‘${strange}’` };
  const same = firstDouble(output.events);
  if (same !== undefined) return { problem: `events: ‘${same}’ stands there twice` };
  if (firstDouble(output.ownEvents.map(({ id }) => id)) !== undefined)
    return { problem: 'ownEvents: two have the same id' };

  const known = module.steps.flatMap(({ id, questions }) => questions.map((question) => `${id}/${question.id}`));
  return { choices: { ...output, without: output.without.filter((key) => known.includes(key)) } };
}
