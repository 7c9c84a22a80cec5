import { collection } from 'virtual:collection';
import { digestSource, find } from '#lib/model/digest.ts';

export const load = () => ({
  terms: collection.terms.map((term) => ({
    ...term,
    sources: term.sources.map((id) => digestSource(find(collection.sources, id))),
    seeAlso: term.seeAlso.map((id) => ({ id, term: find(collection.terms, id).term }))
  }))
});
