import { collection } from 'virtual:collection';
import { europeToGulf, placeStateNames, projectPlace } from '#lib/chart/map-projection.ts';
import { digestEvent } from '#lib/model/digest.ts';

export const load = () => ({
  places: collection.places.map((place) => ({
    ...place,
    ...projectPlace(place),
    events: collection.events.filter((event) => event.place === place.id).map(digestEvent)
  })),
  stateNames: placeStateNames(),
  europeToGulf
});
