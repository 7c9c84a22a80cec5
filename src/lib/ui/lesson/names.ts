import { m } from '#lib/i18n/paraglide/messages.js';
import type { StepKind } from '#lib/model/module.ts';
import type { Move } from '#lib/model/question.ts';

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
