import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Operation } from '../model/operation.ts';

/** The first home of every answer: an append-only list of operations in the browser's IndexedDB. */
interface Schema extends DBSchema {
  operations: { key: string; value: Operation; indexes: { module: string } };
}

/** Where answers are: on disk, on their way there, or in memory alone, because the browser let nothing be kept. */
export type Keeping = 'kept' | 'keeping' | 'forbidden' | 'full';

interface Hears {
  /** Told whenever it changes. */
  readonly onkeeping: (keeping: Keeping) => void;
  /** Operations that another tab has written. */
  readonly onoperations: (operations: readonly Operation[]) => void;
}

const name = 'two-steps';
const channelName = 'two-steps-operations';

/** How long changes are gathered before they are written, in ms: a hand at the keyboard makes one every 100. */
const gathering = 40;
/** How long to wait before what could not be written is tried again, in ms. */
const again = 3000;

export class Outbox {
  readonly #hears: Hears;
  #database: IDBPDatabase<Schema> | null = null;
  readonly #opening: Promise<void>;
  #channel: BroadcastChannel | null = null;
  #waiting: Operation[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isWriting = false;
  #keeping: Keeping = 'kept';

  constructor(hears: Hears) {
    this.#hears = hears;
    this.#opening = this.#open();
  }

  /** Everything that is kept of a module, and what is still to be written. */
  async read(module: string): Promise<Operation[]> {
    await this.#opening;
    try {
      const kept = (await this.#database?.getAllFromIndex('operations', 'module', module)) ?? [];
      return [...kept, ...this.#waiting.filter((operation) => operation.module === module)];
    } catch {
      this.#tell('forbidden');
      return this.#waiting.filter((operation) => operation.module === module);
    }
  }

  /** Takes operations to be written; returns at once. */
  append(operations: readonly Operation[]): void {
    this.#waiting.push(...operations);
    this.#channel?.postMessage(operations);
    if (this.#keeping === 'kept') this.#tell('keeping');
    this.#timer ??= setTimeout(() => void this.flush(), gathering);
  }

  /** Writes what waits. What cannot be written stays, and is tried again. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#opening;
    if (this.#isWriting || this.#waiting.length === 0) return;
    if (this.#database === null) return this.#tell('forbidden');
    this.#isWriting = true;
    const written = [...this.#waiting];
    try {
      // Relaxed would be on disk only when the system pleases: a power cut must not take what was acknowledged.
      const transaction = this.#database.transaction('operations', 'readwrite', { durability: 'strict' });
      const store = transaction.objectStore('operations');
      await Promise.all([...written.map((operation) => store.put(operation)), transaction.done]);
      this.#waiting = this.#waiting.slice(written.length);
      this.#tell(this.#waiting.length === 0 ? 'kept' : 'keeping');
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      this.#tell(isFull ? 'full' : 'forbidden');
      if (error instanceof DOMException && error.name === 'InvalidStateError') await this.#open();
    } finally {
      this.#isWriting = false;
    }
    if (this.#waiting.length > 0) {
      this.#timer ??= setTimeout(() => void this.flush(), this.#keeping === 'keeping' ? 0 : again);
    }
  }

  /** Takes out all that was written of a module, or of all modules, and tells no one. */
  async erase(): Promise<void> {
    await this.#opening;
    this.#waiting = [];
    await this.#database?.clear('operations');
  }

  close(): void {
    void this.flush();
    this.#channel?.close();
  }

  async #open(): Promise<void> {
    if (typeof BroadcastChannel !== 'undefined' && this.#channel === null) {
      this.#channel = new BroadcastChannel(channelName);
      this.#channel.onmessage = ({ data }: MessageEvent<Operation[]>) => this.#hears.onoperations(data);
    }
    try {
      this.#database = await openDB<Schema>(name, 1, {
        upgrade(database) {
          database.createObjectStore('operations', { keyPath: 'id' }).createIndex('module', 'module');
        },
        // A newer page wants to change the store: it waits for this one to let go.
        blocking: () => this.#database?.close(),
        terminated: () => {
          this.#database = null;
          void this.#open();
        }
      });
    } catch {
      // Storage is switched off, or the browser is in a mode that keeps nothing.
      this.#database = null;
      this.#tell('forbidden');
    }
  }

  #tell(keeping: Keeping): void {
    if (keeping === this.#keeping) return;
    this.#keeping = keeping;
    this.#hears.onkeeping(keeping);
  }
}

/** A name for one tab's writing: long enough that no two ever share it. Works without a secure context. */
export const newWriter = (): string =>
  [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(36).padStart(2, '0')).join('');
