import type { Client } from 'pg';

/** That something of a class has changed: whom it concerns, never what was written. */
export interface ChangeOfClass {
  readonly class: string;
  /** Students whose answers came in or whose place changed; empty where it is the class itself. */
  readonly students: readonly string[];
}

/** How long changes of one class are gathered, in ms: a watcher sees no difference, and a class of thirty is one message. */
const moment = 50;

type Listener = (change: ChangeOfClass) => void;

/** Tells whoever listens in this program, and in every other that shares the database. */
export class Changes {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #gathered = new Map<string, Set<string>>();
  #last: Promise<void> = Promise.resolve();
  #send: ((change: ChangeOfClass) => Promise<void>) | null = null;

  /** @returns what ends the listening */
  listen(classId: string, listener: Listener): () => void {
    const all = this.#listeners.get(classId) ?? new Set();
    this.#listeners.set(classId, all.add(listener));
    return () => {
      all.delete(listener);
      if (all.size === 0) this.#listeners.delete(classId);
    };
  }

  /** How many listen, for the operator's figures. */
  get count(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Tells of a change, together with what else comes within a moment. */
  tell({ class: classId, students }: ChangeOfClass): void {
    const known = this.#gathered.get(classId);
    const all = known ?? new Set<string>();
    for (const student of students) all.add(student);
    if (students.length === 0) all.add('');
    this.#gathered.set(classId, all);
    if (known) return;
    setTimeout(() => {
      this.#gathered.delete(classId);
      const named = [...all].filter((student) => student !== '');
      if (all.has('')) this.#pass({ class: classId, students: [] });
      if (named.length > 0) this.#pass({ class: classId, students: named });
    }, moment).unref();
  }

  /** Sends and hears through PostgreSQL, so that several servers know of each other's changes. */
  async join(open: () => Promise<Client>): Promise<() => Promise<void>> {
    let client: Client | null = null;
    let isClosed = false;
    const connect = async () => {
      client = await open();
      client.on('notification', ({ payload }) => {
        if (payload) this.#hear(JSON.parse(payload) as ChangeOfClass);
      });
      client.on('error', () => {
        client = null;
        this.#send = null;
        if (!isClosed) setTimeout(() => void connect().catch(() => {}), 1000).unref();
      });
      await client.query('listen class_changes');
      this.#send = async (change) => {
        // A notification holds less than 8,000 bytes.
        for (let at = 0; at === 0 || at < change.students.length; at += 100) {
          const part = { class: change.class, students: change.students.slice(at, at + 100) };
          await (client ?? fail()).query("select pg_notify('class_changes', $1)", [JSON.stringify(part)]);
        }
      };
    };
    await connect();
    return async () => {
      isClosed = true;
      await client?.end();
    };
  }

  /** One after another: what goes through the database comes back from it. */
  #pass(change: ChangeOfClass): void {
    const send = this.#send;
    if (!send) return this.#hear(change);
    this.#last = this.#last.then(() => send(change)).catch(() => this.#hear(change));
  }

  #hear(change: ChangeOfClass): void {
    for (const listener of this.#listeners.get(change.class) ?? []) listener(change);
  }
}

const fail = (): never => {
  throw new Error('The connection that tells of changes is closed.');
};
