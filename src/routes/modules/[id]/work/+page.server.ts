import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { viewModule, viewThings } from '../../step-data.server.ts';

export const entries = () => collection.modules.map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const module = collection.modules.find(({ id }) => id === params.id);
  if (!module) error(404);
  const reads = [...new Set(module.steps.flatMap((step) => step.reads.map(({ source }) => source)))];
  return {
    module: viewModule(module),
    things: viewThings(
      module.steps.flatMap(({ questions }) => questions),
      reads
    )
  };
};
