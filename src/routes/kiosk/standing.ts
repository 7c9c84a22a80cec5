/** What keeps a screen standing without a hand: it stays awake, says that it lives, and takes newer versions at rest. */

const minute = 60_000;
/** A newer version is looked for so often, ms. */
const between = 60 * minute;
/** The copy is seen to so long after the page came up, ms. */
const settling = 4000;
/** A script that fails so often within a minute has the page loaded anew. */
const mostErrors = 3;

/** Keeps the screen awake while it can be seen. Returns what lets it sleep. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  const take = async () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    // The system may refuse, for instance on a low battery; it is asked again when the page is seen again.
    lock = await navigator.wakeLock.request('screen').catch(() => null);
  };
  void take();
  document.addEventListener('visibilitychange', take);
  return () => {
    document.removeEventListener('visibilitychange', take);
    void lock?.release();
  };
}

/**
 * Says every ten seconds that the page lives, to whoever serves it; a watchdog starts a browser anew that has long said
 * nothing. It is said from a frame that was drawn, so that a page that hangs says nothing.
 * @param isWanted whether anybody listens; asked each time
 */
export function beat(address: string, isWanted: () => boolean): () => void {
  const say = () =>
    requestAnimationFrame(() => {
      if (isWanted()) void fetch(address, { method: 'POST', keepalive: true }).catch(() => {});
    });
  say();
  const timer = setInterval(say, 10_000);
  return () => clearInterval(timer);
}

/**
 * Hears of scripts that fail.
 * @param onfail told of each with its message
 */
export function watchErrors(onfail: (message: string) => void): () => void {
  let times: number[] = [];
  const hear = (message: string) => {
    const now = performance.now();
    times = [...times.filter((time) => now - time < minute), now];
    onfail(message);
    if (times.length >= mostErrors) location.reload();
  };
  const fail = (event: ErrorEvent) => hear(event.message);
  const reject = (event: PromiseRejectionEvent) => hear(String((event.reason as Error)?.message ?? event.reason));
  window.addEventListener('error', fail);
  window.addEventListener('unhandledrejection', reject);
  return () => {
    window.removeEventListener('error', fail);
    window.removeEventListener('unhandledrejection', reject);
  };
}

export interface Updates {
  /** Told whether the loop plays: only then is a newer version taken. */
  rest: (isResting: boolean) => void;
  stop: () => void;
}

/**
 * Keeps a copy of everything for a time without a network, and takes newer versions in the loop alone. That this one came
 * up is said to the worker: until then it goes back to the one before.
 * @param script address of the worker
 * @param version the page's own
 */
export function takeUpdates(script: string, version: string): Updates {
  let registration: ServiceWorkerRegistration | null = null;
  let isResting = true;
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  let isControlled = Boolean(container?.controller);
  const take = () => {
    if (isResting) registration?.waiting?.postMessage({ type: 'take-over' });
  };
  // The newer version's page comes with the newer version's worker; a first worker changes nothing.
  const change = () => {
    if (isControlled) location.reload();
    isControlled = true;
  };
  const look = () => void registration?.update().then(take, () => {});
  const timer = setInterval(look, between);
  if (container) {
    // Said at once: a version whose power is cut before it has said so counts as one that did not come up.
    void container.ready.then(({ active }) => active?.postMessage({ type: 'is-up', version }));
    container.addEventListener('controllerchange', change);
    // What is seen comes first.
    setTimeout(() => void begin(container), settling);
  }

  const watch = () => {
    const worker = registration?.installing;
    worker?.addEventListener('statechange', () => worker.state === 'installed' && take());
  };

  async function begin(workers: ServiceWorkerContainer) {
    try {
      registration = await workers.register(script);
      // One may have been found before this: the browser looks by itself when a page is opened.
      registration.addEventListener('updatefound', watch);
      watch();
      const { active } = await workers.ready;
      active?.postMessage({ type: 'keep' });
      take();
    } catch {
      // Without a network nothing new comes, and what is kept goes on.
    }
  }

  return {
    rest(next) {
      isResting = next;
      take();
    },
    stop() {
      clearInterval(timer);
      container?.removeEventListener('controllerchange', change);
    }
  };
}
