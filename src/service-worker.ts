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

interface Pack {
  readonly styles: readonly string[];
  readonly files: readonly (readonly [address: string, type: string, text: string])[];
}

const isSealed = async (cache: string): Promise<boolean> =>
  (await (await caches.open(cache)).match(sealed)) !== undefined;

/** The sealed copies that are there, this version's first. */
async function copies(): Promise<string[]> {
  const all = (await caches.keys()).filter((key) => key.startsWith(prefix));
  const whole = await Promise.all(all.map(isSealed));
  return all.filter((_, index) => whole[index]).sort((a, b) => Number(b === name) - Number(a === name));
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
    for (const [address, type, words] of pack.files) {
      const whole =
        type === 'text/html' ? words.replace(/\0(\d+)\0/g, (_, style: string) => pack.styles[Number(style)]!) : words;
      await cache.put(base + address, new Response(whole, { headers: { 'content-type': `${type}; charset=utf-8` } }));
    }
    for (const asset of [...build, ...files]) {
      const answer = await fetch(asset);
      if (!answer.ok) throw new Error(`${asset}: ${answer.status}`);
      bytes += Number(answer.headers.get('content-length') ?? 0);
      await cache.put(asset, answer);
      ontold(bytes);
    }
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
  if (type === 'is-kept') {
    event.waitUntil(forget(asking));
    void isSealed(name).then((isKept) => say({ type: 'kept', isKept }));
  }
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
    ['/offline.bin', '/offline.json', '/service-worker.js', '/_app/version.json'].some(
      (path) => url.pathname === base + path
    )
  )
    return;
  const isNamed = url.pathname.startsWith(`${base}/_app/immutable/`);
  event.respondWith(answer(request, url, isNamed));
});

/** From the copy where it holds this; else from the network, and where there is none, the page that says so. */
async function answer(request: Request, url: URL, isNamed: boolean): Promise<Response> {
  for (const copy of await copies()) {
    if (copy !== name && !isNamed) continue;
    const cache = await caches.open(copy);
    // What stands behind a question mark is for the page to read.
    const found = await cache.match(url.pathname);
    if (found) return found;
  }
  try {
    return await fetch(request);
  } catch (error) {
    const missing = request.mode === 'navigate' ? await (await caches.open(name)).match(`${base}/404`) : undefined;
    if (missing) return new Response(missing.body, { status: 404, headers: missing.headers });
    throw error;
  }
}
