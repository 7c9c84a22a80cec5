import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readContentFiles } from './read-files.ts';

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'read-files-'));
  mkdirSync(join(root, 'content/events'), { recursive: true });
  writeFileSync(join(root, 'content/places.yaml'), '- id: élysée\n');
  writeFileSync(join(root, 'content/events/b.svx'), 'b');
  writeFileSync(join(root, 'content/events/a.svx'), 'a');
  writeFileSync(join(root, 'content/events/.DS_Store'), '');
  writeFileSync(join(root, 'outside.yaml'), '');
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

it('reads all that lies under content/, in order, but no hidden file', () => {
  expect(readContentFiles(root)).toEqual([
    { path: 'content/events/a.svx', text: 'a' },
    { path: 'content/events/b.svx', text: 'b' },
    { path: 'content/places.yaml', text: '- id: élysée\n' }
  ]);
});
