import { deleteDB } from 'idb';
import type { Operation } from '#lib/model/operation.ts';
import { isStored, Outbox, ownStore } from '#lib/sync/outbox.ts';
import { readSent, sentStore } from '#lib/sync/push.ts';
import { storeOf } from './membership.ts';

const silent = { onkeeping: () => {}, onoperations: () => {} };

async function readStore(name: string, modules: readonly string[]): Promise<Operation[]> {
  if (!(await isStored(name))) return [];
  const outbox = new Outbox(silent, name);
  const all = await Promise.all(modules.map((module) => outbox.read(module)));
  outbox.close();
  return all.flat();
}

/** Modules that were begun on this device in no class, and that the student has not begun in hers. */
export async function workBefore(student: string, modules: readonly string[]): Promise<string[]> {
  const [own, there] = await Promise.all([readStore(ownStore, modules), readStore(storeOf(student), modules)]);
  return modules.filter(
    (module) => own.some((each) => each.module === module) && !there.some((each) => each.module === module)
  );
}

/** Copies what was written in no class into the student's store; it is sent when the lesson is next opened. */
export async function bringIn(student: string, modules: readonly string[]): Promise<void> {
  const outbox = new Outbox(silent, storeOf(student));
  outbox.append(await readStore(ownStore, modules));
  await outbox.flush();
  outbox.close();
}

/** How many of the student's operations the class has not. */
export async function waitingFor(student: string, modules: readonly string[]): Promise<number> {
  const operations = await readStore(storeOf(student), modules);
  if (operations.length === 0) return 0;
  const sent = await readSent(storeOf(student));
  return operations.filter(({ id }) => !sent.has(id)).length;
}

/** Takes everything of a student off this device. */
export async function forgetStudent(student: string): Promise<void> {
  await Promise.all([deleteDB(storeOf(student)), deleteDB(sentStore(storeOf(student)))]);
}
