import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import { fold } from '../model/fold.ts';
import { isKnown, type Disclosure, type Known } from '../model/known.ts';

export const findableKinds = ['event', 'source', 'person', 'term', 'place', 'essay'] as const;
export type FindableKind = (typeof findableKinds)[number];

/** One thing that can be found. */
export interface Findable {
  readonly kind: FindableKind;
  readonly id: string;
  readonly title: string;
  /** What tells it from others of the same name: a date, a role. */
  readonly hint: string;
  readonly text: string;
  /** Since when the public could know of it; left out where that is no question. */
  readonly known?: Disclosure;
}

export interface Found {
  readonly kind: FindableKind;
  readonly id: string;
  readonly title: string;
  readonly hint: string;
}

const options: Options<Findable & { key: string }> = {
  idField: 'key',
  fields: ['title', 'hint', 'text'],
  storeFields: ['kind', 'title', 'hint', 'known'],
  processTerm: (term) => fold(term) || null,
  searchOptions: {
    boost: { title: 4, hint: 1.5 },
    prefix: (term) => term.length > 1,
    fuzzy: (term) => (term.length > 5 ? 0.15 : false),
    combineWith: 'AND'
  }
};

/** Builds the index that the page loads when it is first searched. */
export function buildSearchIndex(findables: readonly Findable[]): MiniSearch {
  const index = new MiniSearch(options);
  index.addAll(findables.map((item) => ({ ...item, key: `${item.kind}:${item.id}` })));
  return index;
}

/** Wakes an index that was written as JSON. */
export const loadSearchIndex = (json: string): MiniSearch => MiniSearch.loadJSON(json, options);

/**
 * The best matches of what was typed, best first.
 * @param known what the public knew; null for all that is known today
 * @param most how many at the most
 */
export function search(index: MiniSearch, query: string, known: Known | null = null, most = 20): Found[] {
  const filter = ({ known: own }: SearchResult) => known === null || !own || isKnown(own as Disclosure, known);
  const results = index.search(query, { filter });
  const found = results.length > 0 ? results : index.search(query, { combineWith: 'OR', filter });
  return found.slice(0, most).map(toFound);
}

const toFound = (result: SearchResult): Found => ({
  kind: result.kind as FindableKind,
  id: String(result.id).slice(String(result.kind).length + 1),
  title: result.title as string,
  hint: result.hint as string
});
