import type { Map1990 } from './map-1990.ts';
import { mapSize } from './map-crop.ts';

/**
 * Writes the map as an SVG file. A page draws it by `<use href="…#land">`, or one state by `<use href="…#iraq">`, and
 * colours it by the custom properties `--map-land`, `--map-coast` and `--map-line`, which reach into a `<use>`; the
 * last two fall back on `--map-border`.
 */
export function writeMapFile({ states, borders }: Map1990): string {
  const land = states.map(({ id, path }) => `<path id="${id}" d="${path}"/>`).join('\n');
  const { width, height } = mapSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<g id="land" stroke-linejoin="round">
<g fill="var(--map-land, #e8e0cd)" stroke="var(--map-coast, var(--map-border, #b9ad93))" stroke-width=".7">
${land.replaceAll('<path ', '<path vector-effect="non-scaling-stroke" ')}
</g>
<path d="${borders}" fill="none" stroke="var(--map-line, var(--map-border, #b9ad93))" vector-effect="non-scaling-stroke"/>
</g>
</svg>
`;
}
