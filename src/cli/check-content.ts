/**
 * Checks everything under `content/` and tells every mistake, one a line. Exits with 1 when
 * there is one.
 *
 *   npm run check:content [-- folder]   where `folder` holds a `content/`; by default this project
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildCollection } from '../lib/content/build-collection.ts';
import { formatProblems } from '../lib/content/problem.ts';
import { readContentFiles } from '../lib/content/read-files.ts';

const root = resolve(process.argv[2] ?? '.');
if (!existsSync(join(root, 'content'))) {
  console.error(`${root} has no folder content/. Name a folder that has one, or run this from the project's folder.`);
  process.exit(2);
}
const { collection, problems } = buildCollection(readContentFiles(root));
if (collection === null) {
  console.error(formatProblems(problems));
  console.error(`\n${problems.length} ${problems.length === 1 ? 'mistake' : 'mistakes'} in the content.`);
  process.exit(1);
}
const quoted = collection.sources.filter((source) => source.excerpt !== null);
const passages = quoted.reduce((sum, source) => sum + source.excerpt!.passages.length, 0);
console.log(
  `${collection.events.length} events, ${collection.sources.length} sources (${quoted.length} excerpts, all as checked, with ${passages} passages), ` +
    `${collection.people.length} people, ${collection.places.length} places, ${collection.terms.length} terms.`
);
