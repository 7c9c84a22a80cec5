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
  // A layer that lies between two pixels has each of its pixels mixed anew in every frame, and its words are blurred.
  const pixels = scale ? 1000 : globalThis.devicePixelRatio || 1;
  return `${size}transform:translateX(${+(Math.round(shift * pixels) / pixels).toFixed(3)}px)${scale}`;
}
