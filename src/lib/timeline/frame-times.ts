/** What many measurements say: medians for what was measured a few times, percentiles for frames. */

/**
 * The value that a share of the others does not exceed, by nearest rank: a value that was measured, never one between two.
 * @param share 0.95 for the 95th percentile
 * @returns NaN where nothing was measured
 */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.max(Math.ceil(share * sorted.length) - 1, 0), sorted.length - 1)]!;
}

/** The middle value; the mean of the two middle ones where there is none. NaN where nothing was measured. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

export interface FrameSummary {
  readonly frames: number;
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
  /** How many took longer than 50 ms: these are seen. */
  readonly long: number;
}

/** The times between frames, in ms, in a few numbers. */
export function summariseFrames(times: readonly number[]): FrameSummary {
  return {
    frames: times.length,
    median: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    worst: percentile(times, 1),
    long: times.filter((time) => time > 50).length
  };
}
