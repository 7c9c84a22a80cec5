import * as v from 'valibot';
import { isMap, isNode, isPair, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
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
  const lines = file.text.split(/\r?\n/);
  const close = lines.indexOf('---', 1);
  if (lines[0] !== '---' || close < 0) {
    report({
      file: file.path,
      line: 1,
      field: 'front matter',
      found: lines[0] === '---' ? "no closing '---'" : showValue(lines[0]),
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
  return validate(file, file.text, 0, schema, report, { body: '', bodyLine: 1 });
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
  for (const error of document.errors) {
    report({
      file: file.path,
      line: counter.linePos(error.pos[0]).line + linesBefore,
      field: 'yaml',
      found: error.message.replace(/\s+/g, ' '),
      expected: 'valid YAML'
    });
  }
  if (document.errors.length > 0) return null;

  const lineOf = (field: Field) => counter.linePos(offsetOf(document, field)).line + linesBefore;
  const complain = (field: Field, found: unknown, expected: string) =>
    report({
      file: file.path,
      line: lineOf(field),
      field: field.join('.') || 'file',
      found: showValue(found),
      expected
    });

  const result = v.safeParse(schema, document.toJS());
  if (!result.success) {
    for (const issue of result.issues) {
      const field = (issue.path ?? []).map((step) => step.key as string | number);
      if (issue.type === 'strict_object' && issue.expected === 'never') {
        complain(field, `the field '${field.at(-1)}'`, 'no such field');
      } else if (issue.received === 'undefined') {
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

/** What should have been there: the schema's own words, or the type's name where it has none. */
function wanted(issue: v.BaseIssue<unknown>, field: Field): string {
  if (issue.type === 'strict_object')
    return issue.path && issue.received === 'undefined' ? `the field '${field.at(-1)}'` : 'named fields';
  return issue.message.startsWith('Invalid ') ? (issue.expected ?? 'another value') : issue.message;
}

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
