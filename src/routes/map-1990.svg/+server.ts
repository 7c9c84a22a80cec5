import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildMap, type Atlas } from '#lib/chart/map-1990.ts';
import { writeMapFile } from '#lib/chart/map-svg.ts';

export const prerender = true;

/** One file for every page with a map: fetched once, and part of the copy that works offline. */
export function GET(): Response {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Atlas;
  return new Response(writeMapFile(buildMap(atlas)), { headers: { 'content-type': 'image/svg+xml' } });
}
