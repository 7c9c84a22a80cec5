import { geoConicConformal } from 'd3-geo';
import { cropAround, type Point } from './map-crop.ts';
import { states1990, type StateName } from './states-1990.ts';

/**
 * One projection for every map. It keeps shapes true from Washington to Tashkent, it does not blow up the north as
 * Mercator does, and with the middle meridian in central Europe neither the Gulf nor the American coast leans far.
 */
export const projection = geoConicConformal().parallels([15, 50]).rotate([-8, 0]).scale(800).translate([911, 1030]);

/**
 * Where a place lies on the map.
 * @param place degrees north and east
 * @returns map px, rounded to a tenth
 */
export function projectPlace({ lat, lon }: { lat: number; lon: number }): Point {
  const [x, y] = projection([lon, lat]) ?? [NaN, NaN];
  return { x: round(x), y: round(y) };
}

/** From the Channel to the Gulf, where most places lie close together, as a `viewBox`. */
export const europeToGulf = cropAround(
  [
    { lat: 60.2, lon: 24.9 },
    { lat: 51.5, lon: -6 },
    { lat: 26, lon: 54 }
  ].map(projectPlace),
  { aspect: 1.5, margin: 0.06 }
);

/**
 * Where the names of states may go.
 * @param nameOf a state's name in the page's language
 * @returns in map px
 */
export function placeStateNames(nameOf: (id: string, english: string) => string = (_, name) => name): StateName[] {
  return states1990.map(({ id, name, rank, at }) => ({
    id,
    rank,
    name: nameOf(id, name),
    spots: at.map(([lat, lon]) => projectPlace({ lat, lon }))
  }));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
