import { collection } from 'virtual:collection';
import { wholeMap } from '#lib/chart/map-crop.ts';
import { europeToGulf, placeStateNames, projectPlace } from '#lib/chart/map-projection.ts';
import { drawPlaces } from '#lib/chart/place-map.ts';
import { digestEvent } from '#lib/model/digest.ts';
import { mapWords } from '#lib/ui/charts/map-words.ts';

export const load = () => {
  const marks = collection.places.map((place) => ({ id: place.id, label: place.name, ...projectPlace(place) }));
  const draw = (viewBox: string) => drawPlaces(marks, viewBox, placeStateNames(), mapWords.others);
  return {
    places: collection.places.map(({ id, name, note }) => ({
      id,
      name,
      note,
      events: collection.events.filter((event) => event.place === id).map(digestEvent)
    })),
    gulf: draw(europeToGulf),
    whole: draw(wholeMap)
  };
};
