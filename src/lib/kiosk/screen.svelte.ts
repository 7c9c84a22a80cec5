import { atRest, secondsLeft, step, type IdleTimes, type Session, type Signal } from './session.ts';

/** The session of one screen, moved on by signals, with the clock that it is given. */
export class Screen {
  session = $state.raw<Session>(atRest);
  /** What is left of a warning, in seconds. */
  left = $state(0);
  /** Counts visits, so that all that is drawn for one is drawn anew for the next. */
  visit = $state(0);
  readonly #now: () => number;
  readonly #times: () => IdleTimes;
  readonly #onend: (over: Session) => void;

  /**
   * @param now ms of a clock that only goes forward
   * @param onend told of each session that ends, before it is cleared away
   */
  constructor(now: () => number, times: () => IdleTimes, onend: (over: Session) => void) {
    this.#now = now;
    this.#times = times;
    this.#onend = onend;
  }

  send(type: Signal['type']): void {
    const at = this.#now();
    const [before, times] = [this.session, this.#times()];
    const next = step(before, { type, at }, times);
    if (next === before && next.phase !== 'warning') return;
    this.left = secondsLeft(next, at, times);
    this.session = next;
    if (next.phase === 'reset' && before.phase !== 'reset') this.#onend(next);
    if (before.phase === 'reset' && next.phase !== 'reset') this.visit += 1;
  }
}
