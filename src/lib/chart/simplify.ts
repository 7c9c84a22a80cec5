import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';

type Project = (position: [number, number]) => [number, number] | null;

/**
 * Thins every arc of a topology by Visvalingam's measure: the point whose triangle with its neighbours is smallest goes
 * first. Arcs are shared between neighbours, so that borders still meet.
 * @param topology delta-encoded arcs, with a transform, as `world-atlas` ships them
 * @param project degrees to px
 * @param leastArea px²; points with smaller triangles are dropped
 * @returns a topology without a transform, its arcs in degrees
 */
export function simplifyTopology<T extends Topology>(topology: T, project: Project, leastArea: number): T {
  const arcs = topology.arcs.map((arc) => simplifyLine(decodeArc(topology, arc), project, leastArea));
  return { ...topology, arcs, transform: undefined };
}

function decodeArc({ transform }: Topology, arc: readonly Position[]): [number, number][] {
  const [kx, ky] = transform?.scale ?? [1, 1];
  const [dx, dy] = transform?.translate ?? [0, 0];
  let x = 0;
  let y = 0;
  return arc.map(([stepX = 0, stepY = 0]) => {
    x += stepX;
    y += stepY;
    return [x * kx + dx, y * ky + dy];
  });
}

/** Ends stay; a closed line keeps four points, the least that still enclose an area. */
function simplifyLine(line: readonly [number, number][], project: Project, leastArea: number): [number, number][] {
  const points = line.map((position) => ({ position, at: project(position) ?? [NaN, NaN] }));
  const [first, last] = [line[0], line.at(-1)];
  const least = first?.[0] === last?.[0] && first?.[1] === last?.[1] ? 4 : 2;

  while (points.length > least) {
    let smallest = { index: -1, area: leastArea };
    for (let index = 1; index < points.length - 1; index++) {
      const area = triangleArea(points[index - 1]!.at, points[index]!.at, points[index + 1]!.at);
      if (area < smallest.area) smallest = { index, area };
    }
    if (smallest.index < 0) break;
    points.splice(smallest.index, 1);
  }
  return points.map(({ position }) => position);
}

type Pixel = readonly number[];

function triangleArea(a: Pixel, b: Pixel, c: Pixel): number {
  return Math.abs((b[0]! - a[0]!) * (c[1]! - a[1]!) - (c[0]! - a[0]!) * (b[1]! - a[1]!)) / 2;
}
