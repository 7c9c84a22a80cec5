import { tick } from 'svelte';
import { compose, decide, type Composition } from '#lib/compose/composition.ts';
import { begin, change, redo, undo, type History } from '#lib/compose/history.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Choices } from '#lib/model/assignment.ts';

/** An assignment that is being composed, all that was done to it, and the last thing that is to be said of it. */
export class Composer {
  #history: History<Composition>;
  /** What the server has; null where it refused what is here. */
  #kept: Composition | null;
  readonly #steps: readonly string[];
  /** What was done last, for the page's one line of news. */
  said = $state('');

  /**
   * @param steps of the module, in its own order
   * @param isKept whether the server has these choices
   */
  constructor(choices: Choices, steps: readonly string[], isKept: boolean) {
    this.#steps = steps;
    const first = compose(choices, steps);
    this.#history = $state.raw(begin(first));
    this.#kept = isKept ? first : null;
  }

  /** Whether something would be lost if the page were left now. */
  get isUnsaved(): boolean {
    return this.now !== this.#kept;
  }

  get now(): Composition {
    return this.#history.present;
  }

  /** What would be kept now. */
  get choices(): Choices {
    return decide(this.now);
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /**
   * Goes on to another state, and says what was done.
   * @param name of what is typed letter by letter: it is one change, and is not said aloud with every letter
   */
  do(next: Composition, said: string, name = ''): void {
    if (next === this.now) return;
    this.#history = change(this.#history, next, said, name);
    if (name === '') this.said = said;
  }

  undo(): void {
    const last = this.#history.past.at(-1);
    if (!last) return;
    this.#history = undo(this.#history);
    this.said = m.assign_undone({ what: last.said });
  }

  redo(): void {
    const next = this.#history.future[0];
    if (!next) return;
    this.#history = redo(this.#history);
    this.said = m.assign_redone({ what: next.said });
  }

  /** Begins anew from what a file holds; that can be taken back like any change. */
  take(choices: Choices, said: string): void {
    this.do(compose(choices, this.#steps), said);
  }
}

/** Once the page is drawn, gives the focus to the first of these that is there. */
export async function focusFirst(...ids: readonly string[]): Promise<void> {
  await tick();
  for (const id of ids) {
    const node = document.getElementById(id);
    if (node && !node.matches(':disabled')) {
      node.focus();
      return;
    }
  }
}

/** After a change that may have moved or removed what had the focus: it has it again, or else something that stays. */
export async function keepFocus(before: Element | null, instead: string): Promise<void> {
  await tick();
  if (!(before instanceof HTMLElement) || before === document.body || document.activeElement !== document.body) return;
  if (before.isConnected && !before.matches(':disabled')) before.focus();
  else await focusFirst(instead);
}
