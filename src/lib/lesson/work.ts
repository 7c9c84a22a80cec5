import type { Answer } from '../model/answer.ts';
import type { Change, FieldOperation, Json, Operation, RestartOperation } from '../model/operation.ts';

/** One state of a field that no other operation stands on. Two of them were made without knowledge of each other. */
export interface Version {
  readonly operation: FieldOperation;
  readonly value: Json;
}

/** The answers that operations make, whatever the order in which they arrive and however often. */
export class Work {
  readonly #operations = new Map<string, Operation>();
  /** Versions of each field, by `module/step/question` and the field's name, in the order of their first operation. */
  readonly #fields = new Map<string, Map<string, Version[]>>();
  /** Those that have found their place: each base was there before. */
  readonly #placed = new Set<string>();
  /** Operations whose base has not come yet, or waits itself, by that base. */
  readonly #waiting = new Map<string, FieldOperation[]>();
  readonly #restarts: RestartOperation[] = [];
  #clock = 0;

  /** Above every operation that is known. */
  get clock(): number {
    return this.#clock;
  }

  /** All operations, in their order. */
  get operations(): Operation[] {
    return [...this.#operations.values()].sort(inOrder);
  }

  has(id: string): boolean {
    return this.#operations.has(id);
  }

  /** Takes an operation in; one that is known already changes nothing. */
  take(operation: Operation): void {
    if (this.#operations.has(operation.id)) return;
    this.#operations.set(operation.id, operation);
    this.#clock = Math.max(this.#clock, operation.clock);
    if (operation.type === 'field') this.#apply(operation);
    else this.#restarts.push(operation);
  }

  /** What a question holds now: of each field the latest version, unless it was made before the module was started again. */
  answer(module: string, step: string, question: string): Answer {
    const since = this.#restartOf(module);
    const fields = this.#fields.get(keyOf(module, step, question));
    return Object.fromEntries(
      [...(fields ?? [])].flatMap(([field, versions]) => {
        const latest = latestOf(versions, since);
        return latest === null ? [] : [[field, latest.value]];
      })
    );
  }

  /** The version that the next change of a field stands on. */
  latest(module: string, step: string, question: string, field: string): Version | null {
    const versions = this.#fields.get(keyOf(module, step, question))?.get(field) ?? [];
    return latestOf(versions, this.#restartOf(module));
  }

  /** Versions of a field beside the latest, written elsewhere at the same time: nothing that was written is lost. */
  others(module: string, step: string, question: string, field: string): Version[] {
    const latest = this.latest(module, step, question, field);
    const versions = this.#fields.get(keyOf(module, step, question))?.get(field) ?? [];
    const since = this.#restartOf(module)?.clock ?? -1;
    return versions.filter(
      (version) => version !== latest && version.operation.clock > since && version.value !== latest?.value
    );
  }

  /** The last time that a module was started again, if that was not taken back. */
  restart(module: string): RestartOperation | null {
    return this.#restartOf(module);
  }

  #apply(operation: FieldOperation): void {
    const { module, step, question, field, base } = operation;
    if (base !== null && !this.#placed.has(base)) {
      this.#waiting.set(base, [...(this.#waiting.get(base) ?? []), operation]);
      return;
    }
    this.#placed.add(operation.id);
    const key = keyOf(module, step, question);
    const fields = this.#fields.get(key) ?? new Map<string, Version[]>();
    this.#fields.set(key, fields);
    const versions = fields.get(field) ?? [];
    const before =
      base === null ? null : (versions.find((version) => version.operation.id === base)?.value ?? this.#valueAt(base));
    const made = { operation, value: change(before, operation.change) };
    fields.set(field, [...versions.filter((version) => version.operation.id !== base), made]);
    const waiting = this.#waiting.get(operation.id) ?? [];
    this.#waiting.delete(operation.id);
    waiting.sort(inOrder).forEach((next) => this.#apply(next));
  }

  /** The value that an operation left, from the first of its line. */
  #valueAt(id: string): Json {
    const line: FieldOperation[] = [];
    for (let at: string | null = id; at !== null;) {
      const operation = this.#operations.get(at) as FieldOperation;
      line.push(operation);
      at = operation.base;
    }
    return line.reduceRight<Json>((value, operation) => change(value, operation.change), null);
  }

  #restartOf(module: string): RestartOperation | null {
    const all = this.#restarts.filter((operation) => operation.module === module);
    const undone = new Set(all.map(({ undoes }) => undoes));
    return (
      all
        .filter(({ id, undoes }) => undoes === null && !undone.has(id))
        .sort(inOrder)
        .at(-1) ?? null
    );
  }
}

const keyOf = (module: string, step: string, question: string) => `${module}/${step}/${question}`;

/** By what their writers had seen; those of one time by id, so that every device has the same order. */
const inOrder = (a: Operation, b: Operation): number => a.clock - b.clock || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function latestOf(versions: readonly Version[], restart: RestartOperation | null): Version | null {
  const since = restart?.clock ?? -1;
  return (
    versions
      .filter(({ operation }) => operation.clock > since)
      .sort((a, b) => inOrder(a.operation, b.operation))
      .at(-1) ?? null
  );
}

function change(before: Json, how: Change): Json {
  if (how.type === 'set') return how.value;
  const text = typeof before === 'string' ? before : '';
  return text.slice(0, how.at) + how.insert + text.slice(how.at + how.remove);
}

/** The one stretch in which two texts differ: what has to be taken out of the first and put in its place. */
export function spliceBetween(before: string, after: string): Change & { type: 'splice' } {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before[at] === after[at]) at += 1;
  let end = 0;
  while (end < shorter - at && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { type: 'splice', at, remove: before.length - at - end, insert: after.slice(at, after.length - end) };
}
