import { json } from '@sveltejs/kit';
import { toJsonSchema } from '@valibot/to-json-schema';
import { WorkFileSchema } from '#lib/model/work-file.ts';

export const prerender = true;

/** What a file of answers holds, for programs that read or write one. */
export const GET = () =>
  json({
    title: 'Work file',
    description: "A student's answers: the operations that made them, each with what it changed and what it stood on.",
    ...toJsonSchema(WorkFileSchema, { errorMode: 'ignore' })
  });
