import { scaleLinear } from 'd3-scale';

export interface TallyBar {
  readonly id: string;
  readonly text: string;
  readonly count: number;
  /** Of the widest bar that there can be: 0 to 1. */
  readonly share: number;
}

/**
 * Bars of how often each option was chosen. The scale ends at the number of those who answered, so that a bar is a
 * share of them and not of the longest.
 * @param total how many answered
 */
export function drawTally(
  tally: readonly { readonly option: { readonly id: string; readonly text: string }; readonly count: number }[],
  total: number
): TallyBar[] {
  const scale = scaleLinear()
    .domain([0, Math.max(1, total)])
    .range([0, 1])
    .clamp(true);
  return tally.map(({ option, count }) => ({ ...option, count, share: scale(count) }));
}
