import * as v from 'valibot';
import { Text } from './fields.ts';

/**
 * `content/adapted/<id of a source>.yaml`: the source in plainer words of ours. Each sentence is tied
 * to the words that it stands for, so that what is picked on it lands on them.
 */
export const AdaptedSchema = v.strictObject({
  sentences: v.pipe(
    v.array(v.strictObject({ words: Text, plain: Text }), 'a list of sentences'),
    v.minLength(1, 'at least one sentence')
  )
});

/** One sentence of ours, and the stretch of the excerpt's plain text that it stands for. */
export interface AdaptedSentence {
  readonly start: number;
  readonly end: number;
  readonly plain: string;
}

export interface Adapted {
  /** The source's. */
  readonly id: string;
  /** In order; what no sentence stands for is shown in its own words. */
  readonly sentences: readonly AdaptedSentence[];
}
