import { collection } from 'virtual:collection';
import { citeSource, type Citations } from '#lib/export/citation.ts';
import type { Source } from '#lib/model/source.ts';

const made = new Map<string, Citations>();

/** Where a source is read, if the site's address was known when it was built. */
export const addressOf = ({ id }: Source): string | null =>
  __SITE_URL__ === '' ? null : `${__SITE_URL__}/sources/${id}`;

/** A source's citations; its page and its files ask for the same ones. */
export function citationsOf(source: Source): Citations {
  const known = made.get(source.id);
  if (known) return known;
  const citations = citeSource(source, { siteTitle: collection.title, url: addressOf(source) });
  made.set(source.id, citations);
  return citations;
}
