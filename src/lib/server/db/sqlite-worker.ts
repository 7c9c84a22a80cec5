import type { DatabaseSync as Database, StatementSync } from 'node:sqlite';
import type { MessagePort } from 'node:worker_threads';

/** What the worker is asked. `transaction` is 0 for a statement that stands by itself. */
export type Request = { readonly id: number; readonly transaction: number } & (
  | { readonly type: 'run'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly type: 'begin' | 'commit' | 'rollback' | 'close' }
);

/** What the worker opens; a reader sees what has been committed, and writes nothing. */
export interface Opening {
  readonly file: string;
  readonly isReader: boolean;
}

export type Reply = { readonly id: number } & (
  | { readonly rows: readonly unknown[]; readonly changes: number; readonly lastId: number }
  | { readonly error: { readonly message: string; readonly errcode: number } }
);

/**
 * The one writer of the database. It takes all statements that wait, commits them together, and only then acknowledges
 * each: no write is acknowledged before it is on disk, and a hundred cost one flush. A transaction has the database for
 * itself; what comes meanwhile waits. Beside it the same function reads in a worker of its own: nobody who reads a whole
 * class keeps an answer waiting.
 *
 * The function is carried into the worker as text, so that it may use nothing but what it is given.
 */
export function work(
  { DatabaseSync }: typeof import('node:sqlite'),
  { receiveMessageOnPort }: typeof import('node:worker_threads'),
  port: MessagePort,
  { file, isReader }: Opening
): void {
  const most = 256;
  const database: Database = new DatabaseSync(file, { timeout: 5000, readOnly: isReader });
  if (!isReader) database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  const statements = new Map<string, StatementSync>();
  /** The transaction that has the database; 0 for none. */
  let owner = 0;
  const held: Request[] = [];

  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const made = database.prepare(sql);
    if (statements.size > 300) statements.clear();
    statements.set(sql, made);
    return made;
  };

  const failed = (id: number, error: unknown): Reply => {
    const { message, errcode = 0 } = error as { message: string; errcode?: number };
    return { id, error: { message, errcode } };
  };

  const runOne = (request: Request & { type: 'run' }): Reply => {
    try {
      const statement = prepare(request.sql);
      const parameters = request.parameters as (string | number | null)[];
      if (statement.columns().length > 0) {
        return { id: request.id, rows: statement.all(...parameters), changes: 0, lastId: 0 };
      }
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return { id: request.id, rows: [], changes: Number(changes), lastId: Number(lastInsertRowid) };
    } catch (error) {
      return failed(request.id, error);
    }
  };

  /** Statements that stand by themselves, as one commit. */
  const runTogether = (batch: (Request & { type: 'run' })[]): Reply[] => {
    if (isReader) return batch.map(runOne);
    try {
      database.exec('begin immediate');
    } catch (error) {
      return batch.map(({ id }) => failed(id, error));
    }
    const replies = batch.map(runOne);
    try {
      database.exec('commit');
      return replies;
    } catch (error) {
      if (database.isTransaction) database.exec('rollback');
      return batch.map(({ id }) => failed(id, error));
    }
  };

  const control = (request: Request): Reply => {
    try {
      if (request.type === 'begin') {
        database.exec('begin immediate');
        owner = request.transaction;
      } else if (request.type === 'commit' || request.type === 'rollback') {
        // A disk that is full may have ended the transaction by itself.
        if (request.type === 'commit' || database.isTransaction) database.exec(request.type);
        owner = 0;
      } else if (request.type === 'close') {
        if (!isReader) database.exec('pragma wal_checkpoint(truncate)');
        database.close();
      }
      return { id: request.id, rows: [], changes: 0, lastId: 0 };
    } catch (error) {
      return failed(request.id, error);
    }
  };

  const handle = (requests: Request[]): void => {
    const replies: Reply[] = [];
    let batch: (Request & { type: 'run' })[] = [];
    const settle = () => {
      if (batch.length > 0) replies.push(...runTogether(batch));
      batch = [];
    };
    for (const request of requests) {
      if (owner !== 0 && request.transaction !== owner) held.push(request);
      else if (request.type === 'run' && owner === 0) batch.push(request);
      else {
        settle();
        replies.push(request.type === 'run' ? runOne(request) : control(request));
      }
    }
    settle();
    port.postMessage(replies);
  };

  port.on('message', (first: Request) => {
    const requests = [first];
    while (requests.length < most) {
      const next = receiveMessageOnPort(port) as { message: Request } | undefined;
      if (!next) break;
      requests.push(next.message);
    }
    handle(requests);
    // What waited for a transaction that has ended goes on, and may begin one of its own.
    while (owner === 0 && held.length > 0) handle(held.splice(0));
  });
}
