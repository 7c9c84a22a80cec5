import * as v from 'valibot';
import { Id, Line, Text, list } from './fields.ts';
import { PassageRef } from './question.ts';

/** How an option stands to what Gorbachev asked for, or to what the Council adopted. */
const relations = ['alike', 'near', 'unlike', 'silent'] as const;
export type Relation = (typeof relations)[number];

const Answered = v.strictObject({ relation: v.picklist(relations, `one of ${relations.join(', ')}`), note: Text });

const OptionSchema = v.strictObject({
  id: Id,
  text: Line(90),
  /** What stands for the choice's mark in the draft's clauses. */
  phrase: v.optional(Text),
  /** Why this was open in November 1990, and where that can be read. */
  open: Text,
  see: list(PassageRef),
  citations: list(Text),
  asked: Answered,
  adopted: Answered
});

const When = v.optional(v.record(v.string(), v.array(Id, 'a list of options')), {});

/** `content/drafting/<id>.yaml`: the choices of which a draft is made, and what each is compared with. */
export const DraftingTableSchema = v.strictObject({
  title: Line(90),
  about: Text,
  /** The roll call on what was adopted: a council's year and the id of the vote. */
  council: v.strictObject({ year: v.number('a year'), rollCall: Id }),
  asked: v.strictObject({ name: Line(60), source: Id }),
  adopted: v.strictObject({ name: Line(60), source: Id }),
  choices: v.pipe(
    v.array(
      v.strictObject({
        id: Id,
        /** It is asked when each choice that is named here is one of its options; else it is settled. */
        when: When,
        question: Line(60),
        /** Its clause's name in the comparison. */
        clause: Line(40),
        options: v.pipe(v.array(OptionSchema, 'a list of options'), v.minLength(2, 'at least two options')),
        /** The words that answer the choice; none where the text is silent. */
        asked: v.optional(PassageRef),
        adopted: v.optional(PassageRef)
      }),
      'a list of choices'
    ),
    v.minLength(2, 'at least two choices')
  ),
  /**
   * The draft, a clause an entry, in the order in which it is read. A clause stands there when each choice that
   * `when` names is one of its options; `{choice}` in its words is the phrase of the option chosen.
   */
  clauses: v.pipe(
    v.array(
      v.strictObject({ when: When, isNumbered: v.optional(v.boolean('true or false'), false), text: Text }),
      'a list of clauses'
    ),
    v.minLength(1, 'at least one clause')
  )
});

export interface DraftingTable extends v.InferOutput<typeof DraftingTableSchema> {
  readonly id: string;
}
export type DraftingChoice = DraftingTable['choices'][number];
export type DraftingOption = DraftingChoice['options'][number];
