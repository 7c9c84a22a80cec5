import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Variants = readonly { declarations: string[]; selectors: string[]; match: Record<string, string> }[];

const src = join(import.meta.dirname, '../..');
const readJson = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'messages', name), 'utf8'));

const { $schema, ...messages } = readJson('en.json') as Record<string, string | Variants>;
const contexts = readJson('context.json') as Record<string, string>;

/** The code that speaks: all of it but what is generated, and specs. */
const code = globSync('**/*.{ts,svelte}', { cwd: src })
  .filter((path) => !path.includes('paraglide') && !path.includes('.spec.'))
  .map((path) => readFileSync(join(src, path), 'utf8'))
  .join('\n');
const used = new Set([...code.matchAll(/\bm\.([a-z]\w*)/g)].map(([, key]) => key!));

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
const plurals = Object.entries(messages).filter((entry): entry is [string, Variants] => typeof entry[1] !== 'string');

describe('the messages', () => {
  it('have a context each, and every context a message', () => {
    expect($schema).toMatch(/^https:/);
    expect(Object.keys(contexts)).toEqual(Object.keys(messages));
    for (const [key, context] of Object.entries(contexts)) expect(context.length, key).toBeGreaterThan(5);
  });

  it('stand in alphabetical order', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(messages).sort());
  });

  it('are all used, and all that is used exists', () => {
    expect(Object.keys(messages).filter((key) => !used.has(key))).toEqual([]);
    expect([...used].filter((key) => !(key in messages))).toEqual([]);
  });

  it('say something, without white space at the ends that a translator would lose', () => {
    for (const [key, message] of Object.entries(messages)) {
      if (typeof message === 'string') expect(message, key).toMatch(/^\S(.*\S)?$/s);
    }
  });

  it('are given every placeholder that they hold', () => {
    const calls = [...code.matchAll(/\bm\.([a-z]\w*)\(\{([^}]*)\}/g)];
    expect(calls.length).toBeGreaterThan(20);
    for (const [call, key, given] of calls) {
      const message = messages[key!]!;
      const names = typeof message === 'string' ? placeholders(message) : placeholders(JSON.stringify(message));
      for (const name of names) expect(given, call).toMatch(new RegExp(`\\b${name}\\b`));
    }
    // Called with nothing, a message must hold nothing.
    for (const [call, key] of code.matchAll(/\bm\.([a-z]\w*)\(\)/g)) expect(messages[key!], call).not.toMatch(/\{/);
  });

  it('that count have a form for one and one for others, and count with what they are given', () => {
    expect(plurals).not.toHaveLength(0);
    for (const [key, [variant]] of plurals) {
      const { declarations, selectors, match } = variant!;
      const [selector] = selectors;
      expect(Object.keys(match), key).toEqual([`${selector}=one`, `${selector}=other`]);
      const inputs = declarations.flatMap((text) => /^input (\w+)$/.exec(text)?.[1] ?? []);
      expect(new Set(Object.values(match).flatMap(placeholders)), key).toEqual(new Set(inputs));
    }
  });
});
