import * as v from 'valibot';
import type { Operation } from '../model/operation.ts';
import { OperationSchema } from '../model/work-file.ts';

/** At most so many operations in one request; what remains follows in the next. */
const mostOperations = 500;
/** At most so many bytes in a request, as it travels and once it is unpacked. */
export const mostBytes = 1_000_000;

/** No answer is nested deeper: evidence, the deepest, has a list of picks with two selectors each. */
const mostDepth = 24;

const Whole = v.pipe(
  v.number('a number'),
  v.safeInteger('a whole number below 2 to the power of 53'),
  v.minValue(0, '0 or more')
);
/** PostgreSQL keeps no NUL in a text. */
const Text = v.pipe(
  v.string('text'),
  v.maxLength(200, 'at most 200 characters'),
  v.check((text) => !text.includes('\0'), 'text without NUL')
);
const Id = v.pipe(Text, v.minLength(1, 'an id'));
const Sent = v.pipe(
  OperationSchema,
  v.check(({ id }) => !id.includes('\0'), 'an id without NUL')
);

/** What a student's device sends. */
export const PushSchema = v.strictObject({
  module: Id,
  /** Where the student is; empty when nowhere. */
  step: Text,
  operations: v.pipe(v.array(Sent, 'a list of operations'), v.maxLength(mostOperations)),
  /** The server's number up to which this device has what others wrote; 0 for nothing. */
  since: Whole
});

export interface Push {
  readonly module: string;
  readonly step: string;
  readonly operations: readonly Operation[];
  readonly since: number;
}

/**
 * What is wrong with parsed JSON before anybody looks what it means: it is nested so deeply that it could not be
 * written again, or has a number that no two programs read alike.
 * @returns what it must be; null where nothing is wrong
 */
export function findUnfit(given: unknown): string | null {
  const left: [unknown, number][] = [[given, 0]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [value, depth] = next;
    if (depth > mostDepth) return `at most ${mostDepth} levels`;
    if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
      return 'numbers below 2 to the power of 53';
    if (typeof value === 'object' && value !== null) {
      for (const each of Object.values(value)) left.push([each, depth + 1]);
    }
  }
  return null;
}
