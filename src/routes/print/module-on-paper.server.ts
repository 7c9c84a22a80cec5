import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { find } from '#lib/model/digest.ts';
import { viewModule, viewRead, viewTerms, viewThings } from '../modules/step-data.server.ts';

export const entries = () => collection.modules.map(({ id }) => ({ module: id }));

/** A module as its sheets need it: its steps and questions, and all its documents, each once. */
function readModule(id: string) {
  const module = collection.modules.find((each) => each.id === id);
  if (!module) error(404);
  const ids = [...new Set(module.steps.flatMap(({ reads }) => reads.map(({ source }) => source)))];
  return { module: viewModule(module), ids };
}

/** All documents of a module, with their words to know and where the whole can be read. */
export function readDocuments(id: string) {
  const { module, ids } = readModule(id);
  const reads = ids.flatMap((each) =>
    viewRead(each).map((read) => ({ ...read, whereToRead: find(collection.sources, each).whereToRead }))
  );
  return { module, reads, terms: viewTerms(reads.flatMap(({ terms }) => terms)) };
}

/** All questions of a module, with what they point at. */
export function readQuestions(id: string) {
  const { module, ids } = readModule(id);
  const questions = module.steps.flatMap((step) => step.questions);
  return { module, things: viewThings(questions, ids) };
}
