import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { digestSource, find, quote, type Quotation } from '#lib/model/digest.ts';
import { viewModule, viewThings } from '../../modules/step-data.server.ts';

export const entries = () => collection.modules.map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const module = collection.modules.find(({ id }) => id === params.id);
  if (!module) error(404);
  const { guide, steps } = module;
  const refs = [
    ...guide.misconceptions.flatMap(({ see }) => see),
    ...guide.sides.flatMap(({ points }) => points.flatMap(({ see }) => see)),
    ...guide.stretch.flatMap(({ see }) => see)
  ];
  const reads = [...new Set(steps.flatMap((step) => step.reads.map(({ source }) => source)))];
  return {
    module: viewModule(module),
    guide,
    reads: reads.map((id) => digestSource(find(collection.sources, id))),
    passages: Object.fromEntries(
      refs.flatMap((ref): [string, Quotation][] => {
        const [id, passage] = ref.split('#') as [string, string];
        const quotation = quote(find(collection.sources, id), passage);
        return quotation ? [[ref, quotation]] : [];
      })
    ),
    things: viewThings(
      steps.flatMap(({ questions }) => questions),
      reads
    )
  };
};
