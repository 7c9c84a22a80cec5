import { json } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { formatSpan } from '#lib/i18n/format.ts';
import { requireStudent } from '#lib/server/asker.ts';
import { assignmentOf } from '#lib/server/class/assignments.ts';
import { feedbackFor } from '#lib/server/class/feedback.ts';
import { besideEvents } from '#lib/ui/class/beside-events.ts';
import { answer } from '../../../refuse.server.ts';

/** Events of the collection, as far as a page must know them to name them. */
const eventsOf = (ids: readonly string[]) =>
  collection.events
    .filter(({ id }) => ids.includes(id))
    .map(({ id, title, lane, date, endDate }) => ({
      id,
      title,
      lane,
      when: formatSpan(date, endDate),
      start: date.start
    }));

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
      beside: assignment ? besideEvents(assignment.choices, eventsOf(assignment.choices.events), collection.lanes) : [],
      feedback: feedback.map(({ step, question, words, scores, writtenAt }) => ({
        step,
        question,
        words,
        scores,
        writtenAt
      }))
    });
  });
