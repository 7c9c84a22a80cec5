/** One state that was left, and what was done to leave it. */
interface Deed<T> {
  readonly state: T;
  readonly said: string;
}

/** Where something stands, what it was before, and what it was before that was taken back. */
export interface History<T> {
  readonly past: readonly Deed<T>[];
  readonly present: T;
  readonly future: readonly Deed<T>[];
  /** Changes in a row with one name are one: the letters of a word are taken back together. */
  readonly name: string;
}

/** So many changes can be taken back. */
export const mostDeeds = 100;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [], name: '' });

/**
 * Goes on to another state. What was taken back before can then be done again no more.
 * @param said what is done, for whoever takes it back
 * @param name of changes that are one when they follow each other; empty for one that stands alone
 */
export function change<T>(history: History<T>, next: T, said: string, name = ''): History<T> {
  if (next === history.present) return history;
  const isSame = name !== '' && name === history.name && history.past.length > 0;
  const past = isSame ? history.past : [...history.past, { state: history.present, said }].slice(-mostDeeds);
  return { past, present: next, future: [], name };
}

/** Takes the last change back; nothing happens where there is none. */
export function undo<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    past: history.past.slice(0, -1),
    present: last.state,
    future: [{ state: history.present, said: last.said }, ...history.future],
    name: ''
  };
}

/** Does again what was taken back last; nothing happens where there is nothing. */
export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (!next) return history;
  return {
    past: [...history.past, { state: history.present, said: next.said }],
    present: next.state,
    future,
    name: ''
  };
}
