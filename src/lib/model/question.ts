import * as v from 'valibot';
import type { QuotedSource } from './event.ts';
import { Edtf, Id, Line, Text, list } from './fields.ts';
import type { HistoricalDate } from './historical-date.ts';
import { moves } from './move.ts';

const questionTypes = [
  'choice',
  'short',
  'evidence',
  'sequence',
  'placement',
  'comparison',
  'scale',
  'argument',
  'drafting',
  'poll'
] as const;
export type QuestionType = (typeof questionTypes)[number];

const Few = (most: number) =>
  v.pipe(
    v.number('a number'),
    v.integer('a whole number'),
    v.minValue(1, 'at least 1'),
    v.maxValue(most, `at most ${most}`)
  );

/** A passage of a source: `id#passage`. */
export const PassageRef = v.pipe(
  v.string('source#passage'),
  v.regex(/^[a-z0-9-]+#[a-z0-9-]+$/, "a source's id and its passage: id#passage")
);

/** What stands on every question. */
const common = {
  id: Id,
  /** What is asked, and the same in plainer words. */
  prompt: Text,
  plain: v.optional(Text),
  move: v.optional(v.picklist(moves, `one of ${moves.join(', ')}`)),
  /** Opened one at a time, the first the lightest. */
  hints: list(Text),
  /** Words; more is told and never cut. */
  limit: v.optional(Few(600)),
  /** Shown after an answer, where the assignment allows it: points of a good answer, on more than one side where there are sides. */
  model: list(Text),
  /** What a beginning, a secure and a strong answer shows, by move. */
  rubric: list(
    v.strictObject({
      move: v.picklist(moves, `one of ${moves.join(', ')}`),
      beginning: Text,
      secure: Text,
      strong: Text
    })
  )
};

const items = <T extends v.GenericSchema>(item: T, least: number, what: string) =>
  v.pipe(v.array(item, `a list of ${what}`), v.minLength(least, `at least ${least} ${what}`));

const ChoiceSchema = v.strictObject({
  ...common,
  type: v.literal('choice'),
  several: v.optional(v.boolean('true or false'), false),
  options: items(
    v.strictObject({ id: Id, text: Text, isRight: v.optional(v.boolean('true or false'), false), feedback: Text }),
    2,
    'options'
  )
});

const ShortSchema = v.strictObject({ ...common, type: v.literal('short') });

const EvidenceSchema = v.strictObject({
  ...common,
  type: v.literal('evidence'),
  /** What a pick can be for; `like` are passages that would serve. */
  labels: items(
    v.strictObject({ id: Id, text: Line(60), picks: v.optional(Few(6), 1), like: list(PassageRef) }),
    1,
    'labels'
  )
});

const SequenceSchema = v.strictObject({
  ...common,
  type: v.literal('sequence'),
  /** In the order that the record has. */
  items: items(
    v.strictObject({ id: Id, text: Line(120), event: v.optional(Id), words: v.optional(PassageRef) }),
    3,
    'items'
  )
});

const PlacementSchema = v.strictObject({
  ...common,
  type: v.literal('placement'),
  /** The stretch of time on which they are placed. */
  from: Edtf,
  to: Edtf,
  events: items(Id, 3, 'events')
});

const ComparisonSchema = v.strictObject({
  ...common,
  type: v.literal('comparison'),
  left: items(PassageRef, 1, 'passages'),
  right: items(PassageRef, 1, 'passages'),
  /** Joins that the record bears out, each with what divides and joins the two. */
  joins: items(v.strictObject({ a: PassageRef, b: PassageRef, note: Text }), 1, 'joins'),
  /** What finds no partner, and why. */
  alone: list(v.strictObject({ passage: PassageRef, note: Text }))
});

const ScaleSchema = v.strictObject({
  ...common,
  type: v.literal('scale'),
  claim: Text,
  from: Line(30),
  to: Line(30)
});

const ArgumentSchema = v.strictObject({
  ...common,
  type: v.literal('argument'),
  /** From how many different sources the evidence must come. */
  sources: v.optional(Few(6), 2)
});

const DraftingSchema = v.strictObject({ ...common, type: v.literal('drafting'), table: Id });

const PollSchema = v.strictObject({
  ...common,
  type: v.literal('poll'),
  options: items(v.strictObject({ id: Id, text: Line(80) }), 2, 'options'),
  /** The same poll earlier in the module, `step/question`: the two answers stand side by side. */
  before: v.optional(
    v.pipe(v.string('step/question'), v.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'a step and its question: step/question'))
  )
});

/** One question, as a step's front matter has it. */
export const QuestionSchema = v.variant(
  'type',
  [
    ChoiceSchema,
    ShortSchema,
    EvidenceSchema,
    SequenceSchema,
    PlacementSchema,
    ComparisonSchema,
    ScaleSchema,
    ArgumentSchema,
    DraftingSchema,
    PollSchema
  ],
  `one of ${questionTypes.join(', ')}`
);

type Written = v.InferOutput<typeof QuestionSchema>;
type OfType<T extends QuestionType> = Extract<Written, { type: T }>;

export type ChoiceQuestion = OfType<'choice'>;
export type ShortQuestion = OfType<'short'>;
export type EvidenceQuestion = Omit<OfType<'evidence'>, 'labels'> & {
  readonly labels: readonly {
    readonly id: string;
    readonly text: string;
    readonly picks: number;
    readonly like: readonly QuotedSource[];
  }[];
};
export type SequenceQuestion = Omit<OfType<'sequence'>, 'items'> & {
  readonly items: readonly {
    readonly id: string;
    readonly text: string;
    readonly event: string | null;
    readonly words: QuotedSource | null;
  }[];
};
export type PlacementQuestion = Omit<OfType<'placement'>, 'from' | 'to'> & {
  readonly from: HistoricalDate;
  readonly to: HistoricalDate;
};
export type ComparisonQuestion = OfType<'comparison'>;
export type ScaleQuestion = OfType<'scale'>;
export type ArgumentQuestion = OfType<'argument'>;
export type DraftingQuestion = OfType<'drafting'>;
export type PollQuestion = OfType<'poll'>;

export type Question =
  | ChoiceQuestion
  | ShortQuestion
  | EvidenceQuestion
  | SequenceQuestion
  | PlacementQuestion
  | ComparisonQuestion
  | ScaleQuestion
  | ArgumentQuestion
  | DraftingQuestion
  | PollQuestion;
