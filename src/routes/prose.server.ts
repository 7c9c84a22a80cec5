import { collection } from 'virtual:collection';
import { find, quote, type Quotation } from '#lib/model/digest.ts';
import type { QuotedSource } from '#lib/model/event.ts';

/** The quotations that a text of ours sets apart, by `source#passage`. */
export function quotationsOf(quotes: readonly QuotedSource[]): Record<string, Quotation> {
  const found = quotes.map(({ id, passage }) => [`${id}#${passage}`, quote(find(collection.sources, id), passage)]);
  return Object.fromEntries(found.filter(([, quotation]) => quotation !== null));
}
