import * as v from 'valibot';
import type { Operation } from '../model/operation.ts';
import { OperationSchema } from '../model/work-file.ts';

/** At most so many operations in one request; what remains follows in the next. */
const mostOperations = 500;
/** At most so many bytes in a request, as it travels and once it is unpacked. */
export const mostBytes = 1_000_000;

const Whole = v.pipe(v.number('a number'), v.integer('a whole number'), v.minValue(0, '0 or more'));
const Id = v.pipe(v.string('text'), v.minLength(1, 'an id'), v.maxLength(200, 'at most 200 characters'));

/** What a student's device sends. */
export const PushSchema = v.strictObject({
  module: Id,
  /** Where the student is; empty when nowhere. */
  step: v.pipe(v.string('text'), v.maxLength(200, 'at most 200 characters')),
  operations: v.pipe(v.array(OperationSchema, 'a list of operations'), v.maxLength(mostOperations)),
  /** The server's number up to which this device has what others wrote; 0 for nothing. */
  since: Whole
});

export interface Push {
  readonly module: string;
  readonly step: string;
  readonly operations: readonly Operation[];
  readonly since: number;
}
