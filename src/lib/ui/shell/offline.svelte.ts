/** What of the site is kept for a time without a network, as a page sees it. */
export type OfflineState =
  | { readonly is: 'unknown' }
  /** Not fetched, for the reader may pay for it: how many bytes it would be. */
  | { readonly is: 'offered'; readonly bytes: number }
  | { readonly is: 'fetching'; readonly share: number }
  | { readonly is: 'kept' }
  | { readonly is: 'failed' };

let state = $state.raw<OfflineState>({ is: 'unknown' });
let bytes = 0;
let registration: ServiceWorkerRegistration | null = null;

export const offlineState = (): OfflineState => state;

/** Whether fetching megabytes may cost the reader money, as far as the browser says. */
function isMetered(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; type?: string; effectiveType?: string } };
  return (
    connection !== undefined &&
    (connection.saveData === true || connection.type === 'cellular' || /2g|3g/.test(connection.effectiveType ?? ''))
  );
}

/**
 * Begins to keep the site for a time without a network: at once where that costs nothing, else when it is asked for.
 * @param script address of the service worker
 * @param about address of what says how much is fetched
 * @param version the page's own
 */
export async function keepOffline(script: string, about: string, version: string): Promise<void> {
  // Plain http on a school's network has no service workers: the pages work as before.
  if (!('serviceWorker' in navigator) || registration !== null) return;
  try {
    registration = await navigator.serviceWorker.register(script);
    navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data));
    await navigator.serviceWorker.ready;
    ({ bytes } = (await (await fetch(about)).json()) as { bytes: number });
    registration.active?.postMessage({ type: 'is-kept', version });
  } catch {
    // Without a network there is nothing to fetch, and what is kept is used all the same.
  }
}

type Message =
  | { readonly type: 'kept'; readonly isKept: boolean }
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'failed' };

function hear(message: Message): void {
  if (message.type === 'progress') state = { is: 'fetching', share: Math.min(1, message.bytes / bytes) };
  else if (message.type === 'failed') state = { is: 'failed' };
  else if (message.isKept) state = { is: 'kept' };
  else if (isMetered()) state = { is: 'offered', bytes };
  else fetchNow();
}

/** Fetches everything now. */
export function fetchNow(): void {
  state = { is: 'fetching', share: 0 };
  registration?.active?.postMessage({ type: 'keep' });
}
