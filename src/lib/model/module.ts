import * as v from 'valibot';
import { Edtf, Id, Line, Text, list } from './fields.ts';
import type { HistoricalDate } from './historical-date.ts';
import { laneIds, type LaneId } from './lane.ts';
import { moves } from './move.ts';
import { PassageRef, QuestionSchema, type Question } from './question.ts';

/** What a step is for: to warm up, one of the four moves, or the argument at the end. */
const stepKinds = ['warm-up', ...moves, 'argument'] as const;
export type StepKind = (typeof stepKinds)[number];

/** Whose standards a module serves, by the codes that they publish. */
const frameworks = ['C3', 'Common Core', 'AP World', 'IB History'] as const;

const Minutes = v.pipe(
  v.number('minutes'),
  v.integer('whole minutes'),
  v.minValue(1, 'at least 1 minute'),
  v.maxValue(20, 'at most 20 minutes')
);

/** The front matter of `content/modules/<n>-<id>/steps/<n>-<id>.svx`; the text of the step stands below it. */
export const StepSchema = v.strictObject({
  title: Line(60),
  kind: v.picklist(stepKinds, `one of ${stepKinds.join(', ')}`),
  minutes: Minutes,
  /** Where the timeline stands. */
  view: v.strictObject({
    from: Edtf,
    to: Edtf,
    event: v.optional(Id),
    lanes: v.optional(v.array(v.picklist(laneIds, `one of ${laneIds.join(', ')}`), 'a list of lanes'))
  }),
  /** The sources beside the questions, in reading order, and the passages that the step is about. */
  reads: list(v.strictObject({ source: Id, passages: list(Id) })),
  /** The step's text in plainer words, a paragraph an entry. */
  plain: v.pipe(v.array(Text, 'a list of paragraphs'), v.minLength(1, 'at least one paragraph')),
  questions: v.pipe(v.array(QuestionSchema, 'a list of questions'), v.minLength(1, 'at least one question'))
});

const Point = v.strictObject({ text: Text, see: list(PassageRef) });

/** `content/modules/<n>-<id>/module.yaml`: a lesson, and what its teacher should know. */
export const ModuleSchema = v.strictObject({
  title: Line(40),
  question: Line(90),
  standfirst: v.pipe(Text, v.maxLength(320, 'at most 320 characters')),
  guide: v.strictObject({
    aims: v.pipe(v.array(Text, 'a list of aims'), v.minLength(2, 'at least two aims')),
    before: Text,
    misconceptions: v.pipe(
      v.array(v.strictObject({ claim: Text, record: Text, see: list(PassageRef) }), 'a list of misconceptions'),
      v.minLength(2, 'at least two misconceptions')
    ),
    /** What a good answer can say, on either side, and what a fine one adds. */
    sides: v.pipe(
      v.array(
        v.strictObject({
          side: Text,
          points: v.pipe(v.array(Point, 'a list of points'), v.minLength(2, 'at least two points'))
        }),
        'a list of sides'
      ),
      v.minLength(2, 'at least two sides')
    ),
    fine: Text,
    /** What the record does not say. */
    silent: v.pipe(v.array(Text, 'a list'), v.minLength(1, 'at least one entry')),
    support: v.pipe(v.array(Text, 'a list'), v.minLength(1, 'at least one entry')),
    stretch: v.pipe(v.array(Point, 'a list of points'), v.minLength(1, 'at least one entry')),
    standards: v.pipe(
      v.array(
        v.strictObject({
          framework: v.picklist(frameworks, `one of ${frameworks.join(', ')}`),
          codes: v.pipe(v.array(Text, 'a list of codes'), v.minLength(1, 'at least one code'))
        }),
        'a list of standards'
      ),
      v.length(frameworks.length, `the ${frameworks.length} frameworks`)
    )
  })
});

export interface StepView {
  readonly from: HistoricalDate;
  readonly to: HistoricalDate;
  readonly event: string | null;
  readonly lanes: readonly LaneId[] | null;
}

/** One part of a module: a text, a view of the timeline, sources and questions. */
export interface Step extends Omit<v.InferOutput<typeof StepSchema>, 'view' | 'questions'> {
  readonly id: string;
  readonly view: StepView;
  readonly questions: readonly Question[];
}

/** A lesson: an ordered list of steps around one question. */
export interface Module extends v.InferOutput<typeof ModuleSchema> {
  readonly id: string;
  /** Its place among the modules, from 1: the number of its folder. */
  readonly order: number;
  /** The sum of its steps'. */
  readonly minutes: number;
  readonly steps: readonly Step[];
}
