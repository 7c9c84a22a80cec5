import { draftOf, writeDraft } from '../lesson/draft.ts';
import { fields, listOf, picksOf, textOf, type Answer } from '../model/answer.ts';
import type { DraftingTable } from '../model/drafting.ts';
import type { Question } from '../model/question.ts';

/** What an answer points at by id, as text. */
export interface Names {
  readonly events: Readonly<Record<string, { readonly title: string }>>;
  /** Words of passages, by `source#passage`. */
  readonly passages: Readonly<Record<string, { readonly text: string }>>;
  readonly tables: Readonly<Record<string, { readonly table: DraftingTable }>>;
}

/** An answer as lines of text, for a table: what was chosen, the evidence in quotation marks with its source, the words. */
export function answerText(question: Question, answer: Answer, names: Names): string {
  const written = [fields.claim, fields.text, fields.reasoning, fields.against].map((field) => textOf(answer, field));
  const evidence = picksOf(answer).map(({ label, target, why }) => {
    const name = question.type === 'evidence' ? question.labels.find(({ id }) => id === label)?.text : label;
    return `${name ?? label}: “${target.selector[0].exact}” (${target.source})${why ? ` – ${why}` : ''}`;
  });
  return [...chosen(question, answer, names), ...written, ...evidence].filter((line) => line !== '').join('\n');
}

function chosen(question: Question, answer: Answer, names: Names): string[] {
  switch (question.type) {
    case 'choice':
    case 'poll':
      return question.options.filter(({ id }) => listOf(answer, fields.options).includes(id)).map(({ text }) => text);
    case 'sequence':
      return listOf(answer, fields.order).map(
        (id, index) => `${index + 1}. ${question.items.find((item) => item.id === id)?.text ?? id}`
      );
    case 'placement':
      return question.events.flatMap((event) => {
        const day = textOf(answer, fields.place(event));
        return day === '' ? [] : [`${day}: ${names.events[event]?.title ?? event}`];
      });
    case 'comparison':
      return question.left.flatMap((ref) => {
        const partner = textOf(answer, fields.join(ref));
        if (partner === '') return [];
        const words = [ref, partner].map((each) => names.passages[each]?.text ?? each);
        return [`“${words[0]}” ${textOf(answer, fields.joinWord(ref))} “${words[1]}”`];
      });
    case 'scale': {
      const position = answer[fields.position];
      return typeof position === 'number' ? [`${position} of 6 (0: ${question.from}, 6: ${question.to})`] : [];
    }
    case 'drafting': {
      const table = names.tables[question.table]?.table;
      if (!table) return [];
      return writeDraft(table, draftOf(table, answer)).map(({ number, text }) =>
        number === null ? text : `${number}. ${text}`
      );
    }
    case 'short':
    case 'evidence':
    case 'argument':
      return [];
  }
}
