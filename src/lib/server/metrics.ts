import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Database } from './db/open-database.ts';

/** The operator's figures, in the form that Prometheus reads. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #saves: Histogram;
  readonly #operations: Counter;
  readonly #refusals: Counter<'code'>;
  readonly #errors: Counter;

  constructor(database: Database) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#saves = new Histogram({
      name: 'two_steps_save_seconds',
      help: 'Time from a request with answers to their being on disk.',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers
    });
    this.#operations = new Counter({
      name: 'two_steps_operations_total',
      help: 'Operations taken from students, repeated ones included.',
      registers
    });
    this.#refusals = new Counter({
      name: 'two_steps_refusals_total',
      help: 'Requests that were refused, by reason.',
      labelNames: ['code'],
      registers
    });
    this.#errors = new Counter({ name: 'two_steps_errors_total', help: 'Requests that failed.', registers });
    new Gauge({
      name: 'two_steps_watchers',
      help: 'Open pages of teachers that are told of answers as they come.',
      registers,
      collect() {
        this.set(database.changes.count);
      }
    });
  }

  saved(operations: number, seconds: number): void {
    this.#saves.observe(seconds);
    this.#operations.inc(operations);
  }

  refused(code: string): void {
    this.#refusals.inc({ code });
  }

  failed(): void {
    this.#errors.inc();
  }

  read(): Promise<string> {
    return this.#registry.metrics();
  }
}
