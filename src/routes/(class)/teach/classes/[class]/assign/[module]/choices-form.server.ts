import type { Choices } from '#lib/model/assignment.ts';
import { laneIds } from '#lib/model/lane.ts';
import { field } from '../../../../../refuse.server.ts';

/** What scripts add to the form, as they wrote it: the events. What it must be is checked where it is kept. */
function readAdded(text: string): Record<'events' | 'ownEvents', unknown> {
  let added: unknown;
  try {
    added = JSON.parse(text || '{}');
  } catch {
    added = null;
  }
  const { events = [], ownEvents = [] } = (typeof added === 'object' ? (added ?? {}) : {}) as Record<string, unknown>;
  return { events, ownEvents };
}

/** The form's fields as choices; what they must be is checked where they are kept. */
export function choicesOf(form: FormData): Record<keyof Choices, unknown> {
  const all = (name: string) => form.getAll(name).filter((value): value is string => typeof value === 'string');
  const asked = all('question');
  const shown = all('shown-question');
  const ids = all('own-id');
  const steps = all('own-step');
  const words = all('own-words');
  return {
    // The form has the steps in the teacher's order.
    steps: all('step'),
    without: shown.filter((key) => !asked.includes(key)),
    level: field(form, 'level'),
    due: field(form, 'due') || null,
    note: field(form, 'note'),
    models: field(form, 'models') === 'yes',
    questions: all('own-prompt').flatMap((prompt, index) =>
      prompt.trim() === ''
        ? []
        : [
            {
              id: ids[index] ?? '',
              step: steps[index] ?? '',
              prompt,
              words: words[index] ? Number(words[index]) : null
            }
          ]
    ),
    ...readAdded(field(form, 'added'))
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textsOf = (value: unknown): string[] => listOf(value).filter((each) => typeof each === 'string');
const fieldsOf = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;

/** What was typed, right or wrong, as far as the page can show it again when it was refused. */
export function typedChoices(given: Record<keyof Choices, unknown>): Choices {
  return {
    steps: textsOf(given.steps),
    without: textsOf(given.without),
    level: given.level === 'plain' ? 'plain' : 'document',
    due: textOf(given.due) || null,
    note: textOf(given.note),
    models: given.models === true,
    questions: listOf(given.questions)
      .map(fieldsOf)
      .map(({ id, step, prompt, words }) => ({
        id: textOf(id),
        step: textOf(step),
        prompt: textOf(prompt),
        words: typeof words === 'number' && Number.isFinite(words) ? words : null
      })),
    events: textsOf(given.events),
    ownEvents: listOf(given.ownEvents)
      .map(fieldsOf)
      .map(({ id, title, lane, from, to, words, link }) => ({
        id: textOf(id),
        title: textOf(title),
        lane: laneIds.find((each) => each === lane) ?? laneIds[0],
        from: textOf(from),
        to: textOf(to) || null,
        words: textOf(words),
        link: textOf(link)
      }))
  };
}
