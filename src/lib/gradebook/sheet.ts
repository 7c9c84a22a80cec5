import { isAnswered, isBegun } from '../lesson/progress.ts';
import type { Work } from '../lesson/work.ts';
import type { Answer } from '../model/answer.ts';
import type { Question } from '../model/question.ts';

/** How far a question is: untouched, begun, or answered so that it could be handed in. */
export type Progress = 'empty' | 'begun' | 'answered';

interface AskedStep {
  readonly id: string;
  readonly questions: readonly Question[];
}

/** One student's answers to a module, by `step/question`, in the order of the module. */
export interface Sheet {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly progress: Readonly<Record<string, Progress>>;
  readonly answered: number;
}

/** Reads of a student's work what it makes of the questions that are asked. */
export function readSheet(module: string, steps: readonly AskedStep[], work: Work): Sheet {
  const answers: Record<string, Answer> = {};
  const progress: Record<string, Progress> = {};
  for (const { id: step, questions } of steps) {
    for (const question of questions) {
      const answer = work.answer(module, step, question.id);
      const key = `${step}/${question.id}`;
      answers[key] = answer;
      progress[key] = isAnswered(question, answer) ? 'answered' : isBegun(answer) ? 'begun' : 'empty';
    }
  }
  return {
    answers,
    progress,
    answered: Object.values(progress).filter((each) => each === 'answered').length
  };
}

/** A student is away when nothing was heard for this long, in ms: twice the time between two signs. */
const away = 100_000;
/** A student who is there and has written nothing for this long may be stuck, in ms. */
const still = 240_000;

export type Presence = 'done' | 'working' | 'stuck' | 'away';

/** Whether a student is at work, and whether she may need a word. Times are in ms since 1970. */
export function presenceOf(
  { seenAt, lastAt, answered, asked }: { seenAt: number; lastAt: number; answered: number; asked: number },
  now: number
): Presence {
  if (asked > 0 && answered >= asked) return 'done';
  if (now - seenAt > away) return 'away';
  return now - lastAt > still ? 'stuck' : 'working';
}
