import type { Operation } from '../model/operation.ts';

/** Writes answers as a work file, as `/data/work-file.schema.json` describes it. */
export function writeWorkFile(operations: readonly Operation[], now: Date): string {
  const file = { format: 'two-steps-work', version: 1, written: now.toISOString(), operations };
  return `${JSON.stringify(file, null, 1)}\n`;
}
