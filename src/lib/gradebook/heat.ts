/** A stretch of an excerpt's plain text that somebody chose as evidence. */
export interface Chosen {
  readonly start: number;
  readonly end: number;
  readonly student: string;
}

/** A stretch that the same students chose, whole. */
export interface HeatPiece {
  readonly start: number;
  readonly end: number;
  readonly students: readonly string[];
}

/**
 * Cuts a text where any choice begins or ends, and says of each piece who chose it.
 * @param length of the plain text, in UTF-16 units; what lies beyond it is cut off
 * @returns pieces that together are the whole text, in order
 */
export function heatOf(length: number, chosen: readonly Chosen[]): HeatPiece[] {
  const within = chosen
    .map(({ start, end, student }) => ({ start: Math.max(0, start), end: Math.min(length, end), student }))
    .filter(({ start, end }) => start < end);
  const edges = [...new Set([0, length, ...within.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return edges.slice(1).map((end, index) => {
    const start = edges[index]!;
    const all = within.filter((each) => each.start <= start && each.end >= end).map(({ student }) => student);
    return { start, end, students: [...new Set(all)].sort() };
  });
}
