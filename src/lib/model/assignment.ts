import * as v from 'valibot';
import type { Module } from './module.ts';
import type { Move } from './move.ts';

/** Words of a teacher: long enough for a task, not for a book. */
const Words = (most: number) => v.pipe(v.string('text'), v.trim(), v.maxLength(most, `at most ${most} characters`));
const Name = v.pipe(Words(200), v.minLength(1, 'text that is not empty'));

/** A question of the teacher's own: students answer it in a few sentences. */
const OwnQuestionSchema = v.strictObject({
  id: v.pipe(v.string('text'), v.regex(/^own-[a-z0-9]{1,20}$/, 'an id that begins with own-')),
  step: Name,
  prompt: v.pipe(Words(1000), v.minLength(1, 'text that is not empty')),
  /** A number of words to aim at; null for none. */
  words: v.nullable(v.pipe(v.number('a number'), v.integer('a whole number'), v.minValue(10), v.maxValue(1000)))
});

/** A teacher's choices for one module in one class. */
export const ChoicesSchema = v.strictObject({
  /** Ids of the steps that students do, in the order of the module. */
  steps: v.pipe(v.array(Name), v.minLength(1, 'at least one step'), v.maxLength(50)),
  /** Questions that are left out, as `step/question`. */
  without: v.pipe(v.array(Name), v.maxLength(500)),
  /** The reading level that a step opens with. */
  level: v.picklist(['document', 'plain'], 'document or plain'),
  /** The day by which it is done; null for none. */
  due: v.nullable(v.pipe(v.string(), v.isoDate('a day such as 2026-12-01'))),
  note: Words(2000),
  /** Whether model answers open once a question is answered. */
  models: v.boolean(),
  questions: v.pipe(v.array(OwnQuestionSchema), v.maxLength(20, 'at most 20 questions of your own'))
});

export type Choices = v.InferOutput<typeof ChoicesSchema>;
export type OwnQuestion = v.InferOutput<typeof OwnQuestionSchema>;

/** Points by move of historical thinking, 0 to 3; a move that was not judged is not there. */
export type Scores = Readonly<Partial<Record<Move, number>>>;

/** The choices that a module begins with: all of it. */
export const allOf = (module: Pick<Module, 'steps'>): Choices => ({
  steps: module.steps.map(({ id }) => id),
  without: [],
  level: 'document',
  due: null,
  note: '',
  models: true,
  questions: []
});
