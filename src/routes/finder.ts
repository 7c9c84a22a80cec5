import { knownOf } from '#lib/timeline/view-address.ts';
import type { Found } from '#lib/search/search-index.ts';

/**
 * What finds in the index at an address. Index and library are loaded when it is first asked;
 * after a failure the next question tries again. Where the page stands on a day of the past, so does what it finds.
 */
export function finder(address: string): (query: string) => Promise<Found[]> {
  let ready: Promise<(query: string) => Found[]> | null = null;
  const load = async () => {
    const [{ loadSearchIndex, search }, response] = await Promise.all([
      import('#lib/search/search-index.ts'),
      fetch(address)
    ]);
    if (!response.ok) throw new Error(`the search index answered ${response.status}`);
    const index = loadSearchIndex(await response.text());
    return (query: string) => search(index, query, knownOf(new URLSearchParams(location.search)));
  };
  return async (query) => {
    ready ??= load();
    try {
      return (await ready)(query);
    } catch (error) {
      ready = null;
      throw error;
    }
  };
}
