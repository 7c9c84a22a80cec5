import { m } from '#lib/i18n/paraglide/messages.js';
import { sides } from '#lib/model/answer.ts';
import type { StepKind } from '#lib/model/module.ts';
import type { Move } from '#lib/model/move.ts';
import type { Question } from '#lib/model/question.ts';

const moves: Record<Move, () => string> = {
  sourcing: m.move_sourcing,
  context: m.move_context,
  'close-reading': m.move_close_reading,
  corroboration: m.move_corroboration
};

export const moveName = (move: Move): string => moves[move]();

/** What a step is for. */
export const stepKindName = (kind: StepKind): string =>
  kind === 'warm-up' ? m.step_warm_up() : kind === 'argument' ? m.step_argument() : moveName(kind);

/** What words are chosen for, in a question in which they are. */
export function pickLabels(question: Question): readonly { id: string; name: string }[] {
  if (question.type === 'evidence') return question.labels.map(({ id, text }) => ({ id, name: text }));
  const isScale = question.type === 'scale';
  return [
    { id: sides.inFavour, name: isScale ? m.lesson_scale_for() : m.lesson_evidence() },
    { id: sides.against, name: isScale ? m.lesson_scale_against() : m.lesson_evidence_against() }
  ];
}
