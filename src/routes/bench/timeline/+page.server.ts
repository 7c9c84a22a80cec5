import { indexOfSynthetic } from '#lib/timeline/synthetic.ts';
import { readAsk } from './ask.ts';

/** The server draws what the address asks for. A host of plain files has the usual collection; a script makes the others. */
export const prerender = __STATIC_HOST__;

export const load = ({ url }) => {
  const query = __STATIC_HOST__ ? new URLSearchParams() : url.searchParams;
  const event = query.get('event');
  const { ask, complaints } = readAsk(query);
  return { ask, complaints, chosen: event !== null && indexOfSynthetic(ask, event) !== null ? event : null };
};
