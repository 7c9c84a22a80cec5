import { mostEvents, mostOwnEvents, type Choices, type OwnEvent, type OwnQuestion } from '../model/assignment.ts';
import { addDays, daysBetween } from './days.ts';

/**
 * An assignment while it is made: a teacher's choices, and the places of the steps that are left out, so that one that is
 * put back stands where it was.
 */
export interface Composition extends Omit<Choices, 'steps'> {
  /** Every step of the module, once, in the order in which they stand on the page. */
  readonly order: readonly string[];
  /** The steps that are in. */
  readonly chosen: readonly string[];
}

/** Settings that a change replaces as a whole. */
export type Settings = Pick<Choices, 'level' | 'due' | 'note' | 'models'>;

/** @param steps of the module, in its own order */
export function compose({ steps: chosen, ...rest }: Choices, steps: readonly string[]): Composition {
  const order = chosen.filter((id) => steps.includes(id));
  // A step that is left out stands after the one that it follows in the module.
  steps.forEach((id, index) => {
    if (!order.includes(id)) order.splice(index === 0 ? 0 : order.indexOf(steps[index - 1]!) + 1, 0, id);
  });
  return { ...rest, order, chosen: [...chosen] };
}

/** What is chosen, as it is kept. A question without words, and an own event without any, is none. */
export function decide({ order, chosen, ...rest }: Composition): Choices {
  return {
    ...rest,
    steps: order.filter((id) => chosen.includes(id)),
    questions: rest.questions.filter(({ prompt }) => prompt.trim() !== ''),
    ownEvents: rest.ownEvents.filter(({ title, words, link }) => (title + words + link).trim() !== '')
  };
}

const without = <T>(list: readonly T[], item: T): T[] => list.filter((each) => each !== item);

export const setStep = (now: Composition, id: string, isIn: boolean): Composition =>
  now.chosen.includes(id) === isIn ? now : { ...now, chosen: isIn ? [...now.chosen, id] : without(now.chosen, id) };

/** Moves a step by so many places, as far as there are places. */
export function moveStep(now: Composition, id: string, by: number): Composition {
  const from = now.order.indexOf(id);
  const to = Math.max(0, Math.min(now.order.length - 1, from + by));
  if (from < 0 || to === from) return now;
  const order = without(now.order, id);
  order.splice(to, 0, id);
  return { ...now, order };
}

/** @param key as `step/question` */
export const setQuestion = (now: Composition, key: string, isIn: boolean): Composition =>
  now.without.includes(key) === !isIn
    ? now
    : { ...now, without: isIn ? without(now.without, key) : [...now.without, key] };

export const setSettings = (now: Composition, settings: Partial<Settings>): Composition => ({ ...now, ...settings });

/** The first free id of the teacher's own. */
function freeId(taken: readonly { readonly id: string }[]): string {
  let number = 1;
  while (taken.some(({ id }) => id === `own-${number}`)) number += 1;
  return `own-${number}`;
}

export const addQuestion = (now: Composition, step: string): Composition => ({
  ...now,
  questions: [...now.questions, { id: freeId(now.questions), step, prompt: '', words: null }]
});

export const changeQuestion = (
  now: Composition,
  id: string,
  change: Partial<Pick<OwnQuestion, 'prompt' | 'words'>>
): Composition => ({
  ...now,
  questions: now.questions.map((own) => (own.id === id ? { ...own, ...change } : own))
});

export const dropQuestion = (now: Composition, id: string): Composition => ({
  ...now,
  questions: now.questions.filter((own) => own.id !== id)
});

/** Puts an event of the collection beside the module, once. */
export const putIn = (now: Composition, id: string): Composition =>
  now.events.includes(id) || now.events.length >= mostEvents ? now : { ...now, events: [...now.events, id] };

export const takeOut = (now: Composition, id: string): Composition =>
  now.events.includes(id) ? { ...now, events: without(now.events, id) } : now;

/** Adds an own event of one day; its words are still to be written. */
export const addOwnEvent = (now: Composition, event: Pick<OwnEvent, 'lane' | 'from'>): Composition =>
  now.ownEvents.length >= mostOwnEvents
    ? now
    : {
        ...now,
        ownEvents: [...now.ownEvents, { id: freeId(now.ownEvents), title: '', to: null, words: '', link: '', ...event }]
      };

export const changeOwnEvent = (now: Composition, id: string, change: Partial<Omit<OwnEvent, 'id'>>): Composition => ({
  ...now,
  ownEvents: now.ownEvents.map((own) => (own.id === id ? { ...own, ...change } : own))
});

/** Moves an own event to begin on another day; it lasts as long as before. */
export function moveOwnEvent(now: Composition, id: string, from: string): Composition {
  const own = now.ownEvents.find((each) => each.id === id);
  if (!own || own.from === from) return now;
  const to = own.to === null ? null : addDays(from, daysBetween(own.from, own.to));
  return changeOwnEvent(now, id, { from, to });
}

/** Lets an own event last from one day to another; never less than one day. */
export const stretchOwnEvent = (now: Composition, id: string, from: string, to: string): Composition =>
  changeOwnEvent(now, id, { from, to: to <= from ? null : to });

export const dropOwnEvent = (now: Composition, id: string): Composition => ({
  ...now,
  ownEvents: now.ownEvents.filter((own) => own.id !== id)
});
