import { collection } from 'virtual:collection';
import type { KioskQuestion } from '#lib/ui/kiosk/kiosk-view.ts';

/** Questions of opinion: the polls with which lessons begin. Their end asks the same again. */
export const questions = (): KioskQuestion[] =>
  collection.modules.flatMap((module) =>
    module.steps.flatMap((step) =>
      step.questions.flatMap((question) =>
        question.type === 'poll' && !question.before
          ? [{ id: `${module.id}/${step.id}/${question.id}`, prompt: question.prompt, options: question.options }]
          : []
      )
    )
  );
