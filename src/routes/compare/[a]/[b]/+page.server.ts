import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { find } from '#lib/model/digest.ts';
import type { EntryGenerator, PageServerLoad } from './$types.js';

export const entries: EntryGenerator = () => collection.comparisons.map(({ a, b }) => ({ a, b }));

export const load: PageServerLoad = ({ params }) => {
  const comparison = collection.comparisons.find(({ a, b }) => a === params.a && b === params.b);
  if (!comparison) error(404);
  const a = find(collection.sources, comparison.a);
  const b = find(collection.sources, comparison.b);
  const terms = [a, b].flatMap(({ excerpt }) =>
    excerpt!.paragraphs.flatMap(({ runs }) => runs.flatMap(({ term }) => term ?? []))
  );
  return {
    comparison,
    a,
    b,
    terms: Object.fromEntries([...new Set(terms)].map((id) => [id, find(collection.terms, id)])),
    others: collection.comparisons.filter(({ id }) => id !== comparison.id).map(({ a, b, title }) => ({ a, b, title }))
  };
};
