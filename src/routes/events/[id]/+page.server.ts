import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { digestEvent, digestSource, find, quote } from '#lib/model/digest.ts';
import { quotationsOf } from '../../prose.server.ts';

export const entries = () => collection.events.map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const at = collection.events.findIndex(({ id }) => id === params.id);
  const event = collection.events[at];
  if (!event) error(404);

  const neighbour = (step: number) => {
    const other = collection.events[at + step];
    return other ? digestEvent(other) : null;
  };
  const digests = (ids: readonly string[]) => ids.map((id) => digestEvent(find(collection.events, id)));
  const council = collection.councils.find(({ rollCalls }) => rollCalls.some((call) => call.event === event.id));
  const rollCall = council?.rollCalls.find((call) => call.event === event.id);

  return {
    event,
    lane: find(collection.lanes, event.lane),
    place: find(collection.places, event.place),
    people: event.people.map((id) => find(collection.people, id)),
    sources: event.sources.map(({ id, passage }) => {
      const source = find(collection.sources, id);
      return { source: digestSource(source), quotation: quote(source, passage) };
    }),
    answers: digests(event.answers),
    leadsTo: digests(event.leadsTo),
    earlier: neighbour(-1),
    later: neighbour(1),
    vote:
      council && rollCall
        ? {
            rollCall,
            members: council.members.map(({ id, name, permanent, votes }) => ({
              id,
              name,
              permanent,
              vote: votes[rollCall.id]!
            }))
          }
        : null,
    quotations: quotationsOf(event.quotes)
  };
};
