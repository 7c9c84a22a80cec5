import type { GeoContext } from 'd3-geo';

/**
 * Collects what d3-geo draws as the text of a path, in tenths of a px and in steps from point to point: half the size
 * of absolute numbers. Positions are rounded before the steps are taken, so that errors do not add up.
 */
export class PathText implements GeoContext {
  #text = '';
  #x = 0;
  #y = 0;

  moveTo(x: number, y: number): void {
    this.#x = tenths(x);
    this.#y = tenths(y);
    this.#text += `M${join(this.#x, this.#y)}`;
  }

  lineTo(x: number, y: number): void {
    const stepX = tenths(x) - this.#x;
    const stepY = tenths(y) - this.#y;
    if (stepX === 0 && stepY === 0) return;
    this.#x += stepX;
    this.#y += stepY;
    this.#text += `l${join(stepX, stepY)}`;
  }

  closePath(): void {
    this.#text += 'z';
  }

  beginPath(): void {
    this.#text = '';
  }

  /** Only points are drawn as arcs, and borders have none. */
  arc(): void {
    throw new Error('a border has no arcs');
  }

  /** The text of the path, in px. */
  toString(): string {
    return this.#text;
  }
}

const tenths = (value: number) => Math.round(value * 10);

/** `l.5-3` says the same as `l0.5,-3`. */
function join(x: number, y: number): string {
  const second = write(y);
  return write(x) + (second.startsWith('-') ? '' : ' ') + second;
}

const write = (value: number) => String(value / 10).replace(/^(-?)0\./, '$1.');
