import { join } from 'node:path';
import { buildCollection } from '#lib/content/build-collection.ts';
import { formatProblems } from '#lib/content/problem.ts';
import { readContentFiles } from '#lib/content/read-files.ts';

const built = buildCollection(readContentFiles(join(import.meta.dirname, '../..')));
if (built.collection === null) throw new Error(formatProblems(built.problems));

/** What the pages must show. */
export const collection = built.collection;
