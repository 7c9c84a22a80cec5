/** Something wrong in the content, told so that its author can mend it. */
export interface Problem {
  /** Path from the project's root. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
  /** Path of the field, `sources.2`; `body` below the front matter. */
  readonly field: string;
  readonly found: string;
  readonly expected: string;
}

/** Collects every problem of a run, so that all are told at once. */
export type Report = (problem: Problem) => void;

/** One line a problem, in order of file and line. */
export function formatProblems(problems: readonly Problem[]): string {
  return [...problems]
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.field.localeCompare(b.field))
    .map(({ file, line, field, found, expected }) => `${file}:${line}  ${field}: found ${found}, expected ${expected}`)
    .join('\n');
}

/** How a found value is shown: short, on one line, in quotation marks when it is text. */
export function showValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text =
    typeof value === 'string' ? JSON.stringify(value.replace(/\s+/g, ' ')) : (JSON.stringify(value) ?? String(value));
  if (Array.isArray(value) && text.length > 90) return `a list of ${value.length}`;
  return text.length > 90 ? `${text.slice(0, 60)}…${text.slice(-20)} (${text.length} characters)` : text;
}
