import type { Target } from '#lib/model/annotation.ts';

/** What a student chooses words for, while she chooses. */
export interface Wanted {
  readonly question: string;
  readonly label: string;
  /** What the label is called, for the reader to say. */
  readonly name: string;
  readonly onpick: (target: Target) => void;
}

/** Whether words of the documents are being chosen, and for which question: the reader and the questions share it. */
export class Picking {
  wanted = $state.raw<Wanted | null>(null);

  begin(wanted: Wanted): void {
    this.wanted = wanted;
  }

  pick(target: Target): void {
    const { wanted } = this;
    this.wanted = null;
    wanted?.onpick(target);
  }

  end(): void {
    this.wanted = null;
  }

  isFor(question: string, label: string): boolean {
    return this.wanted?.question === question && this.wanted.label === label;
  }
}
