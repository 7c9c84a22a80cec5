import { openDB, type IDBPDatabase } from 'idb';
import type { Operation } from '../model/operation.ts';

/** Where a student's answers are on their way to the class. */
export type Arrival =
  | 'arrived'
  | 'sending'
  /** There is no network, or the server is away: it is tried again by itself. */
  | 'waiting'
  /** This device is in the class no more. */
  | 'signed-out'
  /** The server took some of it never: it stays on this device. */
  | 'refused';

interface Options {
  /** Address of the server's end. */
  readonly address: string;
  readonly module: string;
  /** Name of the student's store on this device. */
  readonly store: string;
  readonly onarrival: (arrival: Arrival) => void;
  /** What the student's other devices wrote; to be kept here like her own. */
  readonly onoperations: (operations: readonly Operation[]) => Promise<void>;
  /** Where the student is. */
  readonly step: () => string;
}

interface Pulled {
  readonly operations: readonly Operation[];
  readonly cursor: number;
  readonly hasMore: boolean;
}

/** What is written within this is sent together, in ms. */
const gather = 1500;
/** How often the class hears that a student is there, in ms. */
const heartbeat = 45_000;
/** First and longest wait before another attempt, in ms. */
const backOff = { first: 2000, longest: 60_000 };
/** What one request carries: well below what the server takes. */
const most = { operations: 400, characters: 300_000 };

/** Name of the list of what the class has, beside the student's store. */
export const sentStore = (store: string): string => `${store}-sent`;

const openSent = (store: string): Promise<IDBPDatabase> =>
  openDB(sentStore(store), 1, {
    upgrade(database) {
      database.createObjectStore('sent');
      // By module: up to where this device has what the others wrote.
      database.createObjectStore('cursors');
    }
  });

/** Ids of the operations that the class has, as far as this device knows. */
export async function readSent(store: string): Promise<Set<string>> {
  const database = await openSent(store);
  const keys = await database.getAllKeys('sent');
  database.close();
  return new Set(keys.map(String));
}

/** Sends what a student writes to her class, each at least once, and fetches what she wrote elsewhere. */
export class Push {
  readonly #options: Options;
  readonly #waiting = new Map<string, Operation>();
  #sent = new Set<string>();
  #database: IDBPDatabase | null = null;
  #cursor = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isSending = false;
  #isClosed = false;
  #failures = 0;
  #most = most.operations;

  constructor(options: Options) {
    this.#options = options;
    addEventListener('online', this.#now);
    document.addEventListener('visibilitychange', this.#now);
  }

  /** Begins with all that is kept of the module on this device. */
  async start(operations: readonly Operation[]): Promise<void> {
    try {
      this.#sent = await readSent(this.#options.store);
      this.#database = await openSent(this.#options.store);
      this.#cursor = ((await this.#database.get('cursors', this.#options.module)) as number | undefined) ?? 0;
    } catch {
      // Without a store everything is sent again: the server takes each once.
    }
    this.offer(operations);
    this.#plan(0);
  }

  /** Takes what was written; returns at once. */
  offer(operations: readonly Operation[]): void {
    for (const operation of operations) {
      if (operation.module === this.#options.module && !this.#sent.has(operation.id)) {
        this.#waiting.set(operation.id, operation);
      }
    }
    if (this.#waiting.size === 0) return;
    // From the first key on it is not true that the class has everything; why nothing goes at all is said already.
    if (this.#failures === 0) this.#options.onarrival('sending');
    this.#plan(gather);
  }

  close(): void {
    this.#isClosed = true;
    removeEventListener('online', this.#now);
    document.removeEventListener('visibilitychange', this.#now);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#database?.close();
  }

  readonly #now = () => {
    this.#failures = 0;
    void this.#send();
  };

  #plan(wait: number): void {
    if (this.#isClosed) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), wait);
  }

  async #send(): Promise<void> {
    if (this.#isSending || this.#isClosed) return;
    this.#isSending = true;
    const batch = this.#nextBatch();
    if (batch.length > 0) this.#options.onarrival('sending');
    const wait = await this.#exchange(batch);
    this.#isSending = false;
    if (wait !== null) this.#plan(wait);
  }

  /** @returns ms until the next exchange; null when there is none */
  async #exchange(batch: readonly Operation[]): Promise<number | null> {
    const { address, module, step, onarrival, onoperations } = this.#options;
    let response: Response;
    try {
      const push = { module, step: step(), operations: batch, since: this.#cursor };
      response = await fetch(address, { method: 'POST', ...(await pack(JSON.stringify(push))) });
    } catch {
      return this.#later();
    }
    if (response.ok) {
      const pulled = (await response.json().catch(() => null)) as Pulled | null;
      if (pulled === null) return this.#later();
      this.#failures = 0;
      // What others wrote is handed on before it is noted: what is lost in between comes again.
      if (pulled.operations.length > 0) await onoperations(pulled.operations);
      await this.#acknowledge([...batch, ...pulled.operations], pulled.cursor);
      if (this.#waiting.size === 0) onarrival('arrived');
      return this.#waiting.size > 0 || pulled.hasMore ? 0 : heartbeat;
    }
    if (response.status === 401) {
      this.#failures += 1;
      onarrival('signed-out');
      return null;
    }
    if ([400, 413, 507].includes(response.status) && batch.length > 0) {
      // One operation that is refused must not keep the others: what cannot be sent is found by halves.
      if (batch.length === 1) {
        this.#waiting.delete(batch[0]!.id);
        onarrival('refused');
        return gather;
      }
      this.#most = Math.max(1, Math.floor(batch.length / 2));
      return 0;
    }
    return this.#later();
  }

  #nextBatch(): Operation[] {
    const batch: Operation[] = [];
    let characters = 0;
    for (const operation of this.#waiting.values()) {
      characters += JSON.stringify(operation).length;
      if (batch.length >= this.#most || (batch.length > 0 && characters > most.characters)) break;
      batch.push(operation);
    }
    return batch;
  }

  #later(): number {
    this.#options.onarrival('waiting');
    const wait = Math.min(backOff.longest, backOff.first * 2 ** this.#failures);
    this.#failures += 1;
    // A class that lost its network together does not come back in one moment.
    return wait * (0.5 + Math.random());
  }

  async #acknowledge(operations: readonly Operation[], cursor: number): Promise<void> {
    const isNew = operations.length > 0 || cursor !== this.#cursor;
    this.#cursor = cursor;
    for (const { id } of operations) {
      this.#waiting.delete(id);
      this.#sent.add(id);
    }
    if (!isNew || this.#database === null) return;
    try {
      const transaction = this.#database.transaction(['sent', 'cursors'], 'readwrite');
      const sent = transaction.objectStore('sent');
      await Promise.all([
        ...operations.map(({ id }) => sent.put(1, id)),
        transaction.objectStore('cursors').put(cursor, this.#options.module),
        transaction.done
      ]);
    } catch {
      // What is not noted is sent once more.
    }
  }
}

/** A body, packed where the browser can and it is worth it. */
async function pack(text: string): Promise<{ body: BodyInit; headers: Record<string, string> }> {
  if (text.length < 2000 || typeof CompressionStream === 'undefined') {
    return { body: text, headers: { 'content-type': 'application/json' } };
  }
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return { body: await new Response(stream).arrayBuffer(), headers: { 'content-type': 'application/gzip' } };
}
