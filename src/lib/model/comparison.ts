import * as v from 'valibot';
import { Id, Line, Text } from './fields.ts';

const End = v.pipe(v.string('a passage'), v.regex(/^[a-z0-9-]+$/, "a passage's id"));

/** `content/comparisons/<id>.yaml`: two excerpts and the passages of them that answer each other. */
export const ComparisonSchema = v.strictObject({
  a: Id,
  b: Id,
  title: Line(90),
  about: Text,
  pairs: v.pipe(
    v.array(v.strictObject({ a: End, b: End, label: Line(60), note: Text })),
    v.minLength(1, 'at least one pair')
  ),
  /** Passages of either side that find no partner, and why that matters. */
  alone: v.optional(
    v.array(v.strictObject({ side: v.picklist(['a', 'b'], 'a or b'), passage: End, label: Line(60), note: Text })),
    []
  )
});
export type Comparison = v.InferOutput<typeof ComparisonSchema> & { readonly id: string };
