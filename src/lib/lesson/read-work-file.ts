import * as v from 'valibot';
import type { Operation } from '../model/operation.ts';
import { WorkFileSchema, workFileVersion } from '../model/work-file.ts';

/** What is wrong with a file that was brought in. */
export type WorkFileProblem = 'not-json' | 'other-file' | 'newer' | 'damaged';

/** Reads a work file; valibot comes with it, so it is loaded when a file is opened. */
export function readWorkFile(text: string): { operations: Operation[] } | { problem: WorkFileProblem } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: 'not-json' };
  }
  const { format, version } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  if (format !== 'two-steps-work') return { problem: 'other-file' };
  if (typeof version === 'number' && version > workFileVersion) return { problem: 'newer' };
  const result = v.safeParse(WorkFileSchema, data);
  return result.success ? { operations: result.output.operations as Operation[] } : { problem: 'damaged' };
}
