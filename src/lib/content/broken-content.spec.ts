import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCollection } from './build-collection.ts';
import type { RawFile } from './content-file.ts';
import { formatProblems } from './problem.ts';
import { readContentFiles } from './read-files.ts';

/*
 * Each folder of tests/fixtures/content/broken makes one mistake. It holds only the files
 * that differ from ../sound, `removed.txt` with the paths of files that are not there, and
 * `expected.txt`: what `check:content` must print, and nothing else.
 *
 * To write a new one: copy the file from ../sound into broken/<what-is-wrong>/content/…, make
 * the mistake in it, write into expected.txt what its author should read, and run this spec.
 * Where the two differ, ask first whether the printed line would help a teacher who has never
 * seen this project; only then change expected.txt.
 */
const fixtures = join(import.meta.dirname, '../../../tests/fixtures/content');
const sound = readContentFiles(join(fixtures, 'sound'));
const broken = readdirSync(join(fixtures, 'broken')).sort();

function overlay(name: string): RawFile[] {
  const folder = join(fixtures, 'broken', name);
  const files = new Map(sound.map((file) => [file.path, file]));
  if (existsSync(join(folder, 'content'))) {
    for (const file of readContentFiles(folder)) files.set(file.path, file);
  }
  const removed = join(folder, 'removed.txt');
  if (existsSync(removed)) {
    for (const path of readFileSync(removed, 'utf8').trim().split('\n')) files.delete(path);
  }
  return [...files.values()];
}

describe('sound content', () => {
  it('has no problem and becomes a collection', () => {
    const { collection, problems } = buildCollection(sound);
    expect(formatProblems(problems)).toBe('');
    expect(collection?.events.map(({ id }) => id)).toEqual([
      'gorbachev-two-step-conversation',
      'pause-of-goodwill',
      'resolution-678-adopted',
      'deadline-passes'
    ]);
    expect(collection?.sources.filter(({ excerpt }) => excerpt !== null)).toHaveLength(2);
    expect(collection?.councils[0]?.members).toHaveLength(15);
  });

  it('may have Windows line endings and byte order marks', () => {
    const windows = sound.map(({ path, text }) => ({ path, text: `\uFEFF${text.replaceAll('\n', '\r\n')}` }));
    const { collection, problems } = buildCollection(windows);
    expect(formatProblems(problems)).toBe('');
    expect(JSON.stringify(collection)).toBe(JSON.stringify(buildCollection(sound).collection));
  });

  it('is plain data', () => {
    const { collection } = buildCollection(sound);
    expect(JSON.parse(JSON.stringify(collection))).toEqual(withoutUndefined(collection));
  });

  it('takes the key passage where a link names none', () => {
    const events = buildCollection(sound).collection!.events;
    const sourcesOf = (id: string) => events.find((event) => event.id === id)?.sources;
    expect(sourcesOf('resolution-678-adopted')).toEqual([
      { id: 'unsc-res-678', passage: 'noting-that-despite-all' },
      { id: 'baker-security-council-1990-11-29', passage: null }
    ]);
    expect(sourcesOf('gorbachev-two-step-conversation')).toEqual([
      { id: 'gorbachev-perez-de-cuellar-1990-11-19', passage: 'however-we-consider-it' }
    ]);
  });
});

describe('one mistake in the content', () => {
  it('has a fixture for each kind', () => {
    expect(broken.length).toBeGreaterThanOrEqual(30);
  });

  it.each(broken)('%s', (name) => {
    const { collection, problems } = buildCollection(overlay(name));
    const expected = readFileSync(join(fixtures, 'broken', name, 'expected.txt'), 'utf8').trimEnd();
    expect(formatProblems(problems)).toBe(expected);
    expect(expected).not.toBe('');
    expect(collection).toBeNull();
  });
});

describe('many mistakes', () => {
  it('are all told at once, in order of file and line', () => {
    const names = ['date-as-a-number', 'council-votes-do-not-add-up', 'place-latitude-out-of-range'];
    const files = new Map(sound.map((file) => [file.path, file]));
    for (const name of names) {
      for (const file of readContentFiles(join(fixtures, 'broken', name))) files.set(file.path, file);
    }
    const { problems } = buildCollection([...files.values()]);
    expect(problems).toHaveLength(3);
    expect(
      formatProblems(problems)
        .split('\n')
        .map((line) => line.split('  ')[0])
    ).toEqual(['content/council/1990.yaml:11', 'content/events/deadline-passes.svx:4', 'content/places.yaml:9']);
  });

  it('in one file do not make the files that point at it look wrong', () => {
    for (const { path } of sound) {
      const text = '---\ntitle: [\n---\n';
      const { problems } = buildCollection(sound.map((file) => (file.path === path ? { path, text } : file)));
      expect(new Set(problems.map(({ file }) => file))).toEqual(new Set([path]));
    }
  });
});

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, withoutUndefined(inner)])
  );
}
