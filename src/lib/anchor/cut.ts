import type { Paragraph, Run } from '../model/excerpt.ts';
import type { Stretch } from './sentences.ts';

/** A run, or a part of one, that is drawn in one way: no stretch begins or ends within it. */
export interface Piece extends Run {
  /** Offsets into the excerpt's plain text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a paragraph's runs where stretches begin or end, so that each piece lies wholly within a stretch or wholly
 * outside it. The pieces' texts, joined, are the paragraph's.
 */
export function cutParagraph(paragraph: Paragraph, stretches: readonly Stretch[]): Piece[] {
  const edges = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let at = paragraph.start;
  return paragraph.runs.flatMap((run) => {
    const [start, end] = [at, at + run.text.length];
    at = end;
    const cuts = [start, ...edges.filter((edge) => edge > start && edge < end), end];
    return cuts.slice(1).map((cut, index) => ({
      ...run,
      text: run.text.slice(cuts[index]! - start, cut - start),
      start: cuts[index]!,
      end: cut
    }));
  });
}
