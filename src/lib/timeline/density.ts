import type { LaneId } from '../model/lane.ts';
import type { TimelineEvent } from './timeline-event.ts';
import { spanOf, type Viewport } from './viewport.ts';

/** How full a lane is, in equal parts of a stretch of time from first to last. */
export interface LaneDensity {
  readonly id: LaneId;
  /** From 0, where nothing is, to 1, where the fullest part of any lane is; its root, so that one event still shows. */
  readonly parts: readonly number[];
}

/**
 * The density of events by lane. What lasted counts in every part that it touches, what happened
 * in the part of its middle. Costs the number of events and of parts, not their product.
 * @param parts how many equal parts the stretch is cut into
 */
export function layoutDensity(
  events: readonly TimelineEvent[],
  lanes: readonly LaneId[],
  stretch: Viewport,
  parts: number
): LaneDensity[] {
  const partAt = (time: number) => Math.floor(((time - stretch.from) / spanOf(stretch)) * parts);
  const counts = lanes.map((lane) => {
    // Steps up and down, summed from left to right.
    const steps = new Array<number>(parts + 1).fill(0);
    for (const event of events) {
      if (event.lane !== lane) continue;
      const isRange = event.extent === 'range';
      const first = partAt(isRange ? event.start : (event.start + event.end) / 2);
      const last = isRange ? partAt(event.end - 1) : first;
      if (last < 0 || first >= parts) continue;
      steps[Math.max(first, 0)]! += 1;
      steps[Math.min(last, parts - 1) + 1]! -= 1;
    }
    let count = 0;
    return steps.slice(0, parts).map((step) => (count += step));
  });
  const most = Math.max(1, ...counts.flat());
  return lanes.map((id, index) => ({ id, parts: counts[index]!.map((count) => Math.sqrt(count / most)) }));
}

/** The outline of a lane's density, one unit wide a part and one unit high, its foot at 1: an SVG path. */
export function densityPath({ parts }: LaneDensity): string {
  const path: string[] = [];
  for (const [at, share] of parts.entries()) {
    if (share > 0) path.push(`M${at} 1v${(-share).toFixed(3)}h1v${share.toFixed(3)}z`);
  }
  return path.join('');
}
