import { error } from '@sveltejs/kit';
import { show } from '../../../../../../refuse.server.ts';
import { byAnswer, readBoardPage } from '../../board-page.server.ts';
import { drop, say } from '../../feedback-action.server.ts';

export const load = ({ locals, url, params }) =>
  show(url, async () => {
    const page = await readBoardPage(locals.classes.database, locals.teacher, params.class, params.assignment);
    const { rows, feedback, ...rest } = page;
    const at = rows.findIndex(({ id }) => id === params.student);
    const row = rows[at];
    if (!row) error(404);
    const said = byAnswer(feedback);
    return {
      ...rest,
      student: { id: row.id, name: row.name, answered: row.answered },
      earlier: rows[at - 1] ? { id: rows[at - 1]!.id, name: rows[at - 1]!.name } : null,
      later: rows[at + 1] ? { id: rows[at + 1]!.id, name: rows[at + 1]!.name } : null,
      steps: rest.steps.map((step) => ({
        id: step.id,
        title: step.title,
        answers: step.questions.map((question) => ({
          question,
          answer: row.answers[`${step.id}/${question.id}`] ?? {},
          feedback: said[`${row.id}/${step.id}/${question.id}`] ?? null
        }))
      }))
    };
  });

export const actions = { say, drop };
