import * as v from 'valibot';

/** Version of the format. A reader of this version reads no later one, and says so. */
export const workFileVersion = 1;

const Whole = v.pipe(v.number('a number'), v.integer('a whole number'), v.minValue(0, '0 or more'));
const Name = v.pipe(
  v.string('text'),
  v.minLength(1, 'text that is not empty'),
  v.maxLength(200, 'at most 200 characters')
);

/** Any JSON: what can be in a field of an answer. */
const Value = v.union([
  v.string(),
  v.number(),
  v.boolean(),
  v.null(),
  v.array(v.unknown()),
  v.record(v.string(), v.unknown())
]);

const common = { id: Name, at: Whole, clock: Whole, module: Name };

const FieldSchema = v.strictObject({
  ...common,
  type: v.literal('field'),
  step: Name,
  question: Name,
  field: Name,
  base: v.nullable(Name),
  change: v.variant('type', [
    v.strictObject({ type: v.literal('set'), value: Value }),
    v.strictObject({ type: v.literal('splice'), at: Whole, remove: Whole, insert: v.string('text') })
  ])
});

const RestartSchema = v.strictObject({ ...common, type: v.literal('restart'), undoes: v.nullable(Name) });

/** One operation as it travels: in a work file, and to a class's server. */
export const OperationSchema = v.variant('type', [FieldSchema, RestartSchema]);

/** A student's answers as a file: every operation that made them. */
export const WorkFileSchema = v.strictObject({
  format: v.literal('two-steps-work', 'the format two-steps-work'),
  version: v.literal(workFileVersion, `version ${workFileVersion}`),
  /** When it was written, ISO 8601. */
  written: v.pipe(v.string('a time'), v.isoTimestamp('a time in ISO 8601')),
  operations: v.array(OperationSchema, 'a list of operations')
});
