/** What a page was opened under; null where there was none, and then nothing can be taken over. */
let opener: ServiceWorker | null = null;

/** Remembers which version this page was opened under. */
export function watchVersion(): void {
  opener = navigator.serviceWorker?.controller ?? null;
}

/** Whether a newer version has taken over since this page was opened: the next page must be opened anew. */
export const isOutdated = (): boolean => opener !== null && navigator.serviceWorker.controller !== opener;

/** Lets a newer version take over that waits; called where nothing is in the middle of being done. */
export async function takeOver(): Promise<void> {
  // Plain http has no service workers.
  const registration = await navigator.serviceWorker?.getRegistration();
  registration?.waiting?.postMessage({ type: 'take-over' });
}
