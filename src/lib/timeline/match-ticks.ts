import { spanOf, type Viewport } from './viewport.ts';

/** Where matches lie in the whole, as shares of it: one tick for all that begin in one part. */
export function layoutMatchTicks(
  events: readonly { readonly id: string; readonly start: number }[],
  matches: ReadonlySet<string>,
  bounds: Viewport,
  parts: number
): number[] {
  const partOf = (time: number) => Math.floor(((time - bounds.from) / spanOf(bounds)) * parts);
  const found = events.filter(({ id }) => matches.has(id)).map(({ start }) => partOf(start));
  return [...new Set(found)].filter((part) => part >= 0 && part < parts).map((part) => (part + 0.5) / parts);
}
