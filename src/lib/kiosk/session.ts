/**
 * One visitor after another at one screen. A machine of four states, moved by signals that carry the time: nothing in it
 * reads a clock. Times are milliseconds of a clock that only goes forward, so that setting the clock moves no visit.
 *
 *   attract ─sign─▶ active ─idle─▶ warning ─idle─▶ reset ─cleared─▶ attract
 *                     ▲───sign, stay───┘
 */
export type Phase = 'attract' | 'active' | 'warning' | 'reset';

/** How a visit ended: nobody was there any more, the visitor said so, or a script failed. */
export type Ending = 'idle' | 'left' | 'error';

export interface Session {
  readonly phase: Phase;
  /** When the visit began. */
  readonly since: number;
  /** The last touch, key or word that was read aloud; what moves by itself is none. */
  readonly lastSign: number;
  /** When the warning came up. */
  readonly warnedAt: number;
  /** How many times the idle time this visitor has: who asked to stay reads slowly. */
  readonly patience: number;
  /** How the visit ended that is being cleared away. */
  readonly ending: Ending | null;
}

export interface IdleTimes {
  /** Without a sign for so long, the kiosk asks; ms. */
  readonly idle: number;
  /** The question stands for so long, then the visit is over; ms. */
  readonly warning: number;
}

export interface Signal {
  readonly type: 'sign' | 'stay' | 'leave' | 'error' | 'tick' | 'cleared';
  readonly at: number;
}

/** A visitor who asks to stay gets this many times the idle time from then on. */
const patient = 2;

export const atRest: Session = {
  phase: 'attract',
  since: 0,
  lastSign: 0,
  warnedAt: 0,
  patience: 1,
  ending: null
};

/** The session after a signal; the same object where nothing changed. */
export function step(session: Session, { type, at }: Signal, times: IdleTimes): Session {
  switch (session.phase) {
    case 'attract':
      if (type === 'sign') return { ...atRest, phase: 'active', since: at, lastSign: at };
      return type === 'error' ? end(session, 'error') : session;
    case 'active':
      if (type === 'sign') return { ...session, lastSign: at };
      if (type === 'stay') return { ...session, lastSign: at, patience: patient };
      if (type === 'tick') return wait(session, at, times);
      return endBy(session, type);
    case 'warning':
      if (type === 'sign' || type === 'stay') {
        const patience = type === 'stay' ? patient : session.patience;
        return { ...session, phase: 'active', lastSign: at, patience };
      }
      if (type === 'tick') return at - session.warnedAt >= times.warning ? end(session, 'idle') : session;
      return endBy(session, type);
    case 'reset':
      return type === 'cleared' ? atRest : session;
  }
}

/** Who has been away for longer than the warning would have stood is not asked any more: the machine slept. */
function wait(session: Session, at: number, times: IdleTimes): Session {
  const idle = times.idle * session.patience;
  const since = at - session.lastSign;
  if (since >= idle + times.warning) return end(session, 'idle');
  return since >= idle ? { ...session, phase: 'warning', warnedAt: at } : session;
}

function endBy(session: Session, type: Signal['type']): Session {
  if (type === 'leave') return end(session, 'left');
  return type === 'error' ? end(session, 'error') : session;
}

const end = (session: Session, ending: Ending): Session => ({ ...session, phase: 'reset', ending });

/** What is left of the warning, in whole seconds, at least 0; it counts down from the whole of it. */
export const secondsLeft = ({ warnedAt }: Session, at: number, { warning }: IdleTimes): number =>
  Math.max(0, Math.ceil((warnedAt + warning - at) / 1000));

/** How long a visitor stayed, in ms: until the last sign, for nobody was there after it. */
export const stayOf = ({ since, lastSign }: Session): number => Math.max(0, lastSign - since);
