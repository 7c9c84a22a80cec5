import { writeWorkFile } from '#lib/lesson/work-file.ts';
import type { Operation } from '#lib/model/operation.ts';

/** Hands a student her answers as a file, to be brought in on another device. */
export function downloadWork(module: string, operations: readonly Operation[]): void {
  const now = new Date();
  const text = writeWorkFile(operations, now);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `two-steps-${module}-${now.toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
