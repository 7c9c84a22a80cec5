import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { find } from '#lib/model/digest.ts';
import type { Asker } from '#lib/server/asker.ts';
import { Board } from '#lib/server/class/board.ts';
import { readClass } from '#lib/server/class/classes.ts';
import { listComments, listFeedback, type Feedback } from '#lib/server/class/feedback.ts';
import type { Database } from '#lib/server/db/open-database.ts';
import { viewThings } from '../../../../../modules/step-data.server.ts';

/** What the pages on a class's answers share. */
export async function readBoardPage(database: Database, teacher: Asker, classId: string, assignment: string) {
  const own = await readClass(database, teacher, classId);
  const board = await Board.open(database, teacher, assignment, collection.modules);
  if (board.assignment.class !== own.id) error(404);
  const [rows, feedback, comments] = await Promise.all([
    board.read(),
    listFeedback(database, teacher, assignment),
    listComments(database, teacher)
  ]);
  const module = find(collection.modules, board.assignment.module);
  const questions = board.steps.flatMap((step) => step.questions);
  const reads = [...new Set(module.steps.flatMap((step) => step.reads.map(({ source }) => source)))];
  return {
    class: { id: own.id, name: own.name },
    module: { id: module.id, title: module.title, question: module.question },
    assignment: { id: assignment, choices: board.assignment.choices },
    steps: board.steps,
    rows,
    feedback,
    comments,
    things: viewThings(questions, reads)
  };
}

/** Feedback by `student/step/question`. */
export const byAnswer = (feedback: readonly Feedback[]): Record<string, Feedback> =>
  Object.fromEntries(feedback.map((each) => [`${each.student}/${each.step}/${each.question}`, each]));
