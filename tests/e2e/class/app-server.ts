import { spawn, type ChildProcess } from 'node:child_process';

/** The built product in a process of its own, as a school runs it. */
export class AppServer {
  readonly address: string;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, address: string) {
    this.#process = process;
    this.address = address;
  }

  /** @param settings variables of docs/running.md */
  static async start(settings: Readonly<Record<string, string>>): Promise<AppServer> {
    const child = spawn(process.execPath, ['scripts/serve-build.js'], {
      env: { ...process.env, HOST: '127.0.0.1', PORT: '0', SIGN_UP: 'open', ...settings },
      stdio: ['ignore', 'pipe', 'pipe']
    });
    const address = await new Promise<string>((done, fail) => {
      let words = '';
      const read = (chunk: Buffer) => {
        words += chunk.toString();
        const found = /is at (\S+)/.exec(words);
        if (found) done(found[1]!);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', () => fail(new Error(`The server did not start: ${words}`)));
    });
    return new AppServer(child, address);
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const gone = new Promise((done) => this.#process.once('exit', done));
    this.#process.kill('SIGTERM');
    await gone;
  }
}
