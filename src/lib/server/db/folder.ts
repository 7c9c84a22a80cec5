import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { RefusedStart } from '../refused-start.ts';

/** Name of the embedded database in its folder. */
export const databaseFile = 'two-steps.sqlite';

/**
 * Keeps every other server out of a folder for as long as this program has it. The lock is the system's, on a file: it
 * ends with the program, however that ends. The folder is made when it is not there.
 * @returns what gives the folder free
 * @throws {RefusedStart} with a sentence that says what to do: another has the folder, or it cannot be written
 */
export function lockFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true });
    const lock = new DatabaseSync(join(folder, 'in-use.lock'), { timeout: 200 });
    lock.exec('pragma journal_mode = delete; begin exclusive');
    return () => lock.close();
  } catch (error) {
    const { errcode, code, message } = error as { errcode?: number; code?: string; message: string };
    if (errcode === 5) {
      throw new RefusedStart(
        `Another server is using the folder ${resolve(folder)}. Stop it first, or take another folder, with DATA_DIR=another-folder before the command.`,
        { cause: error }
      );
    }
    throw new RefusedStart(
      `The folder ${resolve(folder)} for the classes cannot be written (${code ?? message}). Give this user the right to write there, or take another, with DATA_DIR=another-folder before the command.`,
      { cause: error }
    );
  }
}

/** Has a file on disk, and its name in its folder, before it returns. */
export function flush(file: string): void {
  // Windows has no flush of a folder, and keeps names without one.
  for (const path of process.platform === 'win32' ? [file] : [file, dirname(file)]) {
    const open = openSync(path, path === file && process.platform === 'win32' ? 'r+' : 'r');
    try {
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
  }
}
