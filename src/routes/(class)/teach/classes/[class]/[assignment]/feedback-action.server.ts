import type { RequestEvent } from '@sveltejs/kit';
import { keepComment, dropComment, writeFeedback } from '#lib/server/class/feedback.ts';
import { moves } from '#lib/model/move.ts';
import { attempt, field, readForm } from '../../../../refuse.server.ts';

type Event = RequestEvent<{ assignment: string }>;

/** Writes what a teacher says to one answer; with `keep` the sentence goes into her bank as well. */
export async function say({ request, locals, params }: Event) {
  const form = await readForm(request);
  const { database } = locals.classes;
  return attempt(form, locals.classes, async () => {
    const words = field(form, 'words');
    const scores = Object.fromEntries(
      moves.flatMap((move) => (field(form, move) === '' ? [] : [[move, Number(field(form, move))]]))
    );
    const about = { student: field(form, 'student'), step: field(form, 'step'), question: field(form, 'question') };
    await writeFeedback(database, locals.teacher, params.assignment, { ...about, words, scores }, Date.now());
    if (field(form, 'keep') === 'yes' && words.trim() !== '') {
      await keepComment(database, locals.teacher, words, Date.now());
    }
    return { said: about };
  });
}

/** Takes a sentence out of the teacher's bank. */
export async function drop({ request, locals }: Event) {
  const form = await readForm(request);
  return attempt(form, locals.classes, async () => {
    await dropComment(locals.classes.database, locals.teacher, field(form, 'comment'));
    return { said: null };
  });
}
