import { buildIndex } from '#lib/timeline/event-index.ts';
import { indexOfSynthetic, syntheticOpening, synthesize, toEventColumns } from '#lib/timeline/synthetic.ts';
import { layoutFirst } from '#lib/ui/timeline/first-scene.ts';
import { lanesOf, readAsk } from './ask.ts';
import { toEntry } from './synthetic-entry.ts';

/** The server draws what the address asks for. A host of plain files has the usual collection; a script makes the others. */
export const prerender = __STATIC_HOST__;

export const load = ({ url }) => {
  const query = __STATIC_HOST__ ? new URLSearchParams() : url.searchParams;
  const { ask, complaints } = readAsk(query);
  const event = query.get('event');
  const chosen = event !== null && indexOfSynthetic(ask, event) !== null ? event : null;
  const columns = synthesize(ask);
  const index = buildIndex(toEventColumns(columns, (position) => toEntry(columns, position)));
  return { ask, complaints, chosen, first: layoutFirst(index, lanesOf(ask), syntheticOpening, chosen) };
};
