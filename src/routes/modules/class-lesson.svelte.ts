import { resolve } from '$app/paths';
import type { Choices, Scores } from '#lib/model/assignment.ts';
import { askedIn, inOrder } from '#lib/model/asked.ts';
import type { Operation } from '#lib/model/operation.ts';
import type { Question } from '#lib/model/question.ts';
import { Push, type Arrival } from '#lib/sync/push.ts';
import BesideEvents from '#lib/ui/class/BesideEvents.svelte';
import type { BesideEvent } from '#lib/ui/class/beside-events.ts';
import ClassBar from '#lib/ui/class/ClassBar.svelte';
import Feedback from '#lib/ui/class/Feedback.svelte';
import { proposeReadingLevel } from '#lib/ui/lesson/reading-level.svelte.ts';
import { storeOf, type Membership } from '../membership.ts';

export interface FeedbackView {
  readonly step: string;
  readonly question: string;
  readonly words: string;
  readonly scores: Scores;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
}

interface FromClass {
  readonly choices: Choices | null;
  /** Events that the teacher put beside the module; what was kept here by an earlier version has none. */
  readonly beside?: readonly BesideEvent[];
  readonly feedback: readonly FeedbackView[];
}

/** The lesson that is open. */
interface Opened {
  readonly state: { readonly module: string; readonly operations: readonly Operation[] };
  /** Keeps what another device has written. */
  readonly bringIn: (operations: readonly Operation[]) => Promise<void>;
}

interface StepPart {
  readonly id: string;
  readonly questions: readonly Question[];
}

/** How often the teacher's words are asked for while a lesson is open, in ms. */
const again = 60_000;

/** What a class adds to a lesson: the teacher's choices and words, and the way of the answers to her. */
export class ClassLesson {
  readonly member: Membership;
  arrival = $state<Arrival>('sending');
  #from = $state.raw<FromClass>({ choices: null, feedback: [] });
  #step = '';
  readonly #module: string;
  readonly #push: Push;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly Bar = ClassBar;
  readonly Feedback = Feedback;
  readonly Beside = BesideEvents;

  constructor(lesson: Opened, member: Membership) {
    this.member = member;
    this.#module = lesson.state.module;
    this.#recall();
    this.#push = new Push({
      address: resolve('/(class)/api/sync'),
      module: this.#module,
      store: storeOf(member.student),
      step: () => this.#step,
      onarrival: (arrival) => (this.arrival = arrival),
      onoperations: (operations) => lesson.bringIn(operations)
    });
    void this.#push.start(lesson.state.operations);
    void this.#ask();
    this.#timer = setInterval(() => void this.#ask(), again);
  }

  get choices(): Choices | null {
    return this.#from.choices;
  }

  get beside(): readonly BesideEvent[] {
    return this.#from.beside ?? [];
  }

  /** Says where the student is. */
  visit(step: string): void {
    this.#step = step;
  }

  offer(operations: readonly Operation[]): void {
    this.#push.offer(operations);
  }

  /** The steps that are assigned, in the teacher's order. */
  stepsOf<T extends StepPart>(steps: readonly T[]): T[] {
    const { choices } = this;
    if (!choices) return [...steps];
    return inOrder(steps, choices).map((step) => ({ ...step, questions: askedIn(step, choices) }));
  }

  /** What the teacher said to an answer; null for nothing yet. */
  feedback(step: string, question: string): FeedbackView | null {
    return this.#from.feedback.find((each) => each.step === step && each.question === question) ?? null;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#push.close();
    proposeReadingLevel('document');
  }

  get #place(): string {
    return `${storeOf(this.member.student)}:${this.#module}`;
  }

  #take(from: FromClass): void {
    this.#from = from;
    proposeReadingLevel(from.choices?.level ?? 'document');
  }

  /** What the class said last time, for when there is no network. */
  #recall(): void {
    try {
      const kept = localStorage.getItem(this.#place);
      if (kept !== null) this.#take(JSON.parse(kept) as FromClass);
    } catch {
      // It is asked for.
    }
  }

  async #ask(): Promise<void> {
    try {
      const response = await fetch(resolve('/(class)/api/class/[module]', { module: this.#module }));
      if (!response.ok) return;
      const text = await response.text();
      this.#take(JSON.parse(text) as FromClass);
      localStorage.setItem(this.#place, text);
    } catch {
      // Without a network it is as it was last time.
    }
  }
}
