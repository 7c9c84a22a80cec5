/** The map's own units, 'map px': one is about eight kilometres in central Europe. */
export const mapSize = { width: 1600, height: 800 } as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Crop extends Point {
  readonly width: number;
  readonly height: number;
}

export interface CropOptions {
  /** Least width in map px; keeps enough land around a single place for its country to be known. */
  readonly minWidth?: number;
  /** Width divided by height. */
  readonly aspect?: number;
  /** Free border around the outermost points, as a share of the crop's width. */
  readonly margin?: number;
}

/**
 * The smallest crop of the map that shows all points with room around them, and stays inside the map.
 * @param points one point or several, in map px; with none the whole map is returned
 * @returns the value of a `viewBox`, in map px
 */
export function cropAround(points: Point | readonly Point[], options: CropOptions = {}): string {
  const { minWidth = 300, aspect = 1.5, margin = 0.12 } = options;
  const all = 'x' in points ? [points] : points;
  if (all.length === 0) return writeViewBox({ x: 0, y: 0, ...mapSize });

  const [left, right] = extent(all.map(({ x }) => x));
  const [top, bottom] = extent(all.map(({ y }) => y));
  const share = 1 - 2 * margin;
  const wanted = Math.max(minWidth, (right - left) / share, ((bottom - top) / share) * aspect);
  const width = Math.min(wanted, mapSize.width, mapSize.height * aspect);
  const height = width / aspect;
  return writeViewBox({
    x: clamp((left + right - width) / 2, 0, mapSize.width - width),
    y: clamp((top + bottom - height) / 2, 0, mapSize.height - height),
    width,
    height
  });
}

/** The whole map, as a `viewBox`. */
export const wholeMap = writeViewBox({ x: 0, y: 0, ...mapSize });

/** Writes a crop in map px as a `viewBox`, rounded to whole map px. */
function writeViewBox({ x, y, width, height }: Crop): string {
  return [x, y, width, height].map(Math.round).join(' ');
}

/**
 * Reads a `viewBox`.
 * @returns the crop in map px
 * @throws when it is not four numbers
 */
export function readViewBox(viewBox: string): Crop {
  const numbers = viewBox
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x, y, width, height] = numbers;
  if (numbers.length !== 4 || numbers.some(Number.isNaN)) throw new Error(`not a viewBox: '${viewBox}'`);
  return { x, y, width, height } as Crop;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
