import { collection } from 'virtual:collection';
import { digestSource, find } from '#lib/model/digest.ts';

export const load = () => ({
  essays: collection.essays.map(({ id, title, standfirst }) => ({ id, title, standfirst })),
  comparisons: collection.comparisons.map(({ id, a, b, title, about }) => ({
    id,
    title,
    about,
    a: digestSource(find(collection.sources, a)),
    b: digestSource(find(collection.sources, b))
  }))
});
