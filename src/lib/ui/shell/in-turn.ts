/**
 * Work that may wait, one piece a task: a hand, a key and the next frame come between two pieces,
 * so that a page which comes to life still answers.
 */
let last: Promise<void> = Promise.resolve();

/** Resolves in a task of its own; a timer would wait longer than that. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Does a piece of work after those that were given before it. One that fails is told of, and the next goes on. */
export function inTurn(work: () => void): void {
  last = last
    .then(nextTask)
    .then(work)
    .catch((error: unknown) => reportError(error));
}

/** Resolves once all that was given until now is done. */
export const turnsTaken = (): Promise<void> => last;
