import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { drawCouncilVote } from '#lib/chart/council-seats.ts';
import { cropAround, wholeMap } from '#lib/chart/map-crop.ts';
import { placeStateNames, projectPlace } from '#lib/chart/map-projection.ts';
import { drawPlaces } from '#lib/chart/place-map.ts';
import { arrangeRoll } from '#lib/chart/roll-call.ts';
import { drawVotes } from '#lib/chart/vote-glyph.ts';
import type { Place } from '#lib/model/place.ts';
import { mapWords } from '#lib/ui/charts/map-words.ts';
import { digestEvent, digestSource, find, quote } from '#lib/model/digest.ts';
import { renderProse } from '../../prose.server.ts';

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
    vote:
      council && rollCall
        ? {
            rollCall,
            year: council.year,
            picture: drawCouncilVote(council, rollCall.id),
            roll: arrangeRoll(council),
            glyphs: drawVotes()
          }
        : null,
    map: drawPlaceOf(place),
    body: event.hasBody ? renderProse(`events/${event.id}`, event) : null
  };
};

/**
 * The surroundings of a place. America is shown with the ocean between: alone it would lean, and say nothing of how far
 * the Gulf is.
 */
function drawPlaceOf(place: Place) {
  const point = projectPlace(place);
  const isAcrossTheOcean = place.lon < -30;
  return drawPlaces(
    [{ id: place.id, label: place.name, ...point, isChosen: true }],
    isAcrossTheOcean ? wholeMap : cropAround(point),
    isAcrossTheOcean ? [] : placeStateNames(),
    mapWords.others
  );
}
