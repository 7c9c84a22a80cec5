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

/** Name of the store where nobody is in a class; a student of a class has one of her own on the device. */
export const ownStore = 'two-steps';

/** How long to wait before what could not be written is tried again, in ms. */
const again = 3000;

export class Outbox {
  readonly #hears: Hears;
  readonly #name: string;
  #database: IDBPDatabase<Schema> | null = null;
  #opening: Promise<void> | null = null;
  #channel: BroadcastChannel | null = null;
  #waiting: Operation[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isWriting = false;
  #keeping: Keeping = 'kept';

  constructor(hears: Hears, name: string = ownStore) {
    this.#hears = hears;
    this.#name = name;
    this.#listen();
  }

  /** Everything that is kept of a module, and what is still to be written. */
  async read(module: string): Promise<Operation[]> {
    // Whoever only looks leaves nothing behind: the store is made with the first answer.
    if (this.#opening === null && !(await isStored(this.#name))) return [];
    await this.#open();
    try {
      const kept = (await this.#database?.getAllFromIndex('operations', 'module', module)) ?? [];
      return [...kept, ...this.#waiting.filter((operation) => operation.module === module)];
    } catch {
      this.#tell('forbidden');
      return this.#waiting.filter((operation) => operation.module === module);
    }
  }

  /** Makes the store ready for what is about to be written: a slow machine takes longer for that than for a key. */
  prepare(): void {
    void this.#open();
  }

  /** Takes operations to be written; returns at once. */
  append(operations: readonly Operation[]): void {
    this.#waiting.push(...operations);
    this.#channel?.postMessage(operations);
    if (this.#keeping === 'kept') this.#tell('keeping');
    // At once: what is written while this is on its way gathers, and follows it.
    void this.flush();
  }

  /** Writes what waits. What cannot be written stays, and is tried again. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting.length === 0) return;
    await this.#open();
    if (this.#isWriting || this.#waiting.length === 0) return;
    if (this.#database === null) {
      this.#timer ??= setTimeout(() => void this.flush(), again);
      return;
    }
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
      if (error instanceof DOMException && error.name === 'InvalidStateError') this.#opening = null;
    } finally {
      this.#isWriting = false;
    }
    if (this.#waiting.length > 0) {
      this.#timer ??= setTimeout(() => void this.flush(), this.#keeping === 'keeping' ? 0 : again);
    }
  }

  close(): void {
    void this.flush();
    this.#channel?.close();
  }

  #listen(): void {
    if (typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel(`${this.#name}-operations`);
    this.#channel.onmessage = ({ data }: MessageEvent<Operation[]>) => this.#hears.onoperations(data);
  }

  #open(): Promise<void> {
    this.#opening ??= this.#connect();
    return this.#opening;
  }

  async #connect(): Promise<void> {
    try {
      this.#database = await openDB<Schema>(this.#name, 1, {
        upgrade(database) {
          database.createObjectStore('operations', { keyPath: 'id' }).createIndex('module', 'module');
        },
        // A newer page wants to change the store: this one lets go, and opens it again when it writes.
        blocking: () => {
          this.#database?.close();
          this.#database = null;
          this.#opening = null;
        },
        terminated: () => {
          this.#database = null;
          this.#opening = null;
        }
      });
    } catch {
      // Storage is switched off, or the browser is in a mode that keeps nothing. It is tried again with the next write.
      this.#database = null;
      this.#opening = null;
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

/** Whether there is a store from before. A browser that does not say is taken to have one. */
export async function isStored(name: string): Promise<boolean> {
  try {
    const all = await indexedDB.databases();
    return all.some((database) => database.name === name);
  } catch {
    return true;
  }
}
