/** Farthest that the picture is moved from its place, in px of a screen of 1920 × 1080. */
export const mostShift = 16;

const hour = 3_600_000;

/**
 * Where the picture stands, so that no line of it burns into the panel: over an hour it goes once round a figure of
 * eight, a pixel at a time, too slowly to be seen.
 * @param elapsed ms
 * @returns whole px
 */
export function shiftAt(elapsed: number): { readonly x: number; readonly y: number } {
  const turn = (2 * Math.PI * elapsed) / hour;
  // Not −0, which a style would write.
  return { x: Math.round(mostShift * Math.sin(turn)) + 0, y: Math.round(mostShift * Math.sin(2 * turn)) + 0 };
}
