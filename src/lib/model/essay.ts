import * as v from 'valibot';
import type { QuotedSource } from './event.ts';
import { Id, Line, Text, list } from './fields.ts';

/**
 * The front matter of `content/essays/<id>.svx`. The body's `<Ref id="…" />` points at a
 * reference by its id; every reference must be used.
 */
export const EssaySchema = v.strictObject({
  title: Line(90),
  standfirst: Text,
  order: v.pipe(v.number('a number'), v.integer('a whole number')),
  references: v.array(
    v.strictObject({
      id: Id,
      /** Primary record, press of the time, a participant's later account, a historian or archive. */
      kind: v.picklist(['record', 'press', 'memoir', 'history'], 'record, press, memoir or history'),
      text: Text,
      source: v.optional(Id),
      url: v.optional(v.string())
    })
  ),
  sources: list(Id)
});

export interface Essay extends v.InferOutput<typeof EssaySchema> {
  readonly id: string;
  /** The passages that the text sets apart. */
  readonly quotes: readonly QuotedSource[];
}
