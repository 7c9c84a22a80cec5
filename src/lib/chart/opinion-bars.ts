import { scaleBand, scaleLinear } from 'd3-scale';

/** One answer's bar. */
export interface OpinionBar {
  readonly id: string;
  readonly count: number;
  /** Share of all answers, 0 to 1. */
  readonly share: number;
  /** Its top and height, as shares of the picture's height. */
  readonly y: number;
  readonly height: number;
  /** Share of the picture's width. */
  readonly width: number;
}

export interface OpinionPicture {
  readonly bars: readonly OpinionBar[];
  /** How many answers there are in all. */
  readonly size: number;
  /** Lines at round shares, each with its place as a share of the width. */
  readonly ticks: readonly { readonly share: number; readonly x: number }[];
}

/**
 * The answers to a question of opinion as bars. The longest takes the whole width, so that few answers are told apart too.
 * @param options in the order in which they are offered
 */
export function drawOpinions(options: readonly string[], counts: Readonly<Record<string, number>>): OpinionPicture {
  const countOf = (id: string) => counts[id] ?? 0;
  const size = options.reduce((total, id) => total + countOf(id), 0);
  const shareOf = (id: string) => (size === 0 ? 0 : countOf(id) / size);
  const most = Math.max(...options.map(shareOf));
  const x = scaleLinear()
    .domain([0, most === 0 ? 1 : most])
    .range([0, 1]);
  const y = scaleBand<string>().domain(options).range([0, 1]).paddingInner(0.2);
  return {
    size,
    bars: options.map((id) => ({
      id,
      count: countOf(id),
      share: shareOf(id),
      y: y(id)!,
      height: y.bandwidth(),
      width: x(shareOf(id))
    })),
    ticks: size === 0 ? [] : x.ticks(4).map((share) => ({ share, x: x(share) }))
  };
}
