import { encode } from 'uqr';

/** A square code (QR): one path of dark squares, `size` squares wide, without the quiet zone around it. */
export interface SquareCode {
  readonly address: string;
  readonly size: number;
  readonly path: string;
}

/** An address as a square code: a run of dark squares is one stroke of its path. */
export function drawSquareCode(address: string): SquareCode {
  // The quiet zone is left to who draws it.
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const strokes = data.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (x + 1 < size && row[x + 1]) x += 1;
      found.push(`M${from} ${y}h${x + 1 - from}v1h-${x + 1 - from}z`);
    }
    return found;
  });
  return { address, size, path: strokes.join('') };
}
