import { error, fail, redirect } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { formatSpan } from '#lib/i18n/format.ts';
import { allOf } from '#lib/model/assignment.ts';
import { assign, changeAssignment, listAssignments, withdraw } from '#lib/server/class/assignments.ts';
import { listClasses, readClass } from '#lib/server/class/classes.ts';
import { Refusal } from '#lib/server/refusal.ts';
import { toTimelineEvent } from '#lib/timeline/timeline-event.ts';
import { attempt, field, readForm, show } from '../../../../../refuse.server.ts';
import { choicesOf, typedChoices } from './choices-form.server.ts';

const moduleOf = (id: string) => collection.modules.find((module) => module.id === id) ?? error(404);
const groundOf = (id: string) => ({ module: moduleOf(id), events: collection.events });

export const load = ({ locals, url, params }) =>
  show(url, async () => {
    const { database } = locals.classes;
    const own = await readClass(database, locals.teacher, params.class);
    const module = moduleOf(params.module);
    const [assignments, classes] = await Promise.all([
      listAssignments(database, locals.teacher, own.id),
      listClasses(database, locals.teacher)
    ]);
    const assignment = assignments.find((each) => each.module === module.id);
    const { offset } = collection.axis;
    return {
      class: { id: own.id, name: own.name },
      others: classes.filter(({ id }) => id !== own.id).map(({ id, name }) => ({ id, name })),
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
      lanes: collection.lanes.map(({ id, name }) => ({ id, name })),
      opening: { from: collection.opening.from.start, to: collection.opening.to.end },
      events: collection.events.map((event) => {
        const { id, title, shortTitle, lane, date, endDate } = event;
        const { start, end, extent } = toTimelineEvent(event, offset);
        return { id, title, shortTitle, lane, when: formatSpan(date, endDate), start, end, isSpan: extent === 'range' };
      }),
      assignment: assignment?.id ?? null,
      choices: assignment?.choices ?? allOf(module)
    };
  });

export const actions = {
  save: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const { database } = locals.classes;
    const given = choicesOf(form);
    const kept = await attempt(form, locals.classes, async () => {
      const ground = groundOf(params.module);
      const known = (await listAssignments(database, locals.teacher, params.class)).find(
        (each) => each.module === ground.module.id
      );
      if (known) {
        await changeAssignment(database, locals.teacher, known.id, ground, given, Date.now());
        return known;
      }
      return assign(database, locals.teacher, params.class, ground, given, Date.now());
    });
    if ('data' in kept) return fail(kept.status, { ...kept.data, typed: typedChoices(given), copied: null });
    redirect(303, `/teach/classes/${params.class}/${kept.id}`);
  },
  copy: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const { database } = locals.classes;
    const given = choicesOf(form);
    const typed = typedChoices(given);
    const copied = await attempt(form, locals.classes, async () => {
      await readClass(database, locals.teacher, params.class);
      const other = await readClass(database, locals.teacher, field(form, 'to'));
      const made = await assign(database, locals.teacher, other.id, groundOf(params.module), given, Date.now());
      return { class: other.id, name: other.name, assignment: made.id };
    });
    if ('data' in copied) return fail(copied.status, { ...copied.data, typed, copied: null });
    return { refused: undefined, detail: '', typed, copied };
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
