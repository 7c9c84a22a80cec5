import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { findUnfit, PushSchema } from './wire.ts';

const operation = {
  id: 'w.1',
  at: 1,
  clock: 1,
  module: 'two-steps',
  type: 'field',
  step: 's',
  question: 'q',
  field: 'text',
  base: null,
  change: { type: 'set', value: 'words\0 with a NUL' }
};
const push = { module: 'two-steps', step: 's', operations: [operation], since: 0 };
const isTaken = (given: unknown) => v.safeParse(PushSchema, given).success;
const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('what a device sends', () => {
  it('is taken as it is meant', () => {
    expect(isTaken(push)).toBe(true);
    expect(findUnfit(push)).toBeNull();
  });

  it.each([
    ['a NUL in the module', { ...push, module: 'two\0steps' }],
    ['a NUL in the step', { ...push, step: '\0' }],
    ["a NUL in an operation's id", { ...push, operations: [{ ...operation, id: 'w\0.1' }] }],
    ['a number that no database counts to', { ...push, since: 1e300 }],
    ['less than nothing', { ...push, since: -1 }]
  ])('is refused with %s', (_, given) => {
    expect(isTaken(given)).toBe(false);
  });

  it('is refused when it is nested deeply, however deeply', () => {
    expect(findUnfit(nested(20))).toBeNull();
    expect(findUnfit(nested(30))).toBe('at most 24 levels');
    expect(findUnfit(nested(400_000))).toBe('at most 24 levels');
  });

  it('is refused with a number beyond what programs count alike', () => {
    expect(findUnfit({ a: [{ b: 2 ** 53 }] })).toBe('numbers below 2 to the power of 53');
    expect(findUnfit(JSON.parse('[1e999]'))).toBe('numbers below 2 to the power of 53');
    expect(findUnfit([-3.5, 2 ** 53 - 1])).toBeNull();
  });
});
