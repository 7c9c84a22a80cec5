import { Worker } from 'node:worker_threads';
import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult
} from 'kysely';
import { work, type Opening, type Reply, type Request } from './sqlite-worker.ts';

/** A request before it has its number. */
type Ask = Request extends infer One ? (One extends Request ? Omit<One, 'id'> : never) : never;

/** An error of SQLite, with its extended code (https://sqlite.org/rescode.html). */
export class SqliteError extends Error {
  readonly errcode: number;
  constructor(message: string, errcode: number) {
    super(message);
    this.errcode = errcode;
  }
}

/** The database's worker, as a place to send statements to. */
export class SqliteWorker {
  readonly #worker: Worker;
  readonly #asked = new Map<
    number,
    { resolve: (reply: Reply & { rows: unknown }) => void; reject: (e: Error) => void }
  >();
  #id = 0;
  #broken: Error | null = null;

  /** @param opening the database; a file that is not there is made by one who writes */
  constructor(opening: Opening) {
    const code = `const { parentPort, workerData } = require('node:worker_threads');
      (${work.toString()})(require('node:sqlite'), require('node:worker_threads'), parentPort, workerData);`;
    this.#worker = new Worker(code, { eval: true, workerData: opening });
    this.#worker.on('message', (replies: Reply[]) => replies.forEach((reply) => this.#settle(reply)));
    this.#worker.on('error', (error) => this.#break(error));
    this.#worker.on('exit', () => this.#break(new Error('The database is closed.')));
    // What waits for an answer keeps the program alive; an idle database does not.
    this.#worker.unref();
  }

  ask(request: Ask): Promise<{ rows: unknown[]; changes: number; lastId: number }> {
    return new Promise((resolve, reject) => {
      if (this.#broken) return reject(this.#broken);
      this.#id += 1;
      this.#asked.set(this.#id, { resolve: resolve as never, reject });
      this.#worker.ref();
      this.#worker.postMessage({ ...request, id: this.#id });
    });
  }

  async close(): Promise<void> {
    await this.ask({ type: 'close', transaction: 0 });
    await this.#worker.terminate();
  }

  #settle(reply: Reply): void {
    const waiting = this.#asked.get(reply.id);
    this.#asked.delete(reply.id);
    if (this.#asked.size === 0) this.#worker.unref();
    if ('error' in reply) waiting?.reject(new SqliteError(reply.error.message, reply.error.errcode));
    else waiting?.resolve(reply);
  }

  #break(error: Error): void {
    this.#broken ??= error;
    for (const { reject } of this.#asked.values()) reject(this.#broken);
    this.#asked.clear();
  }
}

/** Who works on the database: one who writes, and one who reads as soon as there is something to read. */
export interface Workers {
  readonly writer: SqliteWorker;
  reader: SqliteWorker | null;
}

class Connection implements DatabaseConnection {
  readonly #workers: Workers;
  transaction = 0;

  constructor(workers: Workers) {
    this.#workers = workers;
  }

  async executeQuery<R>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<R>> {
    const { writer, reader } = this.#workers;
    // Who has written and was told so reads it there: it is committed. Within a transaction nobody else sees it yet.
    const worker = reader && this.transaction === 0 && query.kind === 'SelectQueryNode' ? reader : writer;
    const { rows, changes, lastId } = await worker.ask({
      type: 'run',
      transaction: this.transaction,
      sql,
      parameters
    });
    return { rows: rows as R[], numAffectedRows: BigInt(changes), insertId: BigInt(lastId) };
  }

  // eslint-disable-next-line require-yield -- there is nothing that is read in pieces
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('This database answers whole.');
  }
}

class WorkerDriver implements Driver {
  readonly #workers: Workers;
  readonly #worker: SqliteWorker;
  #transactions = 0;

  constructor(workers: Workers) {
    this.#workers = workers;
    this.#worker = workers.writer;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    return new Connection(this.#workers);
  }

  async beginTransaction(connection: Connection): Promise<void> {
    this.#transactions += 1;
    connection.transaction = this.#transactions;
    await this.#worker.ask({ type: 'begin', transaction: connection.transaction });
  }

  async commitTransaction(connection: Connection): Promise<void> {
    await this.#worker.ask({ type: 'commit', transaction: connection.transaction });
    connection.transaction = 0;
  }

  async rollbackTransaction(connection: Connection): Promise<void> {
    await this.#worker.ask({ type: 'rollback', transaction: connection.transaction });
    connection.transaction = 0;
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    await this.#workers.reader?.close();
    await this.#worker.close();
  }
}

/** Kysely over `node:sqlite` in workers: one commits what waits together, another reads. */
export const sqliteDialect = (workers: Workers): Dialect => ({
  createDriver: () => new WorkerDriver(workers),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new SqliteAdapter(),
  createIntrospector: (db: Kysely<never>) => new SqliteIntrospector(db)
});
