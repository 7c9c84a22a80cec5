import { json } from '@sveltejs/kit';
import { requireStudent } from '#lib/server/asker.ts';
import { assignmentOf } from '#lib/server/class/assignments.ts';
import { feedbackFor } from '#lib/server/class/feedback.ts';
import { answer } from '../../../refuse.server.ts';

/** What a student's class says of a module: the teacher's choices, and what was said to her answers. */
export const GET = ({ params, locals }) =>
  answer(locals.classes, async () => {
    const { database } = locals.classes;
    const student = requireStudent(locals.student);
    const [assignment, feedback] = await Promise.all([
      assignmentOf(database, student, params.module),
      feedbackFor(database, student, params.module)
    ]);
    return json({
      choices: assignment?.choices ?? null,
      feedback: feedback.map(({ step, question, words, scores, writtenAt }) => ({
        step,
        question,
        words,
        scores,
        writtenAt
      }))
    });
  });
