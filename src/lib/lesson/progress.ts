import { fields, listOf, picksOf, sides, textOf, type Answer } from '../model/answer.ts';
import type { Question } from '../model/question.ts';

/** Whether a question holds an answer that could be handed in: everything that it asks for has something in it. */
export function isAnswered(question: Question, answer: Answer): boolean {
  const has = (field: string) => textOf(answer, field).trim() !== '';
  switch (question.type) {
    case 'choice':
    case 'poll':
      return listOf(answer, fields.options).length > 0;
    case 'short':
      return has(fields.text);
    case 'evidence': {
      const picks = picksOf(answer);
      return question.labels.every(
        ({ id, picks: wanted }) => picks.filter(({ label }) => label === id).length >= wanted
      );
    }
    case 'sequence':
      return listOf(answer, fields.order).length === question.items.length;
    case 'placement':
      return question.events.every((event) => has(fields.place(event)));
    case 'comparison':
      return question.joins.every(({ a }) => has(fields.join(a)));
    case 'scale':
      return typeof answer[fields.position] === 'number' && has(fields.text);
    case 'argument': {
      const sources = new Set(
        picksOf(answer)
          .filter(({ label }) => label === sides.inFavour)
          .map(({ target }) => target.source)
      );
      return has(fields.claim) && has(fields.reasoning) && sources.size >= question.sources;
    }
    case 'drafting':
      return Object.keys(answer).some((field) => field.startsWith('choice/')) && has(fields.text);
  }
}

/** Whether anything at all was answered. */
export const isBegun = (answer: Answer): boolean =>
  Object.values(answer).some((value) => value !== null && value !== '' && value !== false);

/** Words of a text, as a limit counts them. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
