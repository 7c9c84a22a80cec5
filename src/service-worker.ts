/// <reference lib="webworker" />
import { base, build, files, version } from '$service-worker';

/**
 * The offline copy. It holds one version of everything, whole, or nothing: a page never meets the parts of
 * another version. What is not in it (a class server's answers, a stream) is never touched.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

const prefix = 'two-steps-';
const name = prefix + version;
/** Stands in the cache once all of it does. */
const sealed = `${base}/.sealed`;

/** In a copy of which a kiosk's page came up; of which one was opened; of which none came up. */
const marks = { up: `${base}/.up`, tried: `${base}/.tried`, failed: `${base}/.failed` } as const;
/** A kiosk's page has so long to come up, in ms. */
const comesUp = 30_000;
const kiosk = `${base}/kiosk`;

interface Pack {
  readonly version: string;
  readonly parts: readonly string[];
  readonly files: readonly (readonly [address: string, type: string, text: string])[];
}

/** A copy that was dropped meanwhile is not made anew by looking. */
const holds = async (cache: string, mark: string): Promise<boolean> =>
  (await caches.match(mark, { cacheName: cache })) !== undefined;
const isSealed = (cache: string): Promise<boolean> => holds(cache, sealed);
const put = async (mark: string): Promise<void> => (await caches.open(name)).put(mark, new Response(version));

/** The sealed copies that are there, this version's first; one that did not come up is the last. */
async function copies(): Promise<string[]> {
  const all = (await caches.keys()).filter((key) => key.startsWith(prefix));
  const [whole, failed] = await Promise.all([
    Promise.all(all.map(isSealed)),
    Promise.all(all.map((key) => holds(key, marks.failed)))
  ]);
  const rank = (key: string) => Number(failed[all.indexOf(key)]) * 2 + Number(key !== name);
  return all.filter((_, index) => whole[index]).sort((a, b) => rank(a) - rank(b));
}

/**
 * A kiosk's page is opened, where nobody stands by: a version of which none has come up yet gets one try, and the copy
 * before it is there until then.
 * @returns what watches over the try
 */
async function tryVersion(client: string): Promise<() => Promise<void>> {
  const isOnly = (await copies()).length < 2;
  if (isOnly || (await holds(name, marks.up)) || (await holds(name, marks.failed))) return async () => {};
  if (await holds(name, marks.tried)) {
    await put(marks.failed);
    return async () => {};
  }
  await put(marks.tried);
  tried = client;
  return async () => {
    await new Promise((done) => setTimeout(done, comesUp));
    if (await holds(name, marks.up)) return;
    await put(marks.failed);
    const open = await worker.clients.matchAll({ type: 'window' });
    await Promise.all(
      open
        .filter(({ url }) => isKiosk(new URL(url).pathname))
        .map((client) => (client as WindowClient).navigate(client.url))
    );
  };
}

/** The page in which this version is tried. */
let tried = '';

const isKiosk = (path: string): boolean => path === kiosk || path.startsWith(`${kiosk}/`);

/** Does the same with all, a few at a time: one by one they would wait for the disk and for the network. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  const hand = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: 6 }, hand));
}

/** Fetches everything, telling how far it is in bytes. A copy that is not whole is thrown away. */
async function keep(ontold: (bytes: number) => void = () => {}): Promise<void> {
  if (await isSealed(name)) return;
  const cache = await caches.open(name);
  try {
    const response = await fetch(`${base}/offline.bin`, { cache: 'no-cache' });
    if (!response.ok || !response.body) throw new Error(`the copy could not be fetched: ${response.status}`);
    let bytes = 0;
    const told = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        ontold(bytes);
        controller.enqueue(chunk);
      }
    });
    const text = await new Response(
      response.body.pipeThrough(told).pipeThrough(new DecompressionStream('gzip'))
    ).text();
    const pack = JSON.parse(text) as Pack;
    // The server may have been updated since this worker was fetched: its pages would ask for scripts that are not here.
    if (pack.version !== version) throw new Error(`the copy is of version ${pack.version}, not of ${version}`);
    await inTurns(pack.files, async ([address, type, words]) => {
      const whole = words.replace(/\0(\d+)\0/g, (_, place: string) => pack.parts[Number(place)]!);
      await cache.put(base + address, new Response(whole, { headers: { 'content-type': `${type}; charset=utf-8` } }));
    });
    await inTurns([...build, ...files], async (asset) => {
      const answer = await fetch(asset);
      if (!answer.ok) throw new Error(`${asset}: ${answer.status}`);
      bytes += Number(answer.headers.get('content-length') ?? 0);
      await cache.put(asset, answer);
      ontold(bytes);
    });
    await cache.put(sealed, new Response(version));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

worker.addEventListener('install', (event) => {
  // Who has a copy of the version before gets the whole of this one before it takes over; else the copy is asked for.
  event.waitUntil(
    (async () => {
      if ((await copies()).length > 0) await keep();
    })()
  );
});

// Pages of the version before may still be open: what they ask for by name stays in its copy.
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

/** Drops copies of versions before, once there is one of this and no page of theirs can be open. */
async function forget(asking: string): Promise<void> {
  const open = await worker.clients.matchAll({ type: 'window' });
  // A copy beside this one may be a newer version's, which is about to take over.
  const { installing, waiting } = worker.registration;
  if (asking !== version || open.length > 1 || installing || waiting || !(await isSealed(name))) return;
  const old = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);
  await Promise.all(old.map((key) => caches.delete(key)));
}

worker.addEventListener('message', (event) => {
  const { type, version: asking } = event.data as { type: string; version: string };
  const say = (message: object) => event.source?.postMessage(message);
  if (type === 'take-over') void worker.skipWaiting();
  if (type === 'is-up' && (asking === version || (event.source as Client | null)?.id === tried))
    event.waitUntil(put(marks.up).then(() => forget(version)));
  if (type === 'is-kept')
    event.waitUntil(Promise.all([forget(asking), isSealed(name).then((isKept) => say({ type: 'kept', isKept }))]));
  if (type === 'keep') {
    event.waitUntil(
      keep((bytes) => say({ type: 'progress', bytes })).then(
        () => say({ type: 'kept', isKept: true }),
        () => say({ type: 'failed' })
      )
    );
  }
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (
    ['/offline.bin', '/offline.json', '/service-worker.js', '/_app/version.json', '/kiosk.json'].some(
      (path) => url.pathname === base + path
    )
  )
    return;
  const isNamed = url.pathname.startsWith(`${base}/_app/immutable/`);
  if (request.mode === 'navigate' && isKiosk(url.pathname)) {
    const trying = tryVersion(event.resultingClientId);
    event.waitUntil(trying.then((watch) => watch()));
    event.respondWith(trying.then(() => answer(request, url, isNamed)));
  } else event.respondWith(answer(request, url, isNamed));
});

/** From the copy where it holds this; else from the network, and where there is none, the page that says so. */
async function answer(request: Request, url: URL, isNamed: boolean): Promise<Response> {
  const kept = await copies();
  for (const copy of kept) {
    // Pages are those of one version: this one, or, where it did not come up, the one before.
    if (!isNamed && copy !== name && (copy !== kept[0] || !kept.includes(name))) continue;
    // What stands behind a question mark is for the page to read.
    const found = await caches.match(url.pathname, { cacheName: copy });
    if (found) return found;
  }
  try {
    return await fetch(request);
  } catch (error) {
    const missing = request.mode === 'navigate' ? await caches.match(`${base}/404`, { cacheName: name }) : undefined;
    if (missing) return new Response(missing.body, { status: 404, headers: missing.headers });
    throw error;
  }
}
