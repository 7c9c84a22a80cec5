import { asset } from '$app/paths';
import type { TourView } from '#lib/ui/timeline/tour-view.ts';

let fetching: Promise<readonly TourView[]> | null = null;

/** The tours of the timeline: fetched once, and again after a failure. */
export function fetchTours(): Promise<readonly TourView[]> {
  fetching ??= request().catch((error: unknown) => {
    fetching = null;
    throw error;
  });
  return fetching;
}

async function request(): Promise<readonly TourView[]> {
  const response = await fetch(asset('/timeline/tours.json'));
  if (!response.ok) throw new Error(`the tours answered ${response.status}`);
  return (await response.json()) as readonly TourView[];
}
