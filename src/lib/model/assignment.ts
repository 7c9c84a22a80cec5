import * as v from 'valibot';
import { laneIds } from './lane.ts';
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

/** Whether a day is in the calendar: 31 February looks like one and is none. */
export const isDay = (iso: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().slice(0, 10) === iso;

/** Whether an address leads to a page of the web; no other scheme may stand in a link. */
export function isWebAddress(link: string): boolean {
  if (!/^https?:\/\/[^\s"<>]+$/i.test(link)) return false;
  try {
    return ['http:', 'https:'].includes(new URL(link).protocol);
  } catch {
    return false;
  }
}

const Day = v.pipe(v.string('a day'), v.check(isDay, 'a day such as 1990-11-19'));

/** An event of the teacher's own, beside those of the collection. */
const OwnEventSchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string('text'), v.regex(/^own-[a-z0-9]{1,20}$/, 'an id that begins with own-')),
    title: Name,
    lane: v.picklist(laneIds, `one of ${laneIds.join(', ')}`),
    from: Day,
    /** Its last day; null where it has one day alone. */
    to: v.nullable(Day),
    words: Words(1000),
    link: v.pipe(
      Words(500),
      v.check((link) => link === '' || isWebAddress(link), 'an address that begins with http:// or https://')
    )
  }),
  v.forward(
    v.check(({ from, to }) => to === null || to >= from, 'a day that is not before the first'),
    ['to']
  )
);

/** How many events of the collection, and how many own ones, stand beside a module at most. */
export const mostEvents = 60;
export const mostOwnEvents = 20;

/** A teacher's choices for one module in one class. */
export const ChoicesSchema = v.strictObject({
  /** Ids of the steps that students do, in the order in which they do them. */
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
  questions: v.pipe(v.array(OwnQuestionSchema), v.maxLength(20, 'at most 20 questions of your own')),
  /** Ids of the collection's events that stand beside the module. Choices of before there were any have none. */
  events: v.optional(v.pipe(v.array(Name), v.maxLength(mostEvents, `at most ${mostEvents} events`)), []),
  ownEvents: v.optional(
    v.pipe(v.array(OwnEventSchema), v.maxLength(mostOwnEvents, `at most ${mostOwnEvents} events of your own`)),
    []
  )
});

export type Choices = v.InferOutput<typeof ChoicesSchema>;
export type OwnQuestion = v.InferOutput<typeof OwnQuestionSchema>;
export type OwnEvent = v.InferOutput<typeof OwnEventSchema>;

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
  questions: [],
  events: [],
  ownEvents: []
});

/** Choices as they were kept; those of before there were events beside a module have none. */
export const readKept = (kept: Omit<Choices, 'events' | 'ownEvents'> & Partial<Choices>): Choices => ({
  events: [],
  ownEvents: [],
  ...kept
});
