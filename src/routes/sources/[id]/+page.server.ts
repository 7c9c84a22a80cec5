import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { digestEvent, digestSource, eventsOf, find, isTranslation } from '#lib/model/digest.ts';
import { addressOf, citationsOf } from '../../citations.server.ts';

export const entries = () => collection.sources.map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const at = collection.sources.findIndex(({ id }) => id === params.id);
  const source = collection.sources[at];
  if (!source) error(404);

  const neighbour = (step: number) => {
    const other = collection.sources[at + step];
    return other ? digestSource(other) : null;
  };
  const terms = new Set(source.excerpt?.paragraphs.flatMap(({ runs }) => runs.flatMap(({ term }) => term ?? [])));
  const family = source.companionOf ?? source.id;
  const { chicago, mla, apa } = citationsOf(source);

  return {
    source,
    url: addressOf(source),
    isTranslated: isTranslation(source),
    citations: { chicago, mla, apa },
    terms: Object.fromEntries([...terms].map((id) => [id, find(collection.terms, id)])),
    events: eventsOf(collection, source.id).map(digestEvent),
    companions: collection.sources
      .filter((other) => other.id !== source.id && (other.companionOf === family || other.id === family))
      .map(digestSource),
    comparisons: collection.comparisons
      .filter(({ a, b }) => a === source.id || b === source.id)
      .map(({ a, b, title }) => ({ a, b, title })),
    earlier: neighbour(-1),
    later: neighbour(1)
  };
};
