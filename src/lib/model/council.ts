import * as v from 'valibot';
import { Citation, Edtf, Id, Text, list } from './fields.ts';

export const votes = ['for', 'against', 'abstained', 'not-participating'] as const;
export type Vote = (typeof votes)[number];

const count = v.pipe(v.number('a number'), v.integer('a whole number'), v.minValue(0), v.maxValue(15));

const tally = { for: count, against: count, abstaining: count, notParticipating: count };

const Statement = v.strictObject({
  date: Edtf,
  what: Text,
  basis: Text,
  citations: list(Citation),
  sources: list(Id)
});

/** `content/council/<year>.yaml`: the fifteen members of one year and what they voted. */
export const CouncilSchema = v.strictObject({
  year: v.pipe(v.number('a year'), v.integer('a year')),
  about: Text,
  citations: list(Citation),
  /** Roll calls in order; `id` is the key of a member's vote. */
  rollCalls: v.array(
    v.strictObject({
      id: Id,
      /** Number of the resolution; absent where the vote was on something else. */
      resolution: v.optional(Text),
      date: Edtf,
      meeting: Text,
      about: Text,
      ...tally,
      event: Id,
      sources: list(Id)
    })
  ),
  notes: list(Text),
  members: v.array(
    v.strictObject({
      id: Id,
      name: Text,
      permanent: v.boolean('true or false'),
      votes: v.record(v.string(), v.picklist(votes, `one of ${votes.join(', ')}`)),
      /** What the member is recorded to have said when resolution 678 was voted on. */
      on678: v.optional(v.strictObject({ said: v.optional(Statement), saidNote: v.optional(Text) })),
      /** What it is recorded to have said or done before that vote. */
      evidence: list(Statement)
    })
  )
});
export type Council = v.InferOutput<typeof CouncilSchema>;
export type RollCall = Council['rollCalls'][number];
