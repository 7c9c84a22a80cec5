import * as v from 'valibot';
import { isMap, isNode, isPair, isSeq, LineCounter, parseDocument, visit, type Document, type ErrorCode } from 'yaml';
import { showValue, type Report } from './problem.ts';

/** One file of the collection as it lies on disk. */
export interface RawFile {
  /** Path from the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A file read and validated: its data, its body, and where each of them stands. */
export interface ContentFile<Data> {
  readonly path: string;
  /** The file's name without its ending. */
  readonly id: string;
  readonly data: Data;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
  /** Line of the file on which a field stands, or the nearest field around it. */
  readonly lineOf: (field: readonly (string | number)[]) => number;
  /** Reports a problem of one field. */
  readonly complain: (field: readonly (string | number)[], found: unknown, expected: string) => void;
}

type Field = readonly (string | number)[];

/** Reads a `.svx` file: front matter between two lines of `---`, then the body. */
export function readSvx<S extends v.GenericSchema>(
  file: RawFile,
  schema: S,
  report: Report
): ContentFile<v.InferOutput<S>> | null {
  // Some editors on Windows put a byte order mark before the first letter; it is no part of the text.
  const lines = file.text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const close = lines.indexOf('---', 1);
  if (lines[0] !== '---' || close < 0) {
    report({
      file: file.path,
      line: 1,
      field: 'front matter',
      found: lines[0] === '---' ? "no closing '---'" : showValue(lines[0] || undefined),
      expected: "front matter between two lines of '---'"
    });
    return null;
  }
  return validate(file, lines.slice(1, close).join('\n'), 1, schema, report, {
    body: lines.slice(close + 1).join('\n'),
    bodyLine: close + 2
  });
}

/** Reads a `.yaml` file. */
export function readYaml<S extends v.GenericSchema>(
  file: RawFile,
  schema: S,
  report: Report
): ContentFile<v.InferOutput<S>> | null {
  return validate(file, file.text.replace(/^\uFEFF/, ''), 0, schema, report, { body: '', bodyLine: 1 });
}

function validate<S extends v.GenericSchema>(
  file: RawFile,
  yaml: string,
  linesBefore: number,
  schema: S,
  report: Report,
  rest: { body: string; bodyLine: number }
): ContentFile<v.InferOutput<S>> | null {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
  // What follows the first error is mostly the reader's confusion, not another mistake of the author's.
  const [error] = document.errors;
  if (error) {
    const { line } = counter.linePos(error.pos[0]);
    report({
      file: file.path,
      line: line + linesBefore,
      field: 'yaml',
      found: showValue(yaml.split(/\r?\n/)[line - 1]?.trim()),
      expected: `valid YAML (${error.message.replace(/\s+/g, ' ')}${yamlHints[error.code] ?? ''})`
    });
    return null;
  }

  const lineOf = (field: Field) => counter.linePos(offsetOf(document, field)).line + linesBefore;
  const complain = (field: Field, found: unknown, expected: string) =>
    report({
      file: file.path,
      line: lineOf(field),
      field: field.join('.') || 'file',
      found: showValue(found),
      expected
    });

  let data: unknown;
  try {
    data = document.toJS();
  } catch {
    // An alias without its anchor: a value that begins with an asterisk.
    visit(document, {
      Alias(_, alias) {
        if (alias.resolve(document)) return undefined;
        report({
          file: file.path,
          line: counter.linePos(alias.range?.[0] ?? 0).line + linesBefore,
          field: 'yaml',
          found: `*${alias.source}`,
          expected: `valid YAML (${quoteIt('an asterisk')})`
        });
        return visit.BREAK;
      }
    });
    return null;
  }
  const result = v.safeParse(schema, data);
  if (!result.success) {
    for (const { field, free } of strayFields(schema, data)) {
      const name = String(field.at(-1));
      complain(field, name, free.length > 0 ? `the name of a field: ${free.join(', ')}` : 'no such field');
    }
    for (const issue of result.issues) {
      const field = (issue.path ?? []).map((step) => step.key as string | number);
      // The schema names only the first stray field; all of them are told above.
      if (issue.type === 'strict_object' && issue.expected === 'never') continue;
      if (issue.received === 'undefined') {
        complain(field, undefined, wanted(issue, field));
      } else {
        complain(field, issue.input, wanted(issue, field));
      }
    }
    return null;
  }
  const id = file.path.replace(/^.*\//, '').replace(/\.[a-z]+$/, '');
  return { path: file.path, id, data: result.output, ...rest, lineOf, complain };
}

/** Fields that the schema does not know, each with the names that are still free beside it. */
function* strayFields(schema: Shape, data: unknown, field: Field = []): Generator<{ field: Field; free: string[] }> {
  const { type, entries, item, wrapped } = schema;
  if (type === 'optional' && wrapped) yield* strayFields(wrapped, data, field);
  if (type === 'array' && item && Array.isArray(data)) {
    for (const [index, value] of data.entries()) yield* strayFields(item, value, [...field, index]);
  }
  if (type !== 'strict_object' || !entries || typeof data !== 'object' || data === null || Array.isArray(data)) return;
  for (const [name, value] of Object.entries(data)) {
    const known = entries[name];
    if (known) yield* strayFields(known, value, [...field, name]);
    else yield { field: [...field, name], free: Object.keys(entries).filter((free) => !(free in data)) };
  }
}

/** What of a schema is looked at to find stray fields. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
}

const quoteIt = (sign: string): string => `put text that begins with ${sign} in quotation marks`;

/** What to do about the slips of writing YAML that are made most. */
const yamlHints: Partial<Record<ErrorCode, string>> = {
  BLOCK_AS_IMPLICIT_KEY: "; put text that has ': ' in it in quotation marks",
  UNEXPECTED_TOKEN: '; put text with a sign such as * or a quotation mark in it wholly in quotation marks',
  BAD_SCALAR_START: `; ${quoteIt('such a sign')}`,
  DUPLICATE_KEY: '; the field stands here for the second time'
};

/** What should have been there: the schema's own words, or the type's where it has none. */
function wanted(issue: v.BaseIssue<unknown>, field: Field): string {
  if (issue.type === 'strict_object')
    return issue.path && issue.received === 'undefined' ? `the field '${field.at(-1)}'` : 'named fields';
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  const most = /^([<>])=(.+)$/.exec(issue.expected ?? '');
  if (most) return `at ${most[1] === '<' ? 'most' : 'least'} ${most[2]}`;
  return typeNames[issue.expected ?? ''] ?? issue.expected ?? 'another value';
}

const typeNames: Record<string, string> = { Array: 'a list', Object: 'named fields', string: 'text' };

/** Where a field begins: its key in a map, its value in a list; else the nearest field around it. */
function offsetOf(document: Document, field: Field): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of field) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isNode(item.key) && String(item.key) === String(step));
      if (!pair) break;
      if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isNode(node) && node.range) offset = node.range[0];
    } else break;
  }
  return offset;
}
