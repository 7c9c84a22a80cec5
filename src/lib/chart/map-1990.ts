import { geoArea, geoPath } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';
import { merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as Shape, Polygon as OneShape, Topology } from 'topojson-specification';
import { mapSize } from './map-crop.ts';
import { projection } from './map-projection.ts';
import { PathText } from './path-text.ts';
import { simplifyTopology } from './simplify.ts';
import { states1990 } from './states-1990.ts';

/** `world-atlas/countries-50m.json`. */
export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

export interface DrawnState {
  readonly id: string;
  readonly name: string;
  /** An SVG path in map px. */
  readonly path: string;
}

export interface Map1990 {
  readonly states: readonly DrawnState[];
  /** Lines between states, without coasts; an SVG path in map px. */
  readonly borders: string;
}

/** In map px²: thinner than a hair at the scales that pages use, and islands too small to be seen. */
const leastArea = { triangle: 0.15, ring: 1.5 };

/** So far beyond the window that the stroke along the cut is never seen. */
const overlap = 12;

/**
 * Draws the states of November 1990, each as one, from a modern atlas.
 * @param atlas `world-atlas/countries-50m.json`
 * @returns paths in map px, cut to the window; states outside it are left out
 */
export function buildMap(atlas: Atlas): Map1990 {
  const thinned = simplifyTopology(atlas, projection, leastArea.triangle);
  const countries = thinned.objects.countries;
  const partsOf = Map.groupBy(countries.geometries, ({ properties }) => stateOf(partName(properties)).id);
  const states = [...partsOf]
    .map(([id, parts]) => ({
      id,
      name: stateOf(partName(parts[0]?.properties)).name,
      path: draw(withoutSpecks(merge(thinned, parts as (Shape | OneShape)[])))
    }))
    .filter(({ path }) => path !== '')
    .sort((a, b) => (a.id < b.id ? -1 : 1));

  const idOf = (geometry: object) => stateOf(partName((geometry as { properties?: object }).properties)).id;
  return { states, borders: draw(mesh(thinned, countries, (a, b) => idOf(a) !== idOf(b))) };
}

/** The atlas types the properties of a shape without any as an empty object. */
export function partName(properties: object | undefined): string {
  return properties && 'name' in properties ? String(properties.name) : '';
}

/** The state of 1990 to which a part of the modern atlas belonged. */
function stateOf(part: string): { id: string; name: string } {
  const slug = part
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
  return states1990.find(({ parts }) => parts.includes(part)) ?? { id: slug, name: part };
}

function draw(shape: Parameters<ReturnType<typeof geoPath>>[0]): string {
  const cut = projection.clipExtent([
    [-overlap, -overlap],
    [mapSize.width + overlap, mapSize.height + overlap]
  ]);
  const text = new PathText();
  geoPath(cut, text)(shape);
  projection.clipExtent(null);
  return text.toString();
}

function withoutSpecks({ coordinates }: MultiPolygon): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: coordinates
      .filter(([outer = []]) => !isSpeck(outer))
      .map(([outer = [], ...holes]) => [outer, ...holes.filter((hole) => !isSpeck(hole))])
  };
}

/** Also true for a ring that thinning turned inside out: it would cover the whole earth. */
function isSpeck(ring: Position[]): boolean {
  const points = ring.map(([lon = 0, lat = 0]): [number, number] => projection([lon, lat]) ?? [NaN, NaN]);
  const doubled = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [NaN, NaN];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2 < leastArea.ring && geoArea({ type: 'Polygon', coordinates: [ring] }) < 0.1;
}
