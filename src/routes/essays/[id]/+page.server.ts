import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { digestSource, find } from '#lib/model/digest.ts';
import { renderProse } from '../../prose.server.ts';

export const entries = () => collection.essays.map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const essay = collection.essays.find(({ id }) => id === params.id);
  if (!essay) error(404);
  return {
    essay,
    body: renderProse(`essays/${essay.id}`, essay),
    sources: essay.sources.map((id) => digestSource(find(collection.sources, id))),
    referenced: Object.fromEntries(
      essay.references.flatMap(({ source }) =>
        source ? [[source, digestSource(find(collection.sources, source))]] : []
      )
    ),
    others: collection.essays.filter(({ id }) => id !== essay.id).map(({ id, title }) => ({ id, title }))
  };
};
