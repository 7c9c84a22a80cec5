import type { EventDetails } from './event-detail.ts';
import type { findEvents as FindEvents } from './find-events.ts';
import type { TimelineData, TimelineState } from './timeline-state.svelte.ts';

/** Keeps `view.matches` true to the words looked for. What finds comes when something is looked for. */
export function followFind(view: TimelineState, data: TimelineData, details: () => EventDetails | null): void {
  let findEvents = $state.raw<typeof FindEvents>();
  $effect(() => {
    // Without it nothing is marked; the next letter tries again.
    if (view.find) import('./find-events.ts').then((loaded) => (findEvents = loaded.findEvents)).catch(() => {});
  });
  $effect(() => {
    view.matches = findEvents?.(data.entries, details(), view.find) ?? null;
  });
}
