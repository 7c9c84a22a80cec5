/** Why the server does not start, where starting it again would not help: its settings, or a folder that another has. */
export class RefusedStart extends Error {
  /** What the program exits with; `scripts/keep-serving.js` starts nothing again that ended so. */
  readonly exitCode = 78;
}
