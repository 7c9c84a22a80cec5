import { m } from '#lib/i18n/paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
  steps: m.assign_wrong_steps,
  questions: m.assign_wrong_questions,
  events: m.assign_wrong_events,
  ownEvents: m.assign_wrong_own_events
};

/** What to mend in choices that were refused; empty where that is not known. @param detail such as 'steps: at least one' */
export const wrongWords = (detail: string): string => words[/^\w+/.exec(detail)?.[0] ?? '']?.() ?? '';
