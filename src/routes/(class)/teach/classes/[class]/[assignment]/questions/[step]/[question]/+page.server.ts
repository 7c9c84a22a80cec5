import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { resolveTarget } from '#lib/anchor/selector.ts';
import { heatOf, type Chosen } from '#lib/gradebook/heat.ts';
import { tally } from '#lib/gradebook/tally.ts';
import { fields, listOf, picksOf } from '#lib/model/answer.ts';
import { digestSource, find } from '#lib/model/digest.ts';
import { show } from '../../../../../../../refuse.server.ts';
import { byAnswer, readBoardPage } from '../../../board-page.server.ts';
import { drop, say } from '../../../feedback-action.server.ts';

export const load = ({ locals, url, params }) =>
  show(url, async () => {
    const page = await readBoardPage(locals.classes.database, locals.teacher, params.class, params.assignment);
    const { steps, rows, feedback, ...rest } = page;
    const all = steps.flatMap((step) => step.questions.map((question) => ({ step, question })));
    const at = all.findIndex(({ step, question }) => step.id === params.step && question.id === params.question);
    const found = all[at];
    if (!found) error(404);
    const key = `${params.step}/${params.question}`;
    const { question } = found;

    /** Which words of which source the class chose, and who. */
    const chosen = new Map<string, Chosen[]>();
    for (const row of rows) {
      for (const { target } of picksOf(row.answers[key] ?? {})) {
        const excerpt = collection.sources.find(({ id }) => id === target.source)?.excerpt;
        const place = excerpt ? resolveTarget(target, excerpt.plain) : null;
        if (!place) continue;
        chosen.set(target.source, [...(chosen.get(target.source) ?? []), { ...place, student: row.id }]);
      }
    }
    const said = byAnswer(feedback);
    return {
      ...rest,
      step: { id: found.step.id, title: found.step.title },
      question,
      earlier: all[at - 1] ? { step: all[at - 1]!.step.id, question: all[at - 1]!.question.id } : null,
      later: all[at + 1] ? { step: all[at + 1]!.step.id, question: all[at + 1]!.question.id } : null,
      answers: rows.map(({ id, name, answers, progress }) => ({
        id,
        name,
        answer: answers[key] ?? {},
        progress: progress[key] ?? 'empty',
        feedback: said[`${id}/${key}`] ?? null
      })),
      heat: [...chosen].map(([id, stretches]) => {
        const source = find(collection.sources, id);
        const excerpt = source.excerpt!;
        return { source: digestSource(source), excerpt, pieces: heatOf(excerpt.plain.length, stretches) };
      }),
      tally:
        question.type === 'poll' || question.type === 'choice'
          ? tally(
              question.options.map(({ id, text }) => ({ id, text })),
              rows.map(({ answers }) => listOf(answers[key] ?? {}, fields.options))
            )
          : null
    };
  });

export const actions = { say, drop };
