import { m } from '#lib/i18n/paraglide/messages.js';
import { readWorkFile } from '#lib/lesson/read-work-file.ts';
import type { Lesson } from './lesson.svelte.ts';

/** Brings a work file into a lesson, and says what came of it. */
export async function bringInWork(file: File, lesson: Lesson): Promise<string> {
  const read = readWorkFile(await file.text());
  if ('problem' in read) {
    return {
      'not-json': m.work_not_json,
      'other-file': m.work_other_file,
      newer: m.work_newer,
      damaged: m.work_damaged
    }[read.problem]();
  }
  await lesson.bringIn(read.operations);
  const isOfModule = read.operations.some((operation) => operation.module === lesson.state.module);
  return isOfModule ? m.work_brought_in() : m.work_of_other_module();
}
