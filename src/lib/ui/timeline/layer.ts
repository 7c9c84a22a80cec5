import { spanOf, type Viewport } from '#lib/timeline/viewport.ts';

/** A share of a length, as CSS has it. */
export const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/**
 * Where a layer lies that was laid out for one stretch, while another is seen: moved, and wider or
 * narrower by as much as the view was zoomed. A style of its own, so that a frame costs one change.
 * @param width of the time area in px
 * @param stretched the span that its boxes were last stretched to, in ms; what is left is scaled as a picture is,
 * which costs no layout and no paint
 */
export function placeLayer(laid: Viewport, seen: Viewport, width: number, stretched: number): string {
  if (laid === seen || (laid.from === seen.from && laid.to === seen.to)) return '';
  const span = spanOf(seen);
  const shift = ((laid.from - seen.from) / span) * width;
  const size = spanOf(laid) === stretched ? '' : `inline-size:${percent(spanOf(laid) / stretched)};`;
  const scale = stretched === span ? '' : ` scaleX(${(stretched / span).toFixed(5)})`;
  return `${size}transform:translateX(${shift.toFixed(2)}px)${scale}`;
}
