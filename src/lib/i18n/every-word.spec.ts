import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

/** Words that are the same in every language, each with its reason. */
const untranslated: Record<string, string> = {
  'SHA-256': 'the name of an algorithm'
};

/** Attributes that are read aloud or shown. */
const spoken = /^(title|alt|placeholder|label|aria-(label|description|roledescription|valuetext|placeholder))$/;

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const childrenOf = (node: Node): Node[] =>
  Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);

/** Literal words that an expression may give: what it calls is not looked into, for it may be a message. */
function literals(node: Node): string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateElement') return [(node.value as { cooked: string }).cooked];
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate].filter(isNode).flatMap(literals);
  if (node.type === 'LogicalExpression' || node.type === 'BinaryExpression') {
    return [node.left, node.right].filter(isNode).flatMap(literals);
  }
  return node.type === 'TemplateLiteral' || node.type === 'ExpressionTag' ? childrenOf(node).flatMap(literals) : [];
}

/** What a component shows or says that is written in it, and not in the messages. */
function wordsOf(node: Node): string[] {
  if (node.type === 'Text') return [node.data as string];
  if (node.type === 'ExpressionTag') return literals(node);
  if (node.type === 'Attribute') {
    if (!spoken.test(node.name as string)) return [];
    const value = Array.isArray(node.value) ? node.value : [node.value];
    return value.filter(isNode).flatMap(wordsOf);
  }
  // Measures and colours.
  if (node.type === 'StyleDirective') return [];
  // A style sheet within the markup is no text.
  if (node.type === 'SvelteElement' && (node.tag as Node).value === 'style') return [];
  return childrenOf(node).flatMap(wordsOf);
}

const letters = /\p{L}/u;
const strangers = (source: string): string[] =>
  wordsOf(parse(source, { modern: true }).fragment as unknown as Node)
    .map((text) => text.trim())
    .filter((text) => letters.test(text));

const src = join(import.meta.dirname, '../..');
const components = globSync('**/*.svelte', { cwd: src })
  .filter((path) => !path.includes('.fixture.'))
  .sort();
const found = components.map((path) => [path, strangers(readFileSync(join(src, path), 'utf8'))] as const);

describe('every word of the interface is a message', () => {
  it.each(found)('in %s', (_, words) => {
    expect(words.filter((text) => !(text in untranslated))).toEqual([]);
  });

  it('has no exception that is not needed', () => {
    const needed = new Set(found.flatMap(([, words]) => words));
    expect(Object.keys(untranslated).filter((text) => !needed.has(text))).toEqual([]);
  });

  it.each([
    ['<p>Hello</p>', 'Hello'],
    ['<img alt="A map" src="/map.svg" />', 'A map'],
    ['<b aria-label={isOpen ? "Close" : m.open()}></b>', 'Close'],
    ['{#if a}<p>{b ?? "none"}</p>{/if}', 'none'],
    ['<input placeholder={`Name ${m.of()}`} />', 'Name']
  ])('and a word that is none is seen: %s', (source, word) => {
    expect(strangers(source)).toContain(word);
  });

  it.each([
    '<p class="note" data-side="a">{m.hello()} · {count}</p>',
    '<style>p { color: red; }</style>',
    '<p>{f("a")}</p>'
  ])('and what is no word is let through: %s', (source) => {
    expect(strangers(source)).toEqual([]);
  });
});
