import { answerText } from '#lib/gradebook/answer-text.ts';
import { requireTeacher } from '#lib/server/asker.ts';
import { record } from '#lib/server/class/audit.ts';
import { readAssignment } from '#lib/server/class/assignments.ts';
import { byAnswer, readBoardPage } from '../../../teach/classes/[class]/[assignment]/board-page.server.ts';

/** Everything that a class wrote under an assignment, one entry for each student and question. */
export async function exportAnswers(locals: App.Locals, assignment: string) {
  const { database } = locals.classes;
  const teacher = requireTeacher(locals.teacher);
  const { class: classId } = await readAssignment(database, teacher, assignment);
  const page = await readBoardPage(database, teacher, classId, assignment);
  await record(database, teacher, classId, 'exported', assignment, Date.now());
  const said = byAnswer(page.feedback);
  return {
    class: page.class.name,
    module: page.module.title,
    answers: page.rows.flatMap((row) =>
      page.steps.flatMap((step) =>
        step.questions.map((question) => {
          const feedback = said[`${row.id}/${step.id}/${question.id}`];
          const answer = row.answers[`${step.id}/${question.id}`] ?? {};
          return {
            student: row.name,
            step: step.title,
            question: question.prompt,
            progress: row.progress[`${step.id}/${question.id}`] ?? 'empty',
            text: answerText(question, answer, page.things),
            fields: answer,
            feedback: feedback?.words ?? '',
            scores: feedback?.scores ?? {}
          };
        })
      )
    )
  };
}

/** A file's name from what a teacher called things: letters and figures alone. */
export const fileName = (parts: readonly string[], ending: string): string =>
  `${
    parts
      .join('-')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80) || 'answers'
  }.${ending}`;
