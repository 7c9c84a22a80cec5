import { collection } from 'virtual:collection';
import { questions } from '../questions.server.ts';

/** What settings may name. */
export const load = () => ({
  title: collection.title,
  tours: collection.tours.map(({ id }) => id),
  questions: questions().map(({ id }) => id)
});
