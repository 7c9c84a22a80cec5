import type { BoardRow } from '#lib/server/class/board.ts';

interface Told {
  readonly now: number;
  readonly rows: readonly BoardRow[];
  readonly gone: readonly string[];
}

/** A class's rows as they change. The line closes while the page is hidden: a browser has six of them. */
export class Live {
  rows = $state.raw<readonly BoardRow[] | null>(null);
  isOpen = $state(false);
  #source: EventSource | null = null;
  #address = '';
  #onstale = () => {};
  /** How far the server's clock is ahead of this one, in ms. */
  #ahead: number | null = null;

  open(address: string, onstale: () => void): void {
    this.#address = address;
    this.#onstale = onstale;
    addEventListener('pagehide', this.#leave);
    addEventListener('pageshow', this.#come);
    this.#come();
  }

  /** The time by the server's clock, in ms since 1970; null before it was told. */
  now(): number | null {
    return this.#ahead === null ? null : Date.now() + this.#ahead;
  }

  close(): void {
    removeEventListener('pagehide', this.#leave);
    removeEventListener('pageshow', this.#come);
    this.#leave();
  }

  readonly #come = () => {
    if (this.#source) return;
    this.#source = new EventSource(this.#address);
    this.#source.onopen = () => (this.isOpen = true);
    this.#source.onerror = () => (this.isOpen = false);
    this.#source.addEventListener('rows', ({ data }: MessageEvent<string>) => this.#take(JSON.parse(data) as Told));
    this.#source.addEventListener('stale', () => this.#onstale());
  };

  readonly #leave = () => {
    this.#source?.close();
    this.#source = null;
    this.isOpen = false;
  };

  #take({ now, rows, gone }: Told): void {
    this.#ahead = now - Date.now();
    // The first message of a line is the whole class.
    const before = this.rows ?? [];
    const left = before.filter(({ id }) => !gone.includes(id) && !rows.some((row) => row.id === id));
    this.rows = [...left, ...rows].sort((a, b) => a.name.localeCompare(b.name));
  }
}
