import * as v from 'valibot';
import { Citation, Id, Text, list } from './fields.ts';

/** The front matter of `content/terms/<id>.svx`; the body is the definition. */
export const TermSchema = v.strictObject({
  term: Text,
  plain: Text,
  sources: list(Id),
  citations: list(Citation),
  seeAlso: list(Id)
});

export interface Term extends v.InferOutput<typeof TermSchema> {
  readonly id: string;
  readonly definition: string;
}
