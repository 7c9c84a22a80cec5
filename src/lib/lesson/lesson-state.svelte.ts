import type { Answer } from '../model/answer.ts';
import type { Change, FieldOperation, Json, Operation } from '../model/operation.ts';
import { spliceBetween, Work } from './work.ts';

interface Options {
  readonly module: string;
  /** Names this tab among all that ever write: no two share it. */
  readonly writer: string;
  /** Takes the operations that were made here, at once and in order. */
  readonly save: (operations: readonly Operation[]) => void;
  readonly now?: () => number;
}

const empty: Answer = Object.freeze({});

/** One question's answer, replaced when one of its fields changes. */
class Place {
  answer = $state.raw<Answer>(empty);
}

/** One student's answers to a module, as they stand while she works. */
export class LessonState {
  readonly module: string;
  readonly #options: Options;
  #work = new Work();
  #written = 0;
  /** Answers by `step/question`, of questions that were touched. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- what changes is in the places
  readonly #places = new Map<string, Place>();
  /** How many places there are: whoever asked for one that was not there is told of it. */
  #made = $state.raw(0);
  /** The restart that can be taken back. */
  restart = $state.raw<string | null>(null);

  constructor(options: Options) {
    this.#options = options;
    this.module = options.module;
  }

  get operations(): Operation[] {
    return this.#work.operations;
  }

  answer(step: string, question: string): Answer {
    return this.#find(`${step}/${question}`)?.answer ?? empty;
  }

  /** What was written to a field elsewhere at the same time. */
  others(step: string, question: string, field: string): { id: string; value: Json }[] {
    void this.#find(`${step}/${question}`)?.answer;
    return this.#work
      .others(this.module, step, question, field)
      .map(({ operation, value }) => ({ id: operation.id, value }));
  }

  /** Puts a whole value into a field. */
  set(step: string, question: string, field: string, value: Json): void {
    this.#change(step, question, field, { type: 'set', value });
  }

  /** Brings a field's text to what it is now: only what differs is kept. */
  write(step: string, question: string, field: string, text: string): void {
    const before = this.#work.latest(this.module, step, question, field)?.value;
    const change = spliceBetween(typeof before === 'string' ? before : '', text);
    if (change.remove > 0 || change.insert !== '') this.#change(step, question, field, change);
  }

  /** Puts all answers of the module away; `restart` says what takes that back. */
  startAgain(): void {
    this.#make({ type: 'restart', undoes: null });
  }

  takeBackRestart(): void {
    if (this.restart !== null) this.#make({ type: 'restart', undoes: this.restart });
  }

  /** Takes in what was written before, in another tab, or on another device. */
  take(operations: readonly Operation[]): void {
    const known = operations.filter(({ id, module }) => module === this.module && !this.#work.has(id));
    if (known.length === 0) return;
    for (const operation of known) this.#work.take(operation);
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
    const touched = new Set(
      known.flatMap((operation) => (operation.type === 'field' ? `${operation.step}/${operation.question}` : []))
    );
    if (known.some(({ type }) => type === 'restart')) this.#readAll();
    else for (const key of touched) this.#read(key);
  }

  #change(step: string, question: string, field: string, change: Change): void {
    const base = this.#work.latest(this.module, step, question, field)?.operation.id ?? null;
    this.#make({ type: 'field', step, question, field, base, change });
  }

  #make(
    part:
      | Pick<FieldOperation, 'type' | 'step' | 'question' | 'field' | 'base' | 'change'>
      | { type: 'restart'; undoes: string | null }
  ): void {
    const { writer, save, now = Date.now } = this.#options;
    this.#written += 1;
    const operation: Operation = {
      ...part,
      id: `${writer}.${this.#written}`,
      at: now(),
      clock: this.#work.clock + 1,
      module: this.module
    };
    this.#work.take(operation);
    if (operation.type === 'field') this.#read(`${operation.step}/${operation.question}`);
    else this.#readAll();
    save([operation]);
  }

  #read(key: string): void {
    const [step, question] = key.split('/') as [string, string];
    const answer = this.#work.answer(this.module, step, question);
    const place = this.#places.get(key);
    if (place) place.answer = answer;
    else {
      const made = new Place();
      made.answer = answer;
      this.#places.set(key, made);
      this.#made += 1;
    }
  }

  #find(key: string): Place | undefined {
    const place = this.#places.get(key);
    if (!place) void this.#made;
    return place;
  }

  #readAll(): void {
    this.restart = this.#work.restart(this.module)?.id ?? null;
    const keys = this.#work.operations.flatMap((operation) =>
      operation.type === 'field' ? `${operation.step}/${operation.question}` : []
    );
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
    for (const key of new Set(keys)) this.#read(key);
  }
}
