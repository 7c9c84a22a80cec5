import { LessonState } from '#lib/lesson/lesson-state.svelte.ts';
import { newWriter, Outbox, type Keeping } from '#lib/sync/outbox.ts';
import type { Operation } from '#lib/model/operation.ts';
import { membership, storeOf } from '../membership.ts';
import type { ClassLesson } from './class-lesson.svelte.ts';

/** A module's answers and the store that keeps them, for as long as a page shows them. */
export class Lesson {
  readonly state: LessonState;
  /** Whether what was kept has been read; before that nothing is known of earlier answers. */
  isReady = $state(false);
  keeping = $state<Keeping>('kept');
  /** What the class adds, where the student is in one. */
  inClass = $state.raw<ClassLesson | null>(null);
  readonly #outbox: Outbox;
  readonly #writer = newWriter();
  #named = 0;
  #reading: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(module: string) {
    const member = membership();
    this.#outbox = new Outbox(
      {
        onkeeping: (keeping) => (this.keeping = keeping),
        onoperations: (operations) => {
          this.state.take(operations);
          this.inClass?.offer(operations);
        }
      },
      member ? storeOf(member.student) : undefined
    );
    this.state = new LessonState({
      module,
      writer: this.#writer,
      save: (operations) => {
        this.#outbox.append(operations);
        this.inClass?.offer(operations);
      }
    });
    if (member) {
      void import('./class-lesson.svelte.ts').then(async ({ ClassLesson: Opened }) => {
        await this.#reading;
        if (!this.#isClosed) this.inClass = new Opened(this, member);
      });
    }
    addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#leave);
    addEventListener('pageshow', this.#wake);
    this.#reading = this.#read();
  }

  /** A name for something new in an answer: no other device and no other tab makes the same. */
  newId(): string {
    this.#named += 1;
    return `${this.#writer}${this.#named.toString(36)}`;
  }

  /** Somebody is about to answer. */
  prepare(): void {
    this.#outbox.prepare();
  }

  /** Takes in what another device has written, and keeps it here; resolves once it is kept. */
  async bringIn(operations: readonly Operation[]): Promise<void> {
    this.state.take(operations);
    this.#outbox.append(operations);
    await this.#outbox.flush();
  }

  close(): void {
    this.#isClosed = true;
    this.inClass?.close();
    removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#leave);
    removeEventListener('pageshow', this.#wake);
    this.#outbox.close();
  }

  /** Writes what waits, while the page goes away. */
  readonly #leave = () => void this.#outbox.flush();

  /** Reads again what other tabs may have written while this page slept. */
  readonly #wake = () => void this.#read().then(() => this.inClass?.offer(this.state.operations));

  async #read(): Promise<void> {
    this.state.take(await this.#outbox.read(this.state.module));
    this.isReady = true;
  }
}
