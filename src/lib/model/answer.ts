import type { Target } from './annotation.ts';
import type { Json } from './operation.ts';

/** What stands in the fields of one question, by the field's name. A field that was never touched is not there. */
export type Answer = Readonly<Record<string, Json>>;

/** Words of a source that a student chose, what for, and why. */
export interface Pick {
  readonly id: string;
  readonly label: string;
  readonly target: Target;
  readonly why: string;
}

/** The fields of each type of question, named in one place. Free text is written, all else is set. */
export const fields = {
  options: 'options',
  /** Whether the student asked to see what her answer shows: feedback, the record's order, the votes. */
  seen: 'seen',
  text: 'text',
  order: 'order',
  position: 'position',
  claim: 'claim',
  reasoning: 'reasoning',
  against: 'against',
  pick: (id: string) => `pick/${id}`,
  why: (pick: string) => `pick/${pick}/why`,
  place: (event: string) => `place/${event}`,
  join: (passage: string) => `join/${passage}`,
  joinWord: (passage: string) => `join/${passage}/word`,
  choice: (id: string) => `choice/${id}`,
  vote: (member: string) => `vote/${member}`
} as const;

/** What words are chosen for where a position or a claim is argued. */
export const sides = { inFavour: 'for', against: 'against' } as const;

export const textOf = (answer: Answer, field: string): string => {
  const value = answer[field];
  return typeof value === 'string' ? value : '';
};

export const listOf = (answer: Answer, field: string): readonly string[] => {
  const value = answer[field];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
};

/** The picks of an answer, in the order in which they were made; those taken back are not among them. */
export function picksOf(answer: Answer): Pick[] {
  return Object.entries(answer).flatMap(([field, value]): Pick[] => {
    const id = /^pick\/([^/]+)$/.exec(field)?.[1];
    if (id === undefined || typeof value !== 'object' || value === null) return [];
    const { label, target } = value as unknown as { label: string; target: Target };
    return [{ id, label, target, why: textOf(answer, fields.why(id)) }];
  });
}
