import { symbol, symbolCircle, symbolDiamond2, symbolSquare2, type SymbolType } from 'd3-shape';
import { votes, type Vote } from '../model/council.ts';

/** A vote as a sign that needs no colour, around 0, 0, in a box of 48 px. */
export interface VoteGlyph {
  readonly outline: string;
  /** The line inside; null for nothing. */
  readonly sign: string | null;
  /** A second outline around the first, for permanent members. */
  readonly ring: string;
}

export type VoteGlyphs = Readonly<Record<Vote, VoteGlyph>>;

/** d3 measures symbols by area, in px². Equal areas make a square look as large as a circle. */
const area = { outline: 1000, ring: 1800 };

const shapes: Record<Vote, { readonly type: SymbolType; readonly sign: string | null }> = {
  for: { type: symbolCircle, sign: 'M-8 .5l5.5 5.5L8-6' },
  against: { type: symbolDiamond2, sign: 'M-6-6L6 6M6-6L-6 6' },
  abstained: { type: symbolSquare2, sign: 'M-7 0H7' },
  'not-participating': { type: symbolCircle, sign: null }
};

/** The sign for a vote, as SVG paths. */
export function drawVote(vote: Vote): VoteGlyph {
  const { type, sign } = shapes[vote];
  const outline = (size: number) => symbol(type, size).digits(2)() ?? '';
  return { outline: outline(area.outline), sign, ring: outline(area.ring) };
}

/** The signs of all votes, for a page to draw without computing them again. */
export const drawVotes = (): VoteGlyphs =>
  Object.fromEntries(votes.map((vote) => [vote, drawVote(vote)])) as VoteGlyphs;
