import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { placeStateNames, projectPlace } from '#lib/chart/map-projection.ts';
import type { Council } from '#lib/model/council.ts';
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

  const place = find(collection.places, event.place);

  return {
    event,
    lane: find(collection.lanes, event.lane),
    place,
    people: event.people.map((id) => find(collection.people, id)),
    sources: event.sources.map(({ id, passage }) => {
      const source = find(collection.sources, id);
      return { source: digestSource(source), quotation: quote(source, passage) };
    }),
    answers: digests(event.answers),
    leadsTo: digests(event.leadsTo),
    earlier: neighbour(-1),
    later: neighbour(1),
    council: council && rollCall ? seatsOnly(council, rollCall.id) : null,
    rollCall: rollCall ?? null,
    point: projectPlace(place),
    // America is shown with the ocean between: alone it would lean, and say nothing of how far the Gulf is.
    isAcrossTheOcean: place.lon < -30,
    stateNames: place.lon < -30 ? [] : stateNamesNear(projectPlace(place)),
    quotations: quotationsOf(event.quotes)
  };
};

/** A council with what one picture of one vote needs of it. */
const seatsOnly = (council: Council, rollCall: string): Council => ({
  ...council,
  notes: [],
  rollCalls: council.rollCalls.filter(({ id }) => id === rollCall),
  members: council.members.map(({ id, name, permanent, votes }) => ({
    id,
    name,
    permanent,
    votes: { [rollCall]: votes[rollCall]! },
    evidence: []
  }))
});

/** The names of states that a small map around a point may show. */
const stateNamesNear = ({ x, y }: { x: number; y: number }) =>
  placeStateNames()
    .map((state) => ({ ...state, spots: state.spots.filter((spot) => Math.hypot(spot.x - x, spot.y - y) < 320) }))
    .filter(({ spots }) => spots.length > 0);
