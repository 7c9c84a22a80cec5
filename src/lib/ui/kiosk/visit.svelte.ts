import type { Station } from '#lib/kiosk/counts.ts';
import type { Draft } from '#lib/lesson/draft.ts';
import type { Viewport } from '#lib/timeline/viewport.ts';

/** Sizes of letters, as shares of the usual one. */
const sizes = [1, 1.2, 1.4] as const;

/** All that one visitor does. It lives in memory alone, and goes with the visit. */
export class Visit {
  station = $state<Station>('home');
  /** Place among `sizes`. */
  size = $state(0);
  isHighContrast = $state(false);
  /** Everything in the lower part of the screen, for who reaches no higher. */
  isLow = $state(false);
  /** The stop of the tour, from 1. */
  stop = $state(1);
  viewport = $state.raw<Viewport | null>(null);
  event = $state<string | null>(null);
  draft = $state.raw<Draft>({});
  opinion = $state<string | null>(null);

  get scale(): number {
    return sizes[this.size]!;
  }

  /** The next larger size; after the largest the usual one. */
  enlarge(): void {
    this.size = (this.size + 1) % sizes.length;
  }
}
