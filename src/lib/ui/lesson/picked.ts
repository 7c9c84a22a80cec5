import { resolveTarget } from '#lib/anchor/selector.ts';
import type { Stretch } from '#lib/anchor/sentences.ts';
import type { Target } from '#lib/model/annotation.ts';

/** Words that were chosen, and what for. */
export interface PickedWords {
  readonly id: string;
  readonly target: Target;
  /** What they were chosen for. */
  readonly name: string;
  readonly hue: 'a' | 'b';
}

/** A pick as it is drawn on the words of a source. */
export interface PickedStretch extends Stretch {
  readonly id: string;
  /** What it was chosen for. */
  readonly name: string;
  readonly hue: 'a' | 'b';
}

/** Where the picks of one source lie in its words. Those whose words are gone are not drawn; their cards say so. */
export const pickedStretches = (picks: readonly PickedWords[], source: string, plain: string): PickedStretch[] =>
  picks
    .filter(({ target }) => target.source === source)
    .flatMap(({ id, name, hue, target }) => {
      const found = resolveTarget(target, plain);
      return found?.isExact ? [{ id, name, hue, start: found.start, end: found.end }] : [];
    })
    .sort((a, b) => a.start - b.start);
