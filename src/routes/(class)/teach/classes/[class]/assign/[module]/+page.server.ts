import { error, redirect } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { allOf } from '#lib/model/assignment.ts';
import { assign, changeAssignment, listAssignments, withdraw } from '#lib/server/class/assignments.ts';
import { readClass } from '#lib/server/class/classes.ts';
import { Refusal } from '#lib/server/refusal.ts';
import { attempt, field, readForm, show } from '../../../../../refuse.server.ts';

const moduleOf = (id: string) => collection.modules.find((module) => module.id === id) ?? error(404);

export const load = ({ locals, url, params }) =>
  show(url, async () => {
    const { database } = locals.classes;
    const own = await readClass(database, locals.teacher, params.class);
    const module = moduleOf(params.module);
    const assignment = (await listAssignments(database, locals.teacher, own.id)).find(
      (each) => each.module === module.id
    );
    return {
      class: { id: own.id, name: own.name },
      module: {
        id: module.id,
        title: module.title,
        question: module.question,
        steps: module.steps.map(({ id, title, minutes, questions }) => ({
          id,
          title,
          minutes,
          questions: questions.map((question) => ({ id: question.id, prompt: question.prompt }))
        }))
      },
      assignment: assignment?.id ?? null,
      choices: assignment?.choices ?? allOf(module)
    };
  });

/** The form's fields as choices; what they must be is checked where they are kept. */
function choicesOf(form: FormData): unknown {
  const all = (name: string) => form.getAll(name).filter((value): value is string => typeof value === 'string');
  const asked = all('question');
  const shown = all('shown-question');
  const steps = all('own-step');
  const words = all('own-words');
  return {
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
              id: all('own-id')[index] ?? '',
              step: steps[index] ?? '',
              prompt,
              words: words[index] ? Number(words[index]) : null
            }
          ]
    )
  };
}

export const actions = {
  save: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const { database } = locals.classes;
    return attempt(form, locals.classes, async () => {
      const module = moduleOf(params.module);
      const known = (await listAssignments(database, locals.teacher, params.class)).find(
        (each) => each.module === module.id
      );
      if (known) {
        await changeAssignment(database, locals.teacher, known.id, module, choicesOf(form), Date.now());
        redirect(303, `/teach/classes/${params.class}/${known.id}`);
      }
      const made = await assign(database, locals.teacher, params.class, module, choicesOf(form), Date.now());
      redirect(303, `/teach/classes/${params.class}/${made.id}`);
    });
  },
  withdraw: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const { database } = locals.classes;
    return attempt(form, locals.classes, async () => {
      const known = (await listAssignments(database, locals.teacher, params.class)).find(
        (each) => each.module === params.module
      );
      if (!known) throw new Refusal('not-found');
      await withdraw(database, locals.teacher, known.id, Date.now());
      redirect(303, `/teach/classes/${params.class}`);
    });
  }
};
