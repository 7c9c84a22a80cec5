import { collection } from 'virtual:collection';
import { Board } from '#lib/server/class/board.ts';
import { readClass } from '#lib/server/class/classes.ts';
import { listFeedback } from '#lib/server/class/feedback.ts';
import { find } from '#lib/model/digest.ts';
import { show } from '../../../../refuse.server.ts';

export const load = ({ locals, url, params }) =>
  show(url, async () => {
    const { database } = locals.classes;
    const own = await readClass(database, locals.teacher, params.class);
    const board = await Board.open(database, locals.teacher, params.assignment, collection.modules);
    const [rows, feedback] = await Promise.all([
      board.read(),
      listFeedback(database, locals.teacher, params.assignment)
    ]);
    const { id, module, choices } = board.assignment;
    return {
      class: { id: own.id, name: own.name },
      module: { id: module, title: find(collection.modules, module).title },
      assignment: { id, due: choices.due },
      steps: board.steps.map((step) => ({
        id: step.id,
        title: step.title,
        questions: step.questions.map((question) => ({ id: question.id, prompt: question.prompt }))
      })),
      rows,
      answeredTo: feedback.map(({ student, step, question }) => `${student}/${step}/${question}`),
      now: Date.now()
    };
  });
