import { metrics } from '#lib/timeline/marks.ts';

/** How high the parts of a picture are, in rem: what is pressed is higher than what is looked at. */
export interface Measures {
  readonly row: number;
  readonly padding: number;
  /** The row of counts under a lane. */
  readonly count: number;
  readonly axis: number;
  /** Room for the marked days under the lanes, side by side. */
  readonly foot: number;
}

/** A picture that is looked at. */
export const looked: Measures = { row: 1.8, padding: 0.3, count: 1.6, axis: 3.2, foot: 2.2 };

/** A picture of which the marks are pressed: 62 px of a screen of 1080 lines, and room between them. */
export const pressed: Measures = { row: 2.9, padding: 0.2, count: 2.7, axis: 3.2, foot: 2.2 };

/** The name of a marked day with the room above it, in rem. */
export const pillRow = 1.9;
/** In a picture that is narrower than this, in rem, the names of days stand one above the other. */
const narrow = 45;

/** Room under the lanes for the names of the marked days, in rem. */
export const footOf = ({ foot }: Measures, width: number, days: number): number =>
  width < narrow ? foot + Math.max(0, days - 1) * pillRow : foot;

/** What is drawn before the window is known: the picture of a screen of 1920 × 1080. */
export const laid = { unit: 1.5, width: 1660, height: 620 };

/** Where a mark or a count lies from its lane's upper edge, in rem. */
export function topOf(item: { readonly type: 'mark' | 'count'; readonly top: number }, measures: Measures): number {
  // A count's row begins a little above where the rows of marks end.
  const rows = (item.top + (item.type === 'count' ? 2 : 0) - metrics.lanePadding) / metrics.rowHeight;
  return measures.padding + rows * measures.row;
}

/** A length of the layout in rem. */
export const inRem = (length: number): string => `${(length / 16).toFixed(3)}rem`;
