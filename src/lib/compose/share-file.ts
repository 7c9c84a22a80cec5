import type { Choices } from '../model/assignment.ts';
import { readChoices, type Ground } from './read-choices.ts';

/** Version of the format. A reader of this version reads no later one, and says so. */
export const shareFileVersion = 1;

/** What is wrong with a file that was opened. */
export type ShareFileProblem =
  | 'not-json'
  | 'other-file'
  | 'newer'
  | 'other-module'
  /** It names a step or an event that is not here. */
  | 'unknown'
  | 'damaged';

/** Writes what a teacher chose as a file, for a colleague or for another class. */
export function writeShareFile(module: string, choices: Choices): string {
  return `${JSON.stringify({ format: 'two-steps-assignment', version: shareFileVersion, module, choices }, null, 1)}\n`;
}

/** Reads such a file; what it brings is checked as a form is. */
export function readShareFile(text: string, ground: Ground): { choices: Choices } | { problem: ShareFileProblem } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: 'not-json' };
  }
  const file = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  if (file['format'] !== 'two-steps-assignment') return { problem: 'other-file' };
  if (typeof file['version'] === 'number' && file['version'] > shareFileVersion) return { problem: 'newer' };
  if (file['version'] !== shareFileVersion || typeof file['module'] !== 'string') return { problem: 'damaged' };
  if (file['module'] !== ground.module.id) return { problem: 'other-module' };
  const read = readChoices(file['choices'], ground);
  if ('choices' in read) return read;
  return { problem: /has no (step|event) /.test(read.problem) ? 'unknown' : 'damaged' };
}
