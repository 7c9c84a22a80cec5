import { spanOf, type Viewport } from '#lib/timeline/viewport.ts';

/** A share of a length, as CSS has it. */
export const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/**
 * Where a layer lies that was laid out for one stretch, while another is seen: moved, and wider or
 * narrower by as much as the view was zoomed. A style of its own, so that a frame costs one change.
 * @param width of the time area in px
 */
export function placeLayer(laid: Viewport, seen: Viewport, width: number): string {
  if (laid === seen || (laid.from === seen.from && laid.to === seen.to)) return '';
  const shift = ((laid.from - seen.from) / spanOf(seen)) * width;
  return `inline-size:${percent(spanOf(laid) / spanOf(seen))};translate:${shift.toFixed(2)}px`;
}
