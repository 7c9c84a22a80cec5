import * as v from 'valibot';
import { Id, Text } from './fields.ts';

export const PersonSchema = v.strictObject({
  id: Id,
  name: Text,
  sortName: Text,
  /** As of 1990, unless it says otherwise. */
  role: Text,
  country: Text,
  note: Text,
  /** Only named in an excerpt, or wrote a source. */
  mentionOnly: v.optional(v.boolean('true or false'), false)
});
export type Person = v.InferOutput<typeof PersonSchema>;
