import { toCsv } from '#lib/export/table-csv.ts';
import { moves } from '#lib/model/move.ts';
import { answer } from '../../../../refuse.server.ts';
import { exportAnswers, fileName } from '../export.server.ts';

export const GET = ({ params, locals }) =>
  answer(locals.classes, async () => {
    const { class: name, module, answers } = await exportAnswers(locals, params.assignment);
    const rows = answers.map(({ student, step, question, progress, text, feedback, scores }) => [
      student,
      step,
      question,
      progress,
      text,
      feedback,
      ...moves.map((move) => String(scores[move] ?? ''))
    ]);
    const head = ['student', 'step', 'question', 'progress', 'answer', 'feedback', ...moves];
    return new Response(toCsv([head, ...rows]), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName([name, module], 'csv')}"`
      }
    });
  });
