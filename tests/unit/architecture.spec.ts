import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '../../src');

/** The rooms of the house: a new folder needs a name and a reason here, and in ARCHITECTURE.md. */
const rooms: Record<string, string> = {
  anchor: 'quote and position selectors, and offsets in an excerpt',
  chart: 'geometry of pictures that are not the timeline: maps, votes, connecting lines',
  compose: 'an assignment while a teacher puts it together',
  content: 'files to a validated collection',
  export: 'the collection in formats of others',
  gradebook: 'answers to summaries',
  i18n: 'messages and formats',
  kiosk: 'the state machine of the screen in the museum',
  lesson: 'the progress of a student',
  model: 'the nouns',
  search: 'what can be found, and how',
  server: 'the database, accounts and classes',
  sync: 'the outbox',
  timeline: 'geometry of the timeline',
  ui: 'components'
};

/** Files that are longer than 350 lines, and why each is one file all the same. */
const long: Record<string, string> = {
  'lib/content/build-collection.ts':
    'one step after another from files to collection, each a function that reports its own mistakes',
  'lib/ui/charts/PlaceMap.svelte': 'half of it is its style sheet: labels, numbers and list are one layout',
  'lib/ui/timeline/Timeline.svelte': 'half of it is its style sheet: marks, bars, counts and pills share their measures'
};

const files = globSync('**/*.{ts,js,svelte,css}', { cwd: src }).filter((path) => !path.includes('paraglide'));

describe('the source tree', () => {
  it('has in lib only rooms that the architecture names', () => {
    const found = readdirSync(join(src, 'lib'), { withFileTypes: true });
    expect(found.filter((entry) => !entry.isDirectory()).map(({ name }) => name)).toEqual([]);
    expect(found.map(({ name }) => name).filter((name) => !(name in rooms))).toEqual([]);
  });

  it('has no folder or file for things that found no name', () => {
    const nameless = /(^|[/-])(utils?|helpers?|misc|common|manager)(\.|\/|$)/i;
    expect(files.filter((path) => nameless.test(path))).toEqual([]);
  });

  it('has files that are read in one sitting, but for those that give a reason', () => {
    const over = files.filter((path) => readFileSync(join(src, path), 'utf8').trimEnd().split('\n').length > 350);
    expect(over.sort()).toEqual(Object.keys(long).sort());
  });

  it('names components like types, routes as SvelteKit wants, and everything else in kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
    const component = /^[A-Z][A-Za-z0-9]*(\.fixture)?\.svelte(\.spec\.ts)?$/;
    const strange = files.filter((path) => {
      const name = path.split('/').at(-1)!;
      return !(kebab.test(name) || component.test(name) || name.startsWith('+'));
    });
    expect(strange).toEqual([]);
  });
});
